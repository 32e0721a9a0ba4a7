import type { Related } from '../plan/vocabulary.ts';
import type { FoundRecord } from './records.ts';

/**
 * Related as it travels. Every meaning stands in the plan, and so is told by its place in the text: two
 * numbers for it are half of its bytes. One entry a line, its words apart from the places by a tab.
 */
export type PackedRelated = { everyday: string; drop: string };

/** @param text of all records, see textOf; every meaning must stand in it */
export function packRelated({ everyday, drop }: Related, text: string): PackedRelated {
  const lines = everyday.map(([words, means]) => {
    const places = means.flatMap((meaning) => [text.indexOf(meaning), meaning.length]);
    return `${words.join(' ')}\t${places.join(' ')}`;
  });
  return { everyday: lines.join('\n'), drop: drop.join(' ') };
}

export function unpackRelated(
  { everyday, drop }: PackedRelated,
  records: readonly FoundRecord[],
): Related {
  const text = textOf(records);
  return {
    everyday: everyday
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [words = '', numbers = ''] = line.split('\t');
        const places = numbers.split(' ').map(Number);
        const means = places.flatMap((start, i) =>
          i % 2 === 0 ? [text.slice(start, start + (places[i + 1] ?? 0))] : [],
        );
        return [words.split(' '), means];
      }),
    drop: drop.split(' ').filter(Boolean),
  };
}

/** The texts of records, apart by line breaks. */
export function textOf(records: readonly Pick<FoundRecord, 'text'>[]): string {
  return records.map(({ text }) => text).join('\n');
}

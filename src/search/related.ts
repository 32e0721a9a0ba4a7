import type { Related } from '../site/vocabulary.ts';
import type { FoundRecord } from './records.ts';

/**
 * Related as it travels. Every meaning stands in the plan, and so is told by its place in the text: two
 * numbers for it are half of its bytes. An entry is a line of `words` and a line of `places`.
 */
export type PackedRelated = { words: string; places: string; drop: string };

/** @param text of all records, see textOf; every meaning must stand in it */
export function packRelated({ everyday, drop }: Related, text: string): PackedRelated {
  const placesOf = (means: readonly string[]): string =>
    means.flatMap((meaning) => [text.indexOf(meaning), meaning.length]).join(' ');
  return {
    words: everyday.map(([words]) => words.join(' ')).join('\n'),
    places: everyday.map(([, means]) => placesOf(means)).join('\n'),
    drop: drop.join(' '),
  };
}

export function unpackRelated(
  { words, places, drop }: PackedRelated,
  records: readonly FoundRecord[],
): Related {
  const text = textOf(records);
  const meaningsOf = places.split('\n').map((line) => {
    const numbers = line.split(' ').map(Number);
    return numbers.flatMap((start, i) =>
      i % 2 === 0 ? [text.slice(start, start + (numbers[i + 1] ?? 0))] : [],
    );
  });
  return {
    everyday: words
      .split('\n')
      .filter(Boolean)
      .map((line, i) => [line.split(' '), meaningsOf[i] ?? []]),
    drop: drop.split(' ').filter(Boolean),
  };
}

/** The texts of records, apart by line breaks. */
export function textOf(records: readonly Pick<FoundRecord, 'text'>[]): string {
  return records.map(({ text }) => text).join('\n');
}

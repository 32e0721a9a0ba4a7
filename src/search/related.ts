import type { Related } from '../site/vocabulary.ts';
import type { FoundRecord } from './records.ts';

/**
 * Related as it travels. Every meaning stands in the plan, and so is told by its place in the text: two
 * numbers for it are half of its bytes. An entry is a line of `words` and a line of `places`.
 */
export type PackedRelated = {
  words: string;
  places: string;
  drop: string;
  general: string;
  /** A line a sentence. */
  asked: string;
  /** As everyday words and their meanings. */
  unmentioned: string;
  near: string;
};

/** @param text of all records, see textOf; every meaning must stand in it */
export function packRelated(
  { everyday, drop, general, asked, unmentioned }: Related,
  text: string,
): PackedRelated {
  const placesOf = (pairs: Related['everyday']): string =>
    pairs
      .map(([, means]) =>
        means.flatMap((meaning) => [text.indexOf(meaning), meaning.length]).join(' '),
      )
      .join('\n');
  const wordsOf = (lists: readonly string[][]): string =>
    lists.map((words) => words.join(' ')).join('\n');
  return {
    words: wordsOf(everyday.map(([words]) => words)),
    places: placesOf(everyday),
    drop: drop.join(' '),
    general: general.join(' '),
    asked: wordsOf(asked),
    unmentioned: wordsOf(unmentioned.map(([words]) => words)),
    near: placesOf(unmentioned),
  };
}

export function unpackRelated(
  { words, places, drop, general, asked, unmentioned, near }: PackedRelated,
  records: readonly FoundRecord[],
): Related {
  const text = textOf(records);
  const split = (line: string): string[] => line.split(' ').filter(Boolean);
  const pairsOf = (lines: string, numbers: string): Related['everyday'] => {
    if (lines === '') return [];
    const meant = numbers.split('\n').map((line) => {
      const all = split(line).map(Number);
      return all.flatMap((start, i) =>
        i % 2 === 0 ? [text.slice(start, start + (all[i + 1] ?? 0))] : [],
      );
    });
    return lines.split('\n').map((line, i) => [split(line), meant[i] ?? []]);
  };
  return {
    everyday: pairsOf(words, places),
    drop: split(drop),
    general: split(general),
    asked: asked.split('\n').map(split),
    unmentioned: pairsOf(unmentioned, near),
  };
}

/** The texts of records, apart by line breaks. */
export function textOf(records: readonly Pick<FoundRecord, 'text'>[]): string {
  return records.map(({ text }) => text).join('\n');
}

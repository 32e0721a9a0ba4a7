import { pinyin } from 'pinyin-pro';
import type { Term } from './glossary.ts';

/** What a term is filed by: the reading of each character, with its tone as a digit behind it, in lower case. */
const readingOf = (term: string): string[] =>
  pinyin(term, { toneType: 'num', type: 'array', v: true }).map((sound) => sound.toLowerCase());

/** Among characters of one reading, those that look alike to a dictionary stand together. */
const characters = new Intl.Collator('zh-Hans-CN-u-co-stroke');

/**
 * Terms by the first letter of their pinyin, in its order: character by character, by reading, tone and strokes, as
 * dictionaries have them. A character is read as its word reads it (弹性 is tán), which no collation knows. Latin words
 * stand under their own letter, and what begins with neither comes first, under an empty one.
 */
export function groupByLetter<Entry extends Pick<Term, 'term'>>(
  terms: readonly Entry[],
): { letter: string; terms: Entry[] }[] {
  const filed = terms.map((entry) => ({
    entry,
    reading: readingOf(entry.term),
    written: Array.from(entry.term),
  }));
  type Filed = (typeof filed)[number];
  const compare = (a: Filed, b: Filed): number => {
    for (const [i, sound] of a.reading.entries()) {
      const other = b.reading[i];
      if (other === undefined) return 1;
      if (sound !== other) return sound < other ? -1 : 1;
      const order = characters.compare(a.written[i] ?? '', b.written[i] ?? '');
      if (order !== 0) return order;
    }
    return a.reading.length - b.reading.length;
  };
  const letterOf = ({ reading: [sound = ''] }: Filed): string =>
    /^[a-z]/u.exec(sound)?.[0].toUpperCase() ?? '';
  return Array.from(Map.groupBy(filed.sort(compare), letterOf), ([letter, own]) => ({
    letter,
    terms: own.map(({ entry }) => entry),
  }));
}

import { type Hit, mergeRanges } from './answer.ts';
import { fold } from './fold.ts';
import type { FoundRecord } from './records.ts';

/** The number before a heading that was copied with it, in the forms of GB/T 9704-2012. */
const lead =
  /^\s*(?:第[\d〇零一二三四五六七八九十百]+(?:项|条|部分|章|节)|[（(]?[\d〇零一二三四五六七八九十百]+[.．、：:）)\s])/u;

/** Fewer characters would be found across any mark. */
const shortest = 4;

/** The letters and digits of a text, folded, and for each unit of them where its character stands in the text. */
type Bare = { words: string; places: { start: number; end: number }[] };

function bareOf(text: string): Bare {
  let words = '';
  const places: Bare['places'] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    if (/[\p{L}\p{N}]/u.test(character)) {
      const folded = fold(character);
      words += folded;
      for (let i = 0; i < folded.length; i += 1) places.push({ start, end });
    }
    start = end;
  }
  return { words, places };
}

/** Where words stand in a text whatever marks are between them, in UTF-16 units of the text. */
function placesIn({ words, places }: Bare, wanted: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    const [first, last] = [places[at], places[at + wanted.length - 1]];
    if (first && last) found.push({ start: first.start, end: last.end });
  }
  return found;
}

/**
 * The records that have the very words of a query with other marks or none between them (211工程 for “211”工程), or
 * without the number that was copied with a heading.
 */
export function findLoosely(query: string, records: readonly FoundRecord[]): Hit[] {
  for (const typed of new Set([query, query.replace(lead, '')])) {
    const wanted = bareOf(typed).words;
    if (Array.from(wanted).length < shortest || !/\p{Script=Han}.*\p{Script=Han}/su.test(wanted)) {
      continue;
    }
    const hits = records.flatMap((record): Hit[] => {
      const ranges = placesIn(bareOf(record.text), wanted);
      return ranges.length === 0 ? [] : [{ record, ranges: mergeRanges(ranges) }];
    });
    if (hits.length > 0) return hits;
  }
  return [];
}

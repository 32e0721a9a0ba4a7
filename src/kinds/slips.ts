import type { Span } from '../text/schema.ts';
import type { ListItem } from './kind.ts';

type ListPlace = ListItem['places'][number];

/** A sentence that is quoted: the place of the words it is quoted for, more words of it, and what is said of them. */
type Quoted = { words: ListPlace; more: Span[]; remarks: string[] };

/** Words that are only counted, and where they stand. */
type Counted = { text: Span; places: [ListPlace, ...ListPlace[]] };

/** One slip of a list: the entries on it, and the sentences or the places that it shows of them. */
export type Slip = { items: ListItem[]; quoted: Quoted[]; counted: Counted[] };

/**
 * Hangs entries on slips, so that no sentence is quoted twice for one name or for several: an entry that names a
 * sentence twice has it once, and entries named in the same sentences, of which the same is said, share a slip. Notes
 * keep slips of their own, since their titles do not tell which words are whose.
 * @param sentenceOf the sentence in which words stand
 * @returns slips in the order of their first entries
 */
export function hangSlips(
  items: readonly ListItem[],
  sentenceOf: (words: Span) => { start: number },
): Slip[] {
  const slips = new Map<string, Slip>();
  for (const item of items) {
    if (!item.isQuoted) {
      slips.set(item.id, { items: [item], quoted: [], counted: countWords(item.places) });
      continue;
    }
    const sentences = Map.groupBy(item.places, ({ span }) => sentenceOf(span).start);
    const said = Array.from(sentences, ([start, places]) => ({
      start,
      places,
      remarks: [...new Set(places.flatMap(({ remark }) => remark ?? []))],
    }));
    const key = item.printed
      ? JSON.stringify(said.map(({ start, remarks }) => [start, remarks]))
      : item.id;
    const slip = slips.get(key);
    if (slip) {
      slip.items.push(item);
      said.forEach(({ places }, i) => slip.quoted[i]?.more.push(...places.map(({ span }) => span)));
      continue;
    }
    const quoted = said.flatMap(({ places: [words, ...more], remarks }) =>
      words ? [{ words, more: more.map(({ span }) => span), remarks }] : [],
    );
    slips.set(key, { items: [item], quoted, counted: [] });
  }
  return [...slips.values()];
}

/** The same words are told once, with all their places. */
function countWords(places: readonly ListPlace[]): Counted[] {
  return Array.from(Map.groupBy(places, ({ span }) => span.text).values()).flatMap(
    ([first, ...others]) => (first ? [{ text: first.span, places: [first, ...others] }] : []),
  );
}

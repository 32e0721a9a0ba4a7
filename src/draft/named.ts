import { pinyin } from 'pinyin-pro';
import type { ParsedPlan } from '../text/compose.ts';
import { wordsOf } from './clauses.ts';
import { type Words, placedPassages, quoteWords } from './passages.ts';
import type { Proposal } from './proposal.ts';

/** A name found in a plan, and what a draft says of it. */
export type Found = {
  name: Words;
  /** The words that are quoted: the name, with its marks. */
  quote: Words;
  /** The fields of its entry beside id and name. */
  fields: Record<string, string>;
  /** The fields of its mention beside the quotation. */
  mention: Record<string, string>;
  /** Why it is proposed. */
  proposed: string;
};

/** What a file has: ids, the names of its entries with their places in it, and the places of those that wait. */
type Taken = {
  ids: Set<string>;
  names: ReadonlyMap<string, number>;
  waiting: ReadonlySet<number>;
};

/** Which is more: what is to be written this year is more than what is to be carried out. */
const statusRank = ['draft', 'planned', 'revise', 'standing', 'implement', 'cited'];

/** An id that can be read aloud, unlike those that are taken, which it joins. */
export function makeId(name: string, taken: Set<string>): string {
  const han = name.replace(/[^\p{Script=Han}A-Za-z\d]/gu, '').slice(0, 8);
  const base =
    pinyin(han, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
      .join('-')
      .toLowerCase()
      .replace(/[^a-z\d]+/gu, '-')
      .replace(/^[^a-z]+|-+$/gu, '') || 'name';
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

/** What is added to a file: entries of their own, and mentions of what it has, by the place of its entry. */
export type Additions = { entries: Proposal[]; mentions: Map<number, Record<string, unknown>[]> };

/**
 * Puts what was found together by names: an entry for each name that a file has not, with all its places, and mentions
 * for those that it has.
 */
export function gatherNamed(tree: ParsedPlan, found: readonly Found[], taken: Taken): Additions {
  const additions: Additions = { entries: [], mentions: new Map() };
  for (const [name, all] of Map.groupBy(found, (one) => wordsOf(one.name))) {
    const [first] = all;
    if (!first) continue;
    const mentions = all.map(({ quote, mention }) => {
      return { ...quoteWords(tree, quote), ...mention };
    });
    const own = taken.names.get(name);
    if (own !== undefined) {
      // Those of an entry that waits, wait with it.
      const added = taken.waiting.has(own)
        ? mentions
        : mentions.map((mention, i) => {
            return { ...mention, review: 'pending', proposed: all[i]?.proposed ?? '' };
          });
      additions.mentions.set(own, [...(additions.mentions.get(own) ?? []), ...added]);
      continue;
    }
    const { fields } =
      [...all].sort(
        (a, b) =>
          statusRank.indexOf(a.fields['status'] ?? '') -
          statusRank.indexOf(b.fields['status'] ?? ''),
      )[0] ?? first;
    additions.entries.push({
      id: makeId(name, taken.ids),
      name,
      ...fields,
      review: 'pending',
      proposed: first.proposed,
      mentions,
    });
  }
  return additions;
}

/**
 * The other places of names, found or known: where a plan names a thing it often has no verb beside it.
 * @param names each with what a draft says of it
 * @param isFree whether nothing speaks for words
 */
export function findAgain(
  tree: ParsedPlan,
  names: ReadonlyMap<string, Omit<Found, 'name' | 'quote'>>,
  isFree: (words: Words) => boolean,
): Found[] {
  const longest = [...names].sort(([a], [b]) => b.length - a.length);
  return placedPassages(tree).flatMap((placed) => {
    const found: Found[] = [];
    for (const [name, says] of longest) {
      for (const start of placed.passage.placesOf(name)) {
        const words = { ...placed, start, end: start + name.length };
        const isIn = found.some((one) => one.name.start < words.end && start < one.name.end);
        if (!isIn && isFree(words)) found.push({ ...says, name: words, quote: words });
      }
    }
    return found.sort((a, b) => a.name.start - b.name.start);
  });
}

import {
  type Anchor,
  type Passage,
  type Place,
  passagesOf,
  quotationSchema,
  resolveQuotation,
} from '../text/anchor.ts';
import type { ParsedPlan } from '../text/compose.ts';
import { findFaults } from '../text/faults.ts';
import { type Extent, overlap } from '../text/span.ts';

/** A passage of a plan that annotations may quote, and where it stands. */
export type Placed = { place: Place; passage: Passage };

/** A stretch of a passage, as UTF-16 offsets into its text. */
export type Words = Placed & { start: number; end: number };

/** Whether two stretches have words in common. */
export function isSameStretch(one: Words, other: Words): boolean {
  return one.passage === other.passage && overlap(one, other);
}

/** Every passage of a plan whose words annotations account for, in the order of the source. */
export function placedPassages(tree: ParsedPlan): Placed[] {
  const places: Place[] = [
    { part: 'general' },
    ...tree.sections.flatMap(({ tasks }, i) => [
      { section: i + 1 },
      ...tasks.map((task) => ({ task })),
    ]),
  ];
  return places.flatMap((place) =>
    (passagesOf(tree, place) ?? []).map((passage) => ({ place, passage })),
  );
}

/** The fields by which an entry quotes words; `occurrence` only where the words alone are not enough. */
export function quoteWords(tree: ParsedPlan, { place, passage, start, end }: Words) {
  const quote = passage.text.slice(start, end);
  let before = 0;
  let all = 0;
  for (const one of passagesOf(tree, place) ?? []) {
    const starts = one.placesOf(quote);
    if (one === passage) before = all + starts.indexOf(start);
    all += starts.length;
  }
  return { ...place, quote, ...(all > 1 ? { occurrence: before + 1 } : {}) };
}

/** The words in the source that quotations of a file stand for; those that are at fault are left to a build. */
export function quotedExtents(tree: ParsedPlan, entries: readonly unknown[]): Extent[] {
  return entries.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { mentions = [entry] } = entry as { mentions?: unknown[] };
    return mentions.flatMap((mention) => findQuoted(tree, mention)?.span ?? []);
  });
}

/** The words that a quotation stands for, if it is one and is not at fault. */
export function findQuoted(tree: ParsedPlan, quotation: unknown): Anchor | undefined {
  const { data } = quotationSchema.loose().safeParse(quotation);
  if (!data) return undefined;
  try {
    return resolveQuotation(tree, data, { file: '', line: 1, id: '' });
  } catch (error) {
    if (findFaults(error).length > 0) return undefined;
    throw error;
  }
}

/** Each stretch of a plan that a pattern finds. */
export function findAll(placed: readonly Placed[], pattern: RegExp): Words[] {
  return placed.flatMap((one) =>
    Array.from(one.passage.text.matchAll(pattern), ({ 0: found, index }) => {
      return { ...one, start: index, end: index + found.length };
    }),
  );
}

/** Each stretch of a title or a sentence that a pattern finds, as the ledgers find them. */
export function findInParts(placed: readonly Placed[], pattern: RegExp): Words[] {
  return placed.flatMap((one) =>
    one.passage.parts().flatMap(({ text, start }) =>
      Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
        return { ...one, start: start + index, end: start + index + found.length };
      }),
    ),
  );
}

/**
 * Each stretch of a plan from an opening to its closing mark, both included, as the ledgers find them: what stands
 * inside one is part of it, and one that nobody closes reaches to the end of its sentence.
 */
export function findBracketed(placed: readonly Placed[], open: string, close: string): Words[] {
  return placed.flatMap((one) => {
    const { text } = one.passage;
    const found: Words[] = [];
    let depth = 0;
    let start = 0;
    let part = text === '' ? undefined : one.passage.partAt(0);
    for (let i = 0; i < text.length; i += 1) {
      const own = one.passage.partAt(i);
      if (own !== part) {
        if (depth > 0) found.push({ ...one, start, end: i - (part?.after.length ?? 0) });
        [depth, part] = [0, own];
      }
      if (text.charAt(i) === open) {
        if (depth === 0) start = i;
        depth += 1;
      } else if (text.charAt(i) === close && depth > 0) {
        depth -= 1;
        if (depth === 0) found.push({ ...one, start, end: i + 1 });
      }
    }
    if (depth > 0) found.push({ ...one, start, end: text.length - (part?.after.length ?? 0) });
    return found;
  });
}

/** What stands within marks; all of it if no word does. */
export function withinMarks({ passage, start, end, ...place }: Words): Words {
  const inner = {
    start: start + (/[《“]/u.test(passage.text.charAt(start)) ? 1 : 0),
    end: end - (/[》”]/u.test(passage.text.charAt(end - 1)) ? 1 : 0),
  };
  const isWord = /[\p{L}\p{N}]/u.test(passage.text.slice(inner.start, inner.end));
  const { start: from, end: to } = isWord ? inner : { start, end };
  return { ...place, passage, start: from, end: to };
}

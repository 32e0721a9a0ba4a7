import type { ParsedPlan } from '../text/compose.ts';
import { type Words, placedPassages, quoteWords, type Placed } from './passages.ts';
import type { Proposal } from './proposal.ts';
import { draftWords as words } from './words.ts';

/** How many characters two tasks share at least, and no third one has: fewer are words of the house. */
const shortest = 7;

/** Words of the house, of whatever length: what verbs are mostly said, and what has no end. */
const common = /^(?:开展|加强|推进|完善|坚持|进一步|积极|大力|切实)|的$/u;

/** Proposes for two tasks that share words of which no third one has: they speak of the same thing. */
export function proposeRelations(
  tree: ParsedPlan,
  {
    isKnown,
    isNamed,
  }: {
    /** Whether an entry relates two tasks. */
    isKnown: (one: number, other: number) => boolean;
    /** Whether words are in a name: those that name the same thing are related by it. */
    isNamed: (words: Words) => boolean;
  },
): Proposal[] {
  const tasks = placedPassages(tree).filter(({ place }) => place.task !== undefined);
  const places = new Map<string, Words[]>();
  for (const placed of tasks) {
    for (const { 0: run, index } of placed.passage.text.matchAll(/[\p{Script=Han}“”]+/gu)) {
      for (let at = 0; at + shortest <= run.length; at += 1) {
        const start = index + at;
        const piece = run.slice(at, at + shortest);
        const known = places.get(piece) ?? [];
        places.set(piece, [...known, { ...placed, start, end: start + shortest }]);
      }
    }
  }
  const pairs = new Map<string, [Words, Words]>();
  for (const [first, second, third] of places.values()) {
    if (!first || !second || third || first.place.task === second.place.task) continue;
    if (isNamed(first) || isNamed(second)) continue;
    const key = `${first.place.task} ${second.place.task}`;
    const [one, other] = widen(first, second);
    if (common.test(one.passage.text.slice(one.start, one.end))) continue;
    const longest = pairs.get(key);
    if (!longest || one.end - one.start > longest[0].end - longest[0].start)
      pairs.set(key, [one, other]);
  }
  return [...pairs.values()].flatMap(([from, to]) => {
    const [one, other] = [from.place.task ?? 0, to.place.task ?? 0];
    if (isKnown(one, other)) return [];
    const shared = from.passage.text.slice(from.start, from.end);
    return {
      relation: 'measure',
      reason: words.sharedReason(one, other, shared),
      from: endOf(tree, from),
      to: endOf(tree, to),
      review: 'pending' as const,
      proposed: words.relation(shared),
    };
  });
}

/** The longest stretch that two places share around what they share. */
function widen(one: Words, other: Words): [Words, Words] {
  const at = ({ passage }: Placed, i: number): string => passage.text.charAt(i);
  const isSame = (i: number, j: number): boolean =>
    at(one, i) === at(other, j) && /[\p{Script=Han}“”]/u.test(at(one, i));
  let [before, after] = [0, 0];
  while (isSame(one.start - before - 1, other.start - before - 1)) before += 1;
  while (isSame(one.end + after, other.end + after)) after += 1;
  const widened = (words: Words): Words => {
    return { ...words, start: words.start - before, end: words.end + after };
  };
  return [widened(one), widened(other)];
}

function endOf(tree: ParsedPlan, words: Words) {
  const { task, quote, occurrence } = quoteWords(tree, words);
  return { task, quote, ...(occurrence === undefined ? {} : { occurrence }) };
}

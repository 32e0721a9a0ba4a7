import type { Task } from '../text/schema.ts';
import { assign } from './assignment.ts';
import {
  type WordCounts,
  addWords,
  byLength,
  commonWords,
  countWords,
  shareOf,
  weigh,
  weighRare,
  withoutWords,
} from './wording.ts';

/** Tasks of two plans that are taken for one, by index; `isConfirmed`, by an editor. */
export type TaskPairs = { earlier: number[]; later: number[]; isConfirmed: boolean };

/** What tells tasks apart: everything is compared by words, with those that are rare in both plans before others. */
type Wording = { text: string; whole: WordCounts; title: WordCounts; body: WordCounts };

/** How much title and body count for; a name that both have, and that few tasks have, adds to it. */
const parts = { title: 0.35, body: 0.65, name: 0.12 };

/** A match is proposed from here on; under it stands what two official texts have in common by chance. */
const least = { score: 0.35, body: 0.12, title: 4 };

/** So much of a task's words, and no others', must be left over in another for it to have been split off or merged. */
const partShare = 0.5;

export const textOf = ({ sentences }: Pick<Task, 'sentences'>): string =>
  sentences.map(({ text }) => text.replace(/\s/gu, '')).join('');

const titleOf = ({ isUntitled, title }: Task): string => (isUntitled ? '' : title.text);

function wordingOf(task: Task): Wording {
  const rest = task.isUntitled ? task.sentences : task.sentences.slice(1);
  const body = rest.map(({ text }) => text).join('');
  return {
    text: textOf(task),
    whole: countWords(textOf(task)),
    title: countWords(titleOf(task)),
    body: countWords(body || textOf(task)),
  };
}

/** What decides matches beside the words: what editors say, and the names that a task has in common with another. */
export type Evidence = {
  isRefused: (earlier: number, later: number) => boolean;
  confirmed: readonly (readonly [number, number])[];
  haveName: (earlier: number, later: number) => boolean;
};

/**
 * Which tasks of two plans are the same: what editors confirm, then those with the same words, then the pairs whose
 * likeness adds up to most, and last what was split off and merged. Every task is in one match at most.
 */
export function pairTasks(
  earlier: readonly Task[],
  later: readonly Task[],
  { isRefused, confirmed, haveName }: Evidence,
): TaskPairs[] {
  const [ours, theirs] = [earlier.map(wordingOf), later.map(wordingOf)];
  const rare = weighRare([...ours, ...theirs].map(({ whole }) => whole));
  const pairs: TaskPairs[] = [];
  const [mine, other] = [new Map<number, TaskPairs>(), new Map<number, TaskPairs>()];
  const join = (i: number, j: number, isConfirmed: boolean): void => {
    const pair = mine.get(i) ?? other.get(j) ?? { earlier: [], later: [], isConfirmed };
    if (!mine.has(i)) pair.earlier.push(i);
    if (!other.has(j)) pair.later.push(j);
    if (!mine.has(i) && !other.has(j)) pairs.push(pair);
    mine.set(i, pair);
    other.set(j, pair);
  };
  const isFree = (i: number, j: number): boolean =>
    !mine.has(i) && !other.has(j) && !isRefused(i, j);

  for (const [i, j] of confirmed) join(i, j, true);
  const free = Map.groupBy(
    theirs.keys().filter((j) => !other.has(j)),
    (j) => theirs[j]?.text,
  );
  ours.forEach(({ text }, i) => {
    const same = free.get(text)?.find((j) => isFree(i, j));
    if (same !== undefined) join(i, same, false);
  });

  const scoreOf = (i: number, j: number): number => {
    const [a, b] = [ours[i], theirs[j]];
    const [from, to] = [earlier[i], later[j]];
    if (!a || !b || !from || !to || !isFree(i, j)) return 0;
    const title = shareOf(a.title, b.title, rare);
    const isTitled = a.title.size > 0 && b.title.size > 0;
    // A task of nothing but its title is compared with the whole of the other.
    const body = isTitled ? shareOf(a.body, b.body, rare) : shareOf(a.whole, b.whole, rare);
    const name = haveName(i, j) ? parts.name : 0;
    const score = (isTitled ? parts.title * title + parts.body * body : body) + name;
    const sameTitle = titleOf(from) === titleOf(to) && titleOf(from).length >= least.title;
    return score >= least.score && (body >= least.body || sameTitle) ? score : 0;
  };
  assign(ours.length, theirs.length, scoreOf).forEach((j, i) => {
    if (j !== undefined) join(i, j, false);
  });

  const whole = (list: readonly Wording[], indexes: readonly number[]): WordCounts =>
    addWords(indexes.flatMap((i) => list[i]?.whole ?? []));
  /** Joins what is left of one side to the match whose other side still has words of it left over. */
  const joinParts = (side: 'earlier' | 'later'): void => {
    const [list, across, placed] = side === 'later' ? [theirs, ours, other] : [ours, theirs, mine];
    const away = side === 'later' ? 'earlier' : 'later';
    list.forEach(({ whole: words }, k) => {
      if (placed.has(k)) return;
      const [best] = pairs
        .filter((pair) => pair[away].length === 1 && !pair.isConfirmed)
        .map((pair) => {
          const [only = 0] = pair[away];
          const [i, j] = side === 'later' ? [only, k] : [k, only];
          const left = withoutWords(whole(across, [only]), whole(list, pair[side]));
          const share = weigh(commonWords(words, left), rare) / (weigh(words, rare) || 1);
          return { i, j, share: isRefused(i, j) ? 0 : share };
        })
        .sort((a, b) => b.share - a.share);
      if (best && best.share >= partShare) join(best.i, best.j, false);
    });
  };
  joinParts('later');
  joinParts('earlier');
  return pairs;
}

/** How much of the words of two groups of tasks is common to them; and of one task, how much is in a group. */
export const shareOfTasks = (earlier: readonly Task[], later: readonly Task[]): number =>
  shareOf(...wordsOfBoth(earlier, later));

export function containedShare(part: Task, group: readonly Task[]): number {
  const [words, others] = wordsOfBoth([part], group);
  return weigh(commonWords(words, others), byLength) / (weigh(words, byLength) || 1);
}

const wordsOfBoth = (a: readonly Task[], b: readonly Task[]): [WordCounts, WordCounts] => [
  countWords(a.map(textOf).join('')),
  countWords(b.map(textOf).join('')),
];

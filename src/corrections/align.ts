import { diffArrays } from 'diff';
import {
  type Edition,
  type Passage,
  type Place,
  keyOf,
  listPassages,
  listTasks,
} from './places.ts';

/** Two sentences at least so alike, from 0 to 1, are one that was corrected, if they stand between the same others. */
const alike = 0.4;

/** So alike they are one that was moved, wherever they stand. */
const moved = 0.75;

/** So much of a task's words must be in another for its title to be taken for the same: a third. */
const keptShare = 1 / 3;

/**
 * Which text of a later list is each of an earlier one. Those that are equal and in order are found first (E. W. Myers,
 * 1986); between them, those that are most alike and in order; last, those that were moved.
 * @returns for each of `before`, its index in `after`, or undefined if it was taken out
 */
export function alignTexts(
  before: readonly string[],
  after: readonly string[],
): (number | undefined)[] {
  const found: (number | undefined)[] = before.map(() => undefined);
  const pairsOf = (text: string): Map<string, number> => countPairs(text);
  const ours = before.map(pairsOf);
  const theirs = after.map(pairsOf);
  const likeness = (i: number, j: number): number =>
    before[i] === after[j] ? 1 : diceOf(ours[i] ?? new Map(), theirs[j] ?? new Map());
  let [i, j] = [0, 0];
  let gap = { from: 0, to: 0 };
  const closeGap = (): void => {
    alignGap([gap.from, i], [gap.to, j], likeness, found);
  };
  for (const { added, removed, count } of diffArrays([...before], [...after])) {
    if (removed) i += count;
    else if (added) j += count;
    else {
      closeGap();
      for (let k = 0; k < count; k += 1) found[i + k] = j + k;
      i += count;
      j += count;
      gap = { from: i, to: j };
    }
  }
  closeGap();
  findMoved(found, after.length, likeness);
  return found;
}

/** Aligns what lies between equal texts: the pairs in order whose likeness adds up to most (Needleman and Wunsch, 1970). */
function alignGap(
  [from, until]: readonly [number, number],
  [to, end]: readonly [number, number],
  likeness: (i: number, j: number) => number,
  found: (number | undefined)[],
): void {
  const [height, width] = [until - from, end - to];
  if (height === 0 || width === 0) return;
  const best = Array.from({ length: height + 1 }, () => new Float64Array(width + 1));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  const scoreOf = (row: number, column: number): number => {
    const score = likeness(from + row, to + column);
    return score >= alike ? score : -Infinity;
  };
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const line = best[row];
      if (!line) continue;
      line[column] = Math.max(
        at(row + 1, column),
        at(row, column + 1),
        scoreOf(row, column) + at(row + 1, column + 1),
      );
    }
  }
  for (let [row, column] = [0, 0]; row < height && column < width;) {
    if (at(row, column) === scoreOf(row, column) + at(row + 1, column + 1)) {
      found[from + row] = to + column;
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
}

/** Pairs what is left over on both sides, the most alike first, wherever it stands. */
function findMoved(
  found: (number | undefined)[],
  length: number,
  likeness: (i: number, j: number) => number,
): void {
  const taken = new Set(found);
  const free = Array.from({ length }, (_, j) => j).filter((j) => !taken.has(j));
  const lost = found.flatMap((j, i) => (j === undefined ? [i] : []));
  const pairs = lost
    .flatMap((i) => free.map((j) => ({ i, j, score: likeness(i, j) })))
    .filter(({ score }) => score >= moved)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  for (const { i, j } of pairs) {
    if (found[i] !== undefined || taken.has(j)) continue;
    found[i] = j;
    taken.add(j);
  }
}

/** The pairs of neighbouring characters of a text, counted; of a text of one character, that character. */
function countPairs(text: string): Map<string, number> {
  const characters = Array.from(text);
  const pairs = new Map<string, number>();
  const last = Math.max(1, characters.length - 1);
  for (let i = 0; i < last; i += 1) {
    const pair = characters.slice(i, i + 2).join('');
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Twice what two counts share, of all they have: 0 to 1 (L. R. Dice, 1945). */
function diceOf(ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number {
  const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
    [...pairs.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [pair, n] of ours) shared += Math.min(n, theirs.get(pair) ?? 0);
  return (2 * shared) / (sizeOf(ours) + sizeOf(theirs));
}

/** What each place of an earlier edition is in a later one: its place there, by the name of its own. */
export type Alignment = ReadonlyMap<string, Place>;

/**
 * Aligns two editions of a text. A task is where most of its words are, counted in characters; of two that have as
 * many, the first. So the first half of a task that was split keeps its address.
 * @returns the later place of each that is still there
 */
export function alignEditions(before: Edition, after: Edition): Alignment {
  const [ours, theirs] = [listPassages(before), listPassages(after)];
  const textsOf = (passages: readonly Passage[]): string[] => passages.map(({ text }) => text);
  const alignment = new Map<string, Place>();
  const heirs = new Map<number, Map<number, number>>();
  const later = new Map(listTasks(after).map(({ place }) => [keyOf(place), place]));
  alignTexts(textsOf(ours), textsOf(theirs)).forEach((j, i) => {
    const [from, to] = [ours[i], theirs[j ?? -1]];
    if (!from || !to) return;
    alignment.set(keyOf(from.place), to.place);
    if (from.place.kind !== 'sentence' || to.place.kind !== 'sentence') return;
    const shares = heirs.get(from.place.task) ?? new Map<number, number>();
    shares.set(to.place.task, (shares.get(to.place.task) ?? 0) + from.text.length);
    heirs.set(from.place.task, shares);
  });
  for (const { n, section, sentences } of before.tasks) {
    const whole = sentences.reduce((sum, { text }) => sum + text.length, 0);
    const [heir] = [...(heirs.get(n) ?? [])].sort(([a, x], [b, y]) => y - x || a - b);
    const place = heir && heir[1] >= whole * keptShare ? later.get(`t${heir[0]}`) : undefined;
    if (place) alignment.set(keyOf({ kind: 'task', section, task: n }), place);
  }
  return alignment;
}

/** Follows each place of the first alignment through those after it, to the last edition. */
export function followAll([first, ...rest]: readonly Alignment[]): Alignment {
  const followed = new Map<string, Place>();
  for (const [key, place] of first ?? []) {
    const now = rest.reduce<Place | undefined>(
      (at, alignment) => at && alignment.get(keyOf(at)),
      place,
    );
    if (now) followed.set(key, now);
  }
  return followed;
}

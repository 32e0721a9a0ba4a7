import type { Target } from '../kinds/targets/targets.ts';
import { assign } from './assignment.ts';
import type { FigureMatch } from './comparison.ts';
import { countWords, shareOf } from './wording.ts';

/** What a figure says: how many there are or will be, how many more, how many of a hundred, or by how many of a hundred more. */
type Nature = 'level' | 'increase' | 'ratio' | 'change';

/** Words before a number that make it a difference; 增加到 and 提高至 tell where it ends. */
const increase =
  /(?:新增|净增|增加|增招|扩招|增长|提高|提升|减少|下降|降低|压缩)(?!到|至|为)[^，,、。；;：:到至]*$/u;

function natureOf(target: Target): Nature {
  if (target.kind === 'growth' || target.kind === 'decline') return 'change';
  const before = target.span.text.slice(0, target.span.text.indexOf(target.quantity.text));
  const differs = increase.test(before);
  if (target.kind === 'share' || /[%％‰]/u.test(target.unit)) return differs ? 'change' : 'ratio';
  return differs ? 'increase' : 'level';
}

/** Measure words that count the same: 60名 are 60人. */
const measures: Readonly<Record<string, string>> = { 名: '人', 位: '人', '％': '%' };
const unitOf = ({ unit }: Target): string => measures[unit] ?? unit;

/** Names of indicators so alike are proposed; in tasks that are matched, a little less so. */
const alike = { anywhere: 0.8, inMatch: 0.6 };

/** Pairs of ids that an editor confirmed or refused. */
export type FigureDecisions = {
  confirmed: readonly { earlier: string; later: string }[];
  refused: readonly { earlier: string; later: string }[];
};

/**
 * The figures of two plans that are of one indicator: those that editors name so, then those that the words propose,
 * of one unit, one nature and one scope. A number's value is no reason.
 * @param areMatched whether two tasks are matched
 */
export function matchFigures(
  earlier: readonly Target[],
  later: readonly Target[],
  areMatched: (earlier: number, later: number) => boolean,
  { confirmed, refused }: FigureDecisions,
): FigureMatch[] {
  const matches = new Map<Target, FigureMatch>();
  const taken = new Set<Target>();
  const isRefused = (a: Target, b: Target): boolean =>
    refused.some((pair) => pair.earlier === a.id && pair.later === b.id);
  const isFree = (a: Target, b: Target): boolean => !matches.has(a) && !taken.has(b);
  const add = (a: Target, b: Target, basis: FigureMatch['basis']): void => {
    taken.add(b);
    matches.set(a, { earlier: a.id, later: b.id, basis, ...differ(a, b, basis) });
  };
  for (const pair of confirmed) {
    const [a, b] = [
      earlier.find(({ id }) => id === pair.earlier),
      later.find(({ id }) => id === pair.later),
    ];
    if (a && b && isFree(a, b)) add(a, b, 'confirmed');
  }
  for (const sameScope of [true, false]) {
    for (const a of earlier) {
      const b = later.find(
        (other) =>
          a.indicatorId !== undefined &&
          other.indicatorId === a.indicatorId &&
          (!sameScope || other.scope === a.scope) &&
          isFree(a, other) &&
          !isRefused(a, other),
      );
      if (b) add(a, b, 'named');
    }
  }
  const [ours, theirs] = [
    earlier.filter((a) => !matches.has(a)),
    later.filter((b) => !taken.has(b)),
  ];
  const [words, otherWords] = [ours, theirs].map((targets) =>
    targets.map(({ indicator }) => countWords(indicator)),
  );
  const scoreOf = (i: number, j: number): number => {
    const [a, b] = [ours[i], theirs[j]];
    if (!a || !b || isRefused(a, b)) return 0;
    // One whose indicator an editor names is not taken for another that an editor names otherwise.
    if (a.indicatorId !== undefined && b.indicatorId !== undefined) return 0;
    if (unitOf(a) !== unitOf(b) || natureOf(a) !== natureOf(b) || a.scope !== b.scope) return 0;
    const together = a.task !== undefined && b.task !== undefined && areMatched(a.task, b.task);
    const share = shareOf(words?.[i] ?? new Map(), otherWords?.[j] ?? new Map());
    if (share < (together ? alike.inMatch : alike.anywhere)) return 0;
    return share + (together ? 0.2 : 0);
  };
  assign(ours.length, theirs.length, scoreOf).forEach((j, i) => {
    const [a, b] = [ours[i], theirs[j ?? -1]];
    if (a && b) add(a, b, 'proposed');
  });
  return earlier.flatMap((a) => matches.get(a) ?? []);
}

/** The difference of two figures, or why there is none. */
function differ(
  a: Target,
  b: Target,
  basis: FigureMatch['basis'],
): Pick<FigureMatch, 'difference' | 'noDifference'> {
  if (a.upTo !== undefined || b.upTo !== undefined) return { noDifference: 'range' };
  if (unitOf(a) !== unitOf(b)) return { noDifference: 'unit' };
  if (natureOf(a) !== natureOf(b)) return { noDifference: 'nature' };
  if (a.kind !== b.kind && [a.kind, b.kind].some((kind) => kind === 'growth' || kind === 'decline'))
    return { noDifference: 'nature' };
  if (a.scope !== b.scope) return { noDifference: 'scope' };
  if (basis === 'proposed' && a.indicator !== b.indicator) return { noDifference: 'name' };
  return { difference: Number((b.normalised - a.normalised).toPrecision(12)) };
}

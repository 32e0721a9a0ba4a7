import type { ChartRow, DrawnChart } from '../charts/chart.ts';
import { type Drawing, phoneRoom } from '../charts/drawing.ts';
import { type Pair, type PairGroup, type PairedValue, layoutPairs } from '../charts/pairs.ts';
import type { Comparison, FigureMatch } from '../comparison/comparison.ts';
import { comparisonStrings as words } from '../comparison/words.ts';
import { labelOf, printTarget } from '../kinds/targets/printed.ts';
import { isBound, targetWith } from '../kinds/targets/consistency.ts';
import type { Target } from '../kinds/targets/targets.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { compareUrl, targetUrl } from '../urls.ts';
import { placeOfTarget } from './place-of-target.ts';
import { strings } from '../words/strings.ts';

/** Figures of one indicator in two plans. */
export type FigurePair = { earlier: Target; later: Target; match: FigureMatch };

/** The chart of two plans' figures; `parts`, the same, a drawing a group: what is higher than a sheet of paper cannot be printed. */
export type ComparedChart = DrawnChart & { parts: { wide: Drawing; narrow: Drawing }[] };

/** What of a plan its figures are compared with. */
type ComparedTree = Pick<PlanTree, 'plan' | 'targets' | 'sections'>;

/** The figures of two plans that are of one indicator, in the order of the earlier. */
export function figurePairs(
  { figures }: Comparison,
  earlier: ComparedTree,
  later: ComparedTree,
): FigurePair[] {
  return figures.flatMap((match) => {
    const [a, b] = [
      targetWith(match.earlier, earlier.targets),
      targetWith(match.later, later.targets),
    ];
    return a && b ? [{ earlier: a, later: b, match }] : [];
  });
}

/** The difference of two figures as readers see it, with its sign, or why there is none. */
export function writeDifference({ later, match }: FigurePair): string {
  const { difference, noDifference } = match;
  if (difference === undefined) return noDifference ? words.noDifference[noDifference] : '';
  if (difference === 0) return words.equal;
  const sign = difference > 0 ? '+' : '−';
  if (isRate(later)) return `${sign}${Math.abs(difference)}${words.points}`;
  return `${sign}${words.large(Math.abs(difference))}${later.unit}`;
}

const isRate = ({ unit }: Target): boolean => /^[%％]$/u.test(unit);

/** Of a percentage, a whole: the end of the axis that percentages have in common. */
const whole = 100;

const rooms = {
  wide: { width: 720, labels: 'beside' },
  narrow: phoneRoom,
} as const;

/**
 * The figures of two plans side by side: those of one unit, kind and scope that differ. What is the same, or cannot be
 * compared, is in the table alone.
 * @param names of the two plans, the earlier first
 * @returns undefined if there is nothing to draw
 */
export function drawComparedFigures(
  comparison: Comparison,
  earlier: ComparedTree,
  later: ComparedTree,
  names: readonly [string, string],
): ComparedChart | undefined {
  const all = figurePairs(comparison, earlier, later);
  const differ = all.filter(
    ({ match }) => match.difference !== undefined && match.difference !== 0,
  );
  const ranges = all.filter(({ match }) => match.noDifference === 'range');
  const drawn = [...differ, ...ranges].filter(
    (pair) => pair.earlier.normalised >= 0 && pair.later.normalised >= 0,
  );
  if (drawn.length === 0) return undefined;
  const isMore = ({ match }: FigurePair): boolean => (match.difference ?? 0) > 0;
  const [rates, counts] = [
    drawn.filter(({ later: b }) => isRate(b)),
    drawn.filter(({ later: b }) => !isRate(b)),
  ];
  const most = Math.max(
    whole,
    ...rates.flatMap((pair) => [endOf(pair.earlier), endOf(pair.later)]),
  );
  const { chart } = words;
  const groups = [
    { name: chart.more(names[1]), own: counts.filter(isMore) },
    {
      name: chart.less(names[1]),
      own: counts.filter((pair) => pair.match.difference !== undefined && !isMore(pair)),
    },
    { name: chart.ranges, own: counts.filter(({ match }) => match.difference === undefined) },
    { name: chart.rates(most), own: rates, most },
  ]
    .filter(({ own }) => own.length > 0)
    .map(({ own, ...group }): PairGroup => ({
      ...group,
      pairs: own.map((pair) => toPair(pair, names)),
    }));
  const bounds = new Set(
    drawn.flatMap((pair) => [boundOf(pair.earlier), boundOf(pair.later)]).filter(Boolean),
  );
  const equal = all.filter(({ match }) => match.difference === 0).length;
  const reading = chart.reading({
    all: all.length,
    more: differ.filter(isMore).length,
    less: differ.filter((pair) => !isMore(pair)).length,
    equal,
    other: all.length - differ.length - equal,
    hasBounds: bounds.size > 0,
    hasOwnAxes: counts.length > 1,
  });
  return {
    id: 'figures',
    title: words.figures,
    reading: [{ text: reading }],
    wide: layoutPairs(names, groups, rooms.wide),
    narrow: layoutPairs(names, groups, rooms.narrow),
    parts: groups.map((group) => ({
      wide: layoutPairs(names, [group], rooms.wide),
      narrow: layoutPairs(names, [group], rooms.narrow),
    })),
    rows: all.flatMap((pair) => toRows(pair, names)),
    columns: chart.columns,
    page: compareUrl(earlier.plan.id, later.plan.id),
    links: new Map(
      all.flatMap((pair) => [
        [keyOf(pair.earlier), placeOfTarget(pair.earlier, earlier.sections)],
        [
          keyOf(pair.later),
          {
            ...placeOfTarget(pair.later, later.sections),
            href: targetUrl(later.plan.id, pair.later.id),
          },
        ],
      ]),
    ),
  };
}

const endOf = ({ normalised, upTo }: Target): number => upTo ?? normalised;

const keyOf = ({ plan, id }: Target): string => `${plan}/${id}`;

const boundOf = (target: Target): PairedValue['bound'] =>
  (['least', 'most'] as const).find((end) => target.upTo === undefined && isBound(target, end));

function toPair(pair: FigurePair, names: readonly [string, string]): Pair {
  const change = pair.match.difference === undefined ? '' : writeDifference(pair);
  const [a, b] = [printTarget(pair.earlier).text, printTarget(pair.later).text];
  return {
    key: keyOf(pair.later),
    label: labelOf(pair.later),
    said: words.chart.pair(pair.later.indicator, [names[0], a], [names[1], b], change),
    change,
    earlier: toValue(pair.earlier),
    later: toValue(pair.later),
  };
}

const toValue = (target: Target): PairedValue => ({
  printed: { text: printTarget(target).text },
  value: target.normalised,
  upTo: target.upTo,
  bound: boundOf(target),
});

/** Both figures, and their difference or why there is none. */
function toRows(pair: FigurePair, names: readonly [string, string]): ChartRow[] {
  const { earlier, later, match } = pair;
  const group = later.indicator;
  return [
    ...[earlier, later].map((target, i): ChartRow => ({
      key: keyOf(target),
      group,
      label: { text: names[i] ?? '' },
      printed: { text: printTarget(target).text },
      full: strings.charts.interval(
        { low: target.normalised, high: target.upTo ?? target.normalised },
        target.unit,
      ),
      nature: 'printed',
    })),
    {
      group,
      label: { text: words.difference },
      printed: { text: writeDifference(pair) },
      full:
        match.difference === undefined
          ? ''
          : `${match.difference}${isRate(later) ? words.points : later.unit}`,
      nature: 'derived',
    },
  ];
}

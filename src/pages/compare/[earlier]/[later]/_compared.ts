import type { APIContext } from 'astro';
import type { DrawnChart } from '../../../../charts/chart.ts';
import type { Comparison } from '../../../../comparison/comparison.ts';
import { nameBeside } from '../../../../comparison/pairs.ts';
import type { PlanTree } from '../../../../kinds/tree.ts';
import {
  type ComparedChart,
  drawComparedFigures,
} from '../../../../plan-charts/compared-figures.ts';
import { getComparedPairs, getComparison, getPlanTree } from '../../../../queries.ts';

type Params = { earlier: string; later: string };

/** Two plans, what became of the one in the other, and the chart of their figures, if there is anything to draw. */
export type Compared = {
  earlier: PlanTree;
  later: PlanTree;
  /** What the plans are called beside each other: their years, or their titles. */
  names: [string, string];
  comparison: Comparison;
  chart: ComparedChart | undefined;
};

/** The addresses of all pairs of plans that are compared, as Astro asks for them. */
export async function getComparedPaths(): Promise<{ params: Params }[]> {
  const pairs = await getComparedPairs();
  return pairs.map(({ earlier, later }) => ({ params: { earlier: earlier.id, later: later.id } }));
}

/** The addresses of the pairs whose figures are drawn. */
export async function getChartedPaths(): Promise<{ params: Params }[]> {
  const paths = await getComparedPaths();
  const all = await Promise.all(paths.map(({ params }) => getCompared(params)));
  return paths.filter((_, i) => all[i]?.chart !== undefined);
}

/** The pair that an address asks for. */
export async function getCompared(params: APIContext['params']): Promise<Compared> {
  const [a = '', b = ''] = [params['earlier'], params['later']];
  const [earlier, later, comparison] = await Promise.all([
    getPlanTree(a),
    getPlanTree(b),
    getComparison(a, b),
  ]);
  const names: Compared['names'] = [nameBeside(earlier.plan), nameBeside(later.plan)];
  const chart = drawComparedFigures(comparison, earlier, later, names);
  return { earlier, later, names, comparison, chart };
}

/** The chart that an address asks for, and the titles of the plans that it is of. */
export async function getComparedChart(
  params: APIContext['params'],
): Promise<{ chart: DrawnChart; titles: string[] }> {
  const { chart, earlier, later } = await getCompared(params);
  if (!chart) throw new Error('a pair without a chart');
  return { chart, titles: [earlier.plan.title, later.plan.title] };
}

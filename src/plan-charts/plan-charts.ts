import type { DrawnChart } from '../charts/chart.ts';
import {
  isPlanChart,
  listedCharts,
  type planCharts,
  planChartsOf,
} from '../kinds/charts/charts.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { once } from '../text/extent-index.ts';
import { drawChart } from './draw-chart.ts';
import { type ChartedPlan, makeMatrix } from './matrix.ts';

const makers: Record<(typeof planCharts)[number], (tree: ChartedPlan) => DrawnChart> = {
  matrix: makeMatrix,
};

/** The ids of all charts of a plan: those its editors chose, and those of the plan as a whole. */
export function chartIds(tree: PlanTree): string[] {
  return [...tree.charts.map(({ id }) => id), ...planChartsOf(tree)];
}

/** Whether a plan has charts at all, and so a page that lists them. */
export const hasCharts = (tree: PlanTree): boolean => chartIds(tree).length > 0;

/** The ids of the charts that a list of them has. */
export function listedChartIds(tree: PlanTree): string[] {
  return [...listedCharts(tree.charts).map(({ id }) => id), ...planChartsOf(tree)];
}

/**
 * The chart of a plan with this id.
 * @throws Error if the plan has none
 */
export function makeChart(id: string, tree: ChartedPlan): DrawnChart {
  const known = chartsMade(tree);
  const chart = known.get(id) ?? draw(id, tree);
  known.set(id, chart);
  return chart;
}

/** The charts of a plan that are drawn already: pages, neighbours, frames, cards and files all ask for them. */
const chartsMade = once((_tree: ChartedPlan) => new Map<string, DrawnChart>());

function draw(id: string, tree: ChartedPlan): DrawnChart {
  if (isPlanChart(id)) return makers[id](tree);
  const chart = tree.charts.find((candidate) => candidate.id === id);
  if (!chart) throw new Error(`no chart ${id} in plan ${tree.plan.id}`);
  return drawChart(chart, tree);
}

import type { APIContext } from 'astro';
import { isRetiredChart, planChartsOf, retiredCharts } from '../../../kinds/charts/charts.ts';
import { chartIds, makeChart } from '../../../plan-charts/plan-charts.ts';
import type { Plan } from '../../../text/schema.ts';
import { getPlanTrees } from '../../../queries.ts';
import { getPublishedPlan } from '../data/_published-plan.ts';
import { getRetiredCharts } from './_retired.ts';

/** The addresses of all charts, as Astro asks for them. */
export async function getChartPaths(): Promise<{ params: { plan: string; id: string } }[]> {
  const trees = await getPlanTrees();
  return trees.flatMap((tree) =>
    chartIds(tree).map((id) => ({ params: { plan: tree.plan.id, id } })),
  );
}

/** The addresses of all tables of charts, those of retired ones too. */
export async function getTablePaths(): ReturnType<typeof getChartPaths> {
  return [...(await getChartPaths()), ...(await getRetiredCharts()).map(pathOf)];
}

/** The addresses of all pictures of charts: under the name of a retired one is that of what took its place. */
export async function getPicturePaths(): ReturnType<typeof getChartPaths> {
  const retired = (await getRetiredCharts()).filter(({ tree, id }) =>
    planChartsOf(tree).includes(retiredCharts[id].chart),
  );
  return [...(await getChartPaths()), ...retired.map(pathOf)];
}

const pathOf = ({ tree, id }: Awaited<ReturnType<typeof getRetiredCharts>>[number]) => ({
  params: { plan: tree.plan.id, id },
});

/** The chart that an address asks for, or what took its place, and its plan. */
export async function getChartOf(
  params: APIContext['params'],
): Promise<{ plan: Plan; figure: ReturnType<typeof makeChart> }> {
  const tree = await getPublishedPlan(params['plan'] ?? '');
  const id = params['id'] ?? '';
  return {
    plan: tree.plan,
    figure: makeChart(isRetiredChart(id) ? retiredCharts[id].chart : id, tree),
  };
}

import type { APIContext } from 'astro';
import { chartIds, makeChart } from '../../../plan-charts/plan-charts.ts';
import type { Plan } from '../../../text/schema.ts';
import { getPlanTrees } from '../../../queries.ts';
import { getPublishedPlan } from '../data/_published-plan.ts';

/** The addresses of all charts, as Astro asks for them. */
export async function getChartPaths(): Promise<{ params: { plan: string; id: string } }[]> {
  const trees = await getPlanTrees();
  return trees.flatMap((tree) =>
    chartIds(tree).map((id) => ({ params: { plan: tree.plan.id, id } })),
  );
}

/** The chart that an address asks for, and its plan. */
export async function getChartOf(
  params: APIContext['params'],
): Promise<{ plan: Plan; figure: ReturnType<typeof makeChart> }> {
  const tree = await getPublishedPlan(params['plan'] ?? '');
  return { plan: tree.plan, figure: makeChart(params['id'] ?? '', tree) };
}

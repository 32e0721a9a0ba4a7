import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RetiredChart, planChartsOf, retiredCharts } from '../../../kinds/charts/charts.ts';
import { listsOf } from '../../../kinds/lists.ts';
import type { PlanTree } from '../../../kinds/tree.ts';
import { getPlanTrees } from '../../../queries.ts';
import { settings } from '../../../settings.ts';
import { chartPath, chartUrl, listUrl, planUrl, promisedAddress } from '../../../urls.ts';

/** The retired charts whose addresses a plan once published, and keeps: none of a plan that never had them. */
export async function retiredChartsOf(plan: string): Promise<RetiredChart[]> {
  const addresses = await readPromised();
  return (Object.keys(retiredCharts) as RetiredChart[]).filter((id) =>
    addresses.has(promisedAddress({ page: chartPath(plan, id) })),
  );
}

/** Every plan with each of its retired charts. */
export async function getRetiredCharts(): Promise<{ tree: PlanTree; id: RetiredChart }[]> {
  const trees = await getPlanTrees();
  const all = await Promise.all(
    trees.map(async (tree) => (await retiredChartsOf(tree.plan.id)).map((id) => ({ tree, id }))),
  );
  return all.flat();
}

/** Where a retired chart leads: to what took its place, or to the plan, if that has nothing of the kind. */
export function successorOf(tree: PlanTree, id: RetiredChart): string {
  const { chart, list } = retiredCharts[id];
  const plan = tree.plan.id;
  if (list !== undefined && listsOf(tree).includes(list)) return listUrl(plan, list);
  return planChartsOf(tree).includes(chart) ? chartUrl(plan, chart) : planUrl(plan);
}

let promised: Promise<Set<string>> | undefined;

/** The addresses once published. The list grows with every plan, and many pages ask: it is read once. */
function readPromised(): Promise<Set<string>> {
  promised ??= readFile(join(settings.root, 'public/permalinks.txt'), 'utf8')
    .catch(() => '')
    .then((list) => new Set(list.split(/\r?\n/u)));
  return promised;
}

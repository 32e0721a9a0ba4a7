import { readSite } from '../../src/loaders/read-site.ts';
import type { ChartedPlan } from '../../src/plan-charts/matrix.ts';
import type { PlanTree } from '../../src/kinds/tree.ts';
import { project, readText } from './site.ts';

/** The first plan as this checkout has it, read once. */
const { site, plans, audiences } = readSite(project);

export const firstPlan: PlanTree = (() => {
  const tree = plans.find(({ plan }) => plan.id === site.current);
  if (!tree) throw new Error(`no plan ${site.current}`);
  return tree;
})();

/** The first plan with the list of whom it concerns, as its charts need it. */
export const chartedPlan: ChartedPlan = { ...firstPlan, audiences };

/** Its source. */
export const firstSeed: string = readText(project, firstPlan.plan.source);

import { readSite } from '../../src/loaders/read-site.ts';
import type { PlanTree } from '../../src/kinds/tree.ts';
import { project, readText } from './site.ts';

/** The first plan as this checkout has it, read once. */
export const firstPlan: PlanTree = (() => {
  const { site, plans } = readSite(project);
  const tree = plans.find(({ plan }) => plan.id === site.current);
  if (!tree) throw new Error(`no plan ${site.current}`);
  return tree;
})();

/** Its source. */
export const firstSeed: string = readText(project, firstPlan.plan.source);

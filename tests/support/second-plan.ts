import { readSite } from '../../src/loaders/read-site.ts';
import type { PlanTree } from '../../src/plan/tree.ts';
import { addSecondPlan, makeSite, readText } from './site.ts';

const root = makeSite('second-plan');
addSecondPlan(root);

/** The second plan of tests/fixtures: no targets, groups, CR LF, a byte order mark, a signature. */
export const secondPlan: PlanTree = (() => {
  const tree = readSite(root).plans.find(({ plan }) => plan.id === 'second');
  if (!tree) throw new Error('no second plan');
  return tree;
})();

/** Its source. */
export const secondSeed: string = readText(root, secondPlan.plan.source);

import { type PublishedPlan, publishPlan } from '../../../exports/published-plan.ts';
import type { PlanTree } from '../../../kinds/tree.ts';
import { getAudiences, getPlanTree, getTerms } from '../../../queries.ts';

// A build asks once a file for the same tree; a development server makes a new one each time.
const published = new WeakMap<PlanTree, PublishedPlan>();

/** What is published of a plan; throws if there is no such plan. */
export async function getPublishedPlan(id: string): Promise<PublishedPlan> {
  const tree = await getPlanTree(id);
  const known = published.get(tree);
  if (known) return known;
  const [audiences, terms] = await Promise.all([getAudiences(), getTerms()]);
  const plan = publishPlan(tree, { audiences, terms });
  published.set(tree, plan);
  return plan;
}

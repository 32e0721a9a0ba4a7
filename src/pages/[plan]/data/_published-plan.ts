import { type PublishedPlan, publishPlan } from '../../../exports/published-plan.ts';
import { getAudiences, getPlanTree, getTerms } from '../../../queries.ts';

/** What is published of a plan; throws if there is no such plan. */
export async function getPublishedPlan(id: string): Promise<PublishedPlan> {
  const [tree, audiences, terms] = await Promise.all([getPlanTree(id), getAudiences(), getTerms()]);
  return publishPlan(tree, { audiences, terms });
}

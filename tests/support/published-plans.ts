import { type PublishedPlan, publishPlan } from '../../src/exports/published-plan.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { addSecondPlan, annotatedSite, makeSite, readText } from './site.ts';

/** A plan of a site as it is published, with its source; without an id, the one on the home page. */
function publish(root: string, id?: string): { plan: PublishedPlan; seed: string } {
  const { site, plans, audiences, terms } = readSite(root);
  const tree = plans.find(({ plan }) => plan.id === (id ?? site.current));
  if (!tree) throw new Error(`no plan ${id ?? site.current} in ${root}`);
  return {
    plan: publishPlan(tree, { audiences, terms }),
    seed: readText(root, tree.plan.source),
  };
}

// Files of tests run side by side: each worker has a folder of its own.
const twoPlans = makeSite(`published-plans-${process.env['VITEST_POOL_ID'] ?? '0'}`);
addSecondPlan(twoPlans);

/** The first plan as this checkout has it. */
export const first = publish(twoPlans);

/** The second plan of tests/fixtures: another form, and no annotations. */
export const second = publish(twoPlans, 'second');

/** The made-up plan that has everything. */
export const annotated = publish(annotatedSite);

import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { comparePlans } from './comparison/compare-plans.ts';
import type { Comparison } from './comparison/comparison.ts';
import { inOrderOfYears, nearestPlans, pairPlans } from './comparison/pairs.ts';
import type { PlanCorrections } from './corrections/corrections.ts';
import type { Audience } from './kinds/audiences/audiences.ts';
import { type Change, latestFirst } from './site/changes.ts';
import type { Term } from './site/glossary.ts';
import type { Plan, Section, Site, Task } from './text/schema.ts';
import { targetWith } from './kinds/targets/consistency.ts';
import type { Target } from './kinds/targets/targets.ts';
import type { PlanTree } from './kinds/tree.ts';

export type Guide = CollectionEntry<'guides'>;

/** The site's own name and description. */
export async function getSite(): Promise<Site> {
  return (await requireEntry('site', 'site')).data;
}

const trees = new Map<string, Promise<PlanTree>>();

/** Everything that is known of a plan; throws if there is no such plan. */
export function getPlanTree(id: string): Promise<PlanTree> {
  // While a site is built its content stands still; a development server must see every change.
  const tree =
    (import.meta.env.PROD && trees.get(id)) || requireEntry('plans', id).then(({ data }) => data);
  trees.set(id, tree);
  return tree;
}

/** The trees of all plans that have something to show, in the order of their folders. */
export async function getPlanTrees(
  has: (tree: PlanTree) => boolean = () => true,
): Promise<PlanTree[]> {
  const plans = await getCollection('plans');
  return (await Promise.all(plans.map(({ id }) => getPlanTree(id)))).filter(has);
}

/** All plans, in the order of their folders. */
export async function getPlans(): Promise<Plan[]> {
  return (await getPlanTrees()).map(({ plan }) => plan);
}

/** The plan with this id; throws if there is none. */
export async function getPlan(id: string): Promise<Plan> {
  return (await getPlanTree(id)).plan;
}

/** The plan that the home page presents. */
export async function getCurrentPlan(): Promise<Plan> {
  return getPlan((await getSite()).current);
}

/**
 * The id of the plan that a component in a guide speaks of: its own, that of its guide, else the current one. MDX reads
 * `{2027}` as a number.
 */
export async function getMeantPlan({
  props,
  locals,
}: {
  props: { plan?: string | number };
  locals: App.Locals;
}): Promise<string> {
  return String(props.plan ?? locals.plan ?? (await getSite()).current);
}

/** Section `n` of a plan; throws if there is none. */
export async function getSection(plan: string, n: number): Promise<Section> {
  return required((await getPlanTree(plan)).sections[n - 1], `section ${n} in plan ${plan}`);
}

/** Task `n` of a plan; throws if there is none. */
export async function getTask(plan: string, n: number): Promise<Task> {
  return required((await getPlanTree(plan)).tasks[n - 1], `task ${n} in plan ${plan}`);
}

/** The tasks with these numbers, in the order given. */
export async function getTasks(plan: string, numbers: readonly number[]): Promise<Task[]> {
  const { tasks } = await getPlanTree(plan);
  return numbers.map((n) => required(tasks[n - 1], `task ${n} in plan ${plan}`));
}

/** The target of a plan with this id; throws if there is none. */
export async function getTarget(plan: string, id: string): Promise<Target> {
  const { targets } = await getPlanTree(plan);
  return required(targetWith(id, targets), `target ${id} in plan ${plan}`);
}

/** Every section of a plan with its tasks, in order: for pages about the whole plan. */
export async function getSectionsWithTasks({
  id,
}: Plan): Promise<{ section: Section; tasks: Task[] }[]> {
  const { sections } = await getPlanTree(id);
  return Promise.all(
    sections.map(async (section) => ({ section, tasks: await getTasks(id, section.tasks) })),
  );
}

/** What is known of the corrections of a plan's text; throws if there is no such plan. */
export async function getCorrections(plan: string): Promise<PlanCorrections> {
  return (await requireEntry('corrections', plan)).data;
}

/** All plans, the earliest first as far as their texts state their years. */
export async function getPlansByYear(): Promise<Plan[]> {
  return inOrderOfYears(await getPlans());
}

/** Of so many other plans a page about one tells: it must not grow with their number. */
const mostNear = 4;

/** The plans nearest in time to one, the latest first, and whether there are more. */
export async function getNearPlans(id: string): Promise<{ near: PlanTree[]; hasMore: boolean }> {
  const plans = await getPlans();
  const near = nearestPlans(plans, id, mostNear);
  return {
    near: await Promise.all(near.map((plan) => getPlanTree(plan.id))),
    hasMore: plans.length > near.length + 1,
  };
}

/** The pairs of plans that are compared: each with the next, and those that editors name. */
export async function getComparedPairs(): Promise<{ earlier: Plan; later: Plan }[]> {
  const decided = (await getCollection('comparisons')).map(({ data }) => data);
  return pairPlans(await getPlans(), decided);
}

const comparisons = new Map<string, Promise<Comparison>>();

/** Two plans compared, by their words and by what editors decided. */
export async function getComparison(earlier: string, later: string): Promise<Comparison> {
  const key = `${earlier}/${later}`;
  const make = async (): Promise<Comparison> => {
    const decided = (await getCollection('comparisons')).map(({ data }) => data);
    const decisions = decided.find((pair) => pair.earlier === earlier && pair.later === later);
    return comparePlans(await getPlanTree(earlier), await getPlanTree(later), decisions);
  };
  const comparison = (import.meta.env.PROD && comparisons.get(key)) || make();
  comparisons.set(key, comparison);
  return comparison;
}

/** What editors changed on the site, the latest first. */
export async function getChanges(): Promise<Change[]> {
  return (await getCollection('changes')).map(({ data }) => data).sort(latestFirst);
}

/** The controlled list of audiences, in the order its editors gave them. */
export async function getAudiences(): Promise<Audience[]> {
  const audiences = (await getCollection('audiences')).map(({ data }) => data);
  return audiences.sort((a, b) => a.order - b.order);
}

/** The audience with this code; throws if there is none. */
export async function getAudience(code: string): Promise<Audience> {
  return (await requireEntry('audiences', code)).data;
}

/** The term with this id; throws if there is none. */
export async function getTerm(id: string): Promise<Term> {
  return (await requireEntry('terms', id)).data;
}

/** The terms of the glossary, in the order of their ids. */
export async function getTerms(): Promise<Term[]> {
  const terms = (await getCollection('terms')).map(({ data }) => data);
  return terms.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The guides, in the order their editors gave them. */
export async function getGuides(): Promise<Guide[]> {
  const guides = await getCollection('guides');
  return guides.sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1));
}

function required<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`no ${name}`);
  return thing;
}

async function requireEntry<C extends 'site' | 'plans' | 'corrections' | 'audiences' | 'terms'>(
  collection: C,
  id: string,
): Promise<CollectionEntry<C>> {
  const entry = await getEntry(collection, id);
  return required(entry as CollectionEntry<C> | undefined, `${id} in collection ${collection}`);
}

import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { inSourceOrder } from './text/anchor.ts';
import { type Audience, sortConcerns } from './kinds/audiences/audiences.ts';
import type { Term } from './site/glossary.ts';
import { sortLinks } from './kinds/relations/relations.ts';
import type { Plan, Section, Site, Task } from './text/schema.ts';
import type { Target } from './kinds/targets/targets.ts';
import type { PlanTree } from './kinds/tree.ts';

export type Guide = CollectionEntry<'guides'>;

/** The site's own name and description. */
export async function getSite(): Promise<Site> {
  return (await requireEntry('site', 'site')).data;
}

/** All plans, in the order of their folders. */
export async function getPlans(): Promise<Plan[]> {
  return (await getCollection('plans')).map(({ data }) => data);
}

/** The plan with this id; throws if there is none. */
export async function getPlan(id: string): Promise<Plan> {
  return (await requireEntry('plans', id)).data;
}

/** The plan that the home page presents. */
export async function getCurrentPlan(): Promise<Plan> {
  return getPlan((await getSite()).current);
}

/** Section `n` of a plan; throws if there is none. */
export async function getSection(plan: string, n: number): Promise<Section> {
  return (await requireEntry('sections', `${plan}/${n}`)).data;
}

/** Every section of a plan, in order. */
export async function getSections(plan: Plan): Promise<Section[]> {
  return Promise.all(plan.sections.map((n) => getSection(plan.id, n)));
}

/** Task `n` of a plan; throws if there is none. */
export async function getTask(plan: string, n: number): Promise<Task> {
  return (await requireEntry('tasks', `${plan}/${n}`)).data;
}

/** The tasks with these numbers, in the order given. */
export async function getTasks(plan: string, numbers: readonly number[]): Promise<Task[]> {
  return Promise.all(numbers.map((n) => getTask(plan, n)));
}

/** The targets of a plan, in the order of the source; none if its figures are not annotated. */
export async function getTargets(plan: string): Promise<Target[]> {
  return (await getPlanTree(plan)).targets;
}

/** The target of a plan with this id; throws if there is none. */
export async function getTarget(plan: string, id: string): Promise<Target> {
  return (await requireEntry('targets', `${plan}/${id}`)).data;
}

const trees = new Map<string, Promise<PlanTree>>();

/** Everything that is known of a plan; throws if there is no such plan. */
export async function getPlanTree(id: string): Promise<PlanTree> {
  // While a site is built its content stands still; a development server must see every change.
  const tree = (import.meta.env.PROD && trees.get(id)) || assemblePlanTree(id);
  trees.set(id, tree);
  return tree;
}

async function assemblePlanTree(id: string): Promise<PlanTree> {
  const plan = await getPlan(id);
  const numbers = Array.from({ length: plan.tasks }, (_, i) => i + 1);
  const [sections, tasks, targets, numerals, charts] = await Promise.all([
    getSections(plan),
    getTasks(id, numbers),
    entriesOfPlan('targets', id),
    entriesOfPlan('numerals', id),
    entriesOfPlan('charts', id),
  ]);
  const [documents, initiatives, meetings, phrases, concerns, links, notes] = await Promise.all([
    entriesOfPlan('documents', id),
    entriesOfPlan('initiatives', id),
    entriesOfPlan('meetings', id),
    entriesOfPlan('phrases', id),
    entriesOfPlan('concerns', id),
    entriesOfPlan('links', id),
    entriesOfPlan('notes', id),
  ]);
  return {
    plan,
    sections,
    tasks,
    targets: targets.sort((a, b) => a.quantity.start - b.quantity.start),
    numerals: numerals.sort((a, b) => a.span.start - b.span.start),
    charts: charts.sort((a, b) => a.order - b.order),
    documents: inSourceOrder(documents),
    initiatives: inSourceOrder(initiatives),
    meetings: inSourceOrder(meetings),
    phrases: phrases.sort((a, b) => a.span.start - b.span.start),
    concerns: sortConcerns(concerns),
    links: sortLinks(links),
    notes: inSourceOrder(notes),
  };
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

/** The trees of all plans that have something to show, as a page's addresses are made of them. */
export async function getPlanTrees(
  has: (tree: PlanTree) => boolean = () => true,
): Promise<PlanTree[]> {
  const plans = await getPlans();
  return (await Promise.all(plans.map(({ id }) => getPlanTree(id)))).filter(has);
}

/** The guides, in the order their editors gave them. */
export async function getGuides(): Promise<Guide[]> {
  const guides = await getCollection('guides');
  return guides.sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1));
}

/** Every section of a plan with its tasks, in order: for pages about the whole plan. */
export async function getSectionsWithTasks(
  plan: Plan,
): Promise<{ section: Section; tasks: Task[] }[]> {
  const sections = await getSections(plan);
  return Promise.all(
    sections.map(async (section) => ({ section, tasks: await getTasks(plan.id, section.tasks) })),
  );
}

type PlanCollection = Exclude<keyof PlanTree, 'plan'>;

async function entriesOfPlan<C extends PlanCollection>(
  collection: C,
  plan: string,
): Promise<PlanTree[C]> {
  const entries = await getCollection(collection, ({ data }) => data.plan === plan);
  return entries.map(({ data }) => data) as PlanTree[C];
}

async function requireEntry<
  C extends 'site' | 'plans' | 'sections' | 'tasks' | 'targets' | 'audiences' | 'terms',
>(collection: C, id: string): Promise<CollectionEntry<C>> {
  const entry = await getEntry(collection, id);
  if (!entry) throw new Error(`no ${id} in collection ${collection}`);
  return entry as CollectionEntry<C>;
}

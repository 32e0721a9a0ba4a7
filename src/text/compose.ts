import { ExtentIndex, once } from './extent-index.ts';
import type { Extent } from './span.ts';
import type { AnchorTree } from './anchor.ts';
import type { Group, Part, Plan, Section, Task } from './schema.ts';
import { countCharacters } from './source.ts';

/** A plan as it was parsed: its own parts, its sections and its tasks, each list in the order of the source. */
export type ParsedPlan = { plan: Plan; sections: readonly Section[]; tasks: readonly Task[] };

/**
 * Every part of a plan in the order of the source.
 * @param sections of this plan, in order
 * @param tasks of this plan, in order
 */
export function* planParts(
  plan: Pick<Plan, 'front' | 'general' | 'signature'>,
  sections: readonly Section[],
  tasks: readonly Task[],
): Generator<Part> {
  yield* plan.front;
  yield* plan.general;
  for (const section of sections) {
    if (section.marker) yield section.marker;
    if (section.heading) yield section.heading;
    yield* section.lead;
    let group = 0;
    for (const n of section.tasks) {
      const task = tasks[n - 1];
      if (!task) throw new RangeError(`task ${n} of plan ${section.plan} is missing`);
      // Groups are counted in the order of the source: those not yet told stand around this task.
      while (task.group !== undefined && group < task.group) {
        const heading = section.groups[group];
        if (heading) yield* [heading.marker, heading.heading, ...heading.lead];
        group += 1;
      }
      if (task.marker) yield task.marker;
      yield* task.sentences;
    }
  }
  yield* plan.signature;
}

/** How much there is to read of a plan, in characters: white space and the date line are not. */
export function countToRead({ plan, sections, tasks }: AnchorTree): number {
  const dates: readonly Part[] = plan.front.filter(({ kind }) => kind === 'date');
  return Array.from(planParts(plan, sections, tasks))
    .filter((part) => !dates.includes(part))
    .reduce((sum, { text }) => sum + countCharacters(text), 0);
}

const partsOf = once(
  ({ plan, sections, tasks }: AnchorTree) =>
    new ExtentIndex(planParts(plan, sections, tasks), (part) => [part]),
);

/** The part of a plan in which words stand, whole if they stand in one: their sentence, title or heading. */
export function partWith(tree: AnchorTree, words: Extent): Part | undefined {
  return partsOf(tree).around(words)[0];
}

/** The source text, put together from its parts: what was parsed, to the last byte. */
export function composePlan(
  plan: Pick<Plan, 'before' | 'front' | 'general' | 'signature'>,
  sections: readonly Section[],
  tasks: readonly Task[],
): string {
  let text = plan.before;
  for (const part of planParts(plan, sections, tasks)) text += part.text + part.after;
  return text;
}

/** The groups that a task stands in, from the outermost. */
export function groupsOf(task: Pick<Task, 'group'>, section: Pick<Section, 'groups'>): Group[] {
  const found: Group[] = [];
  let group = section.groups[(task.group ?? 0) - 1];
  while (group) {
    found.unshift(group);
    group = section.groups[(group.parent ?? 0) - 1];
  }
  return found;
}

/** A task, or a group with what stands in it. */
export type OutlineItem = { task: Task } | { group: Group; items: OutlineItem[] };

/**
 * The tasks of a section as its groups hold them, in the order of the source.
 * @param tasks of the section, in order
 */
export function outlineOf(section: Pick<Section, 'groups'>, tasks: readonly Task[]): OutlineItem[] {
  const outline: OutlineItem[] = [];
  const itemsOf = new Map<number | undefined, OutlineItem[]>([[undefined, outline]]);
  const open = (n: number | undefined): OutlineItem[] => {
    const known = itemsOf.get(n);
    const group = section.groups[(n ?? 0) - 1];
    if (known || !group) return known ?? outline;
    const items: OutlineItem[] = [];
    open(group.parent).push({ group, items });
    itemsOf.set(n, items);
    return items;
  };
  for (const task of tasks) open(task.group).push({ task });
  return outline;
}

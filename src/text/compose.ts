import { ExtentIndex, once } from './extent-index.ts';
import type { Extent } from './span.ts';
import type { AnchorTree } from './anchor.ts';
import type { Group, MatterPart, Part, Plan, Section, Sentence, Span, Task } from './schema.ts';
import { sentenceParts, withoutClosingMark } from './sentences.ts';
import { countCharacters } from './source.ts';

/** A plan as it was parsed: its own parts, its sections and its tasks, each list in the order of the source. */
export type ParsedPlan = { plan: Plan; sections: readonly Section[]; tasks: readonly Task[] };

/**
 * Every part of a plan in the order of the source.
 * @param sections of this plan, in order
 * @param tasks of this plan, in order
 */
export function* planParts(
  plan: Pick<Plan, 'preface' | 'front' | 'general' | 'closing'>,
  sections: readonly Section[],
  tasks: readonly Task[],
): Generator<Part> {
  yield* plan.preface;
  yield* plan.front;
  yield* sentenceParts(plan.general);
  for (const section of sections) {
    if (section.marker) yield section.marker;
    if (section.heading) yield section.heading;
    yield* sentenceParts(section.lead);
    let group = 0;
    for (const n of section.tasks) {
      const task = tasks[n - 1];
      if (!task) throw new RangeError(`task ${n} of plan ${section.plan} is missing`);
      // Groups are counted in the order of the source: those not yet told stand around this task.
      while (task.group !== undefined && group < task.group) {
        const heading = section.groups[group];
        if (heading?.marker) yield heading.marker;
        if (heading) yield* [heading.heading, ...sentenceParts(heading.lead)];
        group += 1;
      }
      if (task.marker) yield task.marker;
      yield* sentenceParts(task.sentences);
    }
  }
  yield* plan.closing;
}

/** The parts that annotations account for: all but what stands around title and text. */
export function* textParts({ plan, sections, tasks }: ParsedPlan): Generator<Part> {
  const around: readonly Part[] = [
    ...plan.preface,
    ...plan.front.filter(({ kind }) => kind === 'furniture'),
    ...plan.closing,
  ];
  for (const part of planParts(plan, sections, tasks)) if (!around.includes(part)) yield part;
}

/** A sentence and where it stands: in a task, else under the heading of a section or group, else in the general requirement. */
export type PlacedSentence = {
  sentence: Sentence;
  task?: Task;
  section?: Section;
  group?: Group;
};

/** Every sentence of a plan that has a number, in the order of the source. */
export function* placedSentences({ plan, sections, tasks }: AnchorTree): Generator<PlacedSentence> {
  for (const sentence of plan.general) yield { sentence };
  for (const section of sections) {
    for (const sentence of section.lead) yield { sentence, section };
    const own = section.tasks.flatMap((n) => tasks[n - 1] ?? []);
    yield* sentencesOfItems(section, outlineOf(section, own));
  }
}

function* sentencesOfItems(
  section: Section,
  items: readonly OutlineItem[],
): Generator<PlacedSentence> {
  for (const item of items) {
    if ('task' in item) {
      const { task } = item;
      for (const sentence of task.sentences) yield { sentence, section, task };
    } else {
      const { group } = item;
      for (const sentence of group.lead) yield { sentence, section, group };
      yield* sentencesOfItems(section, item.items);
    }
  }
}

/** How much there is to read of a plan, in characters: white space and the date line are not. */
export function countToRead({ plan, sections, tasks }: AnchorTree): number {
  const around: readonly Part[] = [
    ...plan.preface,
    ...plan.front.filter(({ kind }) => kind !== 'title'),
    ...plan.closing,
  ];
  return Array.from(planParts(plan, sections, tasks))
    .filter((part) => !around.includes(part))
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
  plan: Pick<Plan, 'before' | 'preface' | 'front' | 'general' | 'closing'>,
  sections: readonly Section[],
  tasks: readonly Task[],
): string {
  let text = plan.before;
  for (const part of planParts(plan, sections, tasks)) text += part.text + part.after;
  return text;
}

/** The lines of a plan's title, as it is printed first; none if the source has no title. */
export function titleParts({ front }: Pick<Plan, 'front'>): MatterPart[] {
  const first = front.findIndex(({ kind }) => kind === 'title');
  const after = front.findIndex(({ kind }, i) => i > first && kind !== 'title');
  return first < 0 ? [] : front.slice(first, after < 0 ? front.length : after);
}

/** What a text itself states of its document (GB/T 9704-2012, 7.2.5, 7.3.5), in the parts around it. */
export function statedFacts({
  preface,
  front,
  closing,
}: Pick<Plan, 'preface' | 'front' | 'closing'>): {
  /** On one line each, where several bodies issue a plan together. */
  issuers: MatterPart[];
  documentNumber: MatterPart | undefined;
  dated: MatterPart | undefined;
} {
  const issuersIn = (parts: readonly MatterPart[]): MatterPart[] =>
    parts.filter(({ kind }) => kind === 'issuer');
  // The signature stands alone or above its date; dates of front lines may be those of a web page.
  const signed = [closing, preface, front].find((parts) => issuersIn(parts).length > 0) ?? closing;
  return {
    issuers: issuersIn(signed),
    documentNumber: [...preface, ...front].find(({ kind }) => kind === 'number'),
    dated: signed.find(({ kind }) => kind === 'date'),
  };
}

/** A task's title for where only words can stand; of a task without one, its first words, and that they are cut. */
export function taskLabel(task: Pick<Task, 'title' | 'sentences'>): string {
  return isCut(task) ? `${task.title.text}…` : task.title.text;
}

/** Whether a task is called by the first words of its first sentence only. */
export function isCut({ title, sentences }: Pick<Task, 'title' | 'sentences'>): boolean {
  return title.text !== withoutClosingMark(sentences[0].text);
}

/** Parts in order, rows of one table together. */
export function inTables<P extends Part & { cells?: readonly Span[] | undefined }>(
  parts: readonly P[],
): (P | P[])[] {
  const items: (P | P[])[] = [];
  for (const part of parts) {
    const last = items.at(-1);
    if (part.cells && Array.isArray(last)) last.push(part);
    else items.push(part.cells ? [part] : part);
  }
  return items;
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

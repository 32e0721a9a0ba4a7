import { type OutlineItem, outlineOf } from '../text/compose.ts';
import type { FrontPart, Group, Part, Plan, Section, Sentence, Task } from '../text/schema.ts';

/** A plan as files are made of it. */
export type PlanText = {
  plan: Plan;
  sections: readonly Section[];
  tasks: readonly Task[];
};

/** What a heading is a heading of. */
export type HeadingOf = { section: Section } | { group: Group } | { task: Task };

/**
 * A paragraph or heading of a plan. `parts` are its words in the source. With `runsOn` the next block stands in the
 * same line of the source: a task's title runs on into its text.
 */
export type Block = { parts: readonly Part[]; runsOn: boolean } & (
  | { kind: FrontPart['kind'] | 'text' | 'signature' }
  /** `level` is 1 for what stands directly below the plan. */
  | { kind: 'heading'; level: number; of: HeadingOf }
);

const opensLine = /[\n\r]/u;

/** The words of a block as they stand in the source, in one line. */
export function textOf({ parts }: Pick<Block, 'parts'>): string {
  return parts
    .map(({ text, after }, i) => (i < parts.length - 1 ? text + inLine(after) : text))
    .join('');
}

/** White space between two parts of one block: a line end between Chinese words stands for nothing. */
export function inLine(after: string): string {
  return opensLine.test(after) ? '' : after;
}

/** Everything before the first section: titles and what stands with them, then the general requirement. */
export function frontBlocks({ plan }: Pick<PlanText, 'plan'>): Block[] {
  return [
    ...plan.front.map((part): Block => ({ kind: part.kind, parts: [part], runsOn: false })),
    ...paragraphs(plan.general),
  ];
}

/** A section: its heading if it has one, its own paragraphs, and its tasks in their groups. */
export function sectionBlocks(section: Section, tasks: readonly Task[]): Block[] {
  const own = tasks.filter((task) => task.section === section.n);
  const { marker, heading } = section;
  const parts = [marker, heading].filter((part) => part !== undefined);
  const level = parts.length > 0 ? 2 : 1;
  return [
    ...(parts.length > 0 ? [headingBlock(parts, 1, { section })] : []),
    ...paragraphs(section.lead),
    ...outlineOf(section, own).flatMap((item) => itemBlocks(item, level)),
  ];
}

/** A task: its number and first sentence as a heading, then its other sentences. */
export function taskBlocks(task: Task, level: number): Block[] {
  const [title, ...rest] = task.sentences;
  const parts = task.marker ? [task.marker, title] : [title];
  return [headingBlock(parts, level, { task }), ...paragraphs(rest)];
}

/** Signature and date at the end, where a plan has them. */
export function signatureBlocks({ plan }: Pick<PlanText, 'plan'>): Block[] {
  return plan.signature.map((part) => ({ kind: 'signature', parts: [part], runsOn: false }));
}

/** A whole plan, in the order of the source. */
export function planBlocks(whole: PlanText): Block[] {
  return [
    ...frontBlocks(whole),
    ...whole.sections.flatMap((section) => sectionBlocks(section, whole.tasks)),
    ...signatureBlocks(whole),
  ];
}

function itemBlocks(item: OutlineItem, level: number): Block[] {
  if ('task' in item) return taskBlocks(item.task, level);
  const { group, items } = item;
  return [
    headingBlock([group.marker, group.heading], level, { group }),
    ...paragraphs(group.lead),
    ...items.flatMap((inner) => itemBlocks(inner, level + 1)),
  ];
}

function headingBlock(parts: readonly Part[], level: number, of: HeadingOf): Block {
  const runsOn = !opensLine.test(parts.at(-1)?.after ?? '\n');
  return { kind: 'heading', level, of, parts, runsOn };
}

function paragraphs(sentences: readonly Sentence[]): Block[] {
  return [...Map.groupBy(sentences, ({ paragraph }) => paragraph).values()].map((parts) => ({
    kind: 'text',
    parts,
    runsOn: false,
  }));
}

import { type OutlineItem, outlineOf, titleParts } from '../text/compose.ts';
import type { Group, MatterPart, Part, Plan, Section, Sentence, Task } from '../text/schema.ts';
import { sentenceParts } from '../text/sentences.ts';

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
  | { kind: 'title' | 'date' | 'number' | 'recipients' | 'text' | 'signature' }
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

/** The title of a plan; the editor's, if the source has none. */
export function titleBlock({ plan }: Pick<PlanText, 'plan'>): Block {
  const parts = titleParts(plan);
  const ofEditor = { start: 0, end: 0, line: 1, text: plan.title, after: '' };
  return { kind: 'title', parts: parts.length > 0 ? parts : [ofEditor], runsOn: false };
}

/** What stands before the title. */
export function prefaceBlocks({ plan }: Pick<PlanText, 'plan'>): Block[] {
  return plan.preface.map(matterBlock);
}

/** Everything between title and first section: what stands with the title, then the general requirement. */
export function frontBlocks({ plan }: Pick<PlanText, 'plan'>): Block[] {
  const title = titleParts(plan);
  return [
    ...plan.front.filter((part) => !title.includes(part)).map(matterBlock),
    ...paragraphs(plan.general),
  ];
}

function matterBlock(part: MatterPart): Block {
  const { kind } = part;
  const known = kind === 'title' || kind === 'date' || kind === 'number' || kind === 'recipients';
  return { kind: known ? kind : 'text', parts: [part], runsOn: false };
}

const headingParts = ({ marker, heading }: Pick<Section, 'marker' | 'heading'>): Part[] =>
  [marker, heading].filter((part) => part !== undefined);

/** A section: its heading if it has one, its own paragraphs, and its tasks in their groups. */
export function sectionBlocks(section: Section, tasks: readonly Task[]): Block[] {
  const own = tasks.filter((task) => task.section === section.n);
  const parts = headingParts(section);
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
  if (task.isUntitled) return paragraphs(task.sentences, task.marker);
  const parts = task.marker ? [task.marker, title] : [title];
  return [headingBlock(parts, level, { task }), ...paragraphs(rest)];
}

/** What stands after the text: attachments, issuer and date, what follows them. */
export function closingBlocks({ plan }: Pick<PlanText, 'plan'>): Block[] {
  return plan.closing.map((part): Block => {
    const isSignature = part.kind === 'issuer' || part.kind === 'date';
    return { kind: isSignature ? 'signature' : 'text', parts: [part], runsOn: false };
  });
}

/** A whole plan, in the order of the source. */
export function planBlocks(whole: PlanText): Block[] {
  return [
    ...prefaceBlocks(whole),
    titleBlock(whole),
    ...frontBlocks(whole),
    ...whole.sections.flatMap((section) => sectionBlocks(section, whole.tasks)),
    ...closingBlocks(whole),
  ];
}

function itemBlocks(item: OutlineItem, level: number): Block[] {
  if ('task' in item) return taskBlocks(item.task, level);
  const { group, items } = item;
  return [
    headingBlock(headingParts(group), level, { group }),
    ...paragraphs(group.lead),
    ...items.flatMap((inner) => itemBlocks(inner, level + 1)),
  ];
}

function headingBlock(parts: readonly Part[], level: number, of: HeadingOf): Block {
  const runsOn = !opensLine.test(parts.at(-1)?.after ?? '\n');
  return { kind: 'heading', level, of, parts, runsOn };
}

/** @param marker a number that stands before the first of them */
function paragraphs(sentences: readonly Sentence[], marker?: Part): Block[] {
  return [...Map.groupBy(sentences, ({ paragraph }) => paragraph).values()].map((own, i) => ({
    kind: 'text',
    parts: [...(marker && i === 0 ? [marker] : []), ...sentenceParts(own)],
    runsOn: false,
  }));
}

import { z } from 'zod';
import { kinds } from '../kinds/registry.ts';
import { entriesOf } from '../kinds/tree.ts';
import { groupsOf } from '../text/compose.ts';
import { writeJson, writeSchema } from './plan-json.ts';
import { type PublishedPlan, publishedPlanSchema } from './published-plan.ts';

/** The file, among a plan's open data, that holds the schema of its tasks' files. */
export const taskSchemaFile = 'task.schema.json';

const { plan, sections, tasks, ...lists } = publishedPlanSchema.shape;
const headingSchema = sections.element.pick({ n: true, numeral: true, title: true });

/** One task with all that stands in it, each part as it is in `plan.json`. */
const taskFileSchema = z.strictObject({
  $schema: z.string(),
  /** Addresses, whole where the site's own is known. */
  links: z.strictObject({
    page: z.string(),
    markdown: z.string(),
    plan: z.string(),
    previous: z.string().optional(),
    next: z.string().optional(),
  }),
  plan: plan.pick({ id: true, title: true, source: true, sha256: true }),
  section: headingSchema,
  /** From the outermost. */
  groups: z.array(headingSchema),
  task: tasks.element,
  ...lists,
});

type TaskFile = z.infer<typeof taskFileSchema>;

/** The addresses that a task's file needs. */
export type TaskLinks = TaskFile['links'] & { schema: string };

/** What may say where an entry of any kind stands: in a task, in several, or between two. */
type Placed = {
  task?: number | undefined;
  mentions?: readonly { task?: number | undefined }[];
  uses?: readonly { task: number }[];
  from?: { task: number };
  to?: { task: number };
};

/**
 * Writes a task as JSON: `plan.json` cut down to what stands in this task. An entry that stands in several tasks is
 * whole, with all its places.
 * @throws RangeError if the plan has no such task
 */
export function writeTaskJson(
  published: PublishedPlan,
  n: number,
  { schema, ...links }: TaskLinks,
): string {
  const task = published.tasks[n - 1];
  const section = published.sections.find((each) => each.n === task?.section);
  if (!task || !section) throw new RangeError(`no task ${n} in plan ${published.plan.id}`);
  const { id, title, source, sha256 } = published.plan;
  const here = <Entry>(entries: readonly Entry[]): Entry[] =>
    entries.filter((entry) => standsIn(entry as Placed, n));
  const codes = new Set(here(published.concerns).map(({ code }) => code));
  return writeJson({
    $schema: schema,
    links,
    plan: { id, title, source, sha256 },
    section: headingOf(section),
    groups: groupsOf(task, section).map(headingOf),
    task,
    ...Object.fromEntries(kinds.map((kind) => [kind.name, here(entriesOf(published, kind))])),
    audiences: published.audiences.filter(({ code }) => codes.has(code)),
    terms: here(published.terms),
  });
}

/** The JSON Schema (draft 2020-12) of `writeTaskJson`. */
export function writeTaskSchema(): string {
  return writeSchema(taskFileSchema);
}

function headingOf({ n, numeral, title }: TaskFile['section']): TaskFile['section'] {
  return {
    n,
    ...(numeral === undefined ? {} : { numeral }),
    ...(title === undefined ? {} : { title }),
  };
}

function standsIn({ task, mentions, uses, from, to }: Placed, n: number): boolean {
  return (
    [task, from?.task, to?.task].includes(n) ||
    [...(mentions ?? []), ...(uses ?? [])].some((place) => place.task === n)
  );
}

import { z } from 'zod';
import type { Plan, Section, Task } from './schema.ts';

/** The front matter of `content/guides/*.mdx`. */
export const guideSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** Guides are listed by this number, then by file name. */
  order: z.int(),
});

/** What search knows of a guide: its id, what its front matter says, the texts of its headings. */
export type GuideOutline = { id: string; title: string; description: string; headings: string[] };

/** A component in a guide and its attributes as written: `<TaskLink n={3} s={2} />`. */
export type GuideReference = { component: string; attributes: Record<string, string> };

type Tree = { plan: Plan; sections: readonly Section[]; tasks: readonly Task[] };

/**
 * Checks that what a component in a guide refers to exists. Components name a plan by `plan`, or mean
 * the current one.
 * @returns undefined if it does, else what was expected and what was found
 */
export function findMissingReference(
  { component, attributes }: GuideReference,
  current: string,
  plans: readonly Tree[],
): { expected: string; found: string } | undefined {
  const known = ['TaskLink', 'SectionLink', 'PlanLink'];
  if (!known.includes(component)) {
    return { expected: `a component, one of ${known.join(', ')}`, found: `<${component}>` };
  }
  const id = attributes['plan'] ?? current;
  const tree = plans.find(({ plan }) => plan.id === id);
  if (!tree) {
    return {
      expected: `a plan, one of ${plans.map(({ plan }) => plan.id).join(', ')}`,
      found: `“${id}”`,
    };
  }
  if (component === 'PlanLink') return undefined;
  const n = Number(attributes['n']);
  const items = component === 'TaskLink' ? tree.tasks : tree.sections;
  const kind = component === 'TaskLink' ? 'task' : 'section';
  const item = items.find((candidate) => candidate.n === n);
  if (!item) {
    return {
      expected: `a ${kind} of plan ${id}, 1 to ${items.length}`,
      found: `n=${attributes['n'] ?? 'nothing'}`,
    };
  }
  const s = attributes['s'];
  if (
    s !== undefined &&
    'sentences' in item &&
    !item.sentences.some(({ n: m }) => m === Number(s))
  ) {
    return { expected: `a sentence of task ${n}, 1 to ${item.sentences.length}`, found: `s=${s}` };
  }
  return undefined;
}

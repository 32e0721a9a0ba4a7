import { z } from 'zod';
import { planSchema, sectionSchema, taskSchema } from '../text/schema.ts';
import { kinds } from './registry.ts';

type RegisteredKind = (typeof kinds)[number];

type Lists = { [Kind in RegisteredKind as Kind['name']]: z.ZodArray<Kind['schema']> };

/** Everything that is known of one plan: its text, and the entries of every kind, each list in the order of the source. */
export const planTreeSchema = z.strictObject({
  plan: planSchema,
  sections: z.array(sectionSchema),
  tasks: z.array(taskSchema),
  ...(Object.fromEntries(kinds.map(({ name, schema }) => [name, z.array(schema)])) as Lists),
});

export type PlanTree = z.infer<typeof planTreeSchema>;

/** The entries of every kind, by its name. */
export type Annotations = { [Kind in RegisteredKind as Kind['name']]: z.infer<Kind['schema']>[] };

/**
 * The entries of a kind that is known by its name only. They are `never`: only the kind's own parts, which take
 * any entry, can be given them.
 */
export function entriesOf(tree: Annotations, { name }: { name: string }): readonly never[] {
  return tree[name as keyof Annotations] as unknown as readonly never[];
}

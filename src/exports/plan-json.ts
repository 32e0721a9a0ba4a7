import { z } from 'zod';
import { type PlanTree, planTreeSchema } from '../plan/tree.ts';

/** The file, beside a plan's JSON, that holds its schema. */
export const schemaFile = 'plan.schema.json';

const planFileSchema = planTreeSchema.extend({ $schema: z.literal(schemaFile) });

/** The whole typed plan. */
export function writePlanJson(tree: PlanTree): string {
  return writeJson({ $schema: schemaFile, ...tree } satisfies z.infer<typeof planFileSchema>);
}

/** A plan's targets, as in the whole plan. */
export function writeTargetsJson({ targets }: PlanTree): string {
  return writeJson(targets);
}

/**
 * The JSON Schema (draft 2020-12) of `writePlanJson`, made of the schemas that check the content. What
 * they say beyond JSON Schema's means, such as which keys exclude each other, is not in it.
 */
export function writePlanSchema(): string {
  return writeJson(z.toJSONSchema(planFileSchema));
}

/** JSON as people may read it, with a line end. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

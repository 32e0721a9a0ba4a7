import { z } from 'zod';
import { type PublishedPlan, publishedPlanSchema } from './published-plan.ts';
import type { Table } from '../tables/table.ts';

/** The file, beside a plan's JSON, that holds its schema. */
export const schemaFile = 'plan.schema.json';

const planFileSchema = publishedPlanSchema.extend({ $schema: z.literal(schemaFile) });

/** The whole typed plan. */
export function writePlanJson(plan: PublishedPlan): string {
  return writeJson({ $schema: schemaFile, ...plan } satisfies z.infer<typeof planFileSchema>);
}

/** Some lists of a plan, as in the whole plan: one by itself, several by name. */
export function writeListsJson(
  plan: PublishedPlan,
  lists: NonNullable<Table<PublishedPlan>['lists']>,
): string {
  const [one, ...more] = lists;
  return writeJson(
    more.length === 0 ? plan[one] : Object.fromEntries(lists.map((name) => [name, plan[name]])),
  );
}

/**
 * The JSON Schema (draft 2020-12) of `writePlanJson`, made of the schemas that check the content. What
 * they say beyond JSON Schema's means, such as which keys exclude each other, is not in it.
 */
export function writePlanSchema(): string {
  return writeSchema(planFileSchema);
}

/** The JSON Schema (draft 2020-12) of what a schema of ours lets pass. */
export function writeSchema(schema: z.ZodType): string {
  return writeJson(
    z.toJSONSchema(schema, {
      // Zod leaves it out, and a list that is never empty could be.
      override: ({ jsonSchema }) => {
        if (jsonSchema.prefixItems) jsonSchema.minItems = jsonSchema.prefixItems.length;
      },
    }),
  );
}

/** JSON as people may read it, with a line end. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

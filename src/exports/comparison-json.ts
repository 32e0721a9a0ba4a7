import { z } from 'zod';
import { type Comparison, comparisonSchema } from '../comparison/comparison.ts';
import { writeJson, writeSchema } from './plan-json.ts';

const schemaFile = 'comparison.schema.json';

const comparisonFileSchema = comparisonSchema.extend({ $schema: z.literal(schemaFile) });

/** Two plans compared, with the name of the file beside it that holds its schema. */
export function writeComparisonJson(comparison: Comparison): string {
  return writeJson({ $schema: schemaFile, ...comparison } satisfies z.infer<
    typeof comparisonFileSchema
  >);
}

/** The JSON Schema (draft 2020-12) of `writeComparisonJson`. */
export function writeComparisonSchema(): string {
  return writeSchema(comparisonFileSchema);
}

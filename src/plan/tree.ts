import { z } from 'zod';
import { chartSchema } from './charts.ts';
import { numeralSchema } from './ledger.ts';
import { planSchema, sectionSchema, taskSchema } from './schema.ts';
import { targetSchema } from './targets.ts';

/** Everything that is known of one plan, each list in the order of the source. */
export const planTreeSchema = z.strictObject({
  plan: planSchema,
  sections: z.array(sectionSchema),
  tasks: z.array(taskSchema),
  targets: z.array(targetSchema),
  numerals: z.array(numeralSchema),
  charts: z.array(chartSchema),
});

export type PlanTree = z.infer<typeof planTreeSchema>;

import { z } from 'zod';
import { idSchema } from '../text/schema.ts';

const decisionFields = {
  decision: z.enum(['confirm', 'refuse']),
  /** Why, in a sentence of the editor's. */
  why: z.string().min(1).optional(),
};

/** `content/comparisons.yaml`: pairs of plans that are to be compared, and what editors say of their matches. */
export const comparisonsFileSchema = z.array(
  z.strictObject({
    earlier: z.string().min(1),
    later: z.string().min(1),
    tasks: z
      .array(
        z.strictObject({
          earlier: z.int().positive(),
          later: z.int().positive(),
          ...decisionFields,
        }),
      )
      .default([]),
    targets: z
      .array(z.strictObject({ earlier: idSchema, later: idSchema, ...decisionFields }))
      .default([]),
  }),
);

/** What editors say of two plans. */
export type PairDecisions = z.infer<typeof comparisonsFileSchema>[number];

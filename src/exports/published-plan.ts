import { z } from 'zod';
import { type Audience, audienceSchema, codesOf } from '../kinds/audiences/audiences.ts';
import { type Term, findTermUses, termSchema } from '../site/glossary.ts';
import { spanSchema } from '../text/schema.ts';
import { type PlanTree, planTreeSchema } from '../kinds/tree.ts';

const termUseSchema = z.strictObject({
  task: z.int().positive(),
  sentence: z.int().positive(),
  span: spanSchema,
});

/** What is published of a plan: its tree, and its part of what all plans of the site share. */
export const publishedPlanSchema = planTreeSchema.extend({
  /** Whom it concerns, in the order of the controlled list. */
  audiences: z.array(audienceSchema),
  /** The terms of the glossary that its tasks use, with the first use in each task. */
  terms: z.array(termSchema.extend({ uses: z.array(termUseSchema).min(1) })),
});

export type PublishedPlan = z.infer<typeof publishedPlanSchema>;
export type PublishedTerm = PublishedPlan['terms'][number];

/**
 * Joins a plan with its part of the lists that are the site's.
 * @param shared the controlled list of audiences and the glossary, whole
 */
export function publishPlan(
  tree: PlanTree,
  shared: { audiences: readonly Audience[]; terms: readonly Term[] },
): PublishedPlan {
  const codes = new Set(codesOf(tree.concerns));
  const uses = Map.groupBy(
    tree.tasks.flatMap((task) => findTermUses(task, shared.terms)),
    ({ term }) => term,
  );
  return {
    ...tree,
    audiences: shared.audiences.filter(({ code }) => codes.has(code)),
    terms: shared.terms
      .map((term) => ({
        ...term,
        uses: (uses.get(term.id) ?? []).map(({ term: _, ...use }) => use),
      }))
      .filter((term) => term.uses.length > 0),
  };
}

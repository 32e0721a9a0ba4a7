import { z } from 'zod';

/** How sure a match is: an editor says so; no character differs; by the share of common words. */
const sureness = ['confirmed', 'same', 'near', 'alike', 'possible'] as const;

const taskNumbers = z.array(z.int().positive()).min(1);
const shareSchema = z.number().min(0).max(1);

/** Why two tasks are taken for one. */
const reasonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('editor'), why: z.string().optional() }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('title'), title: z.string() }),
  z.strictObject({ kind: z.literal('words'), share: shareSchema }),
  /** An initiative or a document that both name. */
  z.strictObject({ kind: z.literal('name'), name: z.string() }),
  /** A figure of the same indicator. */
  z.strictObject({ kind: z.literal('figure'), indicator: z.string() }),
  /** What was split off, or came to it: so much of the words of that task is in the other. */
  z.strictObject({ kind: z.literal('part'), task: z.int().positive(), share: shareSchema }),
]);

const sentencePlace = z.strictObject({ task: z.int().positive(), sentence: z.int().positive() });

/** A sentence that was changed, came or went. The pieces of it put together are what it was, and what it is. */
const changeSchema = z.strictObject({
  before: sentencePlace.optional(),
  after: sentencePlace.optional(),
  pieces: z.array(z.strictObject({ kind: z.enum(['kept', 'added', 'removed']), text: z.string() })),
});

const taskMatchSchema = z.strictObject({
  /** One task of each plan; of one that was split, the later ones; of those that were merged, the earlier ones. */
  earlier: taskNumbers,
  later: taskNumbers,
  kind: z.enum(['kept', 'changed', 'split', 'merged']),
  sure: z.enum(sureness),
  /** So much of the words of both is common to them. */
  share: shareSchema,
  reasons: z.array(reasonSchema).min(1),
  /** Whether it stands in another section than the one that its own became. */
  moved: z.boolean(),
  changes: z.array(changeSchema),
  /** How many sentences are the same. */
  keptSentences: z.int().nonnegative(),
});

const sectionMatchSchema = z.strictObject({
  earlier: z.int().positive(),
  later: z.int().positive(),
  /** So many tasks of both are matched with each other. */
  tasks: z.int().nonnegative(),
  sameTitle: z.boolean(),
});

const figureMatchSchema = z.strictObject({
  earlier: z.string(),
  later: z.string(),
  /** Named by editors, by one `indicatorId` in both plans or in comparisons.yaml; else proposed by the words. */
  basis: z.enum(['named', 'confirmed', 'proposed']),
  /** The later less the earlier, in full numbers; of percentages, in percentage points. */
  difference: z.number().optional(),
  /** Why there is none. */
  noDifference: z.enum(['unit', 'nature', 'scope', 'range', 'name']).optional(),
});

const nameMatchSchema = z.strictObject({
  earlier: z.string(),
  later: z.string(),
  /** Whether both plans print one name, or names that differ by who issues it or by （试行）. */
  sameName: z.boolean(),
});

/** Two tasks whose words are alike and that an editor says are not one, and why. */
const refusedSchema = z.strictObject({
  earlier: z.int().positive(),
  later: z.int().positive(),
  why: z.string().optional(),
});

/** What became of one plan in a later one. Tasks and sections are named by their numbers, other things by their ids. */
export const comparisonSchema = z.strictObject({
  earlier: z.string(),
  later: z.string(),
  sections: z.array(sectionMatchSchema),
  /** In the order of the later plan. */
  tasks: z.array(taskMatchSchema),
  /** Tasks of the later plan that nothing in the earlier one corresponds to, and the other way round. */
  added: z.array(z.int().positive()),
  dropped: z.array(z.int().positive()),
  refused: z.array(refusedSchema),
  figures: z.array(figureMatchSchema),
  /** Documents that the earlier plan has written or revised and that the later one names too. */
  announced: z.array(nameMatchSchema),
  initiatives: z.array(nameMatchSchema),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type TaskMatch = z.infer<typeof taskMatchSchema>;
export type Reason = z.infer<typeof reasonSchema>;
export type Sureness = (typeof sureness)[number];
export type SentenceChange = z.infer<typeof changeSchema>;
export type SectionMatch = z.infer<typeof sectionMatchSchema>;
export type FigureMatch = z.infer<typeof figureMatchSchema>;
export type NameMatch = z.infer<typeof nameMatchSchema>;

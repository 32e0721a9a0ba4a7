import { z } from 'zod';
import { concernSchema } from './audiences/audiences.ts';
import { chartSchema } from './charts/charts.ts';
import { numeralSchema } from './numerals/numerals.ts';
import { linkSchema } from './relations/relations.ts';
import { documentSchema } from './documents/documents.ts';
import { initiativeSchema } from './initiatives/initiatives.ts';
import { meetingSchema } from './meetings/meetings.ts';
import { noteSchema } from './notes/notes.ts';
import { phraseSchema } from './phrases/phrases.ts';
import { planSchema, sectionSchema, taskSchema } from '../text/schema.ts';
import { targetSchema } from './targets/targets.ts';

/** Everything that is known of one plan, each list in the order of the source. */
export const planTreeSchema = z.strictObject({
  plan: planSchema,
  sections: z.array(sectionSchema),
  tasks: z.array(taskSchema),
  targets: z.array(targetSchema),
  numerals: z.array(numeralSchema),
  charts: z.array(chartSchema),
  /** What the plan names. */
  documents: z.array(documentSchema),
  initiatives: z.array(initiativeSchema),
  meetings: z.array(meetingSchema),
  phrases: z.array(phraseSchema),
  /** Whom its tasks concern. */
  concerns: z.array(concernSchema),
  /** Which tasks belong together: what editors say, and what shared names say. */
  links: z.array(linkSchema),
  notes: z.array(noteSchema),
});

export type PlanTree = z.infer<typeof planTreeSchema>;

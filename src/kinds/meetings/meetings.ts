import { z } from 'zod';
import { inSourceOrder } from '../../text/anchor.ts';
import { atLeastOne } from '../../text/schema.ts';
import { parseYaml } from '../../text/yaml.ts';
import {
  type NamedTree,
  mentionFileSchema,
  mentionSchema,
  nameFields,
  readNamed,
} from '../named.ts';
import type { Reading } from '../kind.ts';

/** `planned`, to be held this year; `standing`, meets regularly; `cited`, was held. */
export const meetingStatuses = ['planned', 'standing', 'cited'] as const;

const meetingFields = { ...nameFields, status: z.enum(meetingStatuses) };

/** `meetings.yaml`: meetings and congresses, held, to be held, or standing. */
export const meetingsFileSchema = z.array(
  z.strictObject({ ...meetingFields, mentions: atLeastOne(mentionFileSchema) }),
);

export const meetingSchema = z.strictObject({
  ...meetingFields,
  plan: z.string(),
  mentions: atLeastOne(mentionSchema),
});

export type Meeting = z.infer<typeof meetingSchema>;

/**
 * Reads `meetings.yaml`.
 * @throws PlanError yaml-…, entry-duplicate, name-clash, reference-missing, quote-…, mention-name
 */
export function readMeetings(text: string, file: string, tree: NamedTree): Reading<Meeting> {
  const yaml = parseYaml(text, file, meetingsFileSchema);
  const read = readNamed(yaml, tree, meetingStatuses);
  return { ...read, entries: inSourceOrder(read.entries) };
}

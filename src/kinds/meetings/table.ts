import { meetingsTableWords, meetingsWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { Meeting } from '../meetings/meetings.ts';
import { code, remark, required, toSections, toTasks } from '../../tables/columns.ts';
import { type MentionRow, aboutMention, aboutName, listMentions } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

export const meetings = defineTable<
  ParsedPlan & { meetings: readonly Meeting[] },
  MentionRow<Meeting>
>({
  name: 'meetings',
  subject: 'names',
  title: meetingsWords.meetings,
  description: meetingsTableWords.description,
  key: ['id', 'mention'],
  lists: ['meetings'],
  references: [toSections, toTasks],
  rows: (plan) => listMentions(plan, plan.meetings),
  columns: [
    ...aboutMention(meetingsTableWords.aboutMention),
    ...aboutName(meetingsTableWords.aboutName),
    required(
      code(
        'status',
        meetingsTableWords.statusTitle,
        meetingsWords.meetingStatus,
        ({ thing }) => thing.status,
      ),
    ),
    remark(({ thing }) => thing.note),
  ],
});

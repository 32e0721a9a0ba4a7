import type { ParsedPlan } from '../../text/compose.ts';
import type { Meeting } from '../meetings/meetings.ts';
import { nameStrings } from '../../words/strings.ts';
import { code, remark, required, toSections, toTasks } from '../../tables/columns.ts';
import { type MentionRow, aboutMention, aboutName, listMentions } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

export const meetings = defineTable<
  ParsedPlan & { meetings: readonly Meeting[] },
  MentionRow<Meeting>
>({
  name: 'meetings',
  subject: 'names',
  title: nameStrings.meetings,
  description: '计划写到的会议：已经开过的，今年要开的，常设的。一行是一处。',
  key: ['id', 'mention'],
  lists: ['meetings'],
  references: [toSections, toTasks],
  rows: (plan) => listMentions(plan, plan.meetings),
  columns: [
    ...aboutMention('会议'),
    ...aboutName('会议'),
    required(code('status', '状态', nameStrings.meetingStatus, ({ thing }) => thing.status)),
    remark(({ thing }) => thing.note),
  ],
});

import type { Meeting } from '../../plan/named.ts';
import { nameStrings } from '../../strings.ts';
import { code, remark, required, toSections, toTasks } from './columns.ts';
import { type MentionRow, aboutMention, aboutName, listMentions } from './places.ts';
import { defineTable } from './table.ts';

export const meetings = defineTable<MentionRow<Meeting>>({
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

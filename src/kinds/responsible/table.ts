import { code, remark, required, toSections, toTasks } from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import { type MentionRow, aboutMention, aboutName, listMentions } from '../mention-columns.ts';
import type { ResponsibleBody } from './responsible.ts';
import { responsibleWords as words } from './words.ts';

export const responsible = defineTable<
  ParsedPlan & { responsible: readonly ResponsibleBody[] },
  MentionRow<ResponsibleBody>
>({
  name: 'responsible',
  subject: 'relations',
  title: words.name,
  description: words.table,
  key: ['id', 'mention'],
  lists: ['responsible'],
  references: [toSections, toTasks],
  rows: (plan) => listMentions(plan, plan.responsible),
  columns: [
    ...aboutMention(words.what),
    ...aboutName(words.what),
    required(code('role', words.roleColumn, words.role, ({ mention }) => mention.role)),
    remark(({ thing }) => thing.note),
  ],
});

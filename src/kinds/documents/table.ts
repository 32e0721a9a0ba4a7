import type { ParsedPlan } from '../../text/compose.ts';
import type { PlanDocument } from '../documents/documents.ts';
import { nameStrings } from '../../words/strings.ts';
import { code, remark, required, text, toSections, toTasks } from '../../tables/columns.ts';
import { type MentionRow, aboutMention, aboutName, listMentions } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

export const documents = defineTable<
  ParsedPlan & { documents: readonly PlanDocument[] },
  MentionRow<PlanDocument>
>({
  name: 'documents',
  subject: 'names',
  title: nameStrings.documents,
  description: '计划写到的法律、法规、规划、纲要、方案、意见、办法、标准，一行是一处。',
  key: ['id', 'mention'],
  lists: ['documents'],
  references: [toSections, toTasks],
  rows: (plan) => listMentions(plan, plan.documents),
  columns: [
    ...aboutMention('文件'),
    ...aboutName('文件'),
    required(code('kind', '类别', nameStrings.documentKind, ({ thing }) => thing.kind)),
    required(code('status', '状态', nameStrings.documentStatus, ({ thing }) => thing.status)),
    text('action', '动作', '要对文件做什么，照原文。', ({ mention }) => mention.action),
    remark(({ thing }) => thing.note),
  ],
});

import type { ParsedPlan } from '../../text/compose.ts';
import type { Note } from './notes.ts';
import { nameStrings } from '../../words/strings.ts';
import { maskedThingNames } from '../../words/kind-names.ts';
import { code, required, text, toSections, toTasks } from '../../tables/columns.ts';
import { type MentionRow, aboutMention, listMentions } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

export const notes = defineTable<ParsedPlan & { notes: readonly Note[] }, MentionRow<Note>>({
  name: 'notes',
  subject: 'notes',
  title: nameStrings.notes,
  description: '原文遮去的字、疑有错漏的字，编者的说明与依据。一行是一处。原文不因校注而改。',
  key: ['id', 'mention'],
  lists: ['notes'],
  references: [toSections, toTasks],
  rows: (plan) => listMentions(plan, plan.notes),
  columns: [
    ...aboutMention('校注'),
    required(code('kind', '类别', nameStrings.noteKind, ({ thing }) => thing.kind)),
    code('masks', '所遮', maskedThingNames, ({ thing }) => thing.masks),
    required(text('title', '题目', '几个字的题目，编者所拟。', ({ thing }) => thing.title)),
    required(text('text', '说明', '看到什么、依据什么，编者所写。', ({ thing }) => thing.text)),
    text(
      'reading',
      '疑作',
      '原文可能的写法，编者所拟；不能断定则空。',
      ({ thing }) => thing.reading,
    ),
    required(code('certainty', '把握', nameStrings.certainty, ({ thing }) => thing.certainty)),
  ],
});

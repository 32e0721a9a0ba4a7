import { documentsTableWords, documentsWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { PlanDocument } from '../documents/documents.ts';
import { code, remark, required, text, toSections, toTasks } from '../../tables/columns.ts';
import { type MentionRow, aboutMention, aboutName, listMentions } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

export const documents = defineTable<
  ParsedPlan & { documents: readonly PlanDocument[] },
  MentionRow<PlanDocument>
>({
  name: 'documents',
  subject: 'names',
  title: documentsWords.documents,
  description: documentsTableWords.description,
  key: ['id', 'mention'],
  lists: ['documents'],
  references: [toSections, toTasks],
  rows: (plan) => listMentions(plan, plan.documents),
  columns: [
    ...aboutMention(documentsTableWords.aboutMention),
    ...aboutName(documentsTableWords.aboutName),
    required(
      code(
        'kind',
        documentsTableWords.kindTitle,
        documentsWords.documentKind,
        ({ thing }) => thing.kind,
      ),
    ),
    required(
      code(
        'status',
        documentsTableWords.statusTitle,
        documentsWords.documentStatus,
        ({ thing }) => thing.status,
      ),
    ),
    text(
      'action',
      documentsTableWords.actionTitle,
      documentsTableWords.actionDescription,
      ({ mention }) => mention.action,
    ),
    remark(({ thing }) => thing.note),
  ],
});

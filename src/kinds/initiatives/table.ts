import { initiativesTableWords, initiativesWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { Initiative } from '../initiatives/initiatives.ts';
import {
  code,
  place,
  quotation,
  remark,
  required,
  second,
  text,
  toSections,
  toTasks,
} from '../../tables/columns.ts';
import {
  type MentionRow,
  type Placed,
  aboutMention,
  aboutName,
  listMentions,
  placeIn,
} from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

type InitiativeRow = MentionRow<Initiative> & { summaryPlace: Placed | undefined };

export const initiatives = defineTable<
  ParsedPlan & { initiatives: readonly Initiative[] },
  InitiativeRow
>({
  name: 'initiatives',
  subject: 'names',
  title: initiativesWords.initiatives,
  description: initiativesTableWords.description,
  key: ['id', 'mention'],
  lists: ['initiatives'],
  references: [
    toSections,
    toTasks,
    { column: 'summary_section', table: 'sections', to: 'section' },
    { column: 'summary_task', table: 'tasks', to: 'task' },
  ],
  rows: (plan) =>
    listMentions(plan, plan.initiatives).map((row) => ({
      ...row,
      summaryPlace: row.thing.summaryQuote && placeIn(plan, row.thing.summaryQuote),
    })),
  columns: [
    ...aboutMention<InitiativeRow>(initiativesTableWords.aboutMention),
    ...aboutName<InitiativeRow>(initiativesTableWords.aboutName),
    required(
      code(
        'kind',
        initiativesTableWords.kindTitle,
        initiativesWords.initiativeKind,
        ({ thing }) => thing.kind,
      ),
    ),
    text(
      'summary',
      initiativesTableWords.summaryTitle,
      initiativesTableWords.summaryDescription,
      ({ thing }) => thing.summary,
    ),
    ...second<InitiativeRow>('summary', initiativesTableWords.summaryDescription2, [
      ...place<InitiativeRow>(({ summaryPlace }) => summaryPlace),
      ...quotation<InitiativeRow>(
        initiativesTableWords.quotation,
        ({ thing }) => thing.summaryQuote?.span,
      ),
    ]),
    remark(({ thing }) => thing.note),
  ],
});

import type { ParsedPlan } from '../../text/compose.ts';
import type { Initiative } from '../initiatives/initiatives.ts';
import { nameStrings } from '../../words/strings.ts';
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
  title: nameStrings.initiatives,
  description: '计划写到的有名称的工程、项目、计划、活动、政策，一行是一处。',
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
    ...aboutMention<InitiativeRow>('工程或活动'),
    ...aboutName<InitiativeRow>('工程或活动'),
    required(code('kind', '类别', nameStrings.initiativeKind, ({ thing }) => thing.kind)),
    text(
      'summary',
      '说明',
      '这是什么，编者按原文概括；原文没有说明则空。',
      ({ thing }) => thing.summary,
    ),
    ...second<InitiativeRow>('summary', '说明的', [
      ...place<InitiativeRow>(({ summaryPlace }) => summaryPlace),
      ...quotation<InitiativeRow>('说明所据的原文。', ({ thing }) => thing.summaryQuote?.span),
    ]),
    remark(({ thing }) => thing.note),
  ],
});

import type { PublishedPlan } from '../published-plan.ts';
import { nameStrings } from '../../words/strings.ts';
import type { PublishedTerm } from '../published-plan.ts';
import {
  id,
  list,
  plan,
  quotation,
  required,
  sentence,
  task,
  text,
  toTasks,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

type UseRow = { plan: string; term: PublishedTerm; use: PublishedTerm['uses'][number] };

export const glossary = defineTable<PublishedPlan, UseRow>({
  name: 'glossary',
  subject: 'notes',
  title: nameStrings.glossary,
  description: '各项任务用到的名词，编者的解释。一行是一项任务里第一次用到的一处。',
  key: ['id', 'task'],
  lists: ['terms'],
  references: [toTasks],
  rows: ({ plan: { id: planId }, terms }) =>
    terms.flatMap((term) => term.uses.map((use) => ({ plan: planId, term, use }))),
  columns: [
    id('名词的编号，即名词网址的最后一段；几行编号相同，是同一名词的几处。', (row) => row.term.id),
    plan((row) => row.plan),
    required(text('term', '名词', '名词。', (row) => row.term.term)),
    list('aliases', '别名', '计划里的其他写法，', (row) => row.term.aliases),
    required(text('definition', '解释', '解释，一段一行。', (row) => row.term.definition)),
    required(text('source', '来源', '解释的来源；编者所写的写“编者”。', (row) => row.term.source)),
    list('related', '相关', '相关名词的编号，', (row) => row.term.related),
    required(task((row) => row.use.task, '，即任务网址里的数字')),
    required(sentence((row) => row.use.sentence)),
    ...quotation<UseRow>('任务里的写法。', (row) => row.use.span),
  ],
});

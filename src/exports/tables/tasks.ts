import type { PublishedPlan } from '../published-plan.ts';
import type { Part, Task, Words } from '../../text/schema.ts';
import {
  characters,
  group,
  id,
  integer,
  marker,
  plan,
  quotation,
  required,
  section,
  text,
  toSections,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

export const tasks = defineTable<PublishedPlan, Task>({
  name: 'tasks',
  subject: 'structure',
  title: '任务',
  description: '一行是一项任务，连同它的全文。',
  key: ['id'],
  references: [toSections],
  rows: (tree) => tree.tasks,
  columns: [
    id('t 加任务的次序，即全文页上的锚点。', ({ n }) => `t${n}`),
    plan((task) => task.plan),
    required(section((task) => task.section)),
    group((task) => task.group, '；原文不分组则空'),
    required(
      integer('task', '任务', '任务在全计划的次序，从 1 数起，即任务网址里的数字。', ({ n }) => n),
    ),
    marker((task) => task.marker?.text),
    required(text('title', '题目', '任务的第一句，不带句末标点。', ({ title }) => title.text)),
    ...quotation<Task>('任务的全文，不带序号。', ({ sentences }) => joinSentences(sentences)),
    required(integer('sentences', '句数', '任务有几句。', ({ sentences }) => sentences.length)),
    characters('任务', ({ length }) => length),
  ],
});

/** Sentences one after another, with the white space between them. */
function joinSentences(sentences: readonly [Part, ...Part[]]): Words {
  const [first] = sentences;
  const last = sentences.at(-1) ?? first;
  const words = sentences.map((part) => part.text + (part === last ? '' : part.after)).join('');
  return { start: first.start, end: last.end, text: words };
}

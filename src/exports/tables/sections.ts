import type { PublishedPlan } from '../published-plan.ts';
import type { Section } from '../../text/schema.ts';
import {
  characters,
  id,
  integer,
  marker,
  plan,
  quotation,
  required,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

export const sections = defineTable<PublishedPlan, Section>({
  name: 'sections',
  subject: 'structure',
  title: '部分',
  description: '一行是计划的一个部分。',
  key: ['id'],
  references: [],
  rows: (tree) => tree.sections,
  columns: [
    id('p 加部分的次序，即全文页上的锚点。', ({ n }) => `p${n}`),
    plan((section) => section.plan),
    required(
      integer('section', '部分', '部分的次序，从 1 数起，即部分网址里的数字。', ({ n }) => n),
    ),
    marker((section) => section.marker?.text),
    ...quotation<Section>('部分的标题；原文不分部分则空。', ({ title }) => title),
    required(integer('firstTask', '首项', '第一项任务的次序。', ({ tasks: [first] }) => first)),
    required(integer('lastTask', '末项', '最后一项任务的次序。', ({ tasks }) => tasks.at(-1))),
    characters('部分', ({ length }) => length),
  ],
});

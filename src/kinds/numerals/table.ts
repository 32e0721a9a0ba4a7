import type { ParsedPlan } from '../../text/compose.ts';
import type { Numeral } from '../numerals/numerals.ts';
import { numeralKindNames } from '../../words/kind-names.ts';
import {
  code,
  place,
  plan,
  quotation,
  required,
  text,
  toSections,
  toTasks,
} from '../../tables/columns.ts';
import { type Placed, placeIn } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

type NumeralRow = { numeral: Numeral; place: Placed };

export const numerals = defineTable<ParsedPlan & { numerals: readonly Numeral[] }, NumeralRow>({
  name: 'numerals',
  subject: 'figures',
  title: '其他数字',
  description: '原文里不是目标的数字：年份、届次、名称里的数。一行是一处。',
  key: ['start', 'end'],
  lists: ['numerals'],
  references: [toSections, toTasks],
  rows: (tree) => tree.numerals.map((numeral) => ({ numeral, place: placeIn(tree, numeral) })),
  columns: [
    plan(({ numeral }) => numeral.plan),
    ...place<NumeralRow>((row) => row.place),
    ...quotation<NumeralRow>('带有这个数字的原文。', ({ numeral }) => numeral.span),
    required(code('kind', '类别', numeralKindNames, ({ numeral }) => numeral.kind)),
    text('meaning', '意思', '编者的解释；没有则空。', ({ numeral }) => numeral.meaning),
  ],
});

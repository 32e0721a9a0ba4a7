import { numeralsTableWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { Numeral } from '../numerals/numerals.ts';
import { numeralKindNames } from './words.ts';
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
  title: numeralsTableWords.title,
  description: numeralsTableWords.description,
  key: ['start', 'end'],
  lists: ['numerals'],
  references: [toSections, toTasks],
  rows: (tree) => tree.numerals.map((numeral) => ({ numeral, place: placeIn(tree, numeral) })),
  columns: [
    plan(({ numeral }) => numeral.plan),
    ...place<NumeralRow>((row) => row.place),
    ...quotation<NumeralRow>(numeralsTableWords.quotation, ({ numeral }) => numeral.span),
    required(
      code('kind', numeralsTableWords.kindTitle, numeralKindNames, ({ numeral }) => numeral.kind),
    ),
    text(
      'meaning',
      numeralsTableWords.meaningTitle,
      numeralsTableWords.meaningDescription,
      ({ numeral }) => numeral.meaning,
    ),
  ],
});

import * as words from './words.ts';
import { defineKind } from '../kind.ts';
import { balanceNumbers } from '../number-ledger.ts';
import { numeralSchema, numeralsFileSchema, readNumerals } from './numerals.ts';
import { numerals as table } from './table.ts';

/** The numbers that are no targets. */
export const numerals = defineKind({
  name: 'numerals',
  file: 'numerals',
  fileSchema: numeralsFileSchema,
  schema: numeralSchema,
  needs: [],
  read: (file, { plan }) => {
    const read = readNumerals(file, plan);
    return {
      entries: read.map(({ entry }) => entry),
      claims: read.map(({ entry, whereOf }) => ({ span: entry.span, where: whereOf('quote') })),
      marked: [],
    };
  },
  derive: null,
  // A plan with one of the two files has every number in one of them.
  ledger: {
    speakers: ['targets', 'numerals'],
    prove: (plan, claimsOf) => {
      const [target, numeral] = [claimsOf('targets'), claimsOf('numerals')];
      if (target || numeral) balanceNumbers(plan, { target: target ?? [], numeral: numeral ?? [] });
    },
  },
  tie: null,
  mark: null,
  list: null,
  search: null,
  table,
  words,
});

import { expect, test } from 'vitest';
import { balanceNumbers } from '../../../src/kinds/number-ledger.ts';
import { numerals as numeralKind } from '../../../src/kinds/numerals/kind.ts';
import { targets as targetKind } from '../../../src/kinds/targets/kind.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';
import { project, readText } from '../../support/site.ts';

const folder = 'content/plans/20xx';
const fileOf = (name: string): { file: string; text: string } => ({
  file: `${folder}/${name}`,
  text: readText(project, folder, name),
});
const context = { plan: firstPlan, audiences: [], entriesOf: () => [] };
const target = targetKind.read(fileOf('targets.yaml'), context).claims;
const { entries: numerals, claims: numeral } = numeralKind.read(fileOf('numerals.yaml'), context);
const ledger = balanceNumbers(firstPlan, { target, numeral });
const prove = (claims: { targets?: typeof target; numerals?: typeof numeral }) => () =>
  numeralKind.ledger?.prove(firstPlan, (kind) => claims[kind as keyof typeof claims]);

test('every run of digits of the source is in the ledger, once and in order', () => {
  const runs = Array.from(firstSeed.matchAll(/\d+/gu), ({ 0: text, index }) => [index, text]);
  expect(ledger.map(({ digits }) => [digits.start, digits.text])).toEqual(runs);
});

test('108 runs: 6 of the date line, 41 list numbers, 44 of 37 targets, 17 classified', () => {
  const count = (by: string): number => ledger.filter((entry) => entry.by === by).length;
  expect(['front', 'list-number', 'target', 'numeral'].map(count)).toEqual([6, 41, 44, 17]);
});

test('what is no commitment is classified as what it is', () => {
  const kindOf = (quote: string): string | undefined =>
    numerals.find((numeral) => numeral.quote.includes(quote))?.kind;
  expect(numerals.filter(({ kind }) => kind === 'masked-year')).toHaveLength(7);
  expect(kindOf('今后15年')).toBe('horizon');
  expect(kindOf('0—3岁')).toBe('age-range');
  expect(kindOf('211')).toBe('name');
  expect(kindOf('2008奥运会')).toBe('name');
  expect(kindOf('五十年')).toBe('slogan');
  expect(kindOf('两免一补')).toBe('abbreviation');
  expect(kindOf('十百千万工程')).toBe('abbreviation');
  expect(kindOf('五五')).toBe('abbreviation');
});

test('a plan without either file is asked for nothing', () => {
  expect(prove({})).not.toThrow();
});

test('an empty list of targets asks for every number', () => {
  expect(prove({ targets: [] })).toThrow(':7: ledger-leftover: expected “20” whole in one entry');
});

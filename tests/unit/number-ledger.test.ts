import { expect, test } from 'vitest';
import { resolveQuotation } from '../../src/text/anchor.ts';
import { balanceNumbers } from '../../src/kinds/number-ledger.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const tree = makeSmallPlan(
  '一、招生',
  '1.计划招收6460人,比上年增长9.1%。',
  '2.建设２０所学校,12间教室。',
);

/** A claim on words of a task. */
const claim = (task: number, quote: string) => {
  const where = { file: 'targets.yaml', line: 9, id: quote };
  return { span: resolveQuotation(tree, { task, quote }, where).span, where };
};
const whole = ['6460人', '9.1%'].map((words) => claim(1, words));
const others = ['２０所', '12间'].map((words) => claim(2, words));

test('every run of digits is in the ledger with what accounts for it, full-width ones too', () => {
  const ledger = balanceNumbers(tree, { target: whole, numeral: others });
  expect(ledger.map(({ digits, by }) => [digits.text, by])).toEqual([
    ['1', 'list-number'],
    ['6460', 'target'],
    ['9', 'target'],
    ['1', 'target'],
    ['2', 'list-number'],
    ['２０', 'numeral'],
    ['12', 'numeral'],
  ]);
});

test('a run in no entry is left over, in Arabic digits or full-width ones', () => {
  expect(() => balanceNumbers(tree, { target: whole, numeral: others.slice(1) })).toThrow(
    /^f:4: ledger-leftover: expected “２０” of task 2 whole in one entry/u,
  );
  expect(() => balanceNumbers(tree, { target: whole, numeral: others.slice(0, 1) })).toThrow(
    /^f:4: ledger-leftover: expected “12” of task 2 /u,
  );
});

test('a run of which an entry has a part only is left over', () => {
  const [, growth] = whole;
  if (!growth) throw new Error('no growth');
  for (const part of ['招收64', '60人', '46']) {
    expect(() =>
      balanceNumbers(tree, { target: [claim(1, part), growth], numeral: others }),
    ).toThrow(/^f:3: ledger-leftover: expected “6460” of task 1 whole/u);
  }
});

test('a number is claimed once', () => {
  expect(() =>
    balanceNumbers(tree, { target: whole, numeral: [...others, claim(1, '60')] }),
  ).toThrow(
    'targets.yaml:9: ledger-double: expected 60: a number that no other entry claims; found “60”, also in 6460人, targets.yaml:9',
  );
});

test('the number of a task needs no entry, and may have none', () => {
  const marker = tree.tasks[1]?.marker;
  if (!marker) throw new Error('no marker');
  const onMarker = { span: marker, where: { file: 'numerals.yaml', line: 3, id: '2' } };
  expect(() => balanceNumbers(tree, { target: whole, numeral: [...others, onMarker] })).toThrow(
    /^numerals\.yaml:3: ledger-double: .* in the list-number of the plan, which needs no entry$/u,
  );
});

import { expect, test } from 'vitest';
import { readPhrases } from '../../src/kinds/phrases/phrases.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const tree = makeSmallPlan('一、甲', '1.乙。𠮷“手拉手”学校,“手拉手”活动。');
const read = (entry: object) => readPhrases(JSON.stringify([entry]), 'p.yaml', tree);

test('a phrase has its place in the source, and claims its words', () => {
  const { entries, claims, marked } = read({
    task: 1,
    quote: '“手拉手”',
    occurrence: 2,
    kind: 'term',
  });
  expect(entries[0]).toMatchObject({ plan: 'p', kind: 'term', sentence: 2, span: { line: 3 } });
  expect(tree.cut(entries[0]?.span ?? { start: 0, end: 0 })).toBe('“手拉手”');
  expect(marked).toEqual([]);
  expect(claims).toEqual([
    { span: entries[0]?.span, where: { file: 'p.yaml', line: 1, id: '“手拉手”' } },
  ]);
});

test.each<[string, object, string]>([
  [
    'must say which of two is meant',
    { task: 1, quote: '“手拉手”', kind: 'term' },
    'quote-ambiguous',
  ],
  ['must stand where it says', { task: 1, quote: '“手牵手”', kind: 'term' }, 'nearest: ““手拉手””'],
  ['names its kind', { task: 1, quote: '“手拉手”', kind: 'word' }, 'yaml-value'],
  ['names one place', { quote: '“手拉手”', kind: 'term' }, 'one of task, section and part'],
])('a phrase %s', (_case, entry, message) => {
  expect(() => read(entry)).toThrow(message);
});

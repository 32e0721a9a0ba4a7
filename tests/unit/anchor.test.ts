import { expect, test } from 'vitest';
import { type Place, namesOnePlace, resolveQuotation } from '../../src/text/anchor.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

test.each<[Place, boolean]>([
  [{ task: 1 }, true],
  [{ section: 1 }, true],
  [{ part: 'general' }, true],
  [{}, false],
  [{ task: 1, section: 1 }, false],
])('%j names one place: %s', (place, isOne) => expect(namesOnePlace(place)).toBe(isOne));

test('words that overlap themselves stand as often as they begin', () => {
  const tree = makeSmallPlan('一、德育', '1.育教育教育。');
  const where = { file: 'a.yaml', line: 1, id: 'x' };
  const at = (occurrence: number): number =>
    resolveQuotation(tree, { task: 1, quote: '育教育', occurrence }, where).start;
  expect(() => resolveQuotation(tree, { task: 1, quote: '育教育' }, where)).toThrow(
    'quote-ambiguous: expected x: words that stand once in task 1, or an occurrence; found “育教育” 2 times',
  );
  expect([at(1), at(2)]).toEqual([0, 2]);
  expect(() => at(3)).toThrow('quote-missing');
});

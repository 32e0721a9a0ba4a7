import { expect, test } from 'vitest';
import {
  type Place,
  findNearest,
  namesOnePlace,
  nearestWord,
  resolveQuotation,
} from '../../src/text/anchor.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

test.each<[Place, boolean]>([
  [{ task: 1 }, true],
  [{ section: 1 }, true],
  [{ part: 'general' }, true],
  [{}, false],
  [{ task: 1, section: 1 }, false],
])('%j names one place: %s', (place, isOne) => expect(namesOnePlace(place)).toBe(isOne));

test.each([
  ['为农村中小学配备音乐、美术设备', '音乐美术', '音乐、美术'],
  ['计划招收6460人,比上年', '计划招收6640人', '计划招收6460人'],
  ['招收博士生492人', '其士生492人', '博士生492人'],
])('in %s the nearest to %s is %s', (text, quote, nearest) =>
  expect(findNearest(text, quote)).toBe(nearest),
);

test.each([
  [['content', 'con', 'base'], 'con', 'con'],
  [['promise', 'pro', 'json'], 'pr', 'pro'],
  [['site', 'out'], 'oot', 'out'],
  [['ab', 'ba'], 'xx', 'ab'],
])('of %j the word nearest to %s is %s: what is over counts too', (words, wanted, nearest) =>
  expect(nearestWord(words, wanted)).toBe(nearest),
);

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

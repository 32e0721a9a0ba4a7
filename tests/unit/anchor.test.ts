import { expect, test } from 'vitest';
import { type Place, findNearest, namesOnePlace } from '../../src/text/anchor.ts';

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

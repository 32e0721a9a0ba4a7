import { expect, test } from 'vitest';
import { findNearest, nearestWord } from '../../src/text/nearest.ts';

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

test.each([
  ['taks', 1, 'tasks'],
  ['seting', 1, undefined],
  ['seting', 2, 'settings'],
  ['tasks', 0, 'tasks'],
])('the word nearest to %s within %i is %s', (wanted, most, nearest) =>
  expect(nearestWord(['tasks', 'settings'], wanted, most)).toBe(nearest),
);

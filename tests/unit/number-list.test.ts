import { expect, test } from 'vitest';
import { readNumbers, writeNumbers } from '../../src/number-list.ts';

test.each([
  ['3,5-7', [3, 5, 6, 7]],
  ['7-5，3', [3, 5, 6, 7]],
  ['1、2 2', [1, 2]],
  ['0,9-99', [9, 10]],
  ['x,-1,3.5,,4', [4]],
  ['', []],
  ['1-999999', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
])('reads “%s” of ten as %j', (list, numbers) => {
  expect(readNumbers(list, 10)).toEqual(numbers);
});

test.each([
  [[3, 5, 6, 7], '3,5-7'],
  [[7, 6, 3, 5, 3], '3,5-7'],
  [[1, 2], '1-2'],
  [[4], '4'],
  [[], ''],
])('writes %j as “%s”', (numbers, list) => {
  expect(writeNumbers(numbers)).toBe(list);
});

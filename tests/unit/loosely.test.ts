import { expect, test } from 'vitest';
import { findLoosely } from '../../src/search/loosely.ts';
import { makeRecord } from '../support/search-index.ts';

const records = [
  makeRecord('p/tasks/1/', '开展“平安𠮷野”创建,落实《河道 管理*条例》。'),
  makeRecord('p/tasks/2/', '疏浚河道30万立方米。'),
];
/** What of a text is found, each record's by itself. */
const find = (query: string): string[][] =>
  findLoosely(query, records).map(({ record, ranges }) =>
    ranges.map(({ start, end }) => record.text.slice(start, end)),
  );

test.each([
  ['平安𠮷野创建', [['平安𠮷野”创建']]],
  ['开展平安𠮷野', [['开展“平安𠮷野']]],
  ['河道管理条例', [['河道 管理*条例']]],
  ['落实，河道管理', [['落实《河道 管理']]],
  ['2.疏浚河道', [['疏浚河道']]],
  ['（二）疏浚河道', [['疏浚河道']]],
  ['第2项疏浚河道', [['疏浚河道']]],
])('%s is found with the marks that stand in it', (query, words) => {
  expect(find(query)).toEqual(words);
});

test.each([
  ['what is short', '创建落'],
  ['a number', '2030'],
  ['a number that is no number of a heading', '三十万立方米'],
  ['what stands nowhere', '平安河道'],
  ['nothing', ''],
])('%s is not found across marks', (_name, query) => {
  expect(find(query)).toEqual([]);
});

import { expect, test } from 'vitest';
import { findWays } from '../../src/elements/find-ways.ts';

const ways = [
  ['/a/2027/', '总览'],
  ['/a/2027/full/', '全文'],
  ['/a/2027/targets/', '数字'],
  ['/a/2027/audiences/', '对象'],
  ['/a/2027/documents/', '文件'],
  ['/a/2027/meetings/', '会议'],
  ['/a/2027/charts/', '图表'],
  ['/a/glossary/', '名词解释'],
  ['/a/2027/print/', '打印'],
  ['/a/2027/data/', '开放数据'],
  ['/a/settings/', '设置'],
].map(([href = '', name = '']) => ({ href, name }));
const named = (query: string): string[] => findWays(query, ways).map(({ name }) => name);

test.each([
  ['要开哪些会', ['会议']],
  ['今年开会吗', ['会议']],
  ['会议', ['会议']],
  ['出台了什么文件？', ['文件']],
  ['有哪些数字', ['数字']],
  ['怎么打印', ['打印']],
  ['字号太小', ['设置']],
  ['下载 WORD', ['开放数据']],
  ['ＣＳＶ', ['开放数据']],
  ['Meetings', ['会议']],
  ['full text', ['全文']],
  ['图', ['图表']],
  ['总览', ['总览']],
])('“%s” asks for %j', (query, names) => {
  expect(named(query)).toEqual(names);
});

test.each(['', ' ', '农村教师', '图书馆', '支教', 'passwords', '1000名', '会议'.repeat(9)])(
  '“%s” asks for no page',
  (query) => expect(named(query)).toEqual([]),
);

test('longer words come first, and no more than three', () => {
  expect(named('文件和会议数据图表')).toHaveLength(3);
  expect(named('名词解释 会议')).toEqual(['名词解释', '会议']);
  expect(findWays('会议', [])).toEqual([]);
});

import { expect, test } from 'vitest';
import { findWays } from '../../src/elements/find-ways.ts';

const ways = [
  ['/a/', '首页', 'home'],
  ['/a/2027/', '总览'],
  ['/a/2027/full/', '全文'],
  ['/a/2027/sections/', '各部分'],
  ['/a/2027/tasks/', '全部任务'],
  ['/a/2027/targets/', '数字'],
  ['/a/2027/audiences/', '对象'],
  ['/a/2027/documents/', '文件'],
  ['/a/2027/initiatives/', '工程与活动'],
  ['/a/2027/meetings/', '会议'],
  ['/a/2027/notes/', '校注'],
  ['/a/2027/charts/', '图表'],
  ['/a/glossary/', '名词解释'],
  ['/a/2027/print/', '打印'],
  ['/a/2027/data/', '开放数据'],
  ['/a/2027/#aside-facts', '文件信息'],
  ['/a/changes/', '更新记录'],
  ['/a/offline/', '离线阅读'],
  ['/a/settings/', '设置'],
  ['/a/guides/about/', '怎样引用与分享'],
  ['#aside-directory', '全站目录'],
  ['/a/en/2027/', 'English', 'en'],
].map(([href = '', name = '', key]) => ({ href, name, ...(key === undefined ? {} : { key }) }));
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
  ['首页', ['首页']],
  ['目录', ['各部分', '全部任务', '全站目录']],
  ['任务', ['全部任务']],
  ['工程', ['工程与活动']],
  ['怎么看英文版', ['English']],
  ['缓存', ['离线阅读']],
  ['版权', ['开放数据']],
  ['怎么引用这份计划', ['怎样引用与分享']],
  ['how to cite', ['怎样引用与分享']],
  ['谁写的这个计划', ['文件信息']],
  ['计划什么时候发布的', ['文件信息']],
  ['这个计划是哪个城市的', ['文件信息']],
  ['为什么有星号', ['校注']],
  ['在哪里更正', ['更新记录']],
])('“%s” asks for %j', (query, names) => {
  expect(named(query)).toEqual(names);
});

test.each(['', ' ', '农村教师', '图书馆', '支教', 'passwords', '1000名', '会议'.repeat(9)])(
  '“%s” asks for no page',
  (query) => expect(named(query)).toEqual([]),
);

test.each([
  '中学数字图书馆',
  '数字校园',
  '老年人学习',
  '职业教育有什么新政策',
  '规划什么时候公布',
  '985是什么意思',
  '怎么样',
  'data security',
])('“%s” asks for more than a page', (query) => expect(named(query)).toEqual([]));

test('longer words come first, and no more than three', () => {
  expect(named('文件和会议数据图表')).toHaveLength(3);
  expect(named('名词解释 会议')).toEqual(['名词解释', '会议']);
  expect(findWays('会议', [])).toEqual([]);
});

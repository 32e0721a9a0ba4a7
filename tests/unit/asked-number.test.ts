import { describe, expect, test } from 'vitest';
import { findNumber, readAskedNumber } from '../../src/search/numbers.ts';
import { makeRecord } from '../support/search-index.ts';

const records = [
  makeRecord('p/tasks/1/', '招生7.8万人。'),
  makeRecord('p/tasks/2/', '安排4亿元,占30%。'),
  makeRecord('p/tasks/3/', '不少于10000人次的教师,10000册图书。'),
];

describe('a number in another form', () => {
  test.each([
    ['78000', ['7.8万人']],
    ['七万八千', ['7.8万人']],
    ['七点八万', ['7.8万人']],
    ['78,000人', ['7.8万人']],
    ['招生七万八千人', ['7.8万人']],
    ['四亿元', ['4亿元']],
    ['400000000', ['4亿元']],
    ['百分之三十', ['30%']],
    ['三成', ['30%']],
    ['10,000', ['10000人次', '10000册']],
    ['1万人次', ['10000人次']],
    ['一万册', ['10000册']],
    ['1万元', []],
    ['78001', []],
  ])('%s is %j', (query, printed) => {
    const asked = readAskedNumber(query);
    const hits = asked ? findNumber(asked, records) : [];
    expect(
      hits.flatMap(({ record, ranges }) =>
        ranges.map(({ start, end }) => record.text.slice(start, end)),
      ),
    ).toEqual(printed);
  });

  test.each(['三', '教育', '进一步', '一把手'])('%s asks for none', (query) =>
    expect(readAskedNumber(query)).toBeUndefined(),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, typesetRuns } from '../../src/setting/typeset.ts';

const quantities = (text: string): string[] =>
  typesetRuns(text)
    .filter((run) => run.kind === 'quantity')
    .map((run) => run.text);

test.each([
  ['招生7.8万人。', ['7.8万人']],
  ['20*年新学年', ['20*年']],
  ['增长9.1%,其', ['9.1%']],
  ['推进0—3岁社区', ['0—3岁']],
  ['不少于10000人次的', ['10000人次']],
  ['每天2小时以上', ['2小时']],
  ['提高3个百分点', ['3个百分点']],
  ['12:49:00', ['12:49:00']],
  ['没有数', []],
])('%s keeps together %j', (text, expected) => expect(quantities(text)).toEqual(expected));

test('a semicolon after a Chinese character is a mark, one between digits is not', () => {
  expect(typesetRuns('区县;建1:2').map((run) => run.kind)).toEqual([
    'plain',
    'mark',
    'plain',
    'quantity',
  ]);
});

test('a comma between a number and Chinese is a mark', () => {
  expect(typesetRuns('增长9.1%,其中').map(({ kind, text }) => [kind, text])).toEqual([
    ['plain', '增'],
    ['plain', '长'],
    ['quantity', '9.1%'],
    ['mark', ','],
    ['plain', '其中'],
  ]);
});

test('the space around a number follows what stands before it, so that none begins a line', () => {
  const spaced = (text: string) =>
    typesetRuns(text).flatMap(({ text: words, space }) => (space ? [words] : []));
  expect(spaced('计划招收6460人,增长9.1%左右')).toEqual(['收', '长', '9.1%']);
  expect(spaced('20*年6月')).toEqual(['20*年']);
  expect(spaced('“10万')).toEqual([]);
});

test('a mark of full width before a half-width one is set apart, to be set in half its width', () => {
  const kinds = (text: string) => typesetRuns(text).map(({ kind, text: words }) => [kind, words]);
  expect(kinds('实施“工程”:组织')).toEqual([
    ['plain', '实施“工程'],
    ['closing', '”'],
    ['mark', ':'],
    ['plain', '组织'],
  ]);
  expect(kinds('《条例》，完善')).toEqual([['plain', '《条例》，完善']]);
});

test('the runs put together are the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'甲年月人次万亿09.,:;()*%—aZ “”') }),
      (text) =>
        typesetRuns(text)
          .map((run) => run.text)
          .join('') === text,
    ),
  );
});

test('a carriage return survives HTML', () => {
  expect(escapeHtml('<a>&"\r\n')).toBe('&lt;a&gt;&amp;&quot;&#13;\n');
});

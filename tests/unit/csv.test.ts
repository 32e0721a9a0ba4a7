import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula, unguardFormula, writeCsv } from '../../src/tables/csv.ts';
import { parseCsv } from '../support/csv.ts';

describe('a text that could be taken for a formula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
  ])('%j is written %j, and read back', (text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
    expect(unguardFormula(guarded)).toBe(text);
  });

  test.each(['计划', "'普通", '—— 其他', '1=1', '', "'"])('%j is none', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });

  test('reads back whatever the text', () => {
    const risky = fc.string({ unit: fc.constantFrom("'", '=', '-', '＠', ' ', '\t', '\r', 'a') });
    fc.assert(
      fc.property(fc.oneof(risky, fc.string()), (text) => {
        const guarded = guardFormula(text);
        expect(guarded).not.toMatch(/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u);
        expect(unguardFormula(guarded)).toBe(text);
      }),
    );
  });
});

describe('a CSV file', () => {
  const columns = [0, 1].map((i) => ({
    name: `列${i}`,
    type: 'string' as const,
    title: '',
    description: '',
    cell: (row: readonly (string | number)[]) => row[i],
  }));

  test('has a byte order mark, CR LF, and quotation marks only where needed', () => {
    expect(
      writeCsv(columns, [
        ['甲,乙', '说“好”'],
        ['"', '一\n二'],
        [-1, ''],
      ]),
    ).toBe('\ufeff列0,列1\r\n"甲,乙",说“好”\r\n"""","一\n二"\r\n-1,\r\n');
  });

  test('gives every text back through a parser of RFC 4180', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '字', '\u{20000}') }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const [, ...read] = parseCsv(writeCsv(columns, rows));
        expect(read.map((row) => row.map(unguardFormula))).toEqual(rows);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Glyph, PageOfGlyphs, Rule } from '../../src/import/glyphs.ts';
import { readPages } from '../../src/import/page-layout.ts';

const size = 10;
/** Characters of one line, each as wide as high, from a place on; a space leaves a gap of two ems. */
const line = (text: string, left: number, y: number, height = size): Glyph[] =>
  Array.from(text).flatMap((each, i) =>
    each === ' '
      ? []
      : [{ text: each, left: left + i * height, right: left + (i + 1) * height, y, size: height }],
  );
/** A page of 400 points, whose lines have room for 30 characters from 50 on. */
const page = (lines: readonly Glyph[][], rules: Rule[] = []): PageOfGlyphs => ({
  width: 400,
  height: 600,
  glyphs: lines.flat(),
  invisible: [],
  turned: '',
  rules,
  pictures: 0,
});
const full = '全县每一座桥都要查一遍查出的毛病都要修好让人放心过桥雨季前做完';
const thirty = Array.from(full).slice(0, 30).join('');
const read = (...pages: PageOfGlyphs[]): string[] =>
  readPages(pages).text.split('\n').filter(Boolean);
const remarks = (...pages: PageOfGlyphs[]) => readPages(pages).remarks;

describe('lines of a page', () => {
  const indented = Array.from(full).slice(0, 28).join('');

  test('go on in the next one that starts at the margin, if there was no room', () => {
    expect(
      read(
        page([
          line(indented, 70, 100),
          line(thirty, 50, 118),
          line('查完。', 50, 136),
          line('养桥。', 70, 154),
        ]),
      ),
    ).toEqual([`${indented}${thirty}查完。`, '养桥。']);
  });

  test('end a paragraph where there was room for more', () => {
    const short = [line(thirty, 50, 100), line('查桥', 50, 118), line('养桥', 50, 136)];
    expect(read(page(short))).toEqual([`${thirty}查桥`, '养桥']);
  });

  test('end a paragraph before more space than lines have', () => {
    const lines = [thirty, thirty, thirty].map((text, i) => line(text, 50, 100 + 18 * i));
    expect(read(page([...lines, line(thirty, 50, 164)]))).toHaveLength(2);
  });

  test('go on over the end of a page, whose number is left out and told', () => {
    const first = page([line(indented, 70, 100), line(thirty, 50, 118), line('—1—', 185, 580)]);
    const second = page([line('查完。', 50, 100), line('养桥。', 70, 118), line('—2—', 185, 580)]);
    expect(read(first, second)).toEqual([`${indented}${thirty}查完。`, '养桥。']);
    expect(remarks(first, second)).toEqual([{ kind: 'footer', words: ['—1—', '—2—'] }]);
  });

  test('that are repeated at the same place of pages are left out and told', () => {
    const pages = ['甲。', '乙。', '丙。'].map((text) =>
      page([line('青石县交通局文件', 150, 40), line(text, 70, 100)]),
    );
    expect(read(...pages)).toEqual(['甲。', '乙。', '丙。']);
    expect(remarks(...pages)).toEqual([
      { kind: 'footer', words: Array.from({ length: 3 }, () => '青石县交通局文件') },
    ]);
  });

  test('of columns have a tab between them', () => {
    expect(read(page([line('青石县交通局', 50, 100), line('印发', 200, 100)]))).toEqual([
      '青石县交通局\t印发',
    ]);
  });

  test('keep a raised number in its place', () => {
    const raised = line('1', 80, 96, 5);
    expect(read(page([[...line('查桥', 60, 100), ...raised, ...line('养桥', 85, 100)]]))).toEqual([
      '查桥1养桥',
    ]);
  });

  test('are read once, though bold is imitated by printing them twice', () => {
    expect(read(page([[...line('查桥', 60, 100), ...line('查桥', 60.3, 100)]]))).toEqual(['查桥']);
  });
});

test('characters stand for the radicals that a file names in their place, and that is told', () => {
  expect(readPages([page([line('⼯作⻚⼾4〜6', 50, 100)])])).toMatchObject({
    text: '工作页户4～6\n',
    remarks: [{ kind: 'radical', words: ['⼯ → 工', '⻚ → 页', '⼾ → 户', '〜 → ～'] }],
  });
});

test('rules part the cells of a table, whose words may take several lines', () => {
  const level = (top: number): Rule => ({ left: 50, right: 250, top, bottom: top, isLevel: true });
  const upright = (left: number, top = 90): Rule => ({
    left,
    right: left,
    top,
    bottom: 190,
    isLevel: false,
  });
  const rules = [90, 120, 190].map(level).concat([upright(50), upright(250), upright(100, 120)]);
  const { text, remarks: told } = readPages([
    page(
      [
        line('分工', 55, 110),
        line('序号', 55, 140),
        line('查桥养桥查桥养桥查桥养', 105, 140),
        line('桥。', 105, 158),
        line('完。', 70, 220),
      ],
      rules,
    ),
  ]);
  expect(text).toBe('| 分工 |  |\n| 序号 | 查桥养桥查桥养桥查桥养桥。 |\n完。\n');
  expect(told.map(({ kind }) => kind)).toEqual(['cells', 'table']);
});

test('what a scanner recognised is read where nothing else is, and told', () => {
  const scanned = { ...page([]), invisible: line('查桥。', 50, 100), pictures: 1 };
  expect(readPages([scanned]).text).toBe('查桥。\n');
  expect(remarks(scanned).map(({ kind }) => kind)).toEqual(['recognised', 'picture']);
});

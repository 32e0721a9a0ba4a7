import { dayOf } from '../../src/citation/day.ts';
import { describe, expect, test } from 'vitest';
import {
  type CitedSource,
  citedTitle,
  fileNameOf,
  formatBibtex,
  formatQuotation,
  formatReference,
  formatRis,
} from '../../src/citation/citation.ts';

/** What the content of a plan states that names neither who issued it nor when. */
const bare: CitedSource = {
  title: '年度工作计划(市)',
  part: '第3项第6句',
  language: 'zh-CN',
  url: 'https://plans.example/20xx/tasks/3/6/',
};
const full: CitedSource = {
  ...bare,
  issuer: '某市教育局',
  documentNumber: '某教〔2026〕1号',
  published: '2026-03-02',
  site: '工作计划在线阅读',
};

describe('a reference of GB/T 7714-2025', () => {
  test('says what is stated, and leaves out what is not', () => {
    expect(formatReference(bare, '2026-11-26')).toBe(
      '年度工作计划(市)：第3项第6句[EB/OL]. [2026-11-26]. https://plans.example/20xx/tasks/3/6/.',
    );
  });

  test('has 责任者, 发文字号 and 发布日期 where they are stated, the date in full-width parentheses', () => {
    expect(formatReference(full, '2026-11-26')).toBe(
      '某市教育局. 年度工作计划(市)：某教〔2026〕1号：第3项第6句[EB/OL]. （2026-03-02）[2026-11-26]. https://plans.example/20xx/tasks/3/6/.',
    );
  });

  test('marks data as a data set', () => {
    const { title, language } = bare;
    expect(
      formatReference(
        { title, language, kind: 'data', url: 'https://plans.example/20xx/data/' },
        '2026-11-26',
      ),
    ).toBe('年度工作计划(市)[DS/OL]. [2026-11-26]. https://plans.example/20xx/data/.');
  });

  test('knows no day of reading before a reader reads it', () => {
    expect(formatReference(bare)).toBe(
      '年度工作计划(市)：第3项第6句[EB/OL]. https://plans.example/20xx/tasks/3/6/.',
    );
  });

  test.each(['20*年', '2026-13-01', '2026/11/26', ''])('takes %j for no date', (date) => {
    expect(() => formatReference(bare, date)).toThrow(RangeError);
    expect(() => formatReference({ ...bare, published: date })).toThrow(RangeError);
  });
});

test('the day is the one of the reader’s clock', () => {
  // Local time in all three: in every zone the answer is the same.
  expect(dayOf(new Date(2026, 10, 26, 0, 0, 1))).toBe('2026-11-26');
  expect(dayOf(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
  expect(dayOf(new Date(2027, 11, 31, 23, 59, 59))).toBe('2027-12-31');
});

describe('an entry of BibTeX', () => {
  test('has the fields that are known', () => {
    expect(formatBibtex(bare, '2026-11-26')).toBe(
      [
        '@online{20xx-tasks-3-6,',
        '  title = {{年度工作计划(市)：第3项第6句}},',
        '  url = {https://plans.example/20xx/tasks/3/6/},',
        '  urldate = {2026-11-26},',
        '  language = {chinese},',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('has all that is stated', () => {
    const entry = formatBibtex(full, '2026-11-26');
    expect(entry).toContain('  author = {{某市教育局}},\n');
    expect(entry).toContain('  date = {2026-03-02},\n');
    expect(entry).toContain('  organization = {工作计划在线阅读},\n');
  });

  test.each([
    ['50% & more', '50\\% \\& more'],
    ['a_b #1 $2', 'a\\_b \\#1 \\$2'],
    ['{', '\\{'],
    ['}}', '\\}\\}'],
    ['a\\b~c^d', 'a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d'],
    ['two\r\n lines', 'two lines'],
  ])('writes %j so that TeX reads it as text', (title, written) => {
    expect(formatBibtex({ ...bare, title, part: undefined })).toContain(
      `  title = {{${written}}},\n`,
    );
  });

  test('keeps an address as it is, and its braces from ending the field', () => {
    const url = 'https://plans.example/20xx/full/#:~:text=50%25_{x}\\';
    expect(formatBibtex({ ...bare, url })).toContain(
      '  url = {https://plans.example/20xx/full/#:~:text=50%25_%7Bx%7D%5C},\n',
    );
  });

  test('is data if its source is', () => {
    expect(formatBibtex({ ...bare, kind: 'data' })).toMatch(/^@dataset\{/u);
  });
});

describe('a record of RIS', () => {
  test('has one field a line, lines ended by CR LF, and an end', () => {
    expect(formatRis(full, '2026-11-26').split('\r\n')).toEqual([
      'TY  - ELEC',
      'AU  - 某市教育局',
      'TI  - 年度工作计划(市)：某教〔2026〕1号：第3项第6句',
      'T2  - 工作计划在线阅读',
      'PY  - 2026',
      'DA  - 2026/03/02/',
      'LA  - zh-CN',
      'UR  - https://plans.example/20xx/tasks/3/6/',
      'Y2  - 2026/11/26/',
      'ER  - ',
      '',
    ]);
  });

  test('leaves out what is not stated', () => {
    const tags = formatRis(bare, '2026-11-26').match(/^\w\w/gmu);
    expect(tags).toEqual(['TY', 'TI', 'LA', 'UR', 'Y2', 'ER']);
  });

  test('lets no value begin a line of its own', () => {
    const record = formatRis({ ...bare, title: 'a\nER  - \r\nTY  - BOOK' });
    expect(record).toContain('TI  - a ER - TY - BOOK：第3项第6句\r\n');
    expect(record.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });
});

describe('a text for a chat', () => {
  test('is the words, where they stand, and the address', () => {
    expect(formatQuotation('计划招收6460人,其士生492人。\n', full)).toBe(
      '计划招收6460人,其士生492人。\n——年度工作计划(市)，第3项第6句\nhttps://plans.example/20xx/tasks/3/6/',
    );
  });

  test('names the whole where no part is meant', () => {
    expect(formatQuotation('计划', { ...bare, part: undefined })).toContain(
      '\n——年度工作计划(市)\n',
    );
  });
});

test.each([
  ['https://plans.example/20xx/tasks/3/6/', '20xx-tasks-3-6'],
  ['https://plans.example/a%20b/c.html?q=1#x', 'a-20b-c'],
  ['https://plans.example/', 'plan'],
])('the file about %s is called %s', (url, name) => {
  expect(fileNameOf(url)).toBe(name);
});

test('a title without a part is the title', () => {
  expect(citedTitle({ title: '计划' })).toBe('计划');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alternativesOf, findVariants, fold } from '../../src/search/fold.ts';
import { chooseDesign } from '../../src/search/index-design.ts';
import { findSpelled } from '../../src/search/pinyin.ts';
import { dividePieces } from '../../src/search/question.ts';
import { readRecord, recordUrl } from '../../src/search/records.ts';
import { findNear, findParts } from '../../src/search/slips.ts';

describe('fold', () => {
  test.each([
    ['７．８万', '7.8万'],
    ['ＡＢＣ', 'abc'],
    ['“两免一补”', '"两免一补"'],
    ['0—3岁', '0-3岁'],
    ['《办法》', '<办法>'],
  ])('%s becomes %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('folds a text as it folds its characters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'教育,，“”—－７7aＡ《<')), (characters) => {
        expect(fold(characters.join(''))).toBe(characters.map(fold).join(''));
      }),
    );
  });

  test('a query is looked up in the forms that the text has', () => {
    const variants = findVariants(['0—3岁,“双师型”']);
    expect(alternativesOf('０-3岁', variants)).toEqual(['0—3岁']);
    expect(alternativesOf('"双师型"', variants)).toContain('“双师型”');
  });
});

describe.each([10, 5000])('the index design for %i records', (records) => {
  const design = chooseDesign(records);
  /** What a fragment gives back: the text of the page, `<` and `>` escaped, `&` not. */
  const throughIndex = (text: string): string => design.encode(text).replaceAll('&amp;', '&');

  test('gives back every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'教育师0.9%“”<>&*—𠮷 ') }), (text) => {
        expect(design.decode(throughIndex(text))).toBe(text);
      }),
    );
  });

  test('asks for a phrase, or for nothing', () => {
    expect(design.phrase('教育')).toMatch(/^".+"$/u);
    expect(design.phrase('')).toBe('');
  });
});

test('a record tells its sentences by its address', () => {
  const url = recordUrl({
    path: '20xx/tasks/3/',
    type: 'task',
    section: 1,
    idPrefix: 's',
    sentences: ['甲。', '乙丙。'],
  });
  expect(readRecord(url, '甲。乙丙。')).toEqual({
    path: '20xx/tasks/3/',
    type: 'task',
    section: 1,
    idPrefix: 's',
    text: '甲。乙丙。',
    sentences: [
      { start: 0, end: 2 },
      { start: 2, end: 5 },
    ],
  });
});

describe('pinyin', () => {
  const readings = {
    推: 'tui',
    进: 'jin',
    素: 'su',
    质: 'zhi',
    教: 'jiao',
    育: 'yu',
    长: 'chang|zhang',
    重: 'zhong',
  };
  test.each([
    ['suzhi jiaoyu', '素质教育'],
    ['szjy', '素质教育'],
    ['suzhijy', '素质教育'],
    ['sz jiaoy', '素质教育'],
    ['zhang', undefined],
    ['zhangzhong', '长重'],
    ['x', undefined],
  ])('%s spells %s', (query, expected) => {
    expect(findSpelled(query, '推进素质教育长重', readings)[0]).toBe(expected);
  });
});

describe('slips', () => {
  const text = '加强农村教师培训,大力发展农村教育。';
  test.each([
    ['农存教师', '农村教师'],
    ['农教师', '农村教师'],
    ['农村的教师', '农村教师'],
    ['农教村师', '农村教师'],
  ])('%s is near %s', (query, near) => expect(findNear(query, text)).toContain(near));

  test('what is nowhere near has no neighbour, but perhaps parts', () => {
    expect(findNear('火星移民', text)).toEqual([]);
    expect(findParts('火星农村移民', text)).toEqual(['农村']);
  });
});

test('a question is divided into what can be looked up', () => {
  const related = {
    traditional: '',
    everyday: [[['农村老师'], ['农村教师']]] as [string[], string[]][],
    drop: ['有什么'],
  };
  expect(dividePieces('农村老师有什么培训', '农村教师接受培训', related)).toEqual({
    pieces: [
      { piece: '农村老师', words: ['农村教师'] },
      { piece: '培训', words: ['培训'] },
    ],
    dropped: 3,
    left: 0,
  });
});

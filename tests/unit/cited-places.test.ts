import { describe, expect, test } from 'vitest';
import {
  checkCitedPlaces,
  findCitedPlaces,
  findMissingPlace,
} from '../../src/text/cited-places.ts';
import { readCardinal, writeCardinal } from '../../src/text/numerals.ts';
import { alignEditions } from '../../src/corrections/align.ts';
import { renumberYaml } from '../../src/corrections/renumber.ts';
import { parsePlan } from '../../src/text/parse.ts';

const seed = '工作计划\n一、甲\n1.修路。先修桥。\n2.植树。\n二、乙\n3.挖井。\n';
const { sections, tasks, ...plan } = parsePlan(seed, { id: 'p', file: 'f', title: '工作计划' });
const tree = { plan: { ...plan, id: 'p' } as never, sections, tasks };
const missingIn = (text: string): (string | undefined)[] =>
  findCitedPlaces(text).map((place) => {
    const missing = findMissingPlace(place, tree);
    return typeof missing === 'object' ? missing.en : missing;
  });

describe('places that words name', () => {
  test.each([
    ['见第3项。', [3]],
    ['见第三项。', [3]],
    ['第1、3项', [1, 3]],
    ['第一、二项', [1, 2]],
    ['第十五项', [15]],
    ['第二部分', [2]],
  ])('%s', (text, numbers) => expect(findCitedPlaces(text)).toMatchObject([{ numbers }]));

  test.each(['《条例》第三部分', '第二十条第九项', '这一条款第九项', '第三方', '各项', '第十十项'])(
    '%s names none',
    (text) => expect(findCitedPlaces(text)).toEqual([]),
  );

  test('must be there, the sentence too', () => {
    expect(missingIn('第3项、第1项第2句、第一项第二句、第二部分')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(missingIn('第4项')).toEqual(['a task of plan p, 1 to 3']);
    expect(missingIn('第十五项')).toEqual(['a task of plan p, 1 to 3']);
    expect(missingIn('第1、9项')).toEqual(['a task of plan p, 1 to 3']);
    expect(missingIn('第2项第2句')).toEqual(['a sentence of task 2, 1 to 1']);
    expect(missingIn('第五部分')).toEqual(['a section of plan p, 1 to 2']);
    expect(missingIn('第0项')).toEqual(['a task of plan p, 1 to 3']);
  });
});

test('a file of a plan is checked line by line, but for words that are not the editor’s', () => {
  const text = '- why: >-\n    与第2项、\n    第9项相连\n  quote: 第八项\n- note: 第五部分\n';
  expect(() => checkCitedPlaces({ file: 'a.yaml', text }, tree)).toThrow(
    'a.yaml:3: reference-missing: expected a task of plan p, 1 to 3; found “第9项”\na.yaml:5: reference-missing: expected a section of plan p, 1 to 2; found “第五部分”',
  );
  expect(() => checkCitedPlaces({ file: 'a.yaml', text: '- why: 见第3项\n' }, tree)).not.toThrow();
});

test('a number is written as Chinese counts, and read back', () => {
  expect([1, 10, 12, 20, 21, 100, 105, 110, 999].map(writeCardinal)).toEqual([
    ...['一', '十', '十二', '二十', '二十一', '一百', '一百零五', '一百一十', '九百九十九'],
  ]);
  for (let n = 1; n < 1000; n += 1) expect(readCardinal(writeCardinal(n))).toBe(n);
});

test('a correction moves them, each numeral as it was written', () => {
  const edition = (text: string) => parsePlan(text, { id: 'p', file: 'f', title: '工作计划' });
  const before = edition(seed);
  const after = edition(
    '工作计划\n一、丙\n1.筑坝蓄水防洪。\n二、甲\n2.修路。先修桥。\n3.植树。\n三、乙\n4.挖井。\n',
  );
  const renumbering = { plan: 'p', before, alignment: alignEditions(before, after) };
  const yaml =
    '- why: 与第三项、第1项第2句、第一、二项、第二部分相连,《条例》第三项不动\n  quote: 第三项\n';
  expect(renumberYaml(yaml, renumbering).text).toBe(
    '- why: 与第四项、第2项第2句、第二、三项、第三部分相连,《条例》第三项不动\n  quote: 第三项\n',
  );
});

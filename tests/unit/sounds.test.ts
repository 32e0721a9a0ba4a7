import { describe, expect, test } from 'vitest';
import { levelOne, levelTwo } from '../../src/search/gb2312.ts';
import { findAlike, foldReading, hear, makeEar, unpackSounds } from '../../src/search/sounds.ts';
import { sounds } from '../support/search-index.ts';

const common = unpackSounds(sounds());
const ear = makeEar({}, common);
const anywhere = (): boolean => true;
const alike = (query: string, text: string, shortest = 3): string[] =>
  findAlike(Array.from(query), hear(text, ear), ear, anywhere, shortest).map(({ words }) => words);

describe('the table of sounds', () => {
  test('has every character of GB/T 2312', () => {
    expect([levelOne().length, levelTwo().length]).toEqual([3755, 3008]);
    for (const character of [...levelOne(), ...levelTwo()]) {
      expect(common.get(character)?.[0], character).toMatch(/^[a-z]+$/u);
    }
  });

  test.each([
    ['啊', 'a'],
    ['均', 'jun'],
    ['旅', 'lv'],
    ['虐', 'nve'],
    ['师', 'shi'],
    ['座', 'zuo'],
    ['琢', 'zhuo'],
    ['长', 'zhang'],
    ['重', 'chong'],
  ])('%s reads %s', (character, reading) => expect(common.get(character)).toContain(reading));
});

test.each([
  ['zhong', 'zong'],
  ['shang', 'san'],
  ['neng', 'len'],
  ['xing', 'xin'],
  ['guang', 'guan'],
  ['er', 'er'],
])('%s sounds like %s', (reading, other) => expect(foldReading(reading)).toBe(foldReading(other)));

describe('slips of the ear', () => {
  test.each([
    ['军衡发展', '推进均衡发展,', '均衡发展'],
    ['两面一补', '实行“两免一补”政策', '两免一补'],
    ['综和素制平价', '综合素质评价办法', '综合素质评价'],
    ['深份正', '带身份证', '身份证'],
    ['蓝牛', '男女', undefined],
  ])('%s is heard in %s', (query, text, expected) => expect(alike(query, text)[0]).toBe(expected));

  test('a mark that frames words is passed over, and stays in what was heard', () => {
    expect(alike('双狮型教师', '“双师型”教师')[0]).toBe('双师型”教师');
  });

  test('what is the same is no slip', () => expect(alike('均衡发展', '均衡发展')).toEqual([]));

  test('the same sound comes before a near one', () => {
    expect(alike('实施工程', '师资工程;石狮工程')[0]).toBe('石狮工程');
  });
});

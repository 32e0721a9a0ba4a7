import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { answer } from '../../src/search/engine.ts';
import { isSpelledWhole } from '../../src/search/pinyin.ts';
import { makeIndex, makeRecord, sounds, withEdges } from '../support/search-index.ts';

const tasks = [
  ['引导居民参与议事。', '提高绿化率。'],
  ['建设小城镇。', '深化学校章程建设。'],
  ['依法治理,对口支援。', '疏浚河道。'],
];
const records = withEdges(tasks.map((task, i) => makeRecord(`p/tasks/${i + 1}/`, ...task)));
const readings = Object.fromEntries(
  Array.from(new Set(tasks.flat().join('')), (character) => [
    character,
    pinyin(character, { toneType: 'none', v: true }),
  ]),
);
const index = makeIndex([records], {
  mostRead: Infinity,
  readings: () => Promise.resolve(readings),
  sounds: () => Promise.resolve(sounds()),
  related: {
    everyday: [
      [['校长'], ['学校']],
      [['211工程'], ['建设']],
      [['儿童'], ['居民']],
    ],
    unmentioned: [[['校车'], []]],
  },
});
const led = async (query: string): Promise<(string | undefined)[]> => {
  const { form, related } = await answer(query, index);
  return [form, ...related.flatMap(({ reason }) => [reason.kind, reason.said, ...reason.words])];
};

describe('what letters spell', () => {
  test.each([
    // A whole word that nobody speaks of before an unfinished one of the text.
    ['xiaoche', ['校车']],
    // No 校章 out of 学校章程.
    ['xiaozhang', ['meaning', '校长', '学校']],
    ['211gongcheng', ['meaning', '211工程', '建设']],
    ['lühualü', ['spelling', 'lühualü', '绿化率']],
    ['lǜhuàlǜ', ['spelling', 'lǜhuàlǜ', '绿化率']],
    ['luhualu', ['spelling', 'luhualu', '绿化率']],
    ['ér童', ['meaning', '儿童', '居民']],
  ])('%s: %j', async (query, words) => {
    const [form, ...others] = await led(query);
    expect([...(form === undefined ? [] : [form]), ...others]).toEqual(words);
  });

  test('several words in a row are cut apart', async () => {
    const { form, related } = await answer('jumintongshujunhedao', index);
    expect({ form, related }).toEqual({ form: undefined, related: [] });
    expect((await answer('jianshehedao', index)).form).toBe('建设河道');
  });

  test.each([
    ['suzhi', '素质', true],
    ['suzh', '素质', false],
    ['sz', '素质', false],
    ['su质', '素质', true],
  ])('of %s it is told whether it is whole', (query, words, isWhole) => {
    expect(isSpelledWhole(query, words, { 素: 'su', 质: 'zhi' })).toBe(isWhole);
  });
});

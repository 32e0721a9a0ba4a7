import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/search/answer.ts';
import { answer } from '../../src/search/engine.ts';
import { isSwapped } from '../../src/search/guesses.ts';
import { makeIndex, makeRecord, sounds, withEdges } from '../support/search-index.ts';

const tasks = [
  ['保护野生动物。', '开展心理咨询服务。', '居民学习型社区。'],
  ['建设国际商务区。', '国家助学贷款按时发放。', '加强行政监督。'],
  ['居民党支部建设。', '新建居民楼。', '办好职业培训。'],
  ['采取有效措施。', '加强监督。', '发展影视产业。', '坚持德育为先。', '加强预试。'],
];
const records = withEdges(tasks.map((task, i) => makeRecord(`p/tasks/${i + 1}/`, ...task)));
const index = makeIndex([records], {
  mostRead: Infinity,
  sounds: () => Promise.resolve(sounds()),
  related: { everyday: [[['学费'], ['贷款']]] },
});
const ask = (query: string): Promise<Answer> => answer(query, index);

describe('what is guessed', () => {
  test.each([
    ['心里咨询', '心理咨询'],
    ['职也培训', '职业培训'],
    ['野声动物', '野生动物'],
  ])('%s is %s: a slip stands in a word of which the rest was typed', async (query, form) => {
    expect(await ask(query)).toMatchObject({ form, isGuess: true });
  });

  test.each([
    // 国家助 and 型社区 are no words, and 主席 and 星星 were typed as such.
    '国家主席',
    '星星社区',
    '学校里服务',
  ])('%s is no slip of what cuts a word', async (query) => {
    expect(await ask(query)).toMatchObject({ form: undefined, isGuess: false });
  });

  test.each([
    ['居民票', []],
    ['星际商务', []],
    ['新建居民楼房', []],
    ['居民房子', []],
    ['助贷款', ['助学贷款']],
  ])('instead of %s is offered %j', async (query, near) => {
    expect((await ask(query)).near).toEqual(near);
  });
});

describe('what looks alike', () => {
  test.each([
    ['培圳', undefined],
    ['职业陪训', '职业培训'],
    ['监管党支都', '监管党支部'],
    ['蓝督', '监督'],
    ['徳育', '德育'],
    ['人全监督', undefined],
    ['大犬监督', undefined],
  ])('%s is %s', async (query, form) => {
    expect((await ask(query)).form).toBe(form);
  });

  test('is left alone where the reader insists', async () => {
    expect((await answer('蓝督', index, { asTyped: true })).form).toBeUndefined();
  });
});

test('a particle at the end of what the text has may be a slip', async () => {
  expect(await ask('行政监都')).toMatchObject({ form: '行政监督', isGuess: true });
});

test.each([
  ['行监政督', '行政监督', true],
  // Two of three may be two words.
  ['监督行', '行监督', false],
  ['行政监都', '行政监督', false],
])('%s has the characters of %s in another order: %s', (typed, words, expected) => {
  expect(isSwapped(typed, words)).toBe(expected);
});

test('what has its very characters comes before what only looks or sounds alike', async () => {
  expect(await ask('行监政督')).toMatchObject({ form: '行政监督', isGuess: true });
});

describe('two characters', () => {
  test.each([
    ['学废', '学费', 'sound'],
    ['监嘟', '监督', 'sound'],
    ['简督', '监督', 'sound'],
    // A word of the dictionary with other characters, of the very sound of another, is only offered one.
    ['友校', '有效', 'sound'],
    ['幼小', '有效', undefined],
    // Only near to the sound of 影视, with no character of it.
    ['隐私', undefined, undefined],
    ['于是', undefined, undefined],
  ])('%s: %s is offered, and shown by %s', async (query, words, kind) => {
    const { near, related } = await ask(query);
    expect(near[0]).toBe(words);
    expect(related[0]?.reason.kind).toBe(kind);
  });
});

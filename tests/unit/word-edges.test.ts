import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  edgesIn,
  findEdges,
  isOneWord,
  isSplinter,
  isWhole,
  packEdges,
  unpackEdges,
} from '../../src/search/word-edges.ts';
import { makeRecord } from '../support/search-index.ts';

const stretch = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe('words', () => {
  test.each([
    ['强化学校服务意识', '校服', true],
    ['深化学校改革', '化学', true],
    ['提高职业院校教师素质', '高职', true],
    ['强化学校服务意识', '学校服务', false],
    ['加强农村教师培训', '农村教', false],
    ['加强农村教师培训', '教师', false],
    ['加强农村教师培训', '村', false],
  ])('in %s, %s is a splinter: %s', (text, words, expected) => {
    expect(isSplinter(edgesIn(text, findEdges(text, [])), stretch(text, words))).toBe(expected);
  });

  test('terms that are known are not cut across', () => {
    const text = '两免一补政策';
    const edges = edgesIn(text, findEdges(text, ['两免一补']));
    expect(isWhole(edges, stretch(text, '两免一补'))).toBe(true);
  });

  test('one word has no edge within', () => {
    const text = '农村教师';
    const edges = edgesIn(text, findEdges(text, []));
    expect(isOneWord(edges, stretch(text, '教师'))).toBe(true);
    expect(isOneWord(edges, stretch(text, '农村教师'))).toBe(false);
  });

  test('of a text whose words are not known everything is whole and nothing a splinter', () => {
    const record = makeRecord('p/tasks/1/', '学校服务');
    expect(isWhole(record, { start: 1, end: 3 })).toBe(true);
    expect(isSplinter(record, { start: 1, end: 3 })).toBe(false);
  });
});

test('edges come back from a manifest as they were', () => {
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom(...'教育师。𠮷7.8%A“'), maxLength: 14 }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(texts, (all) => {
      const edged = all.map((text) => ({ text, edges: findEdges(text, []) }));
      const records = unpackEdges(
        packEdges(edged),
        edged.map(({ text }) => makeRecord('p/tasks/1/', text)),
      );
      edged.forEach(({ text, edges }, k) => {
        for (let at = 1; at < text.length; at += 1) {
          expect(records[k]?.isEdge?.(at)).toBe(edges.has(at));
        }
        expect(records[k]?.isEdge?.(0)).toBe(true);
        expect(records[k]?.isEdge?.(text.length)).toBe(true);
      });
    }),
  );
});

test.each([
  // Two characters of which one is the end or the beginning of a word.
  ['校好', '学校|好', true],
  ['好学', '好|学校', true],
  ['校服', '学校|服务', true],
  ['学校', '学校|好', false],
  ['他好', '他|好', false],
  // Of longer ones one end may be open.
  ['校好学', '学校|好|学校', true],
  ['好学校', '好|学校|服务', false],
  ['校服务', '学校|服务', false],
])('%s in %s is a splinter: %s', (words, divided, isSo) => {
  const parts = divided.split('|');
  const text = parts.join('');
  const edges = new Set(parts.map((_, i) => parts.slice(0, i + 1).join('').length));
  const start = text.indexOf(words);
  expect(isSplinter(edgesIn(text, edges), { start, end: start + words.length })).toBe(isSo);
});

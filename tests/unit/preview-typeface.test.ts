import { expect, test } from 'vitest';
import { loadTypefaces } from '../../src/previews/typeface.ts';

const faces = await loadTypefaces(new Set('市一,6“㐂𠮷'), [500, 700]);

test('gives the advances of the typeface: Chinese characters an em, others less', () => {
  expect(['市', '一', '“'].map(faces[700].advance)).toEqual([1, 1, 1]);
  for (const character of ',6') {
    expect(faces[700].advance(character)).toBeGreaterThan(0.2);
    expect(faces[700].advance(character)).toBeLessThan(0.7);
  }
});

test('gives outlines, those of a heavier weight heavier', () => {
  expect(faces[700].outline('一')).toMatch(/^M[\d.MLQCZ -]+Z$/u);
  // 一 is a stroke: the heavier, the higher.
  const heightOf = (outline: string): number => {
    const ys = [...outline.matchAll(/[MLQ ](-?[\d.]+) (-?[\d.]+)/gu)].map(([, , y]) => Number(y));
    return Math.max(...ys) - Math.min(...ys);
  };
  expect(heightOf(faces[700].outline('一'))).toBeGreaterThan(heightOf(faces[500].outline('一')));
});

test('shows 〓 for a character that it has not, and nothing for what is not to be seen', () => {
  const missing = faces[700].outline('〓');
  expect(missing).not.toBe('');
  expect(faces[700].outline('\u{3fffd}')).toBe(missing);
  expect(faces[700].outline('市')).not.toBe(missing);
  for (const unseen of ['\ufeff', '\u200d', '\ufe0f']) {
    expect(faces[700].advance(unseen)).toBe(0);
    expect(faces[700].outline(unseen)).toBe('');
  }
  expect(faces[700].outline('\n')).toBe('');
  expect(faces[700].advance('\n')).toBeGreaterThan(0);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areNested,
  countCodePoints,
  cross,
  isWithin,
  overlap,
  sliceSpan,
} from '../../src/text/span.ts';

const at = (start: number, end: number) => ({ start, end });
const extent = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => at(start, start + length));

describe('two stretches', () => {
  test.each([
    [at(0, 4), at(1, 3), { nested: true, overlap: true, cross: false }],
    [at(0, 4), at(0, 4), { nested: true, overlap: true, cross: false }],
    [at(0, 4), at(2, 6), { nested: false, overlap: true, cross: true }],
    [at(0, 4), at(4, 6), { nested: false, overlap: false, cross: false }],
    [at(0, 4), at(6, 8), { nested: false, overlap: false, cross: false }],
  ])('%j and %j', (a, b, expected) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(areNested(one, other)).toBe(expected.nested);
      expect(overlap(one, other)).toBe(expected.overlap);
      expect(cross(one, other)).toBe(expected.cross);
    }
  });

  test('are apart, nested or crossing, and one of these only', () => {
    fc.assert(
      fc.property(extent, extent, (a, b) => {
        const shared = Array.from({ length: 50 }, (_, i) => i).filter(
          (i) => a.start <= i && i < a.end && b.start <= i && i < b.end,
        );
        expect(overlap(a, b)).toBe(shared.length > 0);
        expect(isWithin(a, b)).toBe(shared.length === a.end - a.start);
        expect([!overlap(a, b), areNested(a, b), cross(a, b)].filter(Boolean)).toHaveLength(1);
      }),
    );
  });
});

test('a slice of a span counts code points of the source, wherever its text begins', () => {
  const whole = { start: 7, end: 12, line: 3, text: '𠮷县教育局' };
  expect(sliceSpan(whole, whole.text.indexOf('教育'), '教育')).toEqual({
    start: 9,
    end: 11,
    line: 3,
    text: '教育',
  });
  expect(countCodePoints('𠮷县')).toBe(2);
});

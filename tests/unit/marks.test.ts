import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, type MarkedText, markText } from '../../src/plan/marks.ts';

const span = (text: string, start = 0) => ({
  start,
  end: start + Array.from(text).length,
  line: 1,
  text,
});

/** Marks as brackets: [a…], named by their class. */
const draw = (parts: readonly MarkedText[]): string =>
  parts
    .map((part) =>
      'run' in part ? part.run.text : `[${part.mark.class ?? ''}${draw(part.content)}]`,
    )
    .join('');

const marks = (...spans: [string, number, number][]): Mark[] =>
  spans.map(([name, start, end]) => ({ class: name, start, end }));

describe('markText', () => {
  test.each([
    ['one mark', marks(['a', 102, 106]), '安排[a4亿元专]项资金'],
    ['two that touch', marks(['b', 105, 107], ['a', 102, 105]), '安排[a4亿元][b专项]资金'],
    ['one in another', marks(['a', 100, 109], ['b', 102, 105]), '[a安排[b4亿元]专项资金]'],
    ['two of one extent', marks(['a', 102, 105], ['b', 102, 105]), '安排[a[b4亿元]]专项资金'],
    ['one that begins inside a number', marks(['a', 103, 107]), '安排4[a亿元专项]资金'],
  ])('sets %s', (_name, given, expected) => {
    expect(draw(markText(span('安排4亿元专项资金', 100), given))).toBe(expected);
  });

  test.each([
    ['cross', marks(['a', 0, 3], ['b', 2, 5])],
    ['leave the text', marks(['a', 4, 12])],
    ['begin before it', marks(['a', -1, 2])],
    ['are empty', marks(['a', 2, 2])],
  ])('refuses marks that %s', (_name, given) => {
    expect(() => markText(span('安排4亿元专项资金'), given)).toThrow(RangeError);
  });

  test('counts in code points, as the source is counted', () => {
    expect(draw(markText(span('𠮷野10所'), marks(['a', 2, 5])))).toBe('𠮷野[a10所]');
  });

  test('loses no character', () => {
    const within = fc.string({ unit: fc.constantFrom('安', '4', '亿', '.', '元', ',', 'A') });
    fc.assert(
      fc.property(within, fc.nat(9), fc.nat(9), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(start < end && end <= text.length);
        expect(draw(markText(span(text), [{ start, end }])).replace(/[[\]]/gu, '')).toBe(text);
      }),
    );
  });
});

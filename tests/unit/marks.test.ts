import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Mark,
  type MarkedText,
  holdsLink,
  markText,
  withoutCrossing,
} from '../../src/setting/marks.ts';

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

/** The words of every mark. */
const wordsOf = (parts: readonly MarkedText[]): string[] =>
  parts.flatMap((part) =>
    'run' in part ? [] : [draw(part.content).replace(/[[\]]/gu, ''), ...wordsOf(part.content)],
  );

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

  const within = fc.string({ unit: fc.constantFrom('安', '4', '亿', '.', '元', ',', 'A', '𠮷') });

  test('sets any marks that do not cross: without them the text is what it was', () => {
    const bounds = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 6 });
    fc.assert(
      fc.property(within, bounds, fc.nat(1000), (words, pairs, start) => {
        const text = span(words, start);
        const wanted = pairs
          .map(([a, b]) => ({ start: start + Math.min(a, b), end: start + Math.max(a, b) }))
          .filter((mark) => mark.start < mark.end);
        const kept = withoutCrossing(text, wanted);
        const set = markText(text, kept);
        expect(draw(set).replace(/[[\]]/gu, '')).toBe(words);
        expect(wordsOf(set).sort()).toEqual(
          kept
            .map((mark) =>
              Array.from(words)
                .slice(mark.start - start, mark.end - start)
                .join(''),
            )
            .sort(),
        );
      }),
    );
  });

  test('loses no character', () => {
    fc.assert(
      fc.property(within, fc.nat(9), fc.nat(9), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(start < end && end <= Array.from(text).length);
        expect(draw(markText(span(text), [{ start, end }])).replace(/[[\]]/gu, '')).toBe(text);
      }),
    );
  });
});

describe('withoutCrossing', () => {
  const text = span('安排4亿元专项资金', 100);
  const kept = (...given: [string, number, number][]): string =>
    withoutCrossing(text, marks(...given))
      .map((mark) => mark.class)
      .join('');

  test.each<[string, [string, number, number][], string]>([
    [
      'that nest',
      [
        ['a', 102, 105],
        ['b', 100, 109],
        ['c', 103, 104],
      ],
      'abc',
    ],
    [
      'that touch',
      [
        ['a', 100, 102],
        ['b', 102, 105],
      ],
      'ab',
    ],
    [
      'of one extent',
      [
        ['a', 102, 105],
        ['b', 102, 105],
      ],
      'ab',
    ],
    [
      'the first of two that cross, by rank and not by place',
      [
        ['a', 104, 107],
        ['b', 102, 105],
      ],
      'a',
    ],
    [
      'what crosses only one that is not kept',
      [
        ['a', 100, 103],
        ['b', 102, 105],
        ['c', 104, 107],
      ],
      'ac',
    ],
    [
      'nothing that the text cuts off',
      [
        ['a', 98, 102],
        ['b', 107, 110],
        ['c', 100, 109],
      ],
      'c',
    ],
  ])('keeps %s', (_case, given, expected) => expect(kept(...given)).toBe(expected));
});

test('a link is found in a mark, and in what stands in it', () => {
  const set = (...given: Mark[]) => markText(span('安排4亿元专项资金'), given).some(holdsLink);
  expect(set({ start: 0, end: 9 }, { start: 2, end: 5, href: '/a/' })).toBe(true);
  expect(set({ start: 0, end: 9, href: '/a/' })).toBe(true);
  expect(set({ start: 0, end: 9, class: 'noted' })).toBe(false);
});

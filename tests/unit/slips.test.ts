import { describe, expect, test } from 'vitest';
import type { ListItem } from '../../src/kinds/kind.ts';
import { hangSlips } from '../../src/kinds/slips.ts';
import type { Span } from '../../src/text/schema.ts';

/** Sentences are ten characters long. */
const sentenceOf = ({ start }: Span): { start: number } => ({ start: start - (start % 10) });
const words = (start: number, text: string): Span => ({
  start,
  end: start + text.length,
  line: 1,
  text,
});

/** An entry with places: where its words stand, and what is said of them there. */
const entry = (
  id: string,
  places: readonly (readonly [start: number, remark?: string])[],
  more: Partial<ListItem> = {},
): ListItem => ({
  id,
  name: id,
  printed: words(places[0]?.[0] ?? 0, id),
  label: undefined,
  text: undefined,
  remarks: [],
  places: places.map(([start, remark]) => ({ task: 1, span: words(start, id), remark })),
  isQuoted: true,
  ...more,
});

const hang = (...items: ListItem[]) =>
  hangSlips(items, sentenceOf).map((slip) => ({
    ids: slip.items.map(({ id }) => id),
    quoted: slip.quoted.map(({ words: { span }, more, remarks }) => [
      [span, ...more].map(({ start }) => start),
      remarks,
    ]),
  }));

describe('a slip', () => {
  test('quotes a sentence once that names an entry twice', () => {
    expect(hang(entry('甲', [[3], [6], [12]]))).toEqual([
      {
        ids: ['甲'],
        quoted: [
          [[3, 6], []],
          [[12], []],
        ],
      },
    ]);
  });

  test('has all entries that are named in the same sentences', () => {
    expect(hang(entry('甲', [[3]]), entry('乙', [[21]]), entry('丙', [[6]]))).toEqual([
      { ids: ['甲', '丙'], quoted: [[[3, 6], []]] },
      { ids: ['乙'], quoted: [[[21], []]] },
    ]);
  });

  test.each([
    ['stands in one more sentence', entry('乙', [[6], [21]])],
    ['is to be treated otherwise', entry('乙', [[6, '修订']])],
    ['is not named in the plan’s words', entry('乙', [[6]], { printed: undefined })],
  ])('is not shared by an entry that %s', (_case, other) => {
    expect(hang(entry('甲', [[3, '制定']]), other).map(({ ids }) => ids)).toEqual([['甲'], ['乙']]);
  });

  test('tells what is done in a sentence once', () => {
    expect(
      hang(
        entry('甲', [
          [3, '制定'],
          [6, '制定'],
          [8, '颁布'],
        ]),
      )[0]?.quoted,
    ).toEqual([
      [
        [3, 6, 8],
        ['制定', '颁布'],
      ],
    ]);
  });

  test('counts words that are not quoted, with all their places', () => {
    const spans = [words(3, '*市'), words(14, '*高校'), words(16, '*市')];
    const places = spans.map((span) => ({ task: 1, span, remark: undefined }));
    const [slip] = hangSlips([entry('甲', [], { places, isQuoted: false })], sentenceOf);
    expect(slip?.quoted).toEqual([]);
    expect(slip?.counted.map(({ text, places: own }) => [text.text, own.length])).toEqual([
      ['*市', 2],
      ['*高校', 1],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Passage, findFragment, makeFragment } from '../../src/citation/text-fragment.ts';

/** Words of one block; `preceding` is what the page has before it. */
const within = (first: string, words: string, preceding = ''): Passage => {
  const start = first.indexOf(words);
  return { preceding, first, start, last: first, end: start + words.length };
};
const read = (fragment: string): string => decodeURIComponent(fragment.replace(':~:text=', ''));

describe('a text fragment', () => {
  const block = '加快农村教育,提高质量。加强农村教师培训,完成9.1%的学校服务。';

  test.each([
    ['from mark to mark it needs no context', '提高质量', '提高质量'],
    ['within a clause it has the rest of the clause', '村教师', '加强农-,村教师,-培训'],
    ['it is the first of its kind', '加强农村教师培训', '加强农村教师培训'],
    ['it parts no number', '1%', '完成9.-,1%'],
  ])('%s', (_rule, words, written) => {
    expect(read(makeFragment(within(block, words)))).toBe(written);
  });

  test('has as much before it as tells it from what stands before on the page', () => {
    expect(
      read(makeFragment(within('一是教师培训,二是教师培训。', '二是教师培训', '二是教师培训,'))),
    ).toBe('一是教师培训,-,二是教师培训');
  });

  test('is said by its beginning and its end when it is long', () => {
    const long = `首先,${'甲'.repeat(40)},${'乙'.repeat(40)},最后要完成。`;
    expect(read(makeFragment(within(long, long)))).toBe(`首先,${'甲'.repeat(40)},最后要完成。`);
  });

  test('goes over blocks by its beginning and its end', () => {
    const passage: Passage = {
      preceding: '',
      first: '第一句话说这个,然后完了。',
      start: 3,
      between: '旁注',
      last: '第二句话,也说这个。',
      end: 7,
    };
    expect(read(makeFragment(passage))).toBe('第一句-,话说这个,第二句话,也说,-这个');
  });

  test('encodes what parts terms, and what programs cut off', () => {
    expect(makeFragment(within('(甲)-乙,丙!', '(甲)-乙,丙!'))).toBe(
      ':~:text=%28%E7%94%B2%29%2D%E4%B9%99%2C%E4%B8%99%21',
    );
  });

  test('leads back to the words, whatever they are', () => {
    const text = fc.stringMatching(/^[一二三,。、9.%\-a&]{1,80}$/u);
    fc.assert(
      fc.property(text, text, text, fc.nat(), fc.nat(), (preceding, first, last, a, b) => {
        // In the browser terms are looked for in blocks, here in the whole: a line end keeps blocks apart.
        const one = { preceding, first, last: first };
        const [start, end] = [a % first.length, first.length - (b % first.length)];
        const words = first.slice(start, end);
        // Of a block that stands there twice the first is found: no context leaves its block.
        fc.pre(start < end && !preceding.includes(first) && !first.includes(last));
        const page = `${preceding}\n${first}`;
        const found = findFragment(`#${makeFragment({ ...one, start, end })}`, page);
        expect(found.map((place) => page.slice(place.start, place.end))).toEqual([words]);

        const across = { preceding, first, between: '\n', last };
        const to = last.length - (b % last.length);
        const whole = `${page}\n${last}`;
        const from = preceding.length + 1 + start;
        const until = preceding.length + 1 + first.length + 1 + to;
        const wanted = whole.slice(from, until);
        const again = findFragment(`#${makeFragment({ ...across, start, end: to })}`, whole);
        expect(again.map((place) => whole.slice(place.start, place.end))).toEqual([wanted]);
      }),
    );
  });

  test('has no white space at its ends', () => {
    expect(makeFragment({ ...within('  农村教育。\n', ''), start: 0, end: 8 })).toBe(
      makeFragment(within('农村教育。', '农村教育。')),
    );
  });

  test.each(['', '#s6', '#:~:text=', '#:~:text=%', '#:~:text=没有', '#:~:selector(a)'])(
    '%j names nothing',
    (hash) => {
      expect(findFragment(hash, '加快农村教育')).toEqual([]);
    },
  );

  test('of several every one is found', () => {
    expect(findFragment('#s2:~:text=加快&text=教育', '加快农村教育')).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

/**
 * The seed counted by regular expressions, against what the annotations say: none of the ledger's own
 * code is used, so that a fault in it shows.
 */
const { documents, initiatives, meetings, phrases, notes, concerns, targets } = firstPlan;

type Stretch = { start: number; end: number };
const codePointsBefore = (index: number): number => Array.from(firstSeed.slice(0, index)).length;
const findAll = (pattern: RegExp): (Stretch & { text: string })[] =>
  Array.from(firstSeed.matchAll(pattern), ({ 0: text, index }) => ({
    start: codePointsBefore(index),
    end: codePointsBefore(index) + Array.from(text).length,
    text,
  }));
const holds = (outer: Stretch, inner: Stretch): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

const masks = notes.filter(({ kind }) => kind === 'mask').flatMap(({ mentions }) => mentions);
const namesOf = (things: typeof documents | typeof initiatives | typeof meetings) =>
  things.flatMap(({ id, mentions }) => mentions.map(({ name, span }) => ({ id, name, span })));

describe('every * of the seed', () => {
  const stars = findAll(/\*/gu);

  test('44 of them', () => expect(stars).toHaveLength(44));

  test.each(stars.map((star) => [star.start, star] as const))(
    'at %d is in one mention of one note on masks',
    (_start, star) => {
      expect(masks.filter(({ span }) => holds(span, star))).toHaveLength(1);
    },
  );

  test('and there is no note on a mask beside them', () => {
    for (const { span, quote } of masks) {
      expect(stars.filter((star) => holds(span, star)).length, quote).toBeGreaterThan(0);
    }
  });
});

describe('every 《》 of the seed', () => {
  const titles = findAll(/《[^《》]*》/gu);

  test('13 of them, none left open', () => {
    expect(titles).toHaveLength(13);
    expect(firstSeed.match(/[《》]/gu)).toHaveLength(2 * titles.length);
  });

  test.each(titles.map((title) => [title.text, title] as const))(
    '%s is the name of one document, whole',
    (text, title) => {
      const whole = { start: title.start + 1, end: title.end - 1 };
      const named = namesOf(documents).filter(({ name }) => holds(name, whole));
      expect(named).toHaveLength(1);
      expect(named[0]?.name.text.replace(/[《》]/gu, '')).toContain(text.slice(1, -1));
    },
  );
});

describe('every “” of the seed', () => {
  const quoted = findAll(/“[^“”]*”/gu);

  test('none is left open', () => {
    expect(firstSeed.match(/[“”]/gu)).toHaveLength(2 * quoted.length);
  });

  test.each(quoted.map((run) => [run.text, run] as const))(
    '%s is in the name of an initiative or a document, or is a phrase, and in one place only',
    (_text, run) => {
      const inner = { start: run.start + 1, end: run.end - 1 };
      const speakers = [
        ...namesOf(documents).map(({ name, id }) => ({ span: name, id, by: 'document' })),
        ...namesOf(initiatives).map(({ name, id }) => ({ span: name, id, by: 'initiative' })),
        ...phrases.map(({ span, quote }) => ({ span, id: quote, by: 'phrase' })),
      ].filter(({ span }) => holds(span, inner));
      // A document may be named after an initiative; otherwise one entry speaks for the words.
      expect(speakers.length).toBeGreaterThan(0);
      for (const by of ['document', 'initiative', 'phrase']) {
        expect(speakers.filter((speaker) => speaker.by === by).length).toBeLessThanOrEqual(1);
      }
      expect(speakers.filter(({ by }) => by !== 'document').length).toBeLessThanOrEqual(1);
    },
  );
});

describe('every task of the seed', () => {
  const numbers = Array.from(firstSeed.matchAll(/^(\d+)\./gmu), ([, n]) => Number(n));

  test('41 of them, numbered 1 to 41', () => {
    expect(numbers).toEqual(Array.from({ length: 41 }, (_, i) => i + 1));
  });

  test.each(numbers)(
    '%d concerns somebody, by words that stand between its number and the next',
    (n) => {
      const here = concerns.filter(({ task }) => task === n);
      expect(here.length).toBeGreaterThan(0);
      const [from] = findAll(new RegExp(`^${n}\\.`, 'gmu'));
      const [to = { start: Infinity }] = findAll(
        new RegExp(`^(?:${n + 1}\\.|[一二三四五六七八九十]+、)`, 'gmu'),
      ).filter(({ start }) => start > (from?.start ?? 0));
      for (const { span, quote } of here) {
        expect(firstSeed.slice(span.start, span.end), quote).toBe(quote);
        expect(span.start).toBeGreaterThan(from?.start ?? Infinity);
        expect(span.end).toBeLessThanOrEqual(to.start);
      }
    },
  );
});

test('no two marks of the text cross', () => {
  const marks: Stretch[] = [
    ...targets.map(({ quantity }) => quantity),
    ...[documents, initiatives, meetings].flatMap((things) =>
      namesOf(things).map(({ name }) => name),
    ),
    ...notes.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
  ];
  const crossing = marks.flatMap((one) =>
    marks.filter(
      (other) => one.start < other.start && other.start < one.end && one.end < other.end,
    ),
  );
  expect(crossing).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighbourhood } from '../../src/components/neighbourhood.ts';
import { ExtentIndex, countBelow, once } from '../../src/text/extent-index.ts';
import { type Extent, isWithin, overlap } from '../../src/text/span.ts';

const extent = fc
  .tuple(fc.nat(20), fc.nat(6))
  .map(([start, length]): Extent => ({ start, end: start + length }));

test('finds what a look at every thing finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(extent, { maxLength: 3 }), { maxLength: 12 }),
      extent,
      (things, at) => {
        const index = new ExtentIndex(things, (extents) => extents);
        const by = (test: (one: Extent) => boolean) =>
          things.filter((extents) => extents.some(test));
        expect(index.within(at)).toEqual(by((one) => isWithin(one, at)));
        expect(index.overlapping(at)).toEqual(by((one) => overlap(one, at)));
        expect(index.around(at)).toEqual(by((one) => isWithin(at, one)));
      },
    ),
  );
});

test('counts numbers below a limit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), fc.nat(30), (numbers, limit) => {
      const ascending = [...numbers].sort((a, b) => a - b);
      expect(countBelow(ascending, limit)).toBe(numbers.filter((one) => one < limit).length);
    }),
  );
});

test('makes what is asked for once for each object', () => {
  let made = 0;
  const make = once((key: object) => ({ key, n: (made += 1) }));
  const [one, two] = [{}, {}];
  expect([make(one).n, make(two).n, make(one).n]).toEqual([1, 2, 1]);
});

test('a table of contents has 40 entries about the current one', () => {
  const items = Array.from({ length: 100 }, (_, i) => i);
  expect(neighbourhood(items.slice(0, 40), 3)).toHaveLength(40);
  for (const current of [0, 3, 50, 99]) {
    const shown = neighbourhood(items, current);
    expect(shown).toHaveLength(40);
    expect(shown).toContain(current);
  }
  expect(neighbourhood(items, 50)).toEqual(items.slice(30, 70));
});

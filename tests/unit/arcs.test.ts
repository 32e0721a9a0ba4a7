import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutArcs } from '../../src/charts/arcs.ts';

const tie = (from: number, to: number, value = 1) => ({ from, to, value, data: `${from}–${to}` });
const numbersOf = (d: string): number[] => (d.match(/-?[\d.]+(?:e-?\d+)?/gu) ?? []).map(Number);

describe('an arc diagram', () => {
  const size = { length: 410, height: 100 };
  const { places, arcs } = layoutArcs(41, [tie(3, 4), tie(0, 40, 3), tie(20, 10, 9)], size);

  test('stands its items evenly apart, half a step from either end', () => {
    expect(places.slice(0, 3)).toEqual([5, 15, 25]);
    expect(places.at(-1)).toBe(405);
    expect(new Set(places.slice(1).map((place, i) => place - (places[i] ?? 0)))).toEqual(
      new Set([10]),
    );
  });

  test('draws the widest arcs first, so that narrow ones can be reached', () => {
    expect(arcs.map(({ data }) => data)).toEqual(['0–40', '20–10', '3–4']);
  });

  test('leads from one item to the other, whichever comes first', () => {
    expect(arcs[0]?.d).toMatch(/^M5,100C5,.*,405,100$/u);
    expect(arcs[1]?.d).toMatch(/^M105,100C105,.*,205,100$/u);
  });

  test('is thicker for more links, up to four', () => {
    const widthOf = (value: number) => layoutArcs(2, [tie(0, 1, value)], size).arcs[0]?.width;
    expect([1, 2, 4, 9].map(widthOf)).toEqual([1.5, 2.3, 3.8, 3.8]);
  });

  test('lets the widest arc rise to the full height, and no farther', () => {
    // The top of a Bézier curve whose two inner points are level is at three quarters of their height.
    const [, , , inner = 0] = numbersOf(arcs[0]?.d ?? '');
    expect((100 - inner) * 0.75).toBeCloseTo(100, 0);
  });

  test('lies on its side with arcs to the right of the row', () => {
    const lying = layoutArcs(41, [tie(0, 40)], { ...size, vertical: true });
    expect(lying.places).toEqual(places);
    expect(lying.arcs[0]?.d).toMatch(/^M0,5C133\.3,5,133\.3,405,0,405$/u);
  });

  test.each([
    [0, []],
    [1, []],
    [2, [tie(0, 1)]],
  ])('of %d items is drawn too', (count, ties) => {
    const drawn = layoutArcs(count, ties, size);
    expect(drawn.places).toHaveLength(count);
    expect(drawn.arcs).toHaveLength(ties.length);
    expect(`${drawn.places.join()}${drawn.arcs.map(({ d }) => d).join()}`).not.toMatch(
      /NaN|undefined/u,
    );
  });

  test('keeps within the drawing, whatever is tied', () => {
    const anyTies = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 9 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(anyTies, fc.boolean(), (pairs, vertical) => {
        const ties = pairs.filter(([from, to]) => from !== to).map((pair) => tie(...pair));
        const drawn = layoutArcs(41, ties, { ...size, vertical });
        expect(drawn.arcs).toHaveLength(ties.length);
        for (const { d } of drawn.arcs) {
          const [
            x0 = NaN,
            y0 = NaN,
            x1 = NaN,
            y1 = NaN,
            x2 = NaN,
            y2 = NaN,
            x3 = NaN,
            y3 = NaN,
            ...more
          ] = numbersOf(d);
          expect(more).toEqual([]);
          const [along, rise] = vertical
            ? [
                [y0, y1, y2, y3],
                [x1, x2],
              ]
            : [
                [x0, x1, x2, x3],
                [size.height - y1, size.height - y2],
              ];
          for (const place of along) expect(places).toContain(place);
          for (const height of rise) {
            expect(height).toBeGreaterThan(0);
            expect(height * 0.75).toBeLessThanOrEqual(size.height + 0.1);
          }
        }
      }),
    );
  });
});

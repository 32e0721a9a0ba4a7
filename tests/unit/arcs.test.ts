import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArcRoom, type Tie, layoutArcs } from '../../src/charts/arcs.ts';
import type { Drawing, Shape } from '../../src/charts/drawing.ts';

const along: ArcRoom = { width: 410, height: 134, font: 14, runs: 'along' };
const down: ArcRoom = { width: 134, height: 410, font: 12, runs: 'down' };
const items = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ key: `t${i + 1}`, n: i + 1, opens: i % 10 === 0 }));
const tie = (from: number, to: number, value = 1): Tie => ({
  key: `${from}–${to}`,
  from,
  to,
  value,
  label: `${from}到${to}`,
});

type Arc = Extract<Shape, { type: 'path' }>;
const arcsOf = ({ marks }: Drawing): (Arc & { key: string | undefined })[] =>
  marks.flatMap(({ key, shapes }) =>
    shapes.flatMap((shape) =>
      shape.type === 'path' && shape.role === 'arc' ? { ...shape, key } : [],
    ),
  );
const numbersIn = ({ marks }: Drawing): Extract<Shape, { type: 'text' }>[] =>
  marks.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.type === 'text' ? shape : [])));
/** Start, first and second control point, end: `x` and `y` in turn. */
const pointsOf = ({ d }: Arc): number[] => {
  expect(d).toMatch(/^M-?[\d.]+,-?[\d.]+C(?:-?[\d.]+,){5}-?[\d.]+$/u);
  return (d.match(/-?[\d.]+/gu) ?? []).map(Number);
};

describe('an arc diagram', () => {
  const drawing = layoutArcs(items(41), [tie(3, 4), tie(0, 40, 3), tie(20, 10, 9)], along);
  const arcs = arcsOf(drawing);

  test('stands its numbers evenly apart, half a step from either end', () => {
    expect(numbersIn(drawing).map(({ x }) => x)).toEqual(items(41).map((_, i) => 5 + 10 * i));
    expect(numbersIn(drawing).map(({ words }) => words.text)).toEqual(
      items(41).map(({ n }) => String(n)),
    );
  });

  test('draws the widest arcs first, so that narrow ones can be reached', () => {
    expect(arcs.map(({ key }) => key)).toEqual(['0–40', '20–10', '3–4']);
  });

  test('leads from one item to the other, whichever comes first', () => {
    expect(arcs[0]?.d).toMatch(/^M5,100C5,.*,405,100$/u);
    expect(arcs[1]?.d).toMatch(/^M105,100C105,.*,205,100$/u);
  });

  test('is thicker for more ties, up to four', () => {
    const widthOf = (value: number) =>
      arcsOf(layoutArcs(items(2), [tie(0, 1, value)], along))[0]?.['stroke-width'];
    expect([1, 2, 4, 9].map(widthOf)).toEqual([1.5, 2.3, 3.8, 3.8]);
  });

  test('names every arc, and gives the pointer more of it than the eye', () => {
    for (const { key, label, shapes } of drawing.marks.slice(0, 3)) {
      expect(label).toBe(key?.replace('–', '到'));
      expect(shapes.map(({ role }) => role)).toEqual(['reach', 'arc']);
    }
  });

  test('marks the items that begin a group', () => {
    const leads = numbersIn(drawing).filter(({ role }) => role === 'lead');
    expect(leads.map(({ words }) => words.text)).toEqual(['1', '11', '21', '31', '41']);
  });

  test('runs down on a phone, its arcs to the right of the numbers', () => {
    const lying = layoutArcs(items(41), [tie(0, 40)], down);
    expect(arcsOf(lying)[0]?.d).toMatch(/^M34,5C167\.3,5,167\.3,405,34,405$/u);
    expect(new Set(numbersIn(lying).map(({ x }) => x))).toEqual(new Set([17]));
  });

  test.each([
    [0, []],
    [1, []],
    [2, [tie(0, 1)]],
  ])('of %d items is drawn too', (count, ties) => {
    const drawn = layoutArcs(items(count), ties, along);
    expect(numbersIn(drawn)).toHaveLength(count);
    expect(arcsOf(drawn)).toHaveLength(ties.length);
    expect(JSON.stringify(drawn)).not.toMatch(/NaN|null/u);
  });

  test('keeps within the drawing, whatever is tied', () => {
    const anyTies = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 9 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(anyTies, fc.constantFrom(along, down), (pairs, room) => {
        const ties = pairs.filter(([from, to]) => from !== to).map((pair) => tie(...pair));
        const drawn = arcsOf(layoutArcs(items(41), ties, room));
        expect(drawn).toHaveLength(ties.length);
        for (const arc of drawn) {
          const [x0 = NaN, y0 = NaN, x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN, x3 = NaN, y3 = NaN] =
            pointsOf(arc);
          const [row, control] =
            room.runs === 'along'
              ? [
                  [x0, x1, x2, x3],
                  [100 - y1, 100 - y2],
                ]
              : [
                  [y0, y1, y2, y3],
                  [x1 - 34, x2 - 34],
                ];
          for (const place of row) expect(place % 10).toBe(5);
          // A Bézier curve whose two inner points are level rises to three quarters of their height.
          for (const height of control) {
            expect(height).toBeGreaterThan(0);
            expect(height * 0.75).toBeLessThanOrEqual(100.1);
          }
        }
      }),
    );
  });
});

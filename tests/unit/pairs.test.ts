import { describe, expect, test } from 'vitest';
import type { Drawing, Shape } from '../../src/charts/drawing.ts';
import { type Pair, type PairedValue, layoutPairs } from '../../src/charts/pairs.ts';

const names = ['2031年', '2032年'] as const;
const wide = { width: 720, labels: 'beside' } as const;
const narrow = { width: 308, labels: 'above' } as const;

const valueOf = (value: number, rest: Partial<PairedValue> = {}): PairedValue => ({
  printed: { text: `${value}个` },
  value,
  ...rest,
});

const pairOf = (key: string, earlier: PairedValue, later: PairedValue): Pair => ({
  key,
  label: '新增学位',
  said: `${key}：两年`,
  change: '+1个',
  earlier,
  later,
});

const shapesOf = (drawing: Drawing, key: string): Shape[] =>
  drawing.marks.filter((mark) => mark.key === key).flatMap(({ shapes }) => shapes);

const barsOf = (drawing: Drawing, key: string): number[] =>
  shapesOf(drawing, key).flatMap((shape) =>
    shape.type === 'rect' && shape.role.startsWith('bar') ? [shape.width] : [],
  );

describe('figures of two years are drawn in pairs', () => {
  const few = pairOf('few', valueOf(10), valueOf(20));
  const many = pairOf('many', valueOf(12000), valueOf(9000));

  test.each([wide, narrow])('each on an axis of its own in a room of $width', (room) => {
    const drawing = layoutPairs(names, [{ name: '个', pairs: [few, many] }], room);
    const [a = 0, b = 0] = barsOf(drawing, 'few');
    const [c = 0, d = 0] = barsOf(drawing, 'many');
    expect(b / a).toBeCloseTo(2, 1);
    expect(d / c).toBeCloseTo(0.75, 2);
    expect(b).toBe(c);
  });

  test('or on one that ends where the group says, so that 60 of 100 is not the whole', () => {
    const rates = [pairOf('a', valueOf(30), valueOf(60)), pairOf('b', valueOf(100), valueOf(100))];
    const drawing = layoutPairs(names, [{ name: '%', pairs: rates, most: 100 }], wide);
    const [, sixty = 0] = barsOf(drawing, 'a');
    const [whole = 0] = barsOf(drawing, 'b');
    expect(sixty / whole).toBeCloseTo(0.6, 2);
  });

  test('a least value ends in a point, a most in a wall, a range in a frame; an exact one in none', () => {
    const kinds = (later: PairedValue): string[] => {
      const drawing = layoutPairs(
        names,
        [{ name: '', pairs: [pairOf('p', few.earlier, later)] }],
        wide,
      );
      return shapesOf(drawing, 'p')
        .filter(({ type, role }) => type === 'path' || role === 'base' || role === 'axis')
        .map(({ type, role }) => `${type} ${role}`);
    };
    expect(kinds(valueOf(5))).toEqual(['line axis']);
    expect(kinds(valueOf(5, { bound: 'least' }))).toEqual(['path bar', 'line axis']);
    expect(kinds(valueOf(5, { bound: 'most' }))).toEqual(['line axis', 'line axis']);
    expect(kinds(valueOf(5, { upTo: 8 }))).toEqual(['rect base', 'line axis']);
  });

  test('every pair is named in words, and nothing stands outside the room', () => {
    for (const room of [wide, narrow]) {
      const drawing = layoutPairs(names, [{ name: '个', pairs: [few, many] }], room);
      expect(drawing.marks.flatMap(({ label }) => label ?? [])).toEqual([
        'few：两年',
        'many：两年',
      ]);
      for (const { shapes } of drawing.marks) {
        for (const shape of shapes) {
          if (shape.type !== 'rect') continue;
          expect(shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.x + shape.width).toBeLessThanOrEqual(room.width);
        }
      }
    }
  });
});

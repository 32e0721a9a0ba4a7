import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawing, Shape } from '../../src/charts/drawing.ts';
import { type MatrixDot, type MatrixRoom, layoutMatrix } from '../../src/charts/matrix.ts';

type Circle = Extract<Shape, { type: 'circle' }>;
type Text = Extract<Shape, { type: 'text' }>;

const wide: MatrixRoom = { width: 1150, label: 172, row: 24, font: 14 };
const narrow: MatrixRoom = { width: 358, label: 120, row: 34, font: 13 };
const legend = [{ forms: ['dot'] as const, words: '支持与服务' }];

/** Columns 1 to the last, so many a group. */
function columnsOf(count: number, each: number) {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  return Array.from({ length: Math.ceil(count / each) }, (_, g) => ({
    key: `s${g + 1}`,
    heading: String(g + 1),
    label: `第${g + 1}部分`,
    columns: numbers.slice(g * each, (g + 1) * each).map((n) => ({
      key: `t${n}`,
      n,
      label: `第${n}项，标题`,
    })),
  }));
}

const dot = (row: string, n: number, forms: MatrixDot['forms'] = ['dot']): MatrixDot => ({
  key: `${row}-${n}`,
  n,
  forms,
  label: `${row} ${n}`,
});
const rowsOf = (rows: Record<string, readonly number[]>) => [
  {
    heading: '人',
    rows: Object.entries(rows).map(([name, numbers]) => ({
      key: name,
      name,
      dots: numbers.map((n) => dot(name, n)),
    })),
  },
];

const shapesOf = ({ marks }: Drawing): Shape[] => marks.flatMap(({ shapes }) => shapes);
const circlesOf = (drawing: Drawing): Circle[] =>
  shapesOf(drawing).filter((shape) => shape.type === 'circle');
/** Without those of the legend, which stand above all else. */
const dotsOf = (drawing: Drawing): Circle[] => circlesOf(drawing).slice(legend.length);
const textsOf = (drawing: Drawing): Text[] =>
  shapesOf(drawing).filter((shape) => shape.type === 'text');

describe('a matrix', () => {
  const columns = columnsOf(41, 5);

  test('has each dot under the number of its column, where columns have room', () => {
    const drawing = layoutMatrix(columns, rowsOf({ 教师: [1, 7, 41] }), legend, wide);
    for (const n of [1, 7, 41]) {
      const mark = drawing.marks.find(({ key }) => key === `教师-${n}`);
      const number = textsOf(drawing).find(({ words }) => words.text === String(n) && words);
      const circle = mark?.shapes.find((shape) => shape.type === 'circle');
      const head = drawing.marks
        .find(({ key }) => key === `t${n}`)
        ?.shapes.find((s) => s.type === 'text');
      expect(number).toBeDefined();
      expect(circle?.cx).toBeCloseTo(head?.x ?? -1, 1);
      expect(mark?.label).toBe(`教师 ${n}`);
    }
  });

  test('on a phone has the dots of a group under its heading, and a row that leads on', () => {
    const drawing = layoutMatrix(columns, rowsOf({ 教师: [1, 2, 3, 41] }), legend, narrow);
    const heading = (key: string) =>
      drawing.marks.find((mark) => mark.key === key)?.shapes.find((s) => s.type === 'text');
    const dots = dotsOf(drawing);
    expect(dots).toHaveLength(4);
    const middle = (all: Circle[]) => all.reduce((sum, { cx }) => sum + cx, 0) / all.length;
    expect(middle([dots[3]!])).toBeCloseTo(heading('s9')?.x ?? -1, 0);
    expect(Math.abs(middle(dots.slice(0, 2)) - (heading('s1')?.x ?? -1))).toBeLessThan(1);
    const row = drawing.marks.find(({ key }) => key === '教师');
    expect(row?.shapes.find((shape) => shape.role === 'hit')).toMatchObject({ x: 0, width: 358 });
    expect(drawing.marks.some(({ key }) => key === '教师-1')).toBe(false);
  });

  test.each([
    ['on a phone', narrow],
    ['where columns have room', wide],
  ])('%s a line stands halfway between the headings of two groups', (_, room) => {
    // As many columns in each group: the groups are of one width.
    const drawing = layoutMatrix(columnsOf(40, 4), rowsOf({ 教师: [1] }), legend, room);
    const headings = textsOf(drawing).flatMap(({ role, x }) => (role === 'lead' ? [x] : []));
    const lines = shapesOf(drawing).flatMap((shape) =>
      shape.type === 'line' && shape.x1 === shape.x2 ? [shape.x1] : [],
    );
    expect(headings.length).toBe(10);
    expect(lines.length).toBe(9);
    lines.forEach((at, i) => {
      const halfway = ((headings[i] ?? 0) + (headings[i + 1] ?? 0)) / 2;
      expect(Math.abs(at - halfway)).toBeLessThan(0.2);
    });
  });

  test('a row grows with its dots, and none touches another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(wide, narrow),
        fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 80 }),
        (count, each, room, numbers) => {
          const shown = [...new Set(numbers.filter((n) => n <= count))].sort((a, b) => a - b);
          const drawing = layoutMatrix(
            columnsOf(count, each),
            rowsOf({ 甲: shown, 乙: [count] }),
            legend,
            room,
          );
          const dots = dotsOf(drawing);
          expect(dots).toHaveLength(shown.length + 1);
          dots.forEach((one, i) => {
            expect(one.cx - one.r).toBeGreaterThanOrEqual(room.label - 1);
            expect(one.cx + one.r).toBeLessThanOrEqual(room.width + 0.1);
            expect(one.cy + one.r).toBeLessThanOrEqual(drawing.height);
            for (const other of dots.slice(i + 1)) {
              expect(Math.hypot(one.cx - other.cx, one.cy - other.cy)).toBeGreaterThanOrEqual(
                one.r + other.r,
              );
            }
          });
        },
      ),
    );
  });

  test('who acts and is served is a ring with a dot in it', () => {
    const rows = [
      { heading: '人', rows: [{ key: 'a', name: '甲', dots: [dot('甲', 1, ['dot', 'ring'])] }] },
    ];
    const [inner, ring] = dotsOf(layoutMatrix(columns, rows, legend, wide));
    expect([inner?.role, ring?.role]).toEqual(['dot', 'ring']);
    expect(inner!.r).toBeLessThan(ring!.r - 1);
  });

  test.each([
    ['numbers', wide, '1'],
    ['headings of groups', narrow, '9'],
  ])(
    'has its %s once more above further rows, where the first are out of sight',
    (_, room, word) => {
      const one = rowsOf({ 甲: [1] });
      const heads = (rows: typeof one) =>
        textsOf(layoutMatrix(columns, rows, legend, room)).filter(
          ({ words, role }) => words.text === word && (room === narrow || role === ''),
        );
      const [first] = heads(one);
      const all = heads([...one, { ...one[0]!, heading: '单位' }]);
      expect(all.map(({ x }) => x)).toEqual([first?.x, first?.x]);
      // A heading that needs the room has none beside it.
      expect(heads([...one, { ...one[0]!, heading: '很长'.repeat(9) }])).toHaveLength(1);
    },
  );

  test('a long name is broken between words', () => {
    const name = '领导干部与学校管理人员';
    const drawing = layoutMatrix(columns, rowsOf({ [name]: [1] }), legend, narrow);
    const lines = textsOf(drawing)
      .filter(({ role }) => role === 'label')
      .map(({ words }) => words.text);
    expect(lines).toEqual(['领导干部与学校', '管理人员']);
  });

  test('without room for groups the dots of a row stand in one run, and no heading lies', () => {
    const drawing = layoutMatrix(columnsOf(60, 1), rowsOf({ 甲: [1, 2, 60] }), legend, narrow);
    expect(textsOf(drawing).map(({ words }) => words.text)).toEqual(['支持与服务', '人', '甲']);
    expect(dotsOf(drawing).map(({ cx }) => cx)).toEqual([124.5, 133.5, 142.5]);
  });
});

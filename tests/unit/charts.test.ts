import { describe, expect, test } from 'vitest';
import { layoutBars } from '../../src/charts/bars.ts';
import {
  type Datum,
  type Drawing,
  type Shape,
  nameOf,
  upperPart,
  widthOf,
} from '../../src/charts/drawing.ts';
import { layoutLargeNumbers } from '../../src/charts/large-numbers.ts';
import { type Growth, layoutGrowth } from '../../src/charts/growth.ts';

const wide = { width: 600, labels: 'beside' } as const;
const narrow = { width: 308, labels: 'above' } as const;

const datum = (key: string, value: number, parts?: Datum[]): Datum => ({
  key,
  label: { text: `项目${key}` },
  printed: { text: `${value}人` },
  value,
  ...(parts ? { parts } : {}),
});

const shapes = (drawing: Drawing, role: string): Shape[] =>
  drawing.marks
    .flatMap((mark) => mark.shapes)
    .filter((shape) => shape.role.split(' ').includes(role));
const rects = (drawing: Drawing, role: string) =>
  shapes(drawing, role).filter((shape) => shape.type === 'rect');

const enrolment = [
  {
    data: [
      datum('a', 84000, [datum('a1', 42000), datum('a2', 42000)]),
      datum('b', 78000),
      datum('c', 57000),
    ],
  },
];

describe('the upper part of a drawing', () => {
  const rows = Array.from({ length: 20 }, (_, i) => ({
    key: String(i),
    label: { text: '甲' },
    printed: { text: String(i) },
    value: i,
  }));
  const drawing = layoutBars([{ data: rows }], { width: 308, labels: 'above' });

  test('has what ends within it, each mark whole, in the size of the whole', () => {
    const part = upperPart(drawing, 200);
    expect(part.width).toBe(drawing.width);
    expect(part.height).toBeLessThanOrEqual(208);
    for (const shape of part.marks.flatMap(({ shapes }) => shapes)) {
      if (shape.type === 'text') expect(shape.y).toBeLessThan(part.height);
      if (shape.type === 'line') expect(shape.y2).toBeLessThanOrEqual(part.height);
    }
    const shown = part.marks.map(({ key }) => key).filter((key) => key !== undefined);
    expect(shown).toEqual(rows.slice(0, shown.length).map(({ key }) => key));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThan(6);
  });

  test('is the whole, where little would be left out', () => {
    expect(upperPart(drawing, drawing.height - 20)).toBe(drawing);
  });
});

describe('layoutBars', () => {
  test.each([
    ['wide', wide],
    ['narrow', narrow],
  ])('draws lengths in proportion, from one zero, in a %s room', (_name, room) => {
    const drawing = layoutBars(enrolment, room);
    const bars = rects(drawing, 'bar');
    const zero = Math.min(...bars.map(({ x }) => x));
    const [first, second, b, c] = bars;
    expect(b?.x).toBe(zero);
    expect(c?.x).toBe(zero);
    expect((c?.width ?? 0) / (b?.width ?? 1)).toBeCloseTo(57 / 78, 2);
    expect((second?.x ?? 0) + (second?.width ?? 0) - (first?.x ?? 0)).toBeCloseTo(
      ((b?.width ?? 0) * 84) / 78,
      0,
    );
  });

  test('names each part below it, with a key of its own', () => {
    const drawing = layoutBars(enrolment, wide);
    expect(drawing.marks.flatMap(({ key }) => key ?? [])).toEqual(['a', 'a1', 'a2', 'b', 'c']);
    expect(
      shapes(drawing, 'small').map((shape) => shape.type === 'text' && shape.words.text),
    ).toEqual(['项目a1 42000人', '项目a2 42000人']);
  });

  test('names parts that are too short for their words one after another, each from its own part', () => {
    for (const room of [wide, narrow]) {
      const { marks } = layoutBars(
        [{ data: [datum('a', 100, [datum('a1', 2), datum('a2', 3), datum('a3', 95)])] }],
        room,
      );
      const captions = marks.flatMap(({ key = '', shapes }) =>
        /\d/u.test(key) ? shapes.filter((shape) => shape.type === 'text') : [],
      );
      captions.forEach(({ x, words, size }, i) => {
        expect(x + widthOf(words.text, size)).toBeLessThan(captions[i + 1]?.x ?? room.width);
      });
    }
  });

  test('gives each group a scale of its own, and a number alone in one no bar', () => {
    const groups = [
      { name: '甲', data: [datum('a', 600), datum('b', 300)] },
      { name: '乙', data: [datum('c', 2), datum('d', 1)] },
      { name: '丙', data: [datum('e', 5)] },
    ];
    const [a, b, c, d, more] = rects(layoutBars(groups, wide), 'bar').map(({ width }) => width);
    expect([c, d]).toEqual([a, b]);
    expect(more).toBeUndefined();
    expect(shapes(layoutBars(groups, wide), 'value')).toHaveLength(5);
  });

  test('has marks that a thumb can hit, of which none lies on another, in a narrow room', () => {
    const hits = rects(
      layoutBars(
        [{ name: '甲', data: [datum('a', 1), datum('b', 300)] }, { data: [datum('c', 2)] }],
        narrow,
      ),
      'hit',
    );
    hits.forEach(({ y, height, width }, i) => {
      expect(Math.min(height, width)).toBeGreaterThanOrEqual(44);
      expect(y + height).toBeLessThanOrEqual(hits[i + 1]?.y ?? Infinity);
    });
  });

  test('draws no bar for nothing, and a visible one for little', () => {
    const bars = rects(
      layoutBars([{ data: [datum('a', 0), datum('b', 1), datum('c', 1e6)] }], wide),
      'bar',
    );
    expect(bars).toHaveLength(2);
    expect(bars[0]?.width).toBe(3);
  });

  test('wraps a long label, each line with its place in the source', () => {
    const long = { ...datum('a', 3), label: { text: '贯彻落实科学发展观'.repeat(4), source: 500 } };
    const lines = shapes(layoutBars([{ data: [long] }], narrow), 'label');
    expect(lines.length).toBeGreaterThan(1);
    let source = 500;
    for (const line of lines) {
      if (line.type !== 'text') continue;
      expect(line.words.source).toBe(source);
      source += line.words.text.length;
    }
    expect(source).toBe(536);
  });
});

const growth: Growth = {
  key: 'growth',
  label: { text: '研究生' },
  printed: { text: '9.1%' },
  change: '增长',
  now: datum('now', 6460),
  base: { name: '基期', printed: '约5921人', about: 5921, low: 5919, high: 5923 },
};

test('layoutGrowth sets off what came to the base, and marks the interval of the base', () => {
  const drawing = layoutGrowth([growth], wide);
  const [base] = rects(drawing, 'base');
  const [before, added] = rects(drawing, 'bar');
  const [interval] = rects(drawing, 'interval');
  expect(before?.width).toBe(base?.width);
  expect((added?.width ?? 0) / (before?.width ?? 1)).toBeCloseTo(0.091, 2);
  expect(interval?.x).toBeLessThanOrEqual((base?.x ?? 0) + (base?.width ?? 0));
  expect(interval?.width).toBeGreaterThanOrEqual(1);
});

test.each([
  ['wide', wide],
  ['narrow', narrow],
])('no axis of a growth runs through words, in a %s room', (_name, room) => {
  const drawing = layoutGrowth([growth, { ...growth, key: 'other' }], room);
  const words = drawing.marks
    .flatMap((mark) => mark.shapes)
    .filter((shape) => shape.type === 'text');
  const axes = shapes(drawing, 'axis').filter((shape) => shape.type === 'line');
  expect(axes.length).toBeGreaterThanOrEqual(2);
  for (const { x1, y1, y2 } of axes) {
    const through = words.filter(
      ({ anchor, x, y, size, words: { text } }) =>
        anchor === undefined && x <= x1 && x + widthOf(text, size) > x1 && y > y1 && y - size < y2,
    );
    expect(through).toEqual([]);
  }
});

test('layoutLargeNumbers draws a share of its whole, and nothing of a sum of money', () => {
  const figure = (key: string, share?: number) => ({
    key,
    before: '',
    number: '30',
    unit: '%',
    words: '用于职业教育',
    ...(share === undefined ? {} : { share }),
  });
  const drawing = layoutLargeNumbers([figure('money'), figure('share', 0.3)], wide);
  expect(rects(drawing, 'whole')).toHaveLength(1);
  expect(
    (rects(drawing, 'bar')[0]?.width ?? 0) / (rects(drawing, 'whole')[0]?.width ?? 1),
  ).toBeCloseTo(0.3, 2);
});

test('a mark is named by its label, or by the words in it, lines of one text put together', () => {
  const set = (role: string, said: string): Shape => ({
    type: 'text',
    role,
    x: 0,
    y: 0,
    size: 14,
    words: { text: said },
  });
  const lines = [
    set('lead', '三'),
    set('label', '办好'),
    set('label', '学校'),
    set('value', '5个'),
  ];
  expect(nameOf({ shapes: lines })).toBe('三 办好学校 5个');
  expect(nameOf({ label: '学校', shapes: lines })).toBe('学校');
  expect(nameOf({ shapes: [] })).toBe('');
});

test('coordinates are rounded to tenths', () => {
  const numbers = JSON.stringify([
    layoutBars(enrolment, wide),
    layoutBars(enrolment, narrow),
  ]).match(/\d+\.\d+/gu);
  for (const number of numbers ?? []) expect(number).toMatch(/^\d+\.\d$/u);
});

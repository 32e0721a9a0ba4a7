import { widthInEms } from './wrap.ts';

/** ChartWords in a drawing; `source` is their offset if they are the plan's own. */
export type ChartWords = { text: string; source?: number | undefined };

/** A number to draw: `key` names it, `printed` is how it is written, `value` in the unit of its axis. */
export type Datum = {
  key: string;
  label: ChartWords;
  /** What stands before the label, set off: the numeral of a section. */
  lead?: string | undefined;
  printed: ChartWords;
  value: number;
  parts?: Datum[];
};

/** Data under one name, or under none. */
export type DatumGroup = { name?: string | undefined; data: Datum[] };

/** What is drawn, in the units of the drawing. `role` says what it stands for, and so how it looks. */
export type Shape =
  | { type: 'rect'; role: string; x: number; y: number; width: number; height: number }
  | { type: 'line'; role: string; x1: number; y1: number; x2: number; y2: number }
  | { type: 'circle'; role: string; cx: number; cy: number; r: number }
  | { type: 'path'; role: string; d: string; 'stroke-width'?: number }
  | {
      type: 'text';
      role: string;
      x: number;
      y: number;
      size: number;
      words: ChartWords;
      anchor?: 'middle' | 'end';
    };

/**
 * Shapes that belong to one datum, or to none: axes and headings. `label` names a mark whose own words
 * do not.
 */
export type DrawingMark = { key?: string; label?: string; shapes: Shape[] };
export type Drawing = { width: number; height: number; marks: DrawingMark[] };

/** What a mark says: its `label`, or else the words drawn in it, those of one role put together; empty for an axis. */
export function nameOf({ label, shapes }: DrawingMark): string {
  if (label !== undefined) return label;
  const said = shapes.flatMap((shape) => (shape.type === 'text' ? shape : []));
  return said
    .map(({ role, words }, i) => (i === 0 || said[i - 1]?.role === role ? '' : ' ') + words.text)
    .join('');
}

/** Where a shape ends. A path may end anywhere; lines, and what is there to be pointed at, reach further than what is drawn. */
function bottomOf(shape: Shape): number {
  switch (shape.type) {
    case 'rect':
      return shape.role === 'hit' ? 0 : shape.y + shape.height;
    case 'circle':
      return shape.cy + shape.r;
    case 'text':
      return shape.y;
    case 'line':
    case 'path':
      return 0;
  }
}

/** Below the last line of type, its tails; and a little room. */
const afterLast = 8;

/**
 * The upper part of a drawing, in its own size: its first marks, each of them whole, so many as end within this height.
 * A drawing that is hardly higher is left whole.
 */
export function upperPart(drawing: Drawing, height: number): Drawing {
  if (drawing.height <= height * 1.2) return drawing;
  const endOf = ({ shapes }: DrawingMark): number => Math.max(0, ...shapes.map(bottomOf));
  const first = drawing.marks.findIndex((mark) => endOf(mark) > height);
  const marks = drawing.marks.slice(0, first < 0 ? undefined : first);
  // A heading with nothing below it says nothing.
  const isHeading = ({ key, shapes }: DrawingMark): boolean =>
    key === undefined && shapes.every(({ type }) => type === 'text');
  while (marks.length > 1 && isHeading(marks.at(-1)!)) marks.pop();
  const end = round(Math.max(...marks.map(endOf)) + afterLast);
  const clipped = marks.map(({ shapes, ...mark }) => ({
    ...mark,
    shapes: shapes.flatMap((shape): Shape[] => {
      if (shape.type !== 'line') return [shape];
      const [y1, y2] = [Math.min(shape.y1, end), Math.min(shape.y2, end)];
      return y1 === y2 && shape.y1 !== shape.y2 ? [] : [{ ...shape, y1, y2 }];
    }),
  }));
  return { ...drawing, height: end, marks: clipped };
}

/** The room a drawing has: a wide one has labels beside its marks, a narrow one above them. */
export type Room = { width: number; labels: 'beside' | 'above' };

/**
 * The room of a phone, narrower than a phone is: a window of 390 shows the drawing larger than it is laid out, and its
 * type in the size of what is read around it.
 */
export const phoneRoom: Room = { width: 308, labels: 'above' };

/** Sizes of type, the same in every drawing: never smaller than is read without effort. */
export const type = { label: 15, value: 17, small: 14 } as const;

/** How long and how high at least a mark of a narrow drawing is for a thumb, as `--touch` is for the rest of a page. */
export const touch = 44;

export const round = (value: number): number => Math.round(value * 10) / 10;

/** About how wide a text of this size is. */
export const widthOf = (text: string, size: number): number => round(widthInEms(text) * size);

export function text(
  role: string,
  place: { x: number; y: number; anchor?: 'middle' | 'end' },
  size: number,
  words: ChartWords,
): Shape {
  return { type: 'text', role, ...place, x: round(place.x), y: round(place.y), size, words };
}

export function rect(
  role: string,
  box: { x: number; y: number; width: number; height: number },
  least = 1,
): Shape {
  const [x, y] = [round(box.x), round(box.y)];
  // Nothing that is there may be invisible.
  const width = Math.max(least, round(box.width));
  return { type: 'rect', role, x, y, width, height: round(box.height) };
}

export function line(role: string, [x1, y1]: [number, number], [x2, y2]: [number, number]): Shape {
  return { type: 'line', role, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
}

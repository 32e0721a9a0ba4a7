import { scaleBand } from 'd3';
import {
  type Drawing,
  type DrawingMark,
  type Shape,
  rect,
  round,
  text,
  widthOf,
} from './drawing.ts';
import { wrapText } from './wrap.ts';

/** A column of a matrix, by its number; `label` says it whole. */
type MatrixColumn = { key: string; n: number; label: string };

/** Columns under one heading, or under none. */
export type MatrixColumns = {
  key: string;
  heading: string;
  label: string;
  columns: readonly MatrixColumn[];
};

/** What a dot shows of its row: all that is true is drawn over one another. */
export type DotForm = 'dot' | 'ring' | 'faint';

/** A dot in the column with this number. */
export type MatrixDot = { key: string; n: number; forms: readonly DotForm[]; label: string };

type MatrixRow = { key: string; name: string; dots: readonly MatrixDot[] };

/** Rows under one heading. */
export type MatrixRows = { heading: string; rows: readonly MatrixRow[] };

/** Sizes of a matrix: `label` for the names of its rows, `row` the least height of one, `font` of its type. */
export type MatrixRoom = { width: number; label: number; row: number; font: number };

/** What the forms mean, for the line above the drawing. */
export type MatrixLegend = readonly { forms: readonly DotForm[]; words: string }[];

const radius = { dot: 5, ring: 5, faint: 3.6 } as const;
const packed = { radius: 3, step: 9 } as const;
/** The narrowest column in which numbers of two digits stand beside one another, and a dot can be hit. */
const narrowest = 17;
const gap = { group: 8, rows: 14, head: 10, legend: 18, name: 6, lines: 1 } as const;
const lineHeight = 1.3;

/**
 * Draws which columns concern which rows: a dot a pair. Where a column is wide enough to be told from the next, each
 * has a number and a place of its own; else the dots of a group stand close, in the order of their columns, and only the
 * groups have headings. Without room for the groups, the dots of a row stand in one run. Rows under a further heading have
 * the numbers or headings of the columns above them once more: the first are out of sight there.
 * @param groups in order; @param rows in order, each with dots in the order of their columns
 */
export function layoutMatrix(
  groups: readonly MatrixColumns[],
  rows: readonly MatrixRows[],
  legend: MatrixLegend,
  room: MatrixRoom,
): Drawing {
  const columns = placeColumns(groups, room);
  const { font } = room;
  const marks: DrawingMark[] = [drawLegend(legend, room)];
  let y = 0;
  const next = (height: number): number => (y += height);
  next(font + gap.legend);
  if (columns.kind !== 'run') {
    next(font);
    marks.push(
      ...groups.map(({ key, heading, label }, i): DrawingMark => {
        const { x, width } = columns.groups[i]!;
        return {
          key,
          label,
          shapes: [
            rect('hit', { x, y: y - font - 4, width, height: font + 8 }),
            text('lead', { x: x + width / 2, y, anchor: 'middle' }, font, { text: heading }),
          ],
        };
      }),
    );
    next(gap.head);
  }
  if (columns.kind === 'columns') {
    next(font);
    marks.push(
      ...groups.flatMap(({ columns: own }) =>
        own.map(({ key, n, label }): DrawingMark => {
          const x = columns.at.get(n)!;
          return {
            key,
            label,
            shapes: [
              rect('hit', {
                x: x - columns.step / 2,
                y: y - font - 2,
                width: columns.step,
                height: font + 8,
              }),
              text('', { x, y, anchor: 'middle' }, font - 1, { text: String(n) }),
            ],
          };
        }),
      ),
    );
  }
  const top = y + gap.head / 2;
  for (const [i, { heading, rows: listed }] of rows.entries()) {
    next(gap.rows + font);
    const again = i > 0 && widthOf(heading, font) < room.label ? headAgain(groups, columns) : [];
    marks.push({
      shapes: [
        text('group', { x: 0, y }, font, { text: heading }),
        ...again.map(({ role, x, words }) =>
          text(role, { x, y, anchor: 'middle' }, font - 1, { text: words }),
        ),
      ],
    });
    next(gap.rows / 2);
    for (const row of listed) {
      const placed = placeDots(row.dots, columns, room);
      const name = wrapText(row.name, (room.label - gap.name) / font);
      const leading = font * lineHeight;
      const height = Math.max(room.row, placed.height, name.length * leading + gap.lines);
      const first = y + height / 2 + font / 3 - ((name.length - 1) / 2) * leading;
      marks.push({
        key: row.key,
        shapes: [
          rect('hit', { x: 0, y, width: room.width, height }),
          ...name.map((words, i) =>
            text('label', { x: 0, y: first + i * leading }, font, { text: words.text }),
          ),
        ],
      });
      marks.push({
        shapes: [
          {
            type: 'line',
            role: 'tick',
            x1: 0,
            y1: round(y + height),
            x2: room.width,
            y2: round(y + height),
          },
        ],
      });
      marks.push(
        ...placed.dots.map(({ dot, x, y: down }): DrawingMark => {
          const [cx, cy] = [round(x), round(y + height / 2 + down)];
          return columns.kind === 'columns'
            ? {
                key: dot.key,
                label: dot.label,
                shapes: [
                  rect('hit', { x: cx - columns.step / 2, y, width: columns.step, height }),
                  ...drawDot(dot.forms, cx, cy, 1),
                ],
              }
            : // Too small for a thumb: here the row leads on.
              { shapes: drawDot(dot.forms, cx, cy, packed.radius / radius.dot) };
        }),
      );
      next(height);
    }
  }
  if (columns.kind !== 'run') {
    // A hair between groups, behind all that is drawn; where a group is one column, none stand apart.
    const apart = columns.kind === 'columns' ? gap.group / 2 : 0;
    marks.unshift(
      ...columns.groups.slice(1).map(({ x }): DrawingMark => {
        const at = round(x - apart);
        return { shapes: [{ type: 'line', role: 'tick', x1: at, y1: top, x2: at, y2: round(y) }] };
      }),
    );
  }
  return { width: room.width, height: round(y + 1), marks };
}

type Extent = { x: number; width: number };
type Columns =
  | { kind: 'columns'; groups: Extent[]; at: Map<number, number>; step: number }
  | { kind: 'groups'; groups: Extent[]; of: Map<number, number> }
  | { kind: 'run'; x: number; width: number };

function placeColumns(groups: readonly MatrixColumns[], { width, label }: MatrixRoom): Columns {
  const all = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const free = width - label - gap.group * (groups.length - 1);
  const step = free / Math.max(1, all);
  if (step >= narrowest) {
    const at = new Map<number, number>();
    let x = label;
    const extents = groups.map(({ columns }): Extent => {
      const extent = { x: round(x), width: round(columns.length * step) };
      columns.forEach(({ n }, i) => at.set(n, round(x + (i + 0.5) * step)));
      x += columns.length * step + gap.group;
      return extent;
    });
    return { kind: 'columns', groups: extents, at, step: round(step) };
  }
  const scale = scaleBand(
    groups.map((_, i) => i),
    [label, width],
  );
  if (scale.bandwidth() < 2 * packed.step) return { kind: 'run', x: label, width: width - label };
  return {
    kind: 'groups',
    groups: groups.map((_, i) => ({
      x: round(scale(i) ?? label),
      width: round(scale.bandwidth()),
    })),
    of: new Map(groups.flatMap(({ columns }, i) => columns.map(({ n }) => [n, i]))),
  };
}

/** What stands above the columns, to be repeated: the numbers of columns, else the headings of their groups. */
function headAgain(
  groups: readonly MatrixColumns[],
  columns: Columns,
): { role: string; x: number; words: string }[] {
  if (columns.kind === 'run') return [];
  if (columns.kind === 'columns') {
    return [...columns.at].map(([n, x]) => ({ role: '', x, words: String(n) }));
  }
  return groups.map(({ heading }, i) => {
    const { x, width } = columns.groups[i]!;
    return { role: 'lead', x: x + width / 2, words: heading };
  });
}

type PlacedDot = { dot: MatrixDot; x: number; y: number };

/** Where dots stand: across in the drawing, down from the middle of their row. */
function placeDots(
  dots: readonly MatrixDot[],
  columns: Columns,
  { row }: MatrixRoom,
): { dots: PlacedDot[]; height: number } {
  if (columns.kind === 'columns') {
    return { dots: dots.map((dot) => ({ dot, x: columns.at.get(dot.n)!, y: 0 })), height: row };
  }
  const runs =
    columns.kind === 'run'
      ? [{ extent: columns, dots }]
      : [...Map.groupBy(dots, ({ n }) => columns.of.get(n)!)].map(([group, own]) => ({
          extent: columns.groups[group]!,
          dots: own,
        }));
  const { step } = packed;
  const packs = runs.map(({ extent, dots: own }) => {
    const perLine = Math.max(1, Math.floor((extent.width - 2) / step));
    const lines = Math.ceil(own.length / perLine);
    return {
      lines,
      dots: own.map((dot, i): PlacedDot => {
        const line = Math.floor(i / perLine);
        const inLine = Math.min(perLine, own.length - line * perLine);
        return {
          dot,
          // The dots of a group stand in its middle; those of a run begin where it begins.
          x:
            columns.kind === 'run'
              ? extent.x + ((i % perLine) + 0.5) * step
              : extent.x + extent.width / 2 + ((i % perLine) - (inLine - 1) / 2) * step,
          y: (line - (lines - 1) / 2) * step,
        };
      }),
    };
  });
  const most = Math.max(1, ...packs.map(({ lines }) => lines));
  return { dots: packs.flatMap((pack) => pack.dots), height: (most + 1) * step };
}

function drawDot(forms: readonly DotForm[], cx: number, cy: number, scale: number): Shape[] {
  // A ring around a dot leaves a gap of paper, so that both are seen.
  const both = forms.includes('ring') && forms.length > 1;
  return forms.map((form) => ({
    type: 'circle',
    role: form,
    cx,
    cy,
    r: round(radius[form] * scale * (both && form !== 'ring' ? 0.5 : 1)),
  }));
}

function drawLegend(legend: MatrixLegend, { font }: MatrixRoom): DrawingMark {
  let x = 0;
  return {
    shapes: legend.flatMap(({ forms, words }): Shape[] => {
      const at = x + radius.ring + 1;
      x += 2 * radius.ring + 8 + widthOf(words, font) + 18;
      return [
        ...drawDot(forms, at, font / 2 + 2, 1),
        text('', { x: at + radius.ring + 7, y: font }, font, { text: words }),
      ];
    }),
  };
}

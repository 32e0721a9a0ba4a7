import { scaleLog } from 'd3';
import {
  type DatumGroup,
  type Drawing,
  type DrawingMark,
  type Room,
  line,
  rect,
  round,
  text,
  type,
  widthOf,
} from './drawing.ts';

const rowHeight = 34;
/** Room between names and points, a point and its value, and at the edge. */
const gap = { label: 20, edge: 4, value: 10, narrowEdge: 14, group: 8 } as const;
const scaleHeight = { wide: 26, name: 22 } as const;
const groupHeight = 28;
const wordsHeight = 18;
/** Where words stand: below a line of their own, or about the middle of a row. */
const baseline = { line: 18, label: 5, value: 6, scale: 14 } as const;
const valueGap = 7;
const radius = 6;

/**
 * Lays out points on logarithmic axes, an axis a row: for magnitudes of things that have different units,
 * where a length would say nothing. The powers of ten are marked and named above.
 *
 * @param groups of data whose values are above zero
 * @param scaleName what the scale is called, which must be said
 */
export function layoutLogPoints(
  groups: readonly DatumGroup[],
  room: Room,
  scaleName: string,
): Drawing {
  const data = groups.flatMap((group) => group.data);
  const values = data.map(({ value }) => value);
  const powers = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ] as const;
  const beside = room.labels === 'beside';
  const left = beside
    ? Math.max(...data.map(({ label }) => widthOf(label.text, type.label))) + gap.label
    : radius + gap.edge;
  const last = Math.max(...data.map(({ printed }) => widthOf(printed.text, type.value)));
  const right = room.width - (beside ? last + radius + gap.value : radius + gap.narrowEdge);
  const scale = scaleLog()
    .domain([10 ** powers[0], 10 ** Math.max(powers[1], powers[0] + 1)])
    .range([left, right]);
  const ticks = Array.from(
    { length: Math.max(powers[1] - powers[0], 1) + 1 },
    (_, i) => 10 ** (powers[0] + i),
  );

  const rows: DrawingMark[] = [];
  // A narrow drawing names its scale on a line of its own.
  const top = beside ? 0 : scaleHeight.name;
  let y = top + scaleHeight.wide;
  for (const { name: group, data: entries } of groups) {
    if (group !== undefined) {
      rows.push({
        shapes: [text('group', { x: 0, y: y + baseline.line }, type.small, { text: group })],
      });
      y += groupHeight;
    }
    for (const { key, label, printed, value } of entries) {
      const words = beside
        ? [
            text('label', { x: 0, y: y + rowHeight / 2 + baseline.label }, type.label, label),
            text(
              'value',
              { x: scale(value) + radius + valueGap, y: y + rowHeight / 2 + baseline.value },
              type.value,
              printed,
            ),
          ]
        : [
            text('label', { x: 0, y: y + baseline.line }, type.label, label),
            text(
              'value',
              { x: room.width, y: y + baseline.line, anchor: 'end' },
              type.value,
              printed,
            ),
          ];
      const hit = {
        x: 0,
        y,
        width: room.width,
        height: beside ? rowHeight : rowHeight + wordsHeight,
      };
      if (!beside) y += wordsHeight;
      const middle = y + rowHeight / 2;
      rows.push({ shapes: [line('row', [left, middle], [right, middle])] });
      rows.push({
        key,
        shapes: [
          rect('hit', hit),
          { type: 'circle', role: 'point', cx: round(scale(value)), cy: middle, r: radius },
          ...words,
        ],
      });
      y += rowHeight;
    }
    y += gap.group;
  }
  const name = text('small', { x: 0, y: baseline.scale }, type.small, { text: scaleName });
  const axis = ticks.flatMap((tick) => [
    line('tick', [scale(tick), top + scaleHeight.name], [scale(tick), y - gap.group]),
    text('small', { x: scale(tick), y: top + baseline.scale, anchor: 'middle' }, type.small, {
      text: String(tick),
    }),
  ]);
  return { width: room.width, height: y, marks: [{ shapes: [name, ...axis] }, ...rows] };
}

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
    ? Math.max(...data.map(({ label }) => widthOf(label.text, type.label))) + 20
    : radius + 4;
  const last = Math.max(...data.map(({ printed }) => widthOf(printed.text, type.value)));
  const right = room.width - (beside ? last + radius + 10 : radius + 14);
  const scale = scaleLog()
    .domain([10 ** powers[0], 10 ** Math.max(powers[1], powers[0] + 1)])
    .range([left, right]);
  const ticks = Array.from(
    { length: Math.max(powers[1] - powers[0], 1) + 1 },
    (_, i) => 10 ** (powers[0] + i),
  );

  const rows: DrawingMark[] = [];
  // A narrow drawing names its scale on a line of its own.
  const top = beside ? 0 : 22;
  let y = top + 26;
  for (const { name: group, data: entries } of groups) {
    if (group !== undefined) {
      rows.push({ shapes: [text('group', { x: 0, y: y + 18 }, type.small, { text: group })] });
      y += 28;
    }
    for (const { key, label, printed, value } of entries) {
      const words = beside
        ? [
            text('label', { x: 0, y: y + rowHeight / 2 + 5 }, type.label, label),
            text(
              'value',
              { x: scale(value) + radius + 7, y: y + rowHeight / 2 + 6 },
              type.value,
              printed,
            ),
          ]
        : [
            text('label', { x: 0, y: y + 18 }, type.label, label),
            text('value', { x: room.width, y: y + 18, anchor: 'end' }, type.value, printed),
          ];
      const hit = {
        x: 0,
        y,
        width: room.width,
        height: beside ? rowHeight : rowHeight + 18,
      };
      if (!beside) y += 18;
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
    y += 8;
  }
  const name = text('small', { x: 0, y: 14 }, type.small, { text: scaleName });
  const axis = ticks.flatMap((tick) => [
    line('tick', [scale(tick), top + 22], [scale(tick), y - 8]),
    text('small', { x: scale(tick), y: top + 14, anchor: 'middle' }, type.small, {
      text: String(tick),
    }),
  ]);
  return { width: room.width, height: y, marks: [{ shapes: [name, ...axis] }, ...rows] };
}

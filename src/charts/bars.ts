import { scaleLinear } from 'd3';
import {
  type Datum,
  type DatumGroup,
  type Drawing,
  type DrawingMark,
  type Room,
  type Shape,
  line,
  rect,
  text,
  type,
  widthOf,
} from './drawing.ts';
import { wrapText } from './wrap.ts';

const barHeight = 24;
const groupHeight = 38;
const captionHeight = 24;
const lineHeight = 21;

/**
 * Lays out bars from zero on one axis, one a datum, in the order given. A datum with parts is a bar of
 * its parts side by side, with a line that names them below it.
 *
 * @param groups of data whose values, and those of their parts, are in one unit and not negative
 */
export function layoutBars(groups: readonly DatumGroup[], room: Room): Drawing {
  const data = groups.flatMap((group) => group.data);
  const beside = room.labels === 'beside';
  const valueWidth = Math.max(...data.map(({ printed }) => widthOf(printed.text, type.value))) + 8;
  const left = beside
    ? Math.max(...data.map(({ label }) => widthOf(label.text, type.label))) + 14
    : 0;
  const scale = scaleLinear()
    .domain([0, Math.max(...data.map(({ value }) => value)) || 1])
    .range([0, room.width - left - valueWidth]);

  const marks: DrawingMark[] = [];
  let y = 0;
  for (const group of groups) {
    if (group.name !== undefined) {
      marks.push({
        shapes: [text('group', { x: 0, y: y + 20 }, type.small, { text: group.name })],
      });
      y += groupHeight - 6;
    }
    const axis: Shape[] = [];
    for (const datum of group.data) {
      const shapes: Shape[] = [];
      const top = y;
      if (beside) {
        shapes.push(text('label', { x: 0, y: y + 18 }, type.label, datum.label));
      } else {
        const lead = datum.lead === undefined ? 0 : type.label * 1.6;
        const lines = wrapText(datum.label.text, (room.width - lead) / type.label);
        if (datum.lead !== undefined) {
          shapes.push(text('lead', { x: 0, y: y + 16 }, type.label, { text: datum.lead }));
        }
        lines.forEach((wrapped, i) => {
          const { source } = datum.label;
          const words = {
            text: wrapped.text,
            source: source === undefined ? undefined : source + wrapped.start,
          };
          shapes.push(text('label', { x: lead, y: y + 16 + i * lineHeight }, type.label, words));
        });
        y += lines.length * lineHeight + 4;
      }
      const end = left + scale(datum.value);
      shapes.push(text('value', { x: end + 8, y: y + 18 }, type.value, datum.printed));
      if (datum.parts === undefined) {
        if (datum.value > 0) {
          shapes.push(rect('bar', { x: left, y, width: end - left, height: barHeight }));
        }
      }
      const hit = { x: 0, y: top - 4, width: room.width, height: y + barHeight + 8 - top };
      marks.push({ key: datum.key, shapes: [rect('hit', hit), ...shapes] });
      axis.push(line('axis', [left, y - 3], [left, y + barHeight + 3]));
      if (datum.parts !== undefined) {
        marks.push(...layoutParts(datum.parts, { x: left, y, scale }));
        y += captionHeight;
      }
      y += barHeight + (beside ? 16 : 18);
    }
    marks.push({ shapes: axis });
    y += 4;
  }
  return { width: room.width, height: y - 12, marks };
}

/** The parts of a bar, and below it what each is: a swatch and its words. */
function layoutParts(
  parts: readonly Datum[],
  { x, y, scale }: { x: number; y: number; scale: (value: number) => number },
): DrawingMark[] {
  let before = 0;
  let captionX = x;
  return parts.map((part, i) => {
    const role = i % 2 === 0 ? 'bar' : 'bar other';
    const gap = i === 0 ? 0 : 1.5;
    const caption = `${part.label.text} ${part.printed.text}`;
    const shapes = [
      rect(role, {
        x: x + scale(before) + gap,
        y,
        width: scale(part.value) - gap,
        height: barHeight,
      }),
      rect(role, { x: captionX, y: y + barHeight + 9, width: 10, height: 10 }),
      text('small', { x: captionX + 15, y: y + barHeight + 19 }, type.small, { text: caption }),
    ];
    before += part.value;
    captionX += 15 + widthOf(caption, type.small) + 16;
    return { key: part.key, shapes };
  });
}

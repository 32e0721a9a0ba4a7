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
const groupHeight = 32;
const captionHeight = 24;
const lineHeight = 21;

/** Where a line of words stands below the top of its bar, and beside or above it. */
const baseline = { group: 20, beside: 18, above: 16, caption: 19 } as const;
/** Room between names and bars, a bar and its value, one bar and the next; and around the axis. */
const gap = { label: 14, value: 8, beside: 16, above: 18, words: 4, group: 4, foot: 12 } as const;
const axisReach = 3;
const hitReach = 4;
/** What parts a bar's parts, and the squares that tell which is which. */
const partGap = 1.5;
const swatch = { size: 10, top: 9, gap: 5, next: 16 } as const;

/**
 * Lays out bars from zero on one axis, one a datum, in the order given. A datum with parts is a bar of
 * its parts side by side, with a line that names them below it.
 *
 * @param groups of data whose values, and those of their parts, are in one unit and not negative
 */
export function layoutBars(groups: readonly DatumGroup[], room: Room): Drawing {
  const data = groups.flatMap((group) => group.data);
  const beside = room.labels === 'beside';
  const valueWidth =
    Math.max(...data.map(({ printed }) => widthOf(printed.text, type.value))) + gap.value;
  const left = beside
    ? Math.max(...data.map(({ label }) => widthOf(label.text, type.label))) + gap.label
    : 0;
  const scale = scaleLinear()
    .domain([0, Math.max(...data.map(({ value }) => value)) || 1])
    .range([0, room.width - left - valueWidth]);

  const marks: DrawingMark[] = [];
  let y = 0;
  for (const group of groups) {
    if (group.name !== undefined) {
      marks.push({
        shapes: [text('group', { x: 0, y: y + baseline.group }, type.small, { text: group.name })],
      });
      y += groupHeight;
    }
    const axis: Shape[] = [];
    for (const datum of group.data) {
      const shapes: Shape[] = [];
      const top = y;
      if (beside) {
        shapes.push(text('label', { x: 0, y: y + baseline.beside }, type.label, datum.label));
      } else {
        const lead = datum.lead === undefined ? 0 : type.label * 1.6;
        const lines = wrapText(datum.label.text, (room.width - lead) / type.label);
        if (datum.lead !== undefined) {
          shapes.push(
            text('lead', { x: 0, y: y + baseline.above }, type.label, { text: datum.lead }),
          );
        }
        lines.forEach((wrapped, i) => {
          const { source } = datum.label;
          const words = {
            text: wrapped.text,
            source: source === undefined ? undefined : source + wrapped.start,
          };
          shapes.push(
            text('label', { x: lead, y: y + baseline.above + i * lineHeight }, type.label, words),
          );
        });
        y += lines.length * lineHeight + gap.words;
      }
      const end = left + scale(datum.value);
      shapes.push(
        text('value', { x: end + gap.value, y: y + baseline.beside }, type.value, datum.printed),
      );
      if (datum.parts === undefined) {
        if (datum.value > 0) {
          shapes.push(rect('bar', { x: left, y, width: end - left, height: barHeight }));
        }
      }
      const hit = {
        x: 0,
        y: top - hitReach,
        width: room.width,
        height: y + barHeight + 2 * hitReach - top,
      };
      marks.push({ key: datum.key, shapes: [rect('hit', hit), ...shapes] });
      axis.push(line('axis', [left, y - axisReach], [left, y + barHeight + axisReach]));
      if (datum.parts !== undefined) {
        marks.push(...layoutParts(datum.parts, { x: left, y, scale }));
        y += captionHeight;
      }
      y += barHeight + (beside ? gap.beside : gap.above);
    }
    marks.push({ shapes: axis });
    y += gap.group;
  }
  return { width: room.width, height: y - gap.foot, marks };
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
    const apart = i === 0 ? 0 : partGap;
    const caption = `${part.label.text} ${part.printed.text}`;
    const shapes = [
      rect(role, {
        x: x + scale(before) + apart,
        y,
        width: scale(part.value) - apart,
        height: barHeight,
      }),
      rect(role, {
        x: captionX,
        y: y + barHeight + swatch.top,
        width: swatch.size,
        height: swatch.size,
      }),
      text(
        'small',
        { x: captionX + swatch.size + swatch.gap, y: y + barHeight + baseline.caption },
        type.small,
        { text: caption },
      ),
    ];
    before += part.value;
    captionX += swatch.size + swatch.gap + widthOf(caption, type.small) + swatch.next;
    return { key: part.key, shapes };
  });
}

import { scaleLinear } from 'd3';
import {
  type Datum,
  type Drawing,
  type DrawingMark,
  type Room,
  type ChartWords,
  line,
  rect,
  text,
  type,
  widthOf,
} from './drawing.ts';

/** A growth: the figure that grew, and the base that it implies, `low` to `high`, in the same unit. */
export type Growth = {
  key: string;
  label: ChartWords;
  printed: ChartWords;
  /** What the growth is called, before its percentage. */
  change: string;
  now: Datum;
  base: { name: string; printed: string; about: number; low: number; high: number };
};

const barHeight = 24;
const rowHeight = 40;

/**
 * Lays out each growth on an axis of its own, from zero: the base, dashed because it is computed, with
 * the interval in which it lies; and the figure, in which what came to the base is set off.
 */
export function layoutGrowth(growths: readonly Growth[], room: Room): Drawing {
  const marks: DrawingMark[] = [];
  const beside = room.labels === 'beside';
  let y = 0;
  for (const { key, label, printed, change, now, base } of growths) {
    const names = [base.name, now.label.text];
    const values = [base.printed, now.printed.text];
    const left = beside ? Math.max(...names.map((name) => widthOf(name, type.label))) + 14 : 0;
    const valueWidth = Math.max(
      ...values.map((value, i) => widthOf(value, i ? type.value : type.label)),
    );
    const scale = scaleLinear()
      .domain([0, Math.max(now.value, base.high)])
      .range([left, room.width - (beside ? valueWidth + 10 : 0)]);
    marks.push({
      key,
      shapes: [
        text('heading', { x: 0, y: y + 20 }, type.value, label),
        text('lead', { x: widthOf(label.text, type.value) + 12, y: y + 20 }, type.value, {
          text: `${change}${printed.text}`,
        }),
      ],
    });
    y += 36;
    const top = y;
    const row = (name: string, value: ChartWords, end: number, role: 'value' | 'derived') => {
      const size = role === 'value' ? type.value : type.label;
      const words = beside
        ? [
            text('label', { x: 0, y: y + 18 }, type.label, { text: name }),
            text(role, { x: end + 10, y: y + 18 }, size, value),
          ]
        : [
            text('label', { x: 0, y: y + 16 }, type.label, { text: name }),
            text(role, { x: room.width, y: y + 16, anchor: 'end' }, size, value),
          ];
      if (!beside) y += 24;
      return words;
    };

    const baseEnd = scale(Math.max(base.about, base.high));
    const baseWords = row(base.name, { text: base.printed }, baseEnd, 'derived');
    marks.push({
      shapes: [
        ...baseWords,
        rect('base', { x: left, y, width: scale(base.about) - left, height: barHeight }),
        rect('interval', {
          x: scale(base.low),
          y: y + 7,
          width: scale(base.high) - scale(base.low),
          height: barHeight - 14,
        }),
      ],
    });
    y += rowHeight;
    const nowWords = row(now.label.text, now.printed, scale(now.value), 'value');
    const [from, to] = [base.about, now.value].sort((a, b) => a - b) as [number, number];
    marks.push({
      key: now.key,
      shapes: [
        ...nowWords,
        rect('bar other', { x: left, y, width: scale(from) - left, height: barHeight }),
        ...(now.value > base.about
          ? [rect('bar', { x: scale(from), y, width: scale(to) - scale(from), height: barHeight })]
          : []),
      ],
    });
    y += barHeight;
    marks.push({ shapes: [line('axis', [left, top], [left, y + 4])] });
    y += 28;
  }
  return { width: room.width, height: Math.max(y - 20, 0), marks };
}

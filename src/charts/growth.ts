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
  touch,
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
const headingHeight = 36;
/** Where a line of words stands below the top of its row, and beside or above its bar. */
const baseline = { heading: 20, beside: 18, above: 16 } as const;
/** Room between names and bars, a bar and its value, one growth and the next; and how far the axis reaches. */
const gap = { label: 14, value: 10, lead: 12, words: 24, next: 28, foot: 20 } as const;
const axisReach = 4;
const intervalInset = 7;
const hitReach = 6;

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
    const left = beside
      ? Math.max(...names.map((name) => widthOf(name, type.label))) + gap.label
      : 0;
    const valueWidth = Math.max(
      ...values.map((value, i) => widthOf(value, i ? type.value : type.label)),
    );
    const scale = scaleLinear()
      .domain([0, Math.max(now.value, base.high)])
      .range([left, room.width - (beside ? valueWidth + gap.value : 0)]);
    marks.push({
      key,
      label: `${label.text} ${change}${printed.text}`,
      shapes: [
        rect('hit', { x: 0, y: y - hitReach, width: room.width, height: touch }),
        text('heading', { x: 0, y: y + baseline.heading }, type.value, label),
        text(
          'lead',
          { x: widthOf(label.text, type.value) + gap.lead, y: y + baseline.heading },
          type.value,
          {
            text: `${change}${printed.text}`,
          },
        ),
      ],
    });
    y += headingHeight;
    const top = y;
    const bars: number[] = [];
    const row = (name: string, value: ChartWords, end: number, role: 'value' | 'derived') => {
      const size = role === 'value' ? type.value : type.label;
      const words = beside
        ? [
            text('label', { x: 0, y: y + baseline.beside }, type.label, { text: name }),
            text(role, { x: end + gap.value, y: y + baseline.beside }, size, value),
          ]
        : [
            text('label', { x: 0, y: y + baseline.above }, type.label, { text: name }),
            text(role, { x: room.width, y: y + baseline.above, anchor: 'end' }, size, value),
          ];
      if (!beside) y += gap.words;
      bars.push(y);
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
          y: y + intervalInset,
          width: scale(base.high) - scale(base.low),
          height: barHeight - 2 * intervalInset,
        }),
      ],
    });
    y += rowHeight;
    const hit = { x: 0, y: y - hitReach, width: room.width };
    const nowWords = row(now.label.text, now.printed, scale(now.value), 'value');
    const [from, to] = [base.about, now.value].sort((a, b) => a - b) as [number, number];
    marks.push({
      key: now.key,
      label: `${label.text} ${now.printed.text}`,
      shapes: [
        rect('hit', { ...hit, height: y + barHeight + hitReach - hit.y }),
        ...nowWords,
        rect('bar other', { x: left, y, width: scale(from) - left, height: barHeight }),
        ...(now.value > base.about
          ? [rect('bar', { x: scale(from), y, width: scale(to) - scale(from), height: barHeight })]
          : []),
      ],
    });
    y += barHeight;
    // Names above the bars stand where the axis would go on.
    const stretches = beside
      ? [[top, y] as const]
      : bars.map((at) => [at, at + barHeight] as const);
    marks.push({
      shapes: stretches.map(([from, to]) =>
        line('axis', [left, from - axisReach], [left, to + axisReach]),
      ),
    });
    y += gap.next;
  }
  return { width: room.width, height: Math.max(y - gap.foot, 0), marks };
}

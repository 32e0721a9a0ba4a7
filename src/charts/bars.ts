import { scaleLinear } from 'd3';
import {
  type ChartWords,
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
const groupHeight = 34;
const captionHeight = { beside: 26, above: 34 } as const;
const lineHeight = 21;
/** A shorter bar is not seen. */
const shortest = 3;

/** Where a line of words stands below the top of its bar, and beside or above it. */
const baseline = { group: 20, beside: 18, above: 16, caption: 20 } as const;
/** Room between names and bars, a bar and its value, one bar and the next, one caption and the next; and around groups. */
const gap = {
  label: 14,
  value: 8,
  beside: 16,
  above: 20,
  words: 4,
  caption: 14,
  group: 14,
} as const;
const axisReach = 3;
/** What parts a bar's parts, and how far a leader runs from where a part begins to its words. */
const partGap = 1.5;
const leader = { top: 2, bend: 3.5, height: 7 } as const;

const captionOf = ({ label, printed }: Datum): string => `${label.text} ${printed.text}`;

/**
 * Lays out bars from zero, one a datum, in the order given: an axis a group. A datum with parts is a bar of its parts
 * side by side, each named below. A datum alone in its group has nothing to be compared with: it is a number, not a bar. Groups
 * of one name follow on one another under it.
 *
 * @param groups of data whose values, and those of their parts, are not negative and in one unit within a group
 */
export function layoutBars(groups: readonly DatumGroup[], room: Room): Drawing {
  const data = groups.flatMap((group) => group.data);
  const beside = room.labels === 'beside';
  const valueWidth =
    Math.max(...data.map(({ printed }) => widthOf(printed.text, type.value))) + gap.value;
  const labelWidth = ({ label }: Datum): number => widthOf(label.text, type.label) + gap.label;
  const left = beside ? Math.max(...data.map(labelWidth)) : 0;
  const between = beside ? gap.beside : gap.above;

  const marks: DrawingMark[] = [];
  let y = 0;
  for (const [i, group] of groups.entries()) {
    const isNamed = group.name !== undefined && group.name !== groups[i - 1]?.name;
    if (i > 0 && (isNamed || group.name === undefined)) y += gap.group;
    if (group.name !== undefined && isNamed) {
      marks.push({
        shapes: [text('group', { x: 0, y: y + baseline.group }, type.small, { text: group.name })],
      });
      y += groupHeight;
    }
    const scale = scaleLinear()
      .domain([0, Math.max(...group.data.map(({ value }) => value)) || 1])
      .range([0, room.width - left - valueWidth]);
    const isCompared =
      groups.length === 1 || group.data.length > 1 || group.data.some(({ parts }) => parts);
    const axis: Shape[] = [];
    for (const datum of group.data) {
      const shapes: Shape[] = [];
      const top = y;
      const isOneLine = beside || (!isCompared && labelWidth(datum) + valueWidth <= room.width);
      if (isOneLine) {
        shapes.push(text('label', { x: 0, y: y + baseline.beside }, type.label, datum.label));
      } else {
        const { shapes: label, height } = layoutLabel(datum, { y, width: room.width });
        shapes.push(...label);
        y += height;
      }
      const end = isCompared ? left + scale(datum.value) + gap.value : beside ? left : room.width;
      const place = { x: end, y: y + baseline.beside };
      shapes.push(
        text(
          'value',
          isCompared || beside || !isOneLine ? place : { ...place, anchor: 'end' },
          type.value,
          datum.printed,
        ),
      );
      if (isCompared && datum.parts === undefined && datum.value > 0) {
        const bar = { x: left, y, width: scale(datum.value), height: barHeight };
        shapes.push(rect('bar', bar, shortest));
      }
      const hit = {
        x: 0,
        y: top - between / 2,
        width: room.width,
        height: y + barHeight + between - top,
      };
      marks.push({
        key: datum.key,
        label: captionOf(datum),
        shapes: [rect('hit', hit), ...shapes],
      });
      if (isCompared) {
        axis.push(line('axis', [left, y - axisReach], [left, y + barHeight + axisReach]));
      }
      if (datum.parts !== undefined) {
        const caption = captionHeight[room.labels];
        const height = barHeight + caption + between / 2;
        marks.push(...layoutParts(datum.parts, { x: left, y, end: room.width, height, scale }));
        y += caption;
      }
      y += barHeight + between;
    }
    marks.push({ shapes: axis });
  }
  return { width: room.width, height: y - between / 2, marks };
}

/** The name of a datum on lines of its own, after what leads it. */
function layoutLabel(
  { lead, label }: Datum,
  { y, width }: { y: number; width: number },
): { shapes: Shape[]; height: number } {
  const x = lead === undefined ? 0 : type.label * 1.6;
  const lines = wrapText(label.text, (width - x) / type.label);
  const wordsOf = (start: number, said: string): ChartWords => ({
    text: said,
    source: label.source === undefined ? undefined : label.source + start,
  });
  return {
    shapes: [
      ...(lead === undefined
        ? []
        : [text('lead', { x: 0, y: y + baseline.above }, type.label, { text: lead })]),
      ...lines.map((wrapped, i) =>
        text(
          'label',
          { x, y: y + baseline.above + i * lineHeight },
          type.label,
          wordsOf(wrapped.start, wrapped.text),
        ),
      ),
    ],
    height: lines.length * lineHeight + gap.words,
  };
}

/**
 * The parts of a bar, and below it what each is, with a leader from the part to its words. Words begin where their part
 * does, or further on where those before need the room.
 */
function layoutParts(
  parts: readonly Datum[],
  {
    x,
    y,
    end,
    height,
    scale,
  }: { x: number; y: number; end: number; height: number; scale: (value: number) => number },
): DrawingMark[] {
  const captions = parts.map((part) => ({
    part,
    room: widthOf(captionOf(part), type.small) + gap.caption,
  }));
  let [before, free] = [0, x];
  let rest = captions.reduce((sum, { room }) => sum + room, -gap.caption);
  const placed = captions.map(({ part, room }, i) => {
    const from = x + scale(before) + (i === 0 ? 0 : partGap);
    before += part.value;
    // No words run over one another, nor over the edge as far as there is room for all.
    const start = Math.max(free, Math.min(from, end - rest));
    free = start + room;
    rest -= room;
    return { part, from, to: x + scale(before), start };
  });
  return placed.map(({ part, from, to, start }, i): DrawingMark => {
    const hit = { x: start, y, width: (placed[i + 1]?.start ?? end) - start, height };
    return {
      key: part.key,
      label: captionOf(part),
      shapes: [
        rect('hit', hit),
        rect(i % 2 === 0 ? 'bar' : 'bar other', {
          x: from,
          y,
          width: to - from,
          height: barHeight,
        }),
        ...layoutLeader(from + 1, start + 1, y + barHeight + leader.top),
        text(
          'small',
          { x: start, y: y + barHeight + baseline.caption + leader.height },
          type.small,
          {
            text: captionOf(part),
          },
        ),
      ],
    };
  });
}

/** A line down from where a part begins, with a bend where its words stand further on. */
function layoutLeader(from: number, to: number, top: number): DrawingMark['shapes'] {
  const [bend, foot] = [top + leader.bend, top + leader.height];
  if (to - from < 2) return [line('axis', [from, top], [from, foot])];
  return [
    line('axis', [from, top], [from, bend]),
    line('axis', [from, bend], [to, bend]),
    line('axis', [to, bend], [to, foot]),
  ];
}

import { scaleLinear } from 'd3';
import {
  type ChartWords,
  type Drawing,
  type DrawingMark,
  type Room,
  type Shape,
  line,
  rect,
  round,
  text,
  type,
  widthOf,
} from './drawing.ts';
import { type WrappedLine, wrapText } from './wrap.ts';

/** One of two figures; `upTo`, the upper end of a range. `bound`: it is the least or the most that there may be. */
export type PairedValue = {
  printed: ChartWords;
  value: number;
  upTo?: number | undefined;
  bound?: 'least' | 'most' | undefined;
};

/** Two figures of one thing. `said` is the whole pair in words, `change` what lies between them. */
export type Pair = {
  key: string;
  label: string;
  said: string;
  change: string;
  earlier: PairedValue;
  later: PairedValue;
};

/** Pairs under one name. With `most` they have one axis that ends there; else each has an axis of its own. */
export type PairGroup = { name: string; pairs: readonly Pair[]; most?: number };

const barHeight = 14;
const barPitch = 20;
const lineHeight = 20;
const groupHeight = 34;
const keyHeight = 30;
/** Where a line of words stands below the top of its bar, or of the row. */
const baseline = { bar: 12, label: 14, key: 12, group: 20 } as const;
/** Room between names and bars, a bar and its value, one pair and the next. */
const gap = { label: 14, value: 8, words: 4, row: 16, group: 10, key: 24, swatch: 6 } as const;
const labelWidth = 14 * type.label;
const changeWidth = 7 * type.label;
const swatch = 12;
/** What shows a bound at the end of a bar: how far it reaches. */
const boundReach = 7;
const axisReach = 3;

/** The roles of the bars: the earlier is lighter, and stands above. */
const roles = { earlier: 'bar other', later: 'bar' } as const;

/**
 * Lays out pairs of bars from zero, the earlier figure above the later, both on one axis, with their values at their ends
 * and the change beside them. A pair has an axis of its own unless its group has one: lengths of things that have different
 * units or sizes are not to be compared.
 *
 * @param names of the earlier and the later
 * @param groups whose values are not negative
 */
export function layoutPairs(
  names: readonly [string, string],
  groups: readonly PairGroup[],
  room: Room,
): Drawing {
  const beside = room.labels === 'beside';
  const left = beside ? labelWidth + gap.label : 0;
  const pairs = groups.flatMap((group) => group.pairs);
  const valueWidth =
    Math.max(
      ...pairs.flatMap(({ earlier, later }) =>
        [earlier, later].map(({ printed }) => widthOf(printed.text, type.label)),
      ),
    ) +
    gap.value +
    boundReach;
  const right = room.width - valueWidth - (beside ? changeWidth : 0);

  const marks: DrawingMark[] = [layoutKey(names)];
  let y = keyHeight;
  for (const { name, pairs: own, most } of groups) {
    marks.push({
      shapes: [text('group', { x: 0, y: y + baseline.group }, type.small, { text: name })],
    });
    y += groupHeight;
    for (const pair of own) {
      const { label, change } = pair;
      const end = most ?? Math.max(...[pair.earlier, pair.later].map(endOf));
      const scale = scaleLinear()
        .domain([0, end || 1])
        .range([left, right]);
      const lines = wrapText(label, (beside ? labelWidth : room.width - changeWidth) / type.label);
      const top = y;
      const bars = beside ? y : y + lines.length * lineHeight + gap.words;
      const height = Math.max(lines.length * lineHeight, bars - y + barPitch + barHeight);
      const at = beside ? bars + barPitch / 2 + baseline.bar : y + baseline.label;
      const hit = { x: 0, y: top - gap.row / 2, width: room.width, height: height + gap.row };
      marks.push({
        key: pair.key,
        label: pair.said,
        shapes: [
          rect('hit', hit),
          ...lines.map((wrapped, i) => setLine(wrapped, y + baseline.label + i * lineHeight)),
          ...layoutBar(pair.earlier, roles.earlier, bars, scale),
          ...layoutBar(pair.later, roles.later, bars + barPitch, scale),
          text('derived', { x: room.width, y: at, anchor: 'end' }, type.label, { text: change }),
          line('axis', [left, bars - axisReach], [left, bars + barPitch + barHeight + axisReach]),
        ],
      });
      y += height + gap.row;
    }
    y += gap.group;
  }
  return { width: room.width, height: y - gap.group, marks };
}

const endOf = ({ value, upTo }: PairedValue): number => upTo ?? value;

const setLine = ({ text: words }: WrappedLine, y: number): Shape =>
  text('label', { x: 0, y }, type.label, { text: words });

/** Which bar is whose. */
function layoutKey(names: readonly [string, string]): DrawingMark {
  let x = 0;
  return {
    shapes: names.flatMap((name, i) => {
      const at = x;
      x += swatch + gap.swatch + widthOf(name, type.small) + gap.key;
      return [
        rect(i === 0 ? roles.earlier : roles.later, {
          x: at,
          y: 1,
          width: swatch,
          height: swatch,
        }),
        text('small', { x: at + swatch + gap.swatch, y: baseline.key }, type.small, { text: name }),
      ];
    }),
  };
}

/** A bar with its value; a range goes on as a dashed frame, a least value as a point, a most as a wall. */
function layoutBar(
  { printed, value, upTo, bound }: PairedValue,
  role: string,
  y: number,
  scale: (value: number) => number,
): Shape[] {
  const [from, to, last] = [scale(0), scale(value), scale(upTo ?? value)].map(round) as [
    number,
    number,
    number,
  ];
  const middle = y + barHeight / 2;
  return [
    ...(value > 0 ? [rect(role, { x: from, y, width: to - from, height: barHeight })] : []),
    ...(last > to
      ? [rect('base', { x: to, y: y + 0.5, width: last - to, height: barHeight - 1 })]
      : []),
    ...(bound === 'least'
      ? [
          {
            type: 'path' as const,
            role,
            d: `M${last},${y}L${round(last + boundReach)},${middle}L${last},${y + barHeight}Z`,
          },
        ]
      : []),
    ...(bound === 'most'
      ? [line('axis', [last, y - axisReach], [last, y + barHeight + axisReach])]
      : []),
    text(
      'value',
      { x: last + gap.value + (bound === 'least' ? boundReach : 0), y: y + baseline.bar },
      type.label,
      printed,
    ),
  ];
}

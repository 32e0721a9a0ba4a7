import { path, scalePoint } from 'd3';
import { type Drawing, round, text } from './drawing.ts';

/** An item of a row, by its number; `opens` if a group begins with it. */
export type ArcItem = { key: string; n: number; opens: boolean };

/** Two items of a row that belong together, by their places in it, from 0; `value` is how strongly. */
export type Tie = { key: string; from: number; to: number; value: number; label: string };

/** A row that runs along the drawing with arcs above it, or down it with arcs beside it. */
export type ArcRoom = { width: number; height: number; font: number; runs: 'along' | 'down' };

/** Room for the numbers of the items. */
const numbers = 34;
/** How far above the lower edge, or as a part of its size below the middle, a number stands. */
const numberRise = 10;
/** The thinnest stroke, and what each reason adds; more than four are not told apart. */
const stroke = { thinnest: 0.75, step: 0.75, most: 4 } as const;

/**
 * Draws an arc diagram: items stand in a row, and an arc leads from one to another, the wider apart the
 * higher. A stroke is as thick as the tie is strong; the widest arcs lie undermost.
 */
export function layoutArcs(
  items: readonly ArcItem[],
  ties: readonly Tie[],
  { width, height, font, runs }: ArcRoom,
): Drawing {
  const isAlong = runs === 'along';
  const [length, rise] = isAlong ? [width, height - numbers] : [height, width - numbers];
  const scale = scalePoint<number>(
    items.map((_, i) => i),
    [0, length],
  ).padding(0.5);
  const at = (i: number): number => round(scale(i) ?? 0);
  const distance = ({ from, to }: Tie): number => Math.abs(to - from);
  const widest = Math.max(1, ...ties.map(distance));
  const draw = (tie: Tie): string => {
    const [start, end] = [at(Math.min(tie.from, tie.to)), at(Math.max(tie.from, tie.to))];
    // Its control points stand a third higher than a curve rises; the root lets short arcs be seen.
    const reach = round(rise * Math.sqrt(distance(tie) / widest) * (4 / 3));
    const curve = path();
    if (isAlong) {
      curve.moveTo(start, rise);
      curve.bezierCurveTo(start, round(rise - reach), end, round(rise - reach), end, rise);
    } else {
      curve.moveTo(numbers, start);
      curve.bezierCurveTo(numbers + reach, start, numbers + reach, end, numbers, end);
    }
    return curve.toString();
  };
  return {
    width,
    height,
    marks: [
      ...[...ties]
        .sort((a, b) => distance(b) - distance(a))
        .map((tie) => {
          const d = draw(tie);
          const thickness = round(stroke.thinnest + stroke.step * Math.min(tie.value, stroke.most));
          return {
            key: tie.key,
            label: tie.label,
            shapes: [
              { type: 'path' as const, role: 'reach', d },
              { type: 'path' as const, role: 'arc', d, 'stroke-width': thickness },
            ],
          };
        }),
      ...items.map(({ key, n, opens }, i) => ({
        key,
        shapes: [
          text(
            opens ? 'lead' : '',
            {
              x: isAlong ? at(i) : numbers / 2,
              y: isAlong ? height - numberRise : at(i) + font / 3,
              anchor: 'middle',
            },
            font,
            { text: String(n) },
          ),
        ],
      })),
    ],
  };
}

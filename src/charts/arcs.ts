import { path, scalePoint } from 'd3';

/** Two items of a row that are linked, by their place in it; `value` is how many links there are. */
export type Tie<Data> = { from: number; to: number; value: number; data: Data };

/** An arc as an SVG path; `width` of its stroke in the units of the drawing. */
export type Arc<Data> = { d: string; width: number; data: Data };

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Lays out an arc diagram: items stand in a row, and an arc leads from one to another.
 *
 * @param count of items
 * @param ties between items; `from` and `to` count from 0 and differ
 * @param size `length` of the row, and `height`, how far the widest arc may rise, in one unit;
 *   `vertical` if the row runs down, and arcs to the right of it
 * @returns the place of each item along the row, and an arc for each tie, the widest first
 */
export function layoutArcs<Data>(
  count: number,
  ties: readonly Tie<Data>[],
  { length, height, vertical = false }: { length: number; height: number; vertical?: boolean },
): { places: number[]; arcs: Arc<Data>[] } {
  const scale = scalePoint<number>(
    Array.from({ length: count }, (_, i) => i),
    [0, length],
  ).padding(0.5);
  const at = (i: number): number => round(scale(i) ?? 0);
  const widest = Math.max(1, ...ties.map(({ from, to }) => Math.abs(to - from)));
  const arcs = [...ties]
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .map(({ from, to, value, data }) => {
      const [start, end] = [at(Math.min(from, to)), at(Math.max(from, to))];
      // A short arc still rises enough to be seen and to be hit.
      const share = Math.sqrt(Math.abs(to - from) / widest);
      const rise = round(height * share * (4 / 3));
      const draw = path();
      if (vertical) {
        draw.moveTo(0, start);
        draw.bezierCurveTo(rise, start, rise, end, 0, end);
      } else {
        draw.moveTo(start, height);
        draw.bezierCurveTo(start, round(height - rise), end, round(height - rise), end, height);
      }
      return { d: draw.toString(), width: round(0.75 + 0.75 * Math.min(value, 4)), data };
    });
  return { places: Array.from({ length: count }, (_, i) => at(i)), arcs };
}

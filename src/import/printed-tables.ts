import { type Glyph, type PageOfGlyphs, type Rule, joint, linesOf } from './glyphs.ts';

/** A table that rules draw on a page: its rows of cells, and where its columns part, in points from the left. */
export type PrintedTable = {
  top: number;
  bottom: number;
  columns: number[];
  rows: string[][];
  isMerged: boolean;
};

/** How far apart rules may be that meet, in points. */
const near = 3;
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= near;

/** Finds the tables of a page by their rules; `rest` are the glyphs that stand in none. */
export function findTables({ rules, glyphs }: Pick<PageOfGlyphs, 'rules' | 'glyphs'>): {
  tables: PrintedTable[];
  rest: Glyph[];
} {
  let rest = [...glyphs];
  const tables = clustersOf(rules).flatMap((cluster): PrintedTable[] => {
    const columns = distinct(cluster.filter(({ isLevel }) => !isLevel).map(({ left }) => left));
    const rows = distinct(cluster.filter(({ isLevel }) => isLevel).map(({ top }) => top));
    // A frame around words is no table, nor are words between two lines. One row may be the last of a table.
    if (columns.length < 3 || rows.length < 2) return [];
    const cells = readCells(cluster, columns, rows, (box) => {
      const isIn = ({ left, right, y, size }: Glyph): boolean => {
        const [x, middle] = [(left + right) / 2, y - size / 3];
        return x > box.left && x < box.right && middle > box.top && middle < box.bottom;
      };
      const inside = rest.filter(isIn);
      rest = rest.filter((glyph) => !isIn(glyph));
      return textOf(inside);
    });
    const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
    return [{ top, bottom, columns, ...cells }];
  });
  return { tables: tables.toSorted((a, b) => a.top - b.top), rest };
}

/** Rules that meet, directly or over others. */
function clustersOf(rules: readonly Rule[]): Rule[][] {
  const meet = (a: Rule, b: Rule): boolean =>
    a.left - near <= b.right &&
    b.left - near <= a.right &&
    a.top - near <= b.bottom &&
    b.top - near <= a.bottom;
  const clusters: Rule[][] = [];
  for (const rule of rules) {
    const met = clusters.filter((cluster) => cluster.some((other) => meet(rule, other)));
    for (const cluster of met) clusters.splice(clusters.indexOf(cluster), 1);
    clusters.push([...met.flat(), rule]);
  }
  return clusters;
}

/** Places in order, those that are near one another once. */
function distinct(places: readonly number[]): number[] {
  return places
    .toSorted((a, b) => a - b)
    .filter((place, i, all) => i === 0 || !isNear(place, all[i - 1] ?? place));
}

type Box = { left: number; right: number; top: number; bottom: number };

/** The words of each cell; of merged ones where the first of them stands. */
function readCells(
  rules: readonly Rule[],
  columns: readonly number[],
  rows: readonly number[],
  read: (box: Box) => string,
): Pick<PrintedTable, 'rows' | 'isMerged'> {
  const [width, height] = [columns.length - 1, rows.length - 1];
  const at = (list: readonly number[], i: number): number => list[i] ?? 0;
  const middle = (list: readonly number[], i: number): number =>
    (at(list, i) + at(list, i + 1)) / 2;
  const isParted = (isLevel: boolean, across: number, along: number): boolean =>
    rules.some((rule) =>
      rule.isLevel !== isLevel
        ? false
        : isLevel
          ? isNear(rule.top, across) && rule.left <= along && rule.right >= along
          : isNear(rule.left, across) && rule.top <= along && rule.bottom >= along,
    );
  const isTaken = Array.from({ length: height }, () => Array.from({ length: width }, () => false));
  let isMerged = false;
  const texts = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      if (isTaken[y]?.[x]) return '';
      let [right, bottom] = [x + 1, y + 1];
      while (right < width && !isParted(false, at(columns, right), middle(rows, y))) right += 1;
      while (bottom < height && !isParted(true, at(rows, bottom), middle(columns, x))) bottom += 1;
      for (let row = y; row < bottom; row += 1) isTaken[row]?.fill(true, x, right);
      isMerged ||= right > x + 1 || bottom > y + 1;
      return read({
        left: at(columns, x),
        right: at(columns, right),
        top: at(rows, y),
        bottom: at(rows, bottom),
      });
    }),
  );
  // A column or a row without a word is a double rule.
  return { rows: texts.filter((row) => row.some((text) => text !== '')), isMerged };
}

/** The words of a cell on one line: what fits into no line goes on in the next one, any other line is a piece of its own. */
function textOf(glyphs: readonly Glyph[]): string {
  const lines = linesOf(glyphs);
  const edge = Math.max(...lines.map(({ right }) => right));
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1];
    if (!before) return line.text;
    const goesOn = before.right + line.firstWidth > edge - 0.6 * line.size;
    return `${text}${goesOn ? joint(text, line.text) : ' '}${line.text}`;
  }, '');
}

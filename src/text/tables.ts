import { readMarker } from './structure.ts';
import type { Line } from './source.ts';

/** A stretch of a line that is a cell, as offsets into it in UTF-16 units. */
export type Cell = { start: number; end: number };

/** What parts the cells of a row, most certain first, and how many there must be: runs of spaces are often no more. */
const separators = [
  { mark: /[ ]*\t[ ]*/gu, least: 2 },
  { mark: /\s*[|｜│┃]\s*/gu, least: 2 },
  { mark: /[ \u3000]{2,}/gu, least: 3 },
];

/**
 * Reads a line as a row of a table: two rows or more follow one another, parted in one way into one number of
 * cells, by tabs, by upright strokes or by runs of spaces. A number with its text is no row, however it is set off.
 * @returns the cells, the empty ones too; undefined if the line is no row
 */
export function readCells(lines: readonly Line[], i: number): Cell[] | undefined {
  const line = lines[i];
  if (!line) return undefined;
  for (const { mark: separator, least } of separators) {
    const cells = cut(line, separator);
    if (cells.length < least || (cells.length === 2 && isNumbered(line, cells))) continue;
    const isAlike = (other: Line | undefined): boolean =>
      other !== undefined && cut(other, separator).length === cells.length;
    // Sentences may be indented or spaced out; names and figures are.
    if (least > 2 && /[。！？]/u.test(line.text)) continue;
    if (isAlike(lines[i - 1]) || isAlike(lines[i + 1])) return cells;
  }
  return undefined;
}

function cut({ text }: Line, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    // The strokes that frame a row part nothing.
    if (match.index > 0) cells.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) cells.push({ start, end: text.length });
  return cells;
}

/** Whether the first of two cells is only the number of the second. */
function isNumbered(line: Line, [first]: readonly Cell[]): boolean {
  const marker = readMarker(line);
  return marker !== undefined && first !== undefined && marker.length >= first.end;
}

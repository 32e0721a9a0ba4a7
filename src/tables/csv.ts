/** A value of a cell; `undefined` leaves it empty. */
export type Cell = string | number | undefined;

/** A column: its name in the file, what it is in Chinese, and the cell it has in a row. */
export type Column<Row> = {
  name: string;
  /** Of Table Schema; an `array` is written as JSON. */
  type: 'string' | 'integer' | 'number' | 'array';
  title: string;
  description: string;
  required?: true;
  cell: (row: Row) => Cell;
};

/**
 * Writes a table with a header row of the columns' names.
 * @returns the text of the file, see writeRows
 */
export function writeCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return writeRows([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ]);
}

/**
 * Writes rows as UTF-8 with a byte order mark, which Excel and WPS need to know it, in the form of
 * RFC 4180: CR LF after every row, quotation marks around cells that need them. Texts are guarded. (By hand: the
 * libraries quote and end lines alike, and leave the mark and the guard to their users.)
 */
export function writeRows(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => `${row.map((cell) => quoteCell(writeCell(cell))).join(',')}\r\n`);
  return `\ufeff${lines.join('')}`;
}

function writeCell(value: Cell): string {
  return typeof value === 'string' ? guardFormula(value) : (value?.toString() ?? '');
}

function quoteCell(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a spreadsheet could take for a formula: `= + - @`, full-width ones too (Chinese Excel reads them
 * alike), after white space or not, and a tab or line end (OWASP, CSV Injection). Apostrophes before it
 * do not count, so that a guarded cell is seen as one.
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** The rule of `guardFormula`, for those who read the files. */
export const guardRule = csvWords.guardRule;

/** Puts an apostrophe before a text that could be taken for a formula; any other text is as it was. */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Undoes `guardFormula`: of every text that it returns, the text that it was given. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
import { csvWords } from './words.ts';

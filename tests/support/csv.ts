import { unguardFormula } from '../../src/tables/csv.ts';

/**
 * Reads a CSV file as RFC 4180 defines it: quoted cells may hold commas, quotation marks and line ends.
 * Throws where a file breaks the rules.
 * @returns rows of cells, the header first
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new Error('a quoted cell does not end');
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    } else {
      const end = /[",\r\n]/u.exec(text.slice(at));
      cell = end ? text.slice(at, at + end.index) : text.slice(at);
      at += cell.length;
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`a comma or CR LF at ${at}, found ${JSON.stringify(text[at])}`);
  }
  if (row.length > 0) throw new Error('the last row does not end with CR LF');
  return rows;
}

/** The rows of a CSV file by column, formulas unguarded, empty cells left out. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row) => {
    if (row.length !== header.length)
      throw new Error(`${row.length} cells under ${header.length} names`);
    const cells = header.map((name, i) => [name, unguardFormula(row[i] ?? '')] as const);
    return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
  });
}

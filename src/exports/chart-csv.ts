import type { Figure } from '../charts/figure.ts';
import { strings } from '../strings.ts';

/** What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/u;

function writeCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table of a chart as CSV (RFC 4180), with a byte order mark so that Excel and WPS read it as UTF-8. */
export function writeChartCsv({ rows, links, columns: own }: Figure): string {
  const { columns, derived, printed } = strings.charts;
  const { group, label, printed: written, full, nature, place } = { ...columns, ...own };
  const lines = [
    ['id', group, label, written, full, nature, place],
    ...rows.map((row) => [
      row.key ?? '',
      row.group ?? '',
      row.label.text,
      row.printed.text,
      row.full,
      row.derived ? derived : printed,
      links.get(row.key ?? '')?.place ?? '',
    ]),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

import type { DrawnChart } from '../charts/chart.ts';
import { strings } from '../words/strings.ts';
import { writeRows } from '../tables/csv.ts';

/** The table of a chart as CSV, in the form of the other data files. */
export function writeChartCsv({ rows, links, columns: own }: DrawnChart): string {
  const { columns, natures } = strings.charts;
  const { group, label, printed, full, nature, place } = { ...columns, ...own };
  return writeRows([
    ['id', group, label, printed, full, nature, place],
    ...rows.map((row) => [
      row.key,
      row.group,
      row.label.text,
      row.printed.text,
      row.full,
      natures[row.nature],
      links.get(row.key ?? '')?.place,
    ]),
  ]);
}

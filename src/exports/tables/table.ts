import type { PlanTree } from '../../plan/tree.ts';
import { type Column, writeCsv } from '../csv.ts';

/** A table of a plan: `columns` says what each column is, `write` gives the CSV file. */
export type Table = {
  name: 'targets' | 'sections' | 'tasks' | 'sentences';
  title: string;
  description: string;
  columns: readonly Omit<Column<never>, 'cell'>[];
  /** Columns whose values are in a column of another table. */
  references: readonly Reference[];
  count: (tree: PlanTree) => number;
  write: (tree: PlanTree) => string;
};

export type Reference = { column: string; table: Table['name']; to: string };

type TableOf<Row> = Pick<Table, 'name' | 'title' | 'description' | 'references'> & {
  columns: readonly Column<Row>[];
  rows: (tree: PlanTree) => readonly Row[];
};

/** A table made of `rows`, each of which `columns` reads. */
export function defineTable<Row>({ rows, columns, ...table }: TableOf<Row>): Table {
  return {
    ...table,
    columns,
    count: (tree) => rows(tree).length,
    write: (tree) => writeCsv(columns, rows(tree)),
  };
}

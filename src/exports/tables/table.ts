import { type Column, writeCsv } from '../csv.ts';
import type { PublishedPlan } from '../published-plan.ts';

/** What a file of the data is about. */
export type Subject = 'whole' | 'structure' | 'figures' | 'names' | 'relations' | 'notes';

type List = Exclude<keyof PublishedPlan, 'plan'>;

/** A table of a plan: `columns` says what each column is, `write` gives the CSV file. */
export type Table = {
  name: string;
  subject: Subject;
  title: string;
  description: string;
  columns: readonly Omit<Column<never>, 'cell'>[];
  /** The columns that tell one row from another, if any do. */
  key: readonly string[];
  /** Columns whose values are in a column of another table, one that every plan has, or of this one. */
  references: readonly Reference[];
  /** The lists of the plan that the rows are made of; they make a JSON file too. */
  lists?: readonly [List, ...List[]];
  count: (plan: PublishedPlan) => number;
  write: (plan: PublishedPlan) => string;
};

export type Reference = { column: string; table: string; to: string };

type TableOf<Row> = Omit<Table, 'columns' | 'count' | 'write'> & {
  columns: readonly Column<Row>[];
  rows: (plan: PublishedPlan) => readonly Row[];
};

/** A table made of `rows`, each of which `columns` reads. */
export function defineTable<Row>({ rows, columns, ...table }: TableOf<Row>): Table {
  return {
    ...table,
    columns,
    count: (plan) => rows(plan).length,
    write: (plan) => writeCsv(columns, rows(plan)),
  };
}

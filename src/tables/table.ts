import { type Column, writeCsv } from './csv.ts';

/** What a file of the data is about. */
export type Subject = 'whole' | 'structure' | 'figures' | 'names' | 'relations' | 'notes';

/** A table made of a source: `columns` says what each column is, `write` gives the CSV file. */
export type Table<Source> = {
  name: string;
  subject: Subject;
  title: string;
  description: string;
  columns: readonly Omit<Column<never>, 'cell'>[];
  /** The columns that tell one row from another, if any do. */
  key: readonly string[];
  /** Columns whose values are in a column of another table, one that every plan has, or of this one. */
  references: readonly Reference[];
  /** The lists of the source that the rows are made of; they make a JSON file too. */
  lists?: readonly [keyof Source, ...(keyof Source)[]];
  count: (source: Source) => number;
  write: (source: Source) => string;
};

export type Reference = { column: string; table: string; to: string };

type TableOf<Source, Row> = Omit<Table<Source>, 'columns' | 'count' | 'write'> & {
  columns: readonly Column<Row>[];
  rows: (source: Source) => readonly Row[];
};

/** A table made of `rows`, each of which `columns` reads. */
export function defineTable<Source, Row>({
  rows,
  columns,
  ...table
}: TableOf<Source, Row>): Table<Source> {
  return {
    ...table,
    columns,
    count: (source) => rows(source).length,
    write: (source) => writeCsv(columns, rows(source)),
  };
}

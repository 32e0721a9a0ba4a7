import { columnWords } from './words.ts';
import type { Words } from '../text/schema.ts';
import type { Place } from '../text/anchor.ts';
import type { Cell, Column } from './csv.ts';
import type { Reference } from './table.ts';

type Reads<Row> = (row: Row) => Cell;

const columnOf =
  (type: Column<never>['type']) =>
  <Row>(name: string, title: string, description: string, cell: Reads<Row>): Column<Row> => ({
    name,
    type,
    title,
    description,
    cell,
  });

/** Columns by the type of their cells: name in the file, title, description, and the cell of a row. */
export const text = columnOf('string');
export const integer = columnOf('integer');
export const decimal = columnOf('number');

/** A column of lists: a JSON array, or nothing for an empty one. */
export const list = <Row>(
  name: string,
  title: string,
  description: string,
  items: (row: Row) => readonly string[],
): Column<Row> =>
  columnOf('array')(name, title, columnWords.asList(description), (row) =>
    items(row).length === 0 ? undefined : JSON.stringify(items(row)),
  );

/** A column of codes, of which `names` has the meanings. */
export const code = <Row>(
  name: string,
  title: string,
  names: Record<string, string>,
  cell: Reads<Row>,
): Column<Row> => text(name, title, columnWords.asCode(listKinds(names)), cell);

/** The same column, never empty. */
export const required = <Row>({ cell, ...column }: Column<Row>): Column<Row> => ({
  ...column,
  required: true,
  cell,
});

export const id = <Row>(description: string, cell: Reads<Row>): Column<Row> =>
  required(text('id', columnWords.idTitle, description, cell));

export const plan = <Row>(cell: Reads<Row>): Column<Row> =>
  required(text('plan', columnWords.planTitle, columnWords.planDescription, cell));

/** The section that something stands in; `or` says when there is none. */
export const section = <Row>(cell: Reads<Row>, or = ''): Column<Row> =>
  integer('section', columnWords.sectionTitle, columnWords.section(or), cell);

/** The group within a section; `or` says when there is none. */
export const group = <Row>(cell: Reads<Row>, or: string): Column<Row> =>
  integer('group', columnWords.groupTitle, columnWords.group(or), cell);

/** The task that something stands in; `more` says what else there is to say. */
export const task = <Row>(cell: Reads<Row>, more: string): Column<Row> =>
  integer('task', columnWords.taskTitle, columnWords.task(more), cell);

/** The sentence of its task, or of the part it stands in, in which a quotation begins. */
export const sentence = <Row>(cell: Reads<Row>): Column<Row> =>
  integer('sentence', columnWords.sentenceTitle, columnWords.sentenceDescription, cell);

/** Where in the plan a quotation stands: its section is known if its task is. */
export const place = <Row>(
  where: (row: Row) => (Place & { sentence?: number | undefined }) | undefined,
): Column<Row>[] => [
  text('part', columnWords.partTitle, columnWords.partDescription, (row) => where(row)?.part),
  section((row) => where(row)?.section),
  task((row) => where(row)?.task, columnWords.taskInAddress),
  sentence((row) => where(row)?.sentence),
];

export const marker = <Row>(cell: Reads<Row>): Column<Row> =>
  text('marker', columnWords.markerTitle, columnWords.markerDescription, cell);

/** How long a part of the plan is. */
export const characters = <Row>(what: string, cell: Reads<Row>): Column<Row> =>
  required(integer('characters', columnWords.charactersTitle, columnWords.characters(what), cell));

/** Where words stand in the source, and the words; `what` says what they are. */
export const quotation = <Row>(
  what: string,
  words: (row: Row) => Words | undefined,
): Column<Row>[] => [
  integer(
    'start',
    columnWords.startTitle,
    columnWords.startDescription,
    (row) => words(row)?.start,
  ),
  integer('end', columnWords.endTitle, columnWords.endDescription, (row) => words(row)?.end),
  text('quote', columnWords.quoteTitle, what, (row) => words(row)?.text),
];

/** A second quotation in a row: its columns are named as those of the first, after its own name. */
export const second = <Row>(
  name: string,
  title: string,
  columns: readonly Column<Row>[],
): Column<Row>[] =>
  columns.map((column) => ({
    ...column,
    name: `${name}_${column.name}`,
    title: columnWords.second(title, column.title),
  }));

/** A word of the editor's on a thing. */
export const remark = <Row>(cell: Reads<Row>): Column<Row> =>
  text('note', columnWords.noteTitle, columnWords.noteDescription, cell);

export const toSections: Reference = { column: 'section', table: 'sections', to: 'section' };
export const toTasks: Reference = { column: 'task', table: 'tasks', to: 'task' };

/** Every code with its meaning, for the description of a column. */
function listKinds(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([kind, name]) => `${kind} ${name}`)
    .join(columnWords.betweenCodes);
}

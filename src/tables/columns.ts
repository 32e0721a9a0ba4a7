import type { Words } from '../text/schema.ts';
import type { Place } from '../text/anchor.ts';
import type { Cell, Column } from './csv.ts';
import { listKinds } from '../words/kind-names.ts';
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
  columnOf('array')(name, title, `${description}写成 JSON 数组；没有则空。`, (row) =>
    items(row).length === 0 ? undefined : JSON.stringify(items(row)),
  );

/** A column of codes, of which `names` has the meanings. */
export const code = <Row>(
  name: string,
  title: string,
  names: Record<string, string>,
  cell: Reads<Row>,
): Column<Row> => text(name, title, `编者所定：${listKinds(names)}。`, cell);

/** The same column, never empty. */
export const required = <Row>({ cell, ...column }: Column<Row>): Column<Row> => ({
  ...column,
  required: true,
  cell,
});

export const id = <Row>(description: string, cell: Reads<Row>): Column<Row> =>
  required(text('id', '编号', description, cell));

export const plan = <Row>(cell: Reads<Row>): Column<Row> =>
  required(text('plan', '计划', '计划的编号，即网址的第一段。', cell));

/** The section that something stands in; `or` says when there is none. */
export const section = <Row>(cell: Reads<Row>, or = ''): Column<Row> =>
  integer('section', '部分', `所在部分的次序${or}。`, cell);

/** The group within a section; `or` says when there is none. */
export const group = <Row>(cell: Reads<Row>, or: string): Column<Row> =>
  integer('group', '组', `部分之内所在组的次序${or}。`, cell);

/** The task that something stands in; `more` says what else there is to say. */
export const task = <Row>(cell: Reads<Row>, more: string): Column<Row> =>
  integer('task', '任务', `所在任务的次序${more}。`, cell);

/** The sentence of its task, or of the part it stands in, in which a quotation begins. */
export const sentence = <Row>(cell: Reads<Row>): Column<Row> =>
  integer('sentence', '句', '引文从任务（或所在部位）的第几句起。', cell);

/** Where in the plan a quotation stands: its section is known if its task is. */
export const place = <Row>(
  where: (row: Row) => (Place & { sentence?: number | undefined }) | undefined,
): Column<Row>[] => [
  text(
    'part',
    '部位',
    '不在任何部分之内时：front 题头，general 总的要求，signature 落款。',
    (row) => where(row)?.part,
  ),
  section((row) => where(row)?.section),
  task((row) => where(row)?.task, '，即任务网址里的数字'),
  sentence((row) => where(row)?.sentence),
];

export const marker = <Row>(cell: Reads<Row>): Column<Row> =>
  text('marker', '序号', '原文所印的序号；没有则空。', cell);

/** How long a part of the plan is. */
export const characters = <Row>(what: string, cell: Reads<Row>): Column<Row> =>
  required(integer('characters', '字数', `${what}的字数，不计空白。`, cell));

/** Where words stand in the source, and the words; `what` says what they are. */
export const quotation = <Row>(
  what: string,
  words: (row: Row) => Words | undefined,
): Column<Row>[] => [
  integer('start', '起点', '引文第一个字符在原文中的位置，从 0 数起。', (row) => words(row)?.start),
  integer('end', '终点', '引文最后一个字符之后的位置。', (row) => words(row)?.end),
  text('quote', '引文', what, (row) => words(row)?.text),
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
    title: `${title}${column.title}`,
  }));

/** A word of the editor's on a thing. */
export const remark = <Row>(cell: Reads<Row>): Column<Row> =>
  text('note', '编者的话', '编者的判断或存疑之处；没有则空。', cell);

export const toSections: Reference = { column: 'section', table: 'sections', to: 'section' };
export const toTasks: Reference = { column: 'task', table: 'tasks', to: 'task' };

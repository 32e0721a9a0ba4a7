import type { Span } from '../../plan/schema.ts';
import type { Cell, Column } from '../csv.ts';
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

export const part = <Row>(cell: Reads<Row>): Column<Row> =>
  text('part', '部位', '不在任何部分之内时：front 题头，general 总的要求，signature 落款。', cell);

/** The section that something stands in; `or` says when there is none. */
export const section = <Row>(cell: Reads<Row>, or = ''): Column<Row> =>
  integer('section', '部分', `所在部分的次序${or}。`, cell);

/** The group within a section; `or` says when there is none. */
export const group = <Row>(cell: Reads<Row>, or: string): Column<Row> =>
  integer('group', '组', `部分之内所在组的次序${or}。`, cell);

/** The task that something stands in; `more` says what else there is to say. */
export const task = <Row>(cell: Reads<Row>, more: string): Column<Row> =>
  integer('task', '任务', `所在任务的次序${more}。`, cell);

export const marker = <Row>(cell: Reads<Row>): Column<Row> =>
  text('marker', '序号', '原文所印的序号；没有则空。', cell);

/** How long a part of the plan is. */
export const characters = <Row>(what: string, cell: Reads<Row>): Column<Row> =>
  required(integer('characters', '字数', `${what}的字数，不计空白。`, cell));

/** Words in the source. */
export type Words = Pick<Span, 'start' | 'end' | 'text'>;

/** Where words stand in the source, and the words; `what` says what they are. */
export const quotation = <Row>(
  what: string,
  words: (row: Row) => Words | undefined,
): Column<Row>[] => [
  integer('start', '起点', '引文第一个字符在原文中的位置，从 0 数起。', (row) => words(row)?.start),
  integer('end', '终点', '引文最后一个字符之后的位置。', (row) => words(row)?.end),
  text('quote', '引文', what, (row) => words(row)?.text),
];

export const toSections: Reference = { column: 'section', table: 'sections', to: 'section' };
export const toTasks: Reference = { column: 'task', table: 'tasks', to: 'task' };

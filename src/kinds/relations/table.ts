import type { ParsedPlan } from '../../text/compose.ts';
import type { Relation } from './relations.ts';
import { nameStrings } from '../../words/strings.ts';
import {
  code,
  integer,
  plan,
  quotation,
  required,
  second,
  sentence,
  task,
  text,
  toTasks,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

/**
 * Its files keep the name that they were first published under.
 * @param names of the relations that are computed
 */
export const makeRelationsTable = (names: Record<string, string>) =>
  defineTable<ParsedPlan & { relations: readonly Relation[] }, Relation>({
    name: 'links',
    subject: 'relations',
    title: nameStrings.relatedTasks,
    description:
      '一行是两项相关的任务：编者所定的写明理由，写到同一名称的由名称算出；两边各有原文。',
    key: [],
    lists: ['relations'],
    references: [toTasks, { column: 'other', table: 'tasks', to: 'task' }],
    rows: (tree) => tree.relations,
    columns: [
      plan((relation) => relation.plan),
      required(task(({ from }) => from.task, '，两项之中在前的一项')),
      required(integer('other', '另一项', '另一项任务的次序。', ({ to }) => to.task)),
      required(
        code('relation', '关系', { ...nameStrings.relation, ...names }, ({ relation }) => relation),
      ),
      text('reason', '理由', '为什么相关，编者所写；由名称算出的则空。', ({ reason }) => reason),
      text(
        'shared',
        '共有',
        '两项都写到的文件、工程或活动、会议，用那个表里的编号。',
        ({ shared }) => shared?.id,
      ),
      text('sharedName', '共有的名称', '它的名称，照原文。', ({ shared }) => shared?.name),
      sentence(({ from }) => from.sentence),
      ...quotation<Relation>('在前一项里的依据。', ({ from }) => from.span),
      ...second<Relation>('other', '另一项的', [
        sentence<Relation>(({ to }) => to.sentence),
        ...quotation<Relation>('另一项里的依据。', ({ to }) => to.span),
      ]),
    ],
  });

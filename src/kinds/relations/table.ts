import { relationsTableWords } from './words.ts';
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
    description: relationsTableWords.description,
    key: [],
    lists: ['relations'],
    references: [toTasks, { column: 'other', table: 'tasks', to: 'task' }],
    rows: (tree) => tree.relations,
    columns: [
      plan((relation) => relation.plan),
      required(task(({ from }) => from.task, relationsTableWords.task)),
      required(
        integer(
          'other',
          relationsTableWords.otherTitle,
          relationsTableWords.otherDescription,
          ({ to }) => to.task,
        ),
      ),
      required(
        code(
          'relation',
          relationsTableWords.relationTitle,
          { ...nameStrings.relation, ...names },
          ({ relation }) => relation,
        ),
      ),
      text(
        'reason',
        relationsTableWords.reasonTitle,
        relationsTableWords.reasonDescription,
        ({ reason }) => reason,
      ),
      text(
        'shared',
        relationsTableWords.sharedTitle,
        relationsTableWords.sharedDescription,
        ({ shared }) => shared?.id,
      ),
      text(
        'sharedName',
        relationsTableWords.sharedNameTitle,
        relationsTableWords.sharedNameDescription,
        ({ shared }) => shared?.name,
      ),
      sentence(({ from }) => from.sentence),
      ...quotation<Relation>(relationsTableWords.quotation, ({ from }) => from.span),
      ...second<Relation>('other', relationsTableWords.otherDescription2, [
        sentence<Relation>(({ to }) => to.sentence),
        ...quotation<Relation>(relationsTableWords.quotation2, ({ to }) => to.span),
      ]),
    ],
  });

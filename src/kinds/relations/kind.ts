import * as words from './words.ts';
import { relationsWords } from './words.ts';
import { nameStrings } from '../../words/strings.ts';
import { type AnyKind, defineKind } from '../kind.ts';
import {
  deriveRelations,
  makeRelationSchema,
  pairRelations,
  readRelations,
  relationsFileSchema,
  sortRelations,
} from './relations.ts';
import { makeRelationsTable } from './table.ts';

/**
 * Which tasks belong together: what editors say, and what shared names say.
 * @param kinds those whose entries may relate tasks
 */
export const makeRelations = (kinds: readonly AnyKind[]) => {
  const tying = kinds.flatMap((kind) => (kind.tie ? [{ kind, tie: kind.tie }] : []));
  const labels = Object.fromEntries(tying.map(({ tie }) => [tie.relation, tie.label]));
  return defineKind({
    name: 'relations',
    file: 'relations',
    fileSchema: relationsFileSchema,
    schema: makeRelationSchema(Object.keys(labels)),
    needs: [],
    read: ({ text, file }, { plan }) => ({
      entries: readRelations(text, file, plan),
      claims: [],
      marked: [],
    }),
    derive: (edited, { entriesOf }) =>
      sortRelations([
        ...edited,
        ...tying.flatMap(({ kind, tie }) => deriveRelations(tie.relation, entriesOf(kind))),
      ]),
    ledger: null,
    tie: null,
    mark: null,
    list: {
      path: 'relations',
      rank: 6,
      // What an entry is has a place on the pages of its tasks: on the list it has no address of its own.
      entries: 'anchors',
      count: (entries) => pairRelations(entries).length,
      name: nameStrings.relatedTasks,
      counted: relationsWords.counted,
      page: null,
    },
    search: null,
    table: makeRelationsTable(labels),
    words,
  });
};

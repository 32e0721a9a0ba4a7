import { nameStrings } from '../words/strings.ts';
import { concerns } from './audiences/kind.ts';
import { charts } from './charts/kind.ts';
import { documents } from './documents/kind.ts';
import { initiatives } from './initiatives/kind.ts';
import type { AnyKind } from './kind.ts';
import { meetings } from './meetings/kind.ts';
import { notes } from './notes/kind.ts';
import { numerals } from './numerals/kind.ts';
import { phrases } from './phrases/kind.ts';
import { makeRelations } from './relations/kind.ts';
import { responsible } from './responsible/kind.ts';
import { targets } from './targets/kind.ts';

/** What editors say of a plan, each with its own folder. A kind that is new is one line more. */
const stated = [
  targets,
  numerals,
  charts,
  documents,
  initiatives,
  meetings,
  phrases,
  concerns,
  responsible,
] as const satisfies readonly AnyKind[];

/**
 * Every kind of annotation, in the order in which they are read, published and shown. All that is done with
 * annotations is done with the kinds of this list: tree, ledgers, marks, pages, search, tables, files.
 */
export const kinds = [
  ...stated,
  makeRelations(stated),
  notes,
] as const satisfies readonly AnyKind[];

/** What each relation between tasks is called: those that editors state, and those that are computed. */
export const relationNames: Readonly<Record<string, string>> = {
  ...nameStrings.relation,
  ...Object.fromEntries(stated.flatMap(({ tie }) => (tie ? [[tie.relation, tie.label]] : []))),
};

/** The name of the file of a kind, without `.yaml`. */
export const annotationFiles: readonly string[] = kinds.map(({ file }) => file);

import type { List } from './kind.ts';
import { kinds } from './registry.ts';
import { type Annotations, entriesOf } from './tree.ts';

type RegisteredList = NonNullable<(typeof kinds)[number]['list']>;

/** A list of a plan, by the last part of its address. */
export type ListName = RegisteredList['path'];

/** A kind that has a list. */
export type ListedKind = { name: string; list: List<never, ListName> };

/** The kinds that have a list, in the order in which readers are led to them. */
export const listedKinds: readonly ListedKind[] = kinds
  .flatMap(({ name, list }): ListedKind[] => (list ? [{ name, list }] : []))
  .sort((a, b) => a.list.rank - b.list.rank);

/** The kind with a list of this name. */
export function listedKind(name: ListName): ListedKind {
  const kind = listedKinds.find(({ list }) => list.path === name);
  if (!kind) throw new RangeError(`no list ${name}`);
  return kind;
}

/** How much stands in a list of a plan; a plan has no page of an empty one. */
export function countList(name: ListName, tree: Annotations): number {
  const kind = listedKind(name);
  return kind.list.count(entriesOf(tree, kind));
}

/** The lists that a plan has a page of, in the order in which readers are led to them. */
export function listsOf(tree: Annotations): ListName[] {
  return listedKinds.map(({ list }) => list.path).filter((name) => countList(name, tree) > 0);
}

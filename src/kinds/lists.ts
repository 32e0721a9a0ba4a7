import { codesOf } from './audiences/audiences.ts';
import type { PlanTree } from './tree.ts';

/** The lists that a plan may have a page of, in the order in which readers are led to them. */
export const listNames = [
  'targets',
  'audiences',
  'documents',
  'initiatives',
  'meetings',
  'notes',
] as const;

export type ListName = (typeof listNames)[number];

/** How much stands in a list of a plan; a plan has no page of an empty one. */
export function countList(list: ListName, tree: Omit<PlanTree, 'plan'>): number {
  return list === 'audiences' ? codesOf(tree.concerns).length : tree[list].length;
}

/** The lists that a plan has a page of. */
export function listsOf(tree: Omit<PlanTree, 'plan'>): ListName[] {
  return listNames.filter((list) => countList(list, tree) > 0);
}

import type { Target } from './targets.ts';

/** The figure of which this one is a part, or by which it grows; undefined if it stands by itself. */
export function baseOf<T extends Pick<Target, 'id' | 'of'>>(
  target: Pick<Target, 'of'>,
  targets: readonly T[],
): T | undefined {
  return target.of === undefined ? undefined : targets.find(({ id }) => id === target.of);
}

/**
 * What the figure of which this one is a part says of it too: 计划招收6460人,其士生492人 plans both. A word
 * of its own stands before that of its total.
 */
export function inherited<K extends 'qualifier' | 'scope' | 'note'>(
  key: K,
  target: Target,
  targets: readonly Target[],
): Target[K] {
  return target[key] ?? baseOf(target, targets)?.[key];
}

import { targetWith } from './consistency.ts';
import type { Target } from './targets.ts';

/**
 * What the figure of which this one is a part says of it too: 计划招收6460人,其士生492人 plans both. A word
 * of its own stands before that of its total.
 */
export function inherited<K extends 'qualifier' | 'scope' | 'note'>(
  key: K,
  target: Target,
  targets: readonly Target[],
): Target[K] {
  return target[key] ?? targetWith(target.of, targets)?.[key];
}

import { targetWith } from './consistency.ts';
import type { Target } from './targets.ts';
import { strings } from '../../words/strings.ts';

const grouped = new Intl.NumberFormat('en', { useGrouping: 'min2', maximumFractionDigits: 9 });

/** A number in all its digits, in groups of three from five digits on: 84,000, and 1000. */
export const writeOut = (value: number): string => grouped.format(value);

/**
 * What qualifies a figure, in words: its own qualifier, as printed; that of its total, or of what grows, told
 * as such; undefined if the text has neither.
 */
export function describeQualifier(target: Target, targets: readonly Target[]): string | undefined {
  if (target.qualifier !== undefined) return target.qualifier;
  const inherited = targetWith(target.of, targets)?.qualifier;
  if (inherited === undefined) return undefined;
  const { qualifierOfTotal, qualifierOfGrown } = strings.target;
  return target.kind === 'part' ? qualifierOfTotal(inherited) : qualifierOfGrown(inherited);
}

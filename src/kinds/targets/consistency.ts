import { once } from '../../text/extent-index.ts';
import type { Target } from './targets.ts';
import { type Message, type Said, joined, listed } from '../../text/say.ts';

/** A total and the sum of its parts: `difference` is the sum less the total; `holds` within rounding. */
export type PartsSum = {
  kind: 'sum';
  total: Target;
  parts: readonly Target[];
  sum: number;
  difference: number;
  holds: boolean;
};

/**
 * What a stated growth implies of the figure it is compared with, which the plan does not state (推算).
 * `low` and `high` include every base that would print the same growth, and the same figure if that is
 * rounded too (if no whole number would, `low` is above `high`); `about` is as precise as they allow. In
 * the unit of `target`.
 */
export type ImpliedBase = {
  kind: 'base';
  target: Target;
  growth: Target;
  about: number;
  low: number;
  high: number;
};

/** The sum of figures that make up a whole of which the plan states no number (推算). */
type DerivedTotal = {
  kind: 'derived-total';
  name: string;
  parts: readonly Target[];
  sum: number;
  unit: string;
};

export type Finding = PartsSum | ImpliedBase | DerivedTotal;

/**
 * What can be computed from a plan's figures, in the order of the figures: sums of parts, bases that
 * growth implies, and totals that are not stated. Nothing is added but parts of a total and figures
 * that say by `addsTo` that they add up.
 *
 * @param targets all targets of a plan, in the order of the source
 */
export const findConsistency = once((targets: readonly Target[]): readonly Finding[] => {
  const wholes = new Set(targets.map(({ addsTo }) => addsTo));
  return [
    ...targets.map((target) => sumParts(target, targets)),
    ...targets.map((target) => implyBase(target, targets)),
    ...Array.from(wholes, (name) => name && deriveTotal(name, targets)),
  ].filter((finding) => typeof finding === 'object');
});

/** The parts of a total, in the order of the source. */
export function partsOf(total: Target, targets: readonly Target[]): readonly Target[] {
  return indexOf(targets).parts.get(total.id) ?? [];
}

/** The targets that say by `addsTo` that they make up one whole, in the order of the source. */
export function addendsOf(whole: string, targets: readonly Target[]): readonly Target[] {
  return indexOf(targets).addends.get(whole) ?? [];
}

/** The target with an id. */
export function targetWith(id: string | undefined, targets: readonly Target[]): Target | undefined {
  return id === undefined ? undefined : indexOf(targets).byId.get(id);
}

/** By how much a target grows or declines, in the order of the source. */
export function changesOf({ id }: Target, targets: readonly Target[]): readonly Target[] {
  return indexOf(targets).changes.get(id) ?? [];
}

/** The targets before and after one in the order of the source. */
export function neighboursOf(
  { id }: Target,
  targets: readonly Target[],
): { previous: Target | undefined; next: Target | undefined } {
  const place = indexOf(targets).places.get(id) ?? Number.NaN;
  return { previous: targets[place - 1], next: targets[place + 1] };
}

const indexOf = once((targets: readonly Target[]) => ({
  byId: new Map(targets.map((target) => [target.id, target])),
  places: new Map(targets.map(({ id }, i) => [id, i])),
  changes: Map.groupBy(
    targets.filter(({ kind }) => kind === 'growth' || kind === 'decline'),
    ({ of }) => of,
  ),
  parts: Map.groupBy(
    targets.filter(({ kind }) => kind === 'part'),
    ({ of }) => of,
  ),
  addends: Map.groupBy(targets, ({ addsTo }) => addsTo),
}));

/** @returns undefined if the target has no parts, or one of the numbers is a bound or a range */
export function sumParts(total: Target, targets: readonly Target[]): PartsSum | undefined {
  const parts = partsOf(total, targets);
  if (parts.length === 0 || ![total, ...parts].every(isExact)) return undefined;
  const sum = addExactly(parts.map(({ normalised }) => normalised));
  const difference = addExactly([sum, -total.normalised]);
  const rounding = addExactly([total, ...parts].map(roundingOf));
  return { kind: 'sum', total, parts, sum, difference, holds: Math.abs(difference) <= rounding };
}

/**
 * What the parts of a figure come to at the least, if that is more than the figure can be: of a part that is not less
 * than so much, that much counts; of a figure that is no upper bound, nothing can be said.
 */
export function findExcess(total: Target, parts: readonly Target[]): number | undefined {
  if (!isExact(total) && !isBound(total, 'most')) return undefined;
  const known = parts.filter(
    (part) => isExact(part) || isBound(part, 'least') || part.upTo !== undefined,
  );
  const sum = addExactly(known.map(({ normalised }) => normalised));
  const most = addExactly([total.upTo ?? total.normalised, ...[total, ...known].map(roundingOf)]);
  return sum > most ? sum : undefined;
}

/** Words that make a number a bound: of what is meant at the least, or at the most. */
const bounds = {
  least: /不少于|不低于|不小于|至少|最少|(?<!不)超过|逾|以上/u,
  most: /不多于|不高于|不大于|不超过|最多|以下|以内|之内/u,
};

/** Whether a figure is the least or the most that there may be, by its qualifier; the upper end of a range is one. */
export function isBound({ qualifier = '', upTo }: Target, end: keyof typeof bounds): boolean {
  return (upTo !== undefined && end === 'most') || bounds[end].test(qualifier);
}

/** Why these figures, which name one whole by `addsTo`, must not be added; undefined if they may. */
export function findAdditionFault(targets: readonly Target[]): Said | undefined {
  const [first] = targets;
  const named = listed(targets.map(({ id, unit }) => joined`${id} (${unitOf(unit)})`));
  if (!first || targets.length < 2) return { en: `${named.en} alone`, zh: `只有 ${named.zh}` };
  if (targets.some(({ unit }) => unit !== first.unit)) {
    return { en: `different units: ${named.en}`, zh: `单位不同：${named.zh}` };
  }
  // One person may be counted at several trainings: 人次 of different activities overlap.
  if (first.unit === '人次' || first.unit === '%') {
    return {
      en: `${first.unit}, which do not add up: ${named.en}`,
      zh: `${first.unit}，不能相加：${named.zh}`,
    };
  }
  const inexact = targets.find((target) => !isExact(target));
  return (
    inexact && {
      en: `${inexact.id}, which is not an exact number`,
      zh: `${inexact.id}，不是确数`,
    }
  );
}

/** A unit as a message names it. */
export function unitOf(unit: string): Message {
  return unit === '' ? { en: 'no unit', zh: '没有单位' } : unit;
}

function deriveTotal(name: string, targets: readonly Target[]): DerivedTotal {
  const parts = addendsOf(name, targets);
  const sum = addExactly(parts.map(({ normalised }) => normalised));
  return { kind: 'derived-total', name, parts, sum, unit: parts[0]?.unit ?? '' };
}

function implyBase(growth: Target, targets: readonly Target[]): ImpliedBase | undefined {
  if (growth.kind !== 'growth' && growth.kind !== 'decline') return undefined;
  const target = targetWith(growth.of, targets);
  if (!target || growth.unit !== '%' || !isExact(target) || !isExact(growth)) return undefined;
  // In whole numbers of the last printed digit: 9.1 % makes 1000 into 1091, and stands for 1090.5 … 1091.5.
  const whole = 100 * 10 ** growth.decimals;
  const change = Math.round(growth.value * 10 ** growth.decimals);
  const grown = growth.kind === 'growth' ? whole + change : whole - change;
  const rounding = roundingOf(target);
  const isCount = Number.isInteger(target.normalised) && !['%', '‰'].includes(target.unit);
  const lowest = ((target.normalised - rounding) * whole * 2) / (grown * 2 + 1);
  const highest = ((target.normalised + rounding) * whole * 2) / (grown * 2 - 1);
  const low = isCount ? Math.ceil(lowest) : lowest;
  const high = isCount ? Math.floor(highest) : highest;
  // No digit of `about` says more than half the interval does.
  const place = Math.floor(Math.log10(Math.max((high - low) / 2, isCount ? 1 : Number.EPSILON)));
  const about = Number(`${Math.round((target.normalised * whole) / grown / 10 ** place)}e${place}`);
  return { kind: 'base', target, growth, about, low, high };
}

/** Half of the last printed digit. A count printed in full (6460人) is not rounded. */
function roundingOf({ multiplier, decimals }: Target): number {
  return multiplier === 1 && decimals === 0 ? 0 : multiplier / 10 ** decimals / 2;
}

/** A number that is meant as it stands; 计划 and its like say that it lies ahead, 不少于 that it is a bound. */
export function isExact({ qualifier, upTo }: Target): boolean {
  return upTo === undefined && /^(?:计划|力争|争取|预计|拟)?$/u.test(qualifier ?? '');
}

/** Adds decimals without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function addExactly(numbers: readonly number[]): number {
  const decimals = Math.max(0, ...numbers.map((n) => String(n).split('.')[1]?.length ?? 0));
  const scale = 10 ** decimals;
  return numbers.reduce((sum, n) => sum + Math.round(n * scale), 0) / scale;
}

/** A plan, as far as its place among others depends on it. */
type Dated = { id: string; year?: { text: string } | undefined };

/** The plans, the earliest first if all state their years in digits; else as they are given. */
export function inOrderOfYears<Plan extends Dated>(plans: readonly Plan[]): Plan[] {
  const yearOf = ({ year }: Plan): number => Number(/\d{4}/u.exec(year?.text ?? '')?.[0] ?? NaN);
  const isDated = plans.every((plan) => !Number.isNaN(yearOf(plan)));
  return isDated ? plans.toSorted((a, b) => yearOf(a) - yearOf(b)) : [...plans];
}

/** What a plan is called beside others: its year as printed, or its title. */
export const nameBeside = ({ year, title }: Dated & { title: string }): string =>
  year?.text ?? title;

/** Where the plans nearest in time speak of a thing, in words too, and whether there are more plans than those. */
export type Elsewhere = {
  found: { name: string; href: string; said: string }[];
  hasMore: boolean;
};

/**
 * The plans nearest to one in the order of years, the latest first.
 * @param most as many as there may be
 */
export function nearestPlans<Plan extends Dated>(
  plans: readonly Plan[],
  id: string,
  most: number,
): Plan[] {
  const ordered = inOrderOfYears(plans);
  const own = ordered.findIndex((plan) => plan.id === id);
  return ordered
    .map((plan, i) => ({ plan, i, distance: Math.abs(i - own) }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance || b.i - a.i)
    .slice(0, most)
    .sort((a, b) => b.i - a.i)
    .map(({ plan }) => plan);
}

/**
 * The pairs of plans that are compared: each plan with the next, and those that editors name. So their number grows with
 * that of the plans, and not with its square.
 */
export function pairPlans<Plan extends Dated>(
  plans: readonly Plan[],
  named: readonly { earlier: string; later: string }[],
): { earlier: Plan; later: Plan }[] {
  const ordered = inOrderOfYears(plans);
  const isNamed = (a: Plan, b: Plan): boolean =>
    named.some(({ earlier, later }) => earlier === a.id && later === b.id);
  const next = ordered.slice(1).flatMap((later, i) => {
    const earlier = ordered[i];
    // An editor may name the two the other way round: years that are masked tell no order.
    return earlier && !isNamed(later, earlier) ? [{ earlier, later }] : [];
  });
  const more = named.flatMap((pair) => {
    const [earlier, later] = [pair.earlier, pair.later].map((id) =>
      plans.find((plan) => plan.id === id),
    );
    const isNext = next.some((one) => one.earlier === earlier && one.later === later);
    return earlier && later && !isNext ? [{ earlier, later }] : [];
  });
  return [...next, ...more];
}

import type { ChartLink } from '../charts/chart.ts';
import { placeOf } from './places.ts';
import type { Section } from '../text/schema.ts';
import type { Target } from '../kinds/targets/targets.ts';

/** Where in the plan the number of a target stands, and how that place is called. */
export function placeOfTarget(target: Target, sections: readonly Section[]): ChartLink {
  return placeOf(target, sections, target.id);
}

import type { FigureLink } from '../charts/figure.ts';
import { placeOf as placeOfWords } from './places.ts';
import type { Section } from '../text/schema.ts';
import type { Target } from '../kinds/targets/targets.ts';

/** Where in the plan the number of a target stands, and how that place is called. */
export function placeOf(target: Target, sections: readonly Section[]): FigureLink {
  return placeOfWords(target, sections, target.id);
}

import type { FigureLink } from '../charts/figure.ts';
import type { Section } from '../plan/schema.ts';
import type { Target } from '../plan/targets.ts';
import { strings } from '../strings.ts';
import { fullUrl, generalId, planUrl, sectionUrl, taskFigureUrl } from '../urls.ts';

/** Where in the plan the number of a target stands, and how that place is called. */
export function placeOf(target: Target, sections: readonly Section[]): FigureLink {
  const { plan, task, section, sentence } = target;
  if (task !== undefined) {
    const label = strings.taskLabel(task);
    return {
      href: taskFigureUrl(plan, task, target.id),
      place: sentence === undefined ? label : `${label}${strings.sentenceLabel(sentence)}`,
    };
  }
  if (section !== undefined) {
    const numeral = sections[section - 1]?.numeral;
    return {
      href: sectionUrl(plan, section),
      place: numeral === undefined ? strings.wholePlan : strings.sectionLabel(numeral),
    };
  }
  return target.part === 'general'
    ? {
        href: planUrl(plan) + (sentence === undefined ? '' : `#${generalId(sentence)}`),
        place: strings.general,
      }
    : { href: fullUrl(plan), place: strings.full };
}

import type { Place } from '../text/anchor.ts';
import type { Section } from '../text/schema.ts';
import { strings } from '../words/strings.ts';
import { fullUrl, generalId, planUrl, sectionUrl, taskTargetUrl, taskUrl } from '../urls.ts';

/** Words of a plan that something is said of, by the place they stand in. */
export type PlacedWords = {
  plan: string;
  task?: number | undefined;
  section?: number | undefined;
  part?: Place['part'];
  sentence?: number | undefined;
};

/**
 * Where words stand: the address, and how that place is called.
 * @param sections of the plan
 * @param target the id of a target among the words, if the address is to lead to it
 */
export function placeOf(
  { plan, task, section, part, sentence }: PlacedWords,
  sections: readonly Section[],
  target?: string,
): { href: string; place: string } {
  if (task !== undefined) {
    const label = strings.taskLabel(task);
    return {
      href:
        target === undefined ? taskUrl(plan, task, sentence) : taskTargetUrl(plan, task, target),
      place: sentence === undefined ? label : strings.sentenceIn(label, sentence),
    };
  }
  if (section !== undefined) {
    const numeral = sections[section - 1]?.numeral;
    return {
      href: sectionUrl(plan, section),
      place: numeral === undefined ? strings.wholePlan : strings.sectionLabel(numeral, section),
    };
  }
  return part === 'general'
    ? {
        href: planUrl(plan) + (sentence === undefined ? '' : `#${generalId(sentence)}`),
        place: strings.general,
      }
    : { href: fullUrl(plan), place: strings.full };
}

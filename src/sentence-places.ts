import type { PlacedSentence } from './text/compose.ts';
import { strings } from './words/strings.ts';
import { type SentencePlace, sentencePath } from './urls.ts';

/** Where a sentence stands, in the numbers that addresses are made of. */
export const numbersOf = ({ task, section, group }: PlacedSentence): SentencePlace => ({
  task: task?.n,
  section: section?.n,
  group: group?.n,
});

export const pathOf = (plan: string, placed: PlacedSentence): string =>
  sentencePath(plan, numbersOf(placed), placed.sentence.n);

/** What a sentence is numbered in: its task, the heading it stands under, or the general requirement. */
export function placeName({ task, section, group }: PlacedSentence): string {
  if (task) return strings.taskLabel(task.n);
  if (!section) return strings.general;
  const name =
    section.numeral === undefined
      ? strings.wholePlan
      : strings.sectionLabel(section.numeral, section.n);
  return group ? strings.groupIn(name, group.numeral, group.n) : name;
}

import { type PlacedSentence, placedSentences } from '../../text/compose.ts';
import { getPlanTrees } from '../../queries.ts';
import { strings } from '../../words/strings.ts';
import { type SentencePlace, sentencePath } from '../../urls.ts';

/** The addresses of all sentences, as Astro asks for them, each with the sentences around it. */
export async function getSentencePaths() {
  const trees = await getPlanTrees();
  return trees.flatMap((tree) => {
    const { id } = tree.plan;
    const all = [...placedSentences(tree)];
    return all.map((placed, i) => ({
      // `tasks/3/6` of the path `20xx/tasks/3/6/`.
      params: { plan: id, sentence: pathOf(id, placed).slice(id.length + 1, -1) },
      props: { placed, before: all[i - 1], after: all[i + 1] },
    }));
  });
}

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
    section.numeral === undefined ? strings.wholePlan : strings.sectionLabel(section.numeral);
  return group ? name + strings.groupLabel(group.numeral) : name;
}

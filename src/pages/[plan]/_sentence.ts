import { placedSentences } from '../../text/compose.ts';
import { getPlanTrees } from '../../queries.ts';
import { pathOf } from '../../sentence-places.ts';

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

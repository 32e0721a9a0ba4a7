import { ExtentIndex, once } from './text/extent-index.ts';
import { type Extent, isWithin, overlap } from './text/span.ts';
import type { TermUse } from './site/glossary.ts';
import { type Mark, withoutCrossing } from './setting/marks.ts';
import type { AnyKind } from './kinds/kind.ts';
import { kinds } from './kinds/registry.ts';
import type { Sentence, Span } from './text/schema.ts';
import { type PlanTree, entriesOf } from './kinds/tree.ts';
import { listedUrl, termNoteId } from './urls.ts';

type Mentioned = { mentions: readonly { span: Span }[] };

const mentionsOf = once(
  (things: readonly Mentioned[]) =>
    new ExtentIndex(things, ({ mentions }) => mentions.map(({ span }) => span)),
);

/** The things with a mention whose words stand in a sentence. */
export function mentionedIn<Thing extends Mentioned>(
  sentence: Sentence,
  things: readonly Thing[],
): Thing[] {
  return mentionsOf(things).within(sentence) as Thing[];
}

/** The things with a mention whose words have a character in common with others. */
export function mentionedAcross<Thing extends Mentioned>(
  words: Extent,
  things: readonly Thing[],
): Thing[] {
  return mentionsOf(things).overlapping(words) as Thing[];
}

/** The words that each kind marks in a plan, as one list a kind. */
const wordsOf = once((tree: PlanTree) =>
  (kinds as readonly AnyKind[]).flatMap((kind) => {
    const { mark, list } = kind;
    if (!mark || !list) return [];
    const entries: readonly { plan: string; id: string }[] = entriesOf(tree, kind);
    const words = entries.flatMap((entry) => mark.spans(entry).map((span) => ({ entry, span })));
    return [{ mark, list, words: new ExtentIndex(words, ({ span }) => [span]) }];
  }),
);

/**
 * What is to be marked in a sentence: the words of the kinds that have a mark, which nest or are refused; and
 * terms, which are found by their words and give way.
 *
 * @param uses of terms, in this sentence or in others
 * @param besideUrl where an entry is told that stands beside its sentence
 */
export function markSentence(
  sentence: Sentence,
  tree: PlanTree,
  uses: readonly TermUse[],
  besideUrl: (id: string) => string,
): Mark[] {
  const marks = wordsOf(tree).flatMap(({ mark, list, words }) =>
    words.within(sentence).map(({ entry: { plan, id }, span: { start, end } }): Mark => ({
      start,
      end,
      href: mark.isBeside ? besideUrl(id) : listedUrl(plan, list, id),
      class: mark.class,
      ...(mark.isAnchor ? { id } : {}),
    })),
  );
  const terms = uses
    .filter(({ span }) => isWithin(span, sentence))
    .filter(({ span }) => !marks.some((mark) => overlap(mark, span)))
    .map(({ term, span: { start, end } }) => ({
      start,
      end,
      class: 'term',
      href: `#${termNoteId(term)}`,
    }));
  return withoutCrossing(sentence, [...marks, ...terms]);
}

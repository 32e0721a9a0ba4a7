import { isWithin, overlap } from './text/span.ts';
import type { TermUse } from './site/glossary.ts';
import { type Mark, withoutCrossing } from './setting/marks.ts';
import type { AnyKind } from './kinds/kind.ts';
import { kinds } from './kinds/registry.ts';
import type { Sentence, Span } from './text/schema.ts';
import { type PlanTree, entriesOf } from './kinds/tree.ts';
import { listedUrl, termNoteId } from './urls.ts';

/** The things with a mention whose words stand in a sentence. */
export function mentionedIn<Thing extends { mentions: readonly { span: Span }[] }>(
  sentence: Sentence,
  things: readonly Thing[],
): Thing[] {
  return things.filter(({ mentions }) => mentions.some(({ span }) => isWithin(span, sentence)));
}

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
  const marks = (kinds as readonly AnyKind[]).flatMap((kind) => {
    const { mark, list } = kind;
    if (!mark || !list) return [];
    const entries: readonly { plan: string; id: string }[] = entriesOf(tree, kind);
    return entries
      .flatMap((entry) => mark.spans(entry).map((span) => ({ entry, span })))
      .filter(({ span }) => isWithin(span, sentence))
      .map(({ entry: { plan, id }, span: { start, end } }, i): Mark => ({
        start,
        end,
        href: mark.isBeside ? besideUrl(id) : listedUrl(plan, list, id),
        ...(mark.isNumbered ? { id, class: `${mark.class} f${i + 1}` } : { class: mark.class }),
      }));
  });
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

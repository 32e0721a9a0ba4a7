import type { TermUse } from './site/glossary.ts';
import { type Mark, withoutCrossing } from './setting/marks.ts';
import type { Named } from './kinds/named.ts';
import { targetsIn } from './setting/printed.ts';
import type { Sentence, Span } from './text/schema.ts';
import type { PlanTree } from './kinds/tree.ts';
import { documentsUrl, initiativesUrl, meetingsUrl, targetUrl, termNoteId } from './urls.ts';

/** The things with a mention whose words stand in a sentence. */
export function mentionedIn<Thing extends { mentions: readonly { span: Span }[] }>(
  sentence: Sentence,
  things: readonly Thing[],
): Thing[] {
  return things.filter(({ mentions }) => mentions.some(({ span }) => isIn(sentence, span)));
}

/**
 * What is to be marked in a sentence: figures, names, and words with a note, which nest or are refused;
 * and terms, which are found by their words and give way.
 *
 * @param uses of terms, in this sentence or in others
 * @param noteUrl where a note is told
 */
export function markSentence(
  sentence: Sentence,
  tree: PlanTree,
  uses: readonly TermUse[],
  noteUrl: (id: string) => string,
): Mark[] {
  const names = (things: readonly Named[], url: typeof documentsUrl): Mark[] =>
    things.flatMap(({ plan, id, mentions }) =>
      mentions
        .filter(({ name }) => isIn(sentence, name))
        .map(({ name: { start, end } }) => ({ start, end, class: 'cited', href: url(plan, id) })),
    );
  const marks: Mark[] = [
    ...targetsIn(sentence, tree.targets).map(({ plan, id, quantity: { start, end } }, i) => ({
      start,
      end,
      href: targetUrl(plan, id),
      id,
      class: `figure f${i + 1}`,
    })),
    ...names(tree.documents, documentsUrl),
    ...names(tree.initiatives, initiativesUrl),
    ...names(tree.meetings, meetingsUrl),
    ...tree.notes.flatMap(({ id, mentions }) =>
      mentions
        .filter(({ span }) => isIn(sentence, span))
        .map(({ span: { start, end } }) => ({ start, end, class: 'noted', href: noteUrl(id) })),
    ),
  ];
  const terms = uses
    .filter(({ span }) => isIn(sentence, span))
    .filter(({ span }) => !marks.some(({ start, end }) => span.start < end && start < span.end))
    .map(({ term, span: { start, end } }) => ({
      start,
      end,
      class: 'term',
      href: `#${termNoteId(term)}`,
    }));
  return withoutCrossing(sentence, [...marks, ...terms]);
}

function isIn(sentence: Sentence, { start, end }: Pick<Span, 'start' | 'end'>): boolean {
  return sentence.start <= start && end <= sentence.end;
}

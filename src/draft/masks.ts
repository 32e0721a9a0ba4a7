import type { ParsedPlan } from '../text/compose.ts';
import { makeId } from './named.ts';
import { type Words, findAll, placedPassages, quoteWords } from './passages.ts';
import type { Proposal } from './proposal.ts';
import { draftWords as words } from './words.ts';

/** Proposes one note for every run of masks that nothing speaks for: what they stand for only the editor knows. */
export function proposeMasks(
  tree: ParsedPlan,
  isKnown: (words: Words) => boolean,
  ids: Set<string>,
): Proposal[] {
  return findAll(placedPassages(tree), /\p{Nd}+\*+\p{Nd}*年?|\*+(?:\p{Nd}+年)?/gu)
    .filter((mask) => !isKnown(mask))
    .map((mask) => {
      const quotation = quoteWords(tree, mask);
      return {
        id: makeId(`mask ${mask.place.task ?? 'general'}`, ids),
        kind: 'mask',
        masks: quotation.quote.endsWith('年') ? 'year' : 'other',
        title: words.maskTitle,
        text: words.maskText,
        certainty: 'possible',
        review: 'pending',
        proposed: words.mask,
        mentions: [quotation],
      };
    });
}

import type { Answer } from './answer.ts';
import { foldWords } from './corpus.ts';
import { wordsOf } from './question.ts';

/**
 * Of a stretch of a query the whole words that it lies in, as the browser's own dictionary has them: the end of 上海 that
 * was left over is no word that was typed.
 * @returns undefined for what does not stand in the query as such
 */
export function wholeWords(stretch: string, query: string): string | undefined {
  const typed = query
    .split(/\s+/u)
    .map(foldWords)
    .find((term) => term.includes(stretch));
  if (typed === undefined) return undefined;
  const from = Array.from(typed.slice(0, typed.indexOf(stretch))).length;
  const to = from + Array.from(stretch).length;
  const words = wordsOf(typed).filter(({ start, end }) => start < to && end > from);
  return Array.from(typed)
    .slice(words[0]?.start, words[words.length - 1]?.end)
    .join('');
}

/** An answer that tells only whole words to stand nowhere. */
export function tellWholeWords(found: Partial<Answer>, query: string): Partial<Answer> {
  const whole = (missing: readonly string[]): string[] => [
    ...new Set(missing.flatMap((stretch) => wholeWords(stretch, query) ?? [])),
  ];
  return {
    ...found,
    ...(found.missing && { missing: whole(found.missing) }),
    ...(found.related && {
      related: found.related.map((group) => {
        const { reason } = group;
        // English words are told as they were typed.
        if (!reason.missing || reason.kind === 'english') return group;
        return { ...group, reason: { ...reason, missing: whole(reason.missing) } };
      }),
    }),
  };
}

import type { Answer } from './answer.ts';
import { foldWords } from './corpus.ts';

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
  const at = typed.indexOf(stretch);
  // Firefox before 125 has no dictionary.
  if (!('Segmenter' in Intl)) return stretch;
  let [start, end] = [at, at + stretch.length];
  for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(
    typed,
  )) {
    const stop = index + segment.length;
    if (index < start && stop > start) start = index;
    if (index < end && stop > end) end = stop;
  }
  return typed.slice(start, end);
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

import type { Related } from '../site/vocabulary.ts';

/** A part of a question that can be looked up: `words` stand in the text and mean the `piece`. */
type Piece = { piece: string; words: string[] };

/** A divided question: its pieces, and how many of its characters were dropped and left over. */
export type Division = { pieces: Piece[]; dropped: number; left: number };

/**
 * Divides a question into what can be looked up: everyday words and words of the text; question words
 * and particles are left out. Of all divisions it takes the one with the longest parts.
 */
export function dividePieces(query: string, text: string, { everyday, drop }: Related): Division {
  const meanings = new Map(
    everyday.flatMap(([words, means]) => words.map((w) => [w, means] as const)),
  );
  const droppable = new Set(drop);
  const characters = Array.from(query);
  const boundaries = wordBoundaries(query);
  type Scored = Division & { score: number };
  const best: Scored[] = [{ score: 0, pieces: [], dropped: 0, left: 0 }];
  for (let end = 1; end <= characters.length; end += 1) {
    const shorter = best[end - 1] as Scored;
    let here: Scored = { ...shorter, left: shorter.left + 1 };
    for (let start = Math.max(0, end - 12); start < end; start += 1) {
      const piece = characters.slice(start, end).join('');
      const length = end - start;
      const before = best[start] as Scored;
      const consider = (weight: number, added: Piece[]): void => {
        const score = before.score + weight * length * length;
        if (score <= here.score) return;
        const pieces = [...before.pieces, ...added];
        here = { ...before, score, pieces, dropped: before.dropped + (added.length ? 0 : length) };
      };
      const means = meanings.get(piece);
      if (means) consider(1.2, [{ piece, words: means }]);
      else if (droppable.has(piece)) consider(1.1, []);
      else if (
        length >= 2 &&
        boundaries.has(start) &&
        boundaries.has(end) &&
        /^[\p{L}\p{N}]+$/u.test(piece) &&
        text.includes(piece)
      ) {
        consider(1, [{ piece, words: [piece] }]);
      }
    }
    best[end] = here;
  }
  const { pieces, dropped, left } = best[characters.length] as Scored;
  return { pieces, dropped, left };
}

/** Where words of a query begin and end, in characters: 处好关系 must not be looked up as 好关. */
function wordBoundaries(query: string): Set<number> {
  const boundaries = new Set([0]);
  let at = 0;
  // Firefox before 125 and Chromium 86 cannot tell words: then a word may begin anywhere.
  if (!('Segmenter' in Intl)) return new Set(Array.from({ length: query.length + 1 }, (_, i) => i));
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(query)) {
    at += Array.from(segment).length;
    boundaries.add(at);
  }
  return boundaries;
}

import type { Answer, Hit, SearchIndex } from './answer.ts';
import { foldWords } from './corpus.ts';
import { divide, learn } from './knowledge.ts';
import type { Piece } from './question.ts';
import { rankRecords, tellingOf } from './ranking.ts';

const mostBeside = 3;

/**
 * Finds what says the same as a few literal hits with the words apart: 课程教材改革 beside 课程改革. A sentence must
 * have every word of the query; those of which every plan speaks may stand elsewhere in its record.
 * @param found the literal hits, which are not told again
 */
export async function findBeside(
  terms: readonly string[],
  index: SearchIndex,
  found: readonly Hit[],
): Promise<Answer['related']> {
  const known = await learn(index);
  const words = terms.map(foldWords);
  const divisions = words.map((word) => divide(word, known, Array.from(word).length - 1));
  const pieces = divisions.flatMap((division) => division.pieces);
  const telling = tellingOf(pieces);
  const isClear = divisions.every(({ unknown }) => unknown.length === 0);
  if (!isClear || pieces.length < 2 || telling.some(({ isGeneral }) => isGeneral)) return [];
  const told = new Set(found.map(({ record }) => record.path));
  const speaks = ({ meaning }: Piece, text: string): boolean =>
    meaning.words.some((word) => text.includes(word));
  const hits = rankRecords(words, pieces, known.corpus, known.ranks)
    .map(({ hit }) => hit)
    .filter(({ record, best = 0 }) => {
      const { start = 0, end = 0 } = record.sentences[best] ?? {};
      const sentence = record.text.slice(start, end);
      return pieces.every((piece) => speaks(piece, piece.isGeneral ? record.text : sentence));
    })
    .filter(({ record }) => !told.has(record.path))
    .slice(0, mostBeside);
  const names = telling.map(({ piece, meaning, isText }) =>
    isText ? piece : (meaning.words[0] ?? piece),
  );
  if (hits.length === 0) return [];
  return [
    { reason: { kind: 'question', said: terms.join(' '), words: [...new Set(names)] }, hits },
  ];
}

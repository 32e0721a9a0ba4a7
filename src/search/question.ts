import type { Corpus, Lexicon, Meaning } from './corpus.ts';

/** A part of a question that can be looked up: words of the text, or a word that has a meaning there. */
export type Piece = {
  piece: string;
  /** Its first character in the question, and the one behind it. */
  start: number;
  end: number;
  meaning: Meaning;
  /** Whether the piece itself stands in the text. */
  isText: boolean;
};

/** A divided question: what can be looked up, what was left out, and the stretches that nothing is known of. */
export type Division = { pieces: Piece[]; unknown: { words: string }[] };

/** Characters that alone ask for nothing. */
const particles = new Set(
  '的了吗呢吧啊呀么是有在和与及对把被给让要会能可以想我你您他她它们这那个些为到从去来也都就还又很太最啥咋谁几多少怎样如何请问做办搞于之其等上下里中不没',
);

const longestPiece = 14;

/**
 * Divides a question into what can be looked up: words that people say and words of the text; question words
 * are left out. Of all divisions it takes the one with the longest parts.
 * @param query folded
 * @param drop words that ask for nothing
 */
export function divideQuestion(
  query: string,
  { placesOf, text }: Pick<Corpus, 'placesOf' | 'text'>,
  lexicon: Lexicon,
  drop: ReadonlySet<string>,
): Division {
  const characters = Array.from(query);
  type Step = { score: number; start: number; piece: Piece | undefined; isUnknown: boolean };
  const steps: Step[] = [{ score: 0, start: 0, piece: undefined, isUnknown: false }];
  for (let end = 1; end <= characters.length; end += 1) {
    let here: Step = {
      score: (steps[end - 1] as Step).score,
      start: end - 1,
      piece: undefined,
      isUnknown: !particles.has(characters[end - 1] ?? ''),
    };
    for (let start = Math.max(0, end - longestPiece); start < end; start += 1) {
      const words = characters.slice(start, end).join('');
      const length = end - start;
      const consider = (weight: number, piece: Piece | undefined): void => {
        const score = (steps[start] as Step).score + weight * length * length;
        if (score > here.score) here = { score, start, piece, isUnknown: false };
      };
      const meaning = lexicon.get(words);
      if (meaning) consider(1.2, { piece: words, start, end, meaning, isText: false });
      if (drop.has(words)) consider(1.1, undefined);
      else if (length >= 2 && /^[\p{L}\p{N}.%]+$/u.test(words) && /\p{L}|\d{2}/u.test(words)) {
        const [at] = placesOf(words);
        if (at === undefined) continue;
        const printed = text.slice(at, at + words.length);
        consider(1, {
          piece: words,
          start,
          end,
          meaning: { words: [printed], sentences: [] },
          isText: true,
        });
      }
    }
    steps.push(here);
  }
  const pieces: Piece[] = [];
  const unknown: string[] = [];
  let open = '';
  for (let end = characters.length; end > 0;) {
    const { start, piece, isUnknown } = steps[end] as Step;
    if (piece) pieces.unshift(piece);
    // A particle between unknown characters belongs to them, one at their edge does not.
    if (isUnknown || (open !== '' && end - start === 1 && !piece)) {
      open = characters.slice(start, end).join('') + open;
    } else if (open !== '') {
      unknown.unshift(open);
      open = '';
    }
    end = start;
  }
  if (open !== '') unknown.unshift(open);
  return {
    pieces,
    unknown: unknown
      .map((words) => ({ words: trimParticles(words) }))
      .filter(({ words }) => words !== ''),
  };
}

function trimParticles(words: string): string {
  const characters = Array.from(words);
  while (particles.has(characters[0] ?? '')) characters.shift();
  while (particles.has(characters[characters.length - 1] ?? '')) characters.pop();
  return characters.filter((character) => /[\p{L}\p{N}]/u.test(character)).join('');
}

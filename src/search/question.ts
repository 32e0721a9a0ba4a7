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
  /** Whether it is known that the text does not speak of it; its meaning is then what is nearest. */
  isAbsent?: boolean;
  /** Whether it names what every plan speaks of: 孩子, 学校. */
  isGeneral?: boolean;
};

/** A divided question: what can be looked up, what was left out, and the stretches that nothing is known of. */
export type Division = {
  pieces: Piece[];
  unknown: { words: string }[];
  /** What is left of the question between the words that ask for nothing. */
  left: string[];
};

/** Characters that alone ask for nothing. */
export const particles: ReadonlySet<string> = new Set(
  '的了吗呢吧啊呀么是有在和与及对把被给让要会能可以想我你您他她它们这那个些为到从去来也都就还又很太最啥咋谁几多少怎样如何请问做办搞于之其等上下里中不没',
);

const longestPiece = 14;

/** What a short piece counts that is cut out of two words, and one that cuts a word at one end. */
const splinter = 0.4;
const cutting = 0.75;

/**
 * Divides a question into what can be looked up: words that people say and words of the text; question words
 * are left out. Of all divisions it takes the one with the longest parts.
 * @param query folded
 * @param drop words that ask for nothing
 * @param absent words for what the text does not speak of, with those that are nearest
 * @param general words that say little, see Piece
 * @param longest characters of a piece
 */
export function divideQuestion(
  query: string,
  { placesOf, text }: Pick<Corpus, 'placesOf' | 'text'>,
  lexicon: Lexicon,
  drop: ReadonlySet<string>,
  absent: ReadonlyMap<string, string[]>,
  general: ReadonlySet<string>,
  longest = longestPiece,
): Division {
  const characters = Array.from(query);
  const isEdge = edgesOf(query);
  const isGeneral = (words: string): boolean =>
    general.has(words) || general.has(trimParticles(words));
  type Step = { score: number; start: number; piece: Piece | undefined; isUnknown: boolean };
  const steps: Step[] = [{ score: 0, start: 0, piece: undefined, isUnknown: false }];
  for (let end = 1; end <= characters.length; end += 1) {
    let here: Step = {
      score: (steps[end - 1] as Step).score,
      start: end - 1,
      piece: undefined,
      isUnknown: !particles.has(characters[end - 1] ?? ''),
    };
    for (let start = Math.max(0, end - Math.min(longest, longestPiece)); start < end; start += 1) {
      // A spelling is not cut: there is no AI in waipei.
      if (isWithinLetters(characters, start) || isWithinLetters(characters, end)) continue;
      // Nor is a number: there is no 20 in 20万.
      if (isWithinNumber(characters, start) || isWithinNumber(characters, end)) continue;
      const words = characters.slice(start, end).join('');
      const length = end - start;
      const consider = (weight: number, piece: Piece | undefined): void => {
        // 课时 is no word in 体育课时间.
        const [begins, ends] = [isEdge(start), isEdge(end)];
        const cut = length >= 4 || (begins && ends) ? 1 : begins || ends ? cutting : splinter;
        const score = (steps[start] as Step).score + cut * weight * length * length;
        if (score > here.score) here = { score, start, piece, isUnknown: false };
      };
      const meaning = lexicon.get(words);
      const near = absent.get(words);
      if (near) {
        const nearest = {
          words: [...near, ...(meaning?.words ?? [])],
          sentences: meaning?.sentences ?? [],
        };
        const piece = { piece: words, start, end, meaning: nearest, isText: false, isAbsent: true };
        consider(1.2, piece);
      } else if (meaning) consider(1.2, { piece: words, start, end, meaning, isText: false });
      if (drop.has(words)) consider(1.1, undefined);
      else if (length >= 2 && /^[\p{L}\p{N}.%]+$/u.test(words) && /\p{L}|\d{2}/u.test(words)) {
        const [at] = placesOf(words);
        if (at === undefined) continue;
        // There is no 和学 in 和学校.
        const hasParticle = characters.slice(start, end).some((one) => particles.has(one));
        if (length === 2 && hasParticle && !(isEdge(start) && isEdge(end))) continue;
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
  const left = [''];
  let open = '';
  for (let end = characters.length; end > 0;) {
    const { start, piece, isUnknown } = steps[end] as Step;
    if (piece) pieces.unshift(isGeneral(piece.piece) ? { ...piece, isGeneral: true } : piece);
    // A particle between unknown characters belongs to them, one at their edge does not.
    if (isUnknown || (open !== '' && end - start === 1 && !piece)) {
      open = characters.slice(start, end).join('') + open;
    } else if (open !== '') {
      unknown.unshift(open);
      open = '';
    }
    const words = characters.slice(start, end).join('');
    if (!piece && drop.has(words)) left.unshift('');
    else left[0] = words + (left[0] ?? '');
    end = start;
  }
  if (open !== '') unknown.unshift(open);
  return {
    pieces,
    unknown: unknown
      .map((words) => ({ words: trimParticles(words) }))
      .filter(({ words }) => words !== ''),
    left: left.filter((words) => trimParticles(words) !== ''),
  };
}

/**
 * Where words of a query begin and end, in characters, as the browser's own dictionary has it; anywhere if it has none
 * (Firefox before 125).
 */
function edgesOf(query: string): (at: number) => boolean {
  if (!('Segmenter' in Intl)) return () => true;
  const edges = new Set([0]);
  let at = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(query)) {
    at += Array.from(segment).length;
    edges.add(at);
  }
  return (place) => edges.has(place);
}

/** The words of a query as the browser's own dictionary has them, in characters; each by itself if it has none. */
export function wordsOf(query: string): { start: number; end: number }[] {
  const isEdge = edgesOf(query);
  const words: { start: number; end: number }[] = [];
  let start = 0;
  for (let end = 1; end <= Array.from(query).length; end += 1) {
    if (!isEdge(end)) continue;
    words.push({ start, end });
    start = end;
  }
  return words;
}

/** Whether a place lies between two Latin letters. */
const isWithinLetters = (characters: readonly string[], at: number): boolean =>
  /^[a-z]{2}$/iu.test(`${characters[at - 1] ?? ''}${characters[at] ?? ''}`);

/** Whether a place lies within a number, its Chinese multiplier or its percent sign. */
const isWithinNumber = (characters: readonly string[], at: number): boolean =>
  /^(?:[\d.]\d|\d[.%十百千万亿])$/u.test(`${characters[at - 1] ?? ''}${characters[at] ?? ''}`);

/** Words without the particles at their ends and without marks. */
export function trimParticles(words: string): string {
  const characters = Array.from(words);
  while (particles.has(characters[0] ?? '')) characters.shift();
  while (particles.has(characters[characters.length - 1] ?? '')) characters.pop();
  return characters.filter((character) => /[\p{L}\p{N}]/u.test(character)).join('');
}

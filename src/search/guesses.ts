import type { SearchIndex } from './answer.ts';
import { isSimplified } from './gb2312.ts';
import { type Knowledge, type Stretch, isKnownWord, isTerm, listen, wordsIn } from './knowledge.ts';
import { type Division, particles, wordsOf } from './question.ts';
import { lookalikesOf } from './shapes.ts';
import { findNear } from './slips.ts';
import { type HeardText, type SoundAlike, findAlike } from './sounds.ts';

const mostOffered = 3;

/** How sure it is that stretches of a query are slips of the ear. */
function isSlip({ start, end, same, cost }: SoundAlike, length: number): boolean {
  const count = end - start;
  if (start === 0 && end === length) return count >= 3;
  return count >= 4 ? cost <= count : count === 3 && same >= 1 && cost <= 2;
}

/** Whether a character of a query stands in a word or a longer stretch of it that the text has. */
function isOfText(characters: readonly string[], at: number, { corpus }: Knowledge): boolean {
  const stretches = (length: number): string[] =>
    Array.from({ length }, (_, i) => characters.slice(at - i, at - i + length).join('')).filter(
      (words, i) => at - i >= 0 && Array.from(words).length === length,
    );
  return (
    stretches(2).some((words) => corpus.placesOf(words).length > 0) ||
    stretches(3).some((words) => corpus.folded.includes(words))
  );
}

const holds = ({ start, end }: Stretch, at: number): boolean => start <= at && at < end;

/** Whether what a reader typed is a word that a guess would cut: there is no 性教育 in 火星教育. */
function cutsTyped(typed: readonly Stretch[], changed: number, guess: Stretch): boolean {
  return typed.some(
    (word) =>
      holds(word, changed) &&
      word.end - word.start >= 2 &&
      (word.start < guess.start || word.end > guess.end),
  );
}

/** Whether a place in a list of words, a line a word, is the beginning or the end of one. */
export const isLineOf =
  ({ text }: HeardText) =>
  (at: number): boolean =>
    text.charAt(at) === '\n' || text.charAt(at - 1) === '\n';

/**
 * Puts words of the text, or words that people say, in the place of what sounds like them. A guess is made of whole
 * words; what it changes was no word by itself and stands in a word of it.
 * @returns the corrected query, or undefined if nothing in it sounds like anything
 */
export async function correct(
  terms: readonly string[],
  divisions: readonly Division[],
  index: SearchIndex,
  known: Knowledge,
): Promise<string | undefined> {
  const { ear, text, words } = await listen(index, known);
  let changed = false;
  const corrected = terms.map((term, i) => {
    const characters = Array.from(term);
    const alike = [
      ...findAlike(characters, text, ear, known.corpus.isEdge, 3),
      ...findAlike(characters, words, ear, isLineOf(words), 3),
    ]
      .filter((one) => isSlip(one, characters.length))
      .filter((one) => isGuess(one, characters, divisions[i]?.pieces ?? [], known))
      .sort((a, b) => b.end - b.start - (a.end - a.start) || a.cost - b.cost);
    const taken: SoundAlike[] = [];
    for (const one of alike) {
      if (taken.every(({ start, end }) => one.end <= start || one.start >= end)) taken.push(one);
    }
    for (const { start, end, words: meant } of taken.sort((a, b) => b.start - a.start)) {
      characters.splice(start, end - start, meant);
      changed = true;
    }
    return characters.join('');
  });
  return changed ? corrected.join(' ') : undefined;
}

/** Whether what sounds like a stretch of a query may have been meant by it. */
function isGuess(
  guess: SoundAlike,
  characters: readonly string[],
  pieces: Division['pieces'],
  known: Knowledge,
): boolean {
  const { start, end, from, words } = guess;
  const instead = Array.from(words);
  // Marks that only frame words were passed over.
  const isPlain = instead.length === end - start;
  const isNamed = isTerm(words, known);
  const inside = isNamed || !isPlain ? [] : wordsIn(words, from, known.corpus.isEdge);
  const typed = wordsOf(characters.join(''));
  const changes = instead.flatMap((character, i) =>
    character === characters[start + i] ? [] : [start + i],
  );
  if (changes.some((at) => cutsTyped(typed, at, guess))) return false;
  const isInWord = (at: number): boolean =>
    inside.length === 0 ||
    inside.some((word) => holds(word, at - start) && word.end - word.start > 1);
  // That a whole query of some length sounds like words of the text is no accident.
  const isWhole = end - start === characters.length && characters.length >= 4;
  if (!isWhole && !changes.every(isInWord)) return false;
  // Known words and words of the text are no slips, whatever they sound like.
  return changes.some((at) => {
    const isKnown = pieces.some((piece) => piece.start <= at && at < piece.end);
    if (isKnown || isOfText(characters, at, known)) return false;
    return !particles.has(characters[at] ?? '') || isWithinTyped(at);
  });

  /** A particle is a slip only within a longer guess, in a word of which the rest was typed: 职也教育. */
  function isWithinTyped(at: number): boolean {
    if (end - start < 4) return false;
    const [word] =
      isNamed || !isPlain
        ? [{ start: 0, end: end - start }]
        : inside.filter((one) => holds(one, at - start));
    if (!word || word.end - word.start < 2) return false;
    return instead.every(
      (character, i) => !holds(word, i) || start + i === at || character === characters[start + i],
    );
  }
}

/** Particles are no slips but where the rest of their word was typed; so a single character beside one is a hint. */
export function mayHideSlip(query: string, { pieces }: Division): boolean {
  const characters = Array.from(query);
  const isLoose = (at: number): boolean =>
    particles.has(characters[at] ?? '') && !pieces.some((piece) => holds(piece, at));
  return wordsOf(query).some(
    ({ start, end }) =>
      end - start === 1 &&
      !particles.has(characters[start] ?? '') &&
      (isLoose(start - 1) || isLoose(end)),
  );
}

/**
 * Puts characters in the place of those that look like them: 教育 for 教肓. Sure is only what makes a word with the
 * characters beside it, of one that was none.
 * @returns the corrected words, or undefined if nothing in them looks like anything
 */
export function correctShapes(
  terms: readonly string[],
  divisions: readonly Division[],
  known: Knowledge,
): string | undefined {
  const corrected = terms.map((term, i) => {
    const characters = Array.from(term);
    const typed = wordsOf(term).filter(({ start, end }) => end - start > 1);
    const pieces = divisions[i]?.pieces ?? [];
    return characters
      .map((character, at) => {
        // Of what no simplified text has, a word of the dictionary is one of another language: 徳育.
        const words = isSimplified(character) ? [...typed, ...pieces] : pieces;
        if (words.some((word) => holds(word, at))) return character;
        if (isOfText(characters, at, known)) return character;
        const isMeant = (other: string): boolean => makesWord(characters, at, other, known);
        return lookalikesOf(character).find(isMeant) ?? character;
      })
      .join('');
  });
  return corrected.join() === terms.join() ? undefined : corrected.join(' ');
}

/** Whether a character makes a word of two to four characters where it is put. */
function makesWord(
  characters: readonly string[],
  at: number,
  other: string,
  known: Knowledge,
): boolean {
  const instead = [...characters.slice(0, at), other, ...characters.slice(at + 1)];
  return [4, 3, 2].some((length) =>
    Array.from({ length }, (_, i) => at - i).some(
      (start) =>
        start >= 0 &&
        start + length <= instead.length &&
        isKnownWord(instead.slice(start, start + length).join(''), known),
    ),
  );
}

/** Words of the text that one slip of the hand makes into the query. None cuts a word or a number. */
export function findNearWords(whole: string, known: Knowledge): string[] {
  const asked = Array.from(whole);
  if (asked.length > 12) return [];
  const typed = wordsOf(whole);
  return findNear(whole, known.corpus.text)
    .filter((words) => isOffer(words, whole, typed, known))
    .slice(0, mostOffered);
}

/**
 * Whether words may be offered instead of a query: whole words, of which what was not typed belongs to a word, and
 * not a plain part of what was typed. What was changed was no word.
 */
function isOffer(
  words: string,
  whole: string,
  typed: readonly Stretch[],
  known: Knowledge,
): boolean {
  const { placesOf, isEdge } = known.corpus;
  const asked = Array.from(whole);
  const characters = Array.from(words);
  // 对教师 is no word that 农教师 was meant to be.
  const added = characters.filter((character) => !asked.includes(character));
  if (added.some((character) => particles.has(character))) return false;
  if (whole.includes(words) || !characters.some((character) => /\p{L}/u.test(character)))
    return false;
  const places = placesOf(words);
  if (places.length === 0) return false;
  const first = characters.findIndex((character, i) => character !== asked[i]);
  const isReplaced =
    characters.length === asked.length &&
    characters.slice(first + 1).join('') === asked.slice(first + 1).join('');
  if (isReplaced && typed.some((word) => holds(word, first) && word.end - word.start > 1))
    return false;
  if (isTerm(words, known)) return true;
  return places.some((from) =>
    wordsIn(words, from, isEdge).some((word) => holds(word, first) && word.end - word.start > 1),
  );
}

/** Whether only the order of four characters and more is at fault. */
export function isSwapped(whole: string, nearest: string): boolean {
  const sorted = (words: string): string => Array.from(words).sort().join('');
  return Array.from(whole).length >= 4 && sorted(whole) === sorted(nearest);
}

/** Whether a slip of the hand is as good as certain: in a word of five characters, or if only the order is at fault. */
export function isSureSlip(whole: string, nearest: string): boolean {
  return Array.from(whole).length >= 5 || isSwapped(whole, nearest);
}

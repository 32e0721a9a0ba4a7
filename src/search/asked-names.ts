import { type Hit, type SearchIndex, hitOf } from './answer.ts';
import { foldWords } from './corpus.ts';
import { type Knowledge, namesOf } from './knowledge.ts';
import { type Division, particles } from './question.ts';
import type { FoundRecord } from './records.ts';

/**
 * Finds the named things that a question asks for: what is called by what is left of it without the words that ask
 * for nothing, or by one of its pieces. Terms and notes come first, for they say what
 * something is.
 */
export function findAskedNames(
  divisions: readonly Division[],
  { named, types }: SearchIndex,
  { general }: Knowledge,
): Hit[] {
  const isTold = (words: string): boolean => Array.from(words).length >= 2 && !general.has(words);
  const left = divisions
    .flatMap((division) => division.left)
    .map((words) => formsOf(words).filter(isTold))
    .filter((forms) => forms.length > 0);
  const pieces = divisions
    .flatMap((division) => division.pieces)
    .map(({ piece }) => piece)
    .filter((piece) => isTold(piece) && Array.from(piece).length >= 3);
  const order = new Map(types.map(([type], i) => [type, i]));
  const placeOf = ({ type }: FoundRecord): number =>
    type === 'term' ? -2 : type === 'note' ? -1 : (order.get(type) ?? types.length);
  const found = named.map((record) => ({ record, level: levelOf(record, left, pieces) }));
  const best = found.filter(({ level }) => level >= 2);
  return (best.length > 0 ? best : found.filter(({ level }) => level > 0))
    .sort((a, b) => placeOf(a.record) - placeOf(b.record) || b.level - a.level)
    .map(({ record }) => hitOf(record, [...left.flat(), ...pieces]));
}

/** What is left of a question with all, some and none of the particles at its ends: 其 is none in 其士生. */
export function formsOf(words: string): string[] {
  const characters = Array.from(words);
  const isParticle = (character: string | undefined): boolean => particles.has(character ?? '');
  const starts = [0];
  while (isParticle(characters[starts.length - 1])) starts.push(starts.length);
  const ends = [characters.length];
  while (isParticle(characters[characters.length - ends.length])) {
    ends.push(characters.length - ends.length);
  }
  const forms = starts.flatMap((start) => ends.map((end) => characters.slice(start, end).join('')));
  return [...new Set(forms)];
}

/** How well a thing is named: 3 by its very name, 2 within it, 1 only in what else is told of it. */
function levelOf(
  record: FoundRecord,
  left: readonly (readonly string[])[],
  pieces: readonly string[],
): 0 | 1 | 2 | 3 {
  const names = namesOf(record).map(foldWords);
  if ([...left.flat(), ...pieces].some((words) => names.includes(words))) return 3;
  if (left.length === 0) return 0;
  // Two characters stand in many names; those of guides say what they are for.
  const shortest = record.type === 'guide' ? 2 : 3;
  const isIn = (text: string): boolean =>
    left.every((forms) =>
      forms.some((form) => Array.from(form).length >= shortest && text.includes(form)),
    );
  if (names.some(isIn)) return 2;
  if (!isIn(foldWords(record.text))) return 0;
  // Notes explain what they quote.
  return record.type === 'note' ? 2 : 1;
}

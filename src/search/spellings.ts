import { occurrences } from './answer.ts';
import type { Corpus } from './corpus.ts';
import { type Hearing, type Knowledge, isTerm } from './knowledge.ts';
import { type Readings, findSpelled, isSpelledWhole, typedReadings } from './pinyin.ts';
import { isSplinter } from './word-edges.ts';

/** What letters spell: words of the text, a word that readers say, one that nobody speaks of, or several in a row. */
export type Spelling =
  { kind: 'text'; words: string[] } | { kind: 'said' | 'absent' | 'row'; word: string };

/**
 * Reads what is spelled by letters, alone or among characters. Whole syllables come before unfinished ones and
 * initials, and words before what is made of parts of words.
 */
export function readSpelling(
  letters: string,
  known: Knowledge,
  { readings, common }: Pick<Hearing, 'readings' | 'common'>,
): Spelling | undefined {
  const { corpus, lexicon, unmentioned } = known;
  const text = bestWords(findSpelled(letters, corpus.text, readings), known);
  const listed = (words: Iterable<string>): string[] => {
    const all = new Set(words);
    return findSpelled(letters, [...all].join('\n'), common).filter((word) => all.has(word));
  };
  const [said, absent] = [listed(lexicon.keys()), listed(unmentioned.keys())];
  const choose = (isMeant: (words: string, by: Readings) => boolean): Spelling | undefined => {
    const words = text.filter((some) => isMeant(some, readings));
    if (words.length > 0) return { kind: 'text', words };
    const [word] = said.filter((some) => isMeant(some, common));
    if (word !== undefined) return { kind: 'said', word };
    const [other] = absent.filter((some) => isMeant(some, common));
    return other === undefined ? undefined : { kind: 'absent', word: other };
  };
  const row = (): Spelling | undefined => {
    const word = cutSpelling(letters, known, { readings, common });
    return word === undefined ? undefined : { kind: 'row', word };
  };
  return choose((words, by) => isSpelledWhole(letters, words, by)) ?? row() ?? choose(() => true);
}

/** Words that are known as such, then other words of the text, then words in a row; none that cuts one. */
function bestWords(strings: readonly string[], known: Knowledge): string[] {
  const { placesOf, isEdge, text } = known.corpus;
  const ranked = strings.map((words) => {
    const places = placesOf(words.toLowerCase());
    const [at = -1] = places;
    const isOne = at >= 0 && Array.from(words).every((_, i) => i === 0 || !isEdge(at + i));
    const level = at < 0 ? 0 : isTerm(words.toLowerCase(), known) ? 3 : isOne ? 2 : 1;
    return { words, level, times: places.length };
  });
  const best = ranked.filter(({ level }) => level > 0);
  const isSplit = (words: string): boolean =>
    occurrences(text, words).every((range) => isSplinter({ isEdge }, range));
  const some = best.length > 0 ? best : ranked.filter(({ words }) => !isSplit(words));
  return some
    .sort((a, b) => b.level - a.level || b.times - a.times || b.words.length - a.words.length)
    .map(({ words }) => words);
}

const tables = new WeakMap<Knowledge, Map<string, string>>();

/** Every word that is known, by what is typed for it in whole syllables; of several the most frequent in the text. */
function spelledWords(
  known: Knowledge,
  { readings, common }: Pick<Hearing, 'readings' | 'common'>,
): Map<string, string> {
  const before = tables.get(known);
  if (before) return before;
  const table = new Map<string, string>();
  const note = (word: string, by: Readings): void => {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) return;
    for (const letters of lettersOf(word, by)) if (!table.has(letters)) table.set(letters, word);
  };
  for (const word of wordsByCount(known.corpus)) note(word, readings);
  for (const word of [...known.lexicon.keys(), ...known.unmentioned.keys()]) note(word, common);
  tables.set(known, table);
  return table;
}

/** The words of the text, the most frequent first. */
function wordsByCount({ text, isEdge }: Corpus): string[] {
  const counts = new Map<string, number>();
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (!isEdge(at)) continue;
    const word = text.slice(start, at);
    counts.set(word, (counts.get(word) ?? 0) + 1);
    start = at;
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** Of a word with several readings so many spellings are tried. */
const mostSpellings = 8;

function lettersOf(word: string, readings: Readings): string[] {
  let spelled = [''];
  for (const character of word) {
    const all = typedReadings(character, readings);
    spelled = spelled
      .flatMap((start) => all.map((reading) => start + reading))
      .slice(0, mostSpellings);
  }
  return spelled;
}

/** Cuts letters into as few known words as spell them in whole syllables: nongcunjiaoshipeixun. */
function cutSpelling(
  letters: string,
  known: Knowledge,
  hearing: Pick<Hearing, 'readings' | 'common'>,
): string | undefined {
  if (!/^[a-z]{6,}$/u.test(letters)) return undefined;
  const table = spelledWords(known, hearing);
  const best = Array<string[] | undefined>(letters.length + 1).fill(undefined);
  best[0] = [];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      const word = table.get(letters.slice(start, end));
      if (!before || word === undefined) continue;
      if (before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, word];
    }
  }
  return best[letters.length]?.join('');
}

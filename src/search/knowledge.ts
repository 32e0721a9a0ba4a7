import type { SearchIndex } from './answer.ts';
import { type Corpus, type Lexicon, foldWords, makeCorpus, makeLexicon } from './corpus.ts';
import type { Readings } from './pinyin.ts';
import { type Division, divideQuestion, particles } from './question.ts';
import { type RankIndex, makeRankIndex } from './ranking.ts';
import type { FoundRecord } from './records.ts';
import { unpackRelated } from './related.ts';
import { type Ear, type HeardText, hear, makeEar, unpackSounds } from './sounds.ts';

/** What is known of a plan and its readers' words; made once, when it is first needed. */
export type Knowledge = {
  corpus: Corpus;
  lexicon: Lexicon;
  drop: ReadonlySet<string>;
  general: ReadonlySet<string>;
  unmentioned: ReadonlyMap<string, string[]>;
  ranks: RankIndex;
  /** What the named things are called. */
  names: ReadonlySet<string>;
};

export type Hearing = {
  ear: Ear;
  text: HeardText;
  words: HeardText;
  /** The readings of the characters of the text, and those of all common characters. */
  readings: Readings;
  common: Readings;
};

const learnt = new WeakMap<object, Promise<Knowledge>>();
const listened = new WeakMap<object, Promise<Hearing>>();

export async function learn(index: SearchIndex): Promise<Knowledge> {
  const records = await index.all();
  const known =
    learnt.get(records) ??
    index.related().then((packed): Knowledge => {
      const related = unpackRelated(packed, records);
      const corpus = makeCorpus(records);
      return {
        corpus,
        lexicon: makeLexicon(related),
        drop: new Set(related.drop.map(foldWords)),
        general: new Set(related.general.map(foldWords)),
        unmentioned: new Map(
          related.unmentioned.flatMap(([words, near]) =>
            words.map((word) => [foldWords(word), near] as const),
          ),
        ),
        ranks: makeRankIndex(corpus, related),
        names: new Set(index.named.flatMap((record) => namesOf(record).map(foldWords))),
      };
    });
  learnt.set(records, known);
  // What did not come may come the next time.
  known.catch(() => learnt.delete(records));
  return known;
}

/** What a named thing is called: a term has other names too, of all else only the first text is one. */
export function namesOf({ type, text }: FoundRecord): string[] {
  const texts = text.split('\n').filter(Boolean);
  return type === 'term' ? texts : texts.slice(0, 1);
}

/** @param longest characters of a piece, if what is asked is not to be one itself */
export function divide(words: string, known: Knowledge, longest?: number): Division {
  const { corpus, lexicon, drop, unmentioned, general } = known;
  return divideQuestion(words, corpus, lexicon, drop, unmentioned, general, longest);
}

export async function listen(index: SearchIndex, { corpus, lexicon }: Knowledge): Promise<Hearing> {
  const records = await index.all();
  const known =
    listened.get(records) ??
    Promise.all([index.readings(), index.sounds()]).then(([readings, table]): Hearing => {
      const sounds = unpackSounds(table);
      const ear = makeEar(readings, sounds);
      return {
        ear,
        readings,
        common: Object.fromEntries(Array.from(sounds, ([c, all]) => [c, all.join('|')])),
        text: hear(corpus.text, ear),
        words: hear(['', ...lexicon.keys(), ''].join('\n'), ear),
      };
    });
  listened.set(records, known);
  known.catch(() => listened.delete(records));
  return known;
}

/** Whether words are known as such: readers say them, editors name something by them, or nobody speaks of them. */
export function isTerm(words: string, { lexicon, unmentioned, names }: Knowledge): boolean {
  return lexicon.has(words) || unmentioned.has(words) || names.has(words);
}

/** A word of a guess: its first character in the guess, and the one behind it. */
export type Stretch = { start: number; end: number; isSingle?: boolean };

/**
 * The words that a guess consists of, as the text has them. Single characters beside each other are a word that the
 * dictionary does not have: 师德, 助学.
 * @param from where the guess stands in the text
 */
export function wordsIn(words: string, from: number, isEdge: (at: number) => boolean): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (let end = 1; end <= words.length; end += 1) {
    if (end < words.length && !isEdge(from + end)) continue;
    const last = found[found.length - 1];
    const isSingle = end - start === 1 && !particles.has(words.charAt(start));
    if (isSingle && last?.isSingle) last.end = end;
    else found.push({ start, end, isSingle });
    start = end;
  }
  return found;
}

/** Whether words are one word of the text, or known as such. */
export function isKnownWord(words: string, known: Knowledge): boolean {
  const { placesOf, isEdge } = known.corpus;
  return (
    isTerm(words, known) || placesOf(words).some((at) => wordsIn(words, at, isEdge).length === 1)
  );
}

import type { Related } from '../site/vocabulary.ts';
import { occurrences } from './answer.ts';
import { fold } from './fold.ts';
import type { FoundRecord } from './records.ts';
import { textOf } from './related.ts';
import { isSplinter } from './word-edges.ts';

/** A sentence of a record; `start` and `end` count in the text of all records. */
export type CorpusSentence = {
  record: number;
  n: number;
  start: number;
  end: number;
  isTitle: boolean;
};

/** The text of a plan, and what is known of its words. */
export type Corpus = {
  records: readonly FoundRecord[];
  /** The texts of the records, apart by line breaks. */
  text: string;
  /** The same, folded; as long as the text. */
  folded: string;
  sentences: readonly CorpusSentence[];
  /** Whether a word begins or ends at a place in the text. */
  isEdge(at: number): boolean;
  /** In how many records words stand as words, and not as a splinter of others. */
  countRecords(words: string): number;
  /** The places in the text where words stand as words. */
  placesOf(words: string): readonly number[];
  /** The places where words stand as printed and no splinter of others; every place if they are nothing else anywhere. */
  placesMeant(words: string): readonly number[];
};

/** Makes one text of records. */
export function makeCorpus(records: readonly FoundRecord[]): Corpus {
  const text = textOf(records);
  const starts: number[] = [];
  const sentences: CorpusSentence[] = [];
  const edges = new Uint8Array(text.length + 1);
  let before = 0;
  records.forEach((record, i) => {
    starts.push(before);
    record.sentences.forEach(({ start, end }, n) =>
      sentences.push({
        record: i,
        n,
        start: before + start,
        end: before + end,
        isTitle: n === 0 && record.type !== 'general',
      }),
    );
    for (let at = 0; at <= record.text.length; at += 1) {
      if (record.isEdge?.(at) ?? true) edges[before + at] = 1;
    }
    before += record.text.length + 1;
  });
  // Folding may lengthen a character; places must stay the same.
  const folded = Array.from({ length: text.length }, (_, i) => {
    const here = fold(text.charAt(i));
    return here.length === 1 ? here : text.charAt(i);
  }).join('');
  const isEdge = (at: number): boolean => edges[at] === 1;
  const known = new Map<string, number[]>();
  const placesOf = (words: string): readonly number[] => {
    const before2 = known.get(words);
    if (before2) return before2;
    const places: number[] = [];
    for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
      if (isEdge(at) && isEdge(at + words.length)) places.push(at);
    }
    known.set(words, places);
    return places;
  };
  const recordAt = (at: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    records,
    text,
    folded,
    sentences,
    isEdge,
    placesOf,
    placesMeant: (words) => {
      const all = occurrences(text, words);
      const whole = all.filter((range) => !isSplinter({ isEdge }, range));
      return (whole.length > 0 ? whole : all).map(({ start }) => start);
    },
    countRecords: (words) => new Set(placesOf(words).map(recordAt)).size,
  };
}

/** What a word that people say leads to: words of the plan, the most fitting first, and sentences. */
export type Meaning = { words: string[]; sentences: number[] };

/** The words that people say, folded and without spaces, with what they lead to. */
export type Lexicon = ReadonlyMap<string, Meaning>;

/** Folds words as a query is folded: without white space and hyphens. */
export const foldWords = (words: string): string => fold(words).replace(/[\s-]+/gu, '');

export function makeLexicon({ everyday, asked }: Pick<Related, 'everyday' | 'asked'>): Lexicon {
  const lexicon = new Map<string, Meaning>();
  const meaningOf = (word: string): Meaning => {
    const key = foldWords(word);
    const meaning = lexicon.get(key) ?? { words: [], sentences: [] };
    lexicon.set(key, meaning);
    return meaning;
  };
  for (const [words, means] of everyday) {
    for (const word of words) {
      const meaning = meaningOf(word);
      meaning.words.push(...means.filter((one) => !meaning.words.includes(one)));
    }
  }
  asked.forEach((words, sentence) => {
    for (const word of words) meaningOf(word).sentences.push(sentence);
  });
  return lexicon;
}

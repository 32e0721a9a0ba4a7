import type { Related } from '../site/vocabulary.ts';
import { type Hit, type Range, isInTitle, mergeRanges, occurrences } from './answer.ts';
import type { Corpus, CorpusSentence } from './corpus.ts';
import { foldWords } from './corpus.ts';
import type { Piece } from './question.ts';

/**
 * What a sentence is known by: pairs of neighbouring characters, and single ones, of its own words and of those in
 * which people ask for it. A weight says how well: 1 within a word of the text.
 */
export type RankIndex = {
  features: ReadonlyMap<string, ReadonlyMap<number, number>>;
  size: number;
};

/** Weights, tuned on `tests/bench/queries/dev.yaml`. */
const weight = {
  acrossWords: 0.4,
  asked: 0.9,
  everyday: 0.8,
  single: 0.35,
  title: 1.3,
  bestSentence: 0.6,
  wholeRecord: 0.4,
  features: 0.9,
  general: 0.15,
};

/** A character that stands in more of the sentences than this tells nothing. */
const rare = 0.06;

/** Nor does a pair that was not recognised, in more of them than this. */
const mostBacked = 0.12;

/** Makes the index that ranks sentences. */
export function makeRankIndex(
  corpus: Corpus,
  { everyday, asked }: Pick<Related, 'everyday' | 'asked'>,
): RankIndex {
  const { folded, sentences, isEdge } = corpus;
  const features = new Map<string, Map<number, number>>();
  const add = (feature: string, sentence: number, value: number): void => {
    const places = features.get(feature) ?? new Map<number, number>();
    features.set(feature, places);
    places.set(sentence, Math.max(places.get(sentence) ?? 0, value));
  };
  sentences.forEach(({ start, end }, i) => {
    for (let at = start; at < end; at += 1) {
      const here = folded.charAt(at);
      if (!isTold(here)) continue;
      add(here, i, 1);
      const next = folded.charAt(at + 1);
      if (at + 1 >= end || !isTold(next)) continue;
      // The end of a word and the beginning of the next are no word.
      const crosses = isEdge(at + 1) && !isEdge(at) && !isEdge(at + 2);
      if (!crosses) add(here + next, i, isEdge(at + 1) ? weight.acrossWords : 1);
    }
  });
  const addWords = (words: string, sentence: number, value: number): void => {
    for (const pair of pairsOf(foldWords(words))) add(pair, sentence, value);
  };
  const holding = new Map<string, number[]>();
  const sentencesWith = (meaning: string): number[] => {
    const known =
      holding.get(meaning) ??
      sentences.flatMap(({ start, end }, i) =>
        corpus.text.slice(start, end).includes(meaning) ? [i] : [],
      );
    holding.set(meaning, known);
    return known;
  };
  for (const [words, means] of everyday) {
    means.forEach((meaning, order) => {
      for (const sentence of sentencesWith(meaning)) {
        for (const word of words) addWords(word, sentence, weight.everyday / (1 + 0.25 * order));
      }
    });
  }
  asked.forEach((words, sentence) => {
    for (const word of words) addWords(word, sentence, weight.asked);
  });
  return { features, size: sentences.length };
}

const isTold = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** The pairs of neighbouring letters and digits of words. */
function pairsOf(words: string): string[] {
  const characters = Array.from(words);
  return characters
    .slice(1)
    .flatMap((next, i) =>
      isTold(next) && isTold(characters[i] ?? '') ? [(characters[i] ?? '') + next] : [],
    );
}

/** A record with what speaks for it. */
export type Ranked = {
  hit: Hit;
  score: number;
  /** Whether one of the recognised words speaks for it, and not only pairs of characters or what every plan speaks of. */
  isMeant: boolean;
  /** Whether it also has something of what was recognised as no word, or is asked for by that. */
  isBacked: boolean;
  /** How many of the recognised words speak for its best sentence. */
  held: number;
};

/**
 * Ranks records by what was asked: by the words recognised in the question, rare ones before common ones and the
 * first meaning before others; and by pairs and rare characters of it, in the best sentence and in the whole.
 * @param asked the question, folded, without what asks for nothing
 * @returns the best first, each with the sentence that answers best
 */
export function rankRecords(
  asked: readonly string[],
  pieces: readonly Piece[],
  corpus: Corpus,
  { features, size }: RankIndex,
): Ranked[] {
  const { records, sentences } = corpus;
  const byPieces = new Float64Array(sentences.length);
  const recordPieces = new Float64Array(records.length);
  const told = tellingOf(pieces);
  const held = new Uint8Array(sentences.length);
  const isMeant = new Array<boolean>(records.length).fill(false);
  for (const piece of pieces) {
    const { meaning } = piece;
    const values = valuesOf(meaning, corpus);
    const best = new Float64Array(records.length);
    sentences.forEach(({ record, isTitle }, i) => {
      const value = (values[i] ?? 0) * (isTitle ? weight.title : 1);
      best[record] = Math.max(best[record] ?? 0, value);
    });
    const count = best.filter((value) => value > 0).length;
    const share = told.includes(piece) ? 1 : weight.general;
    const rarity = share * Math.log(1 + records.length / Math.max(1, count));
    best.forEach((value, record) => {
      recordPieces[record] = (recordPieces[record] ?? 0) + rarity * value;
      if (value > 0 && told.includes(piece)) isMeant[record] = true;
    });
    values.forEach((value, i) => {
      byPieces[i] = (byPieces[i] ?? 0) + rarity * value;
      if (value > 0) held[i] = (held[i] ?? 0) + 1;
    });
  }

  const byFeatures = new Float64Array(sentences.length);
  const recordFeatures = new Float64Array(records.length);
  const inside = new Set(pieces.flatMap(({ piece }) => pairsOf(piece)));
  const loose = new Set(asked.flatMap(pairsOf).filter((pair) => !inside.has(pair)));
  const isBacked = new Array<boolean>(records.length).fill(false);
  for (const [feature, share] of featuresOf(asked)) {
    const places = features.get(feature);
    if (!places || (feature.length === 1 && places.size > rare * size)) continue;
    const rarity = share * Math.log(1 + size / places.size);
    const best = new Map<number, number>();
    for (const [i, value] of places) {
      const { record, isTitle } = sentences[i] as CorpusSentence;
      const here = rarity * value * (isTitle ? weight.title : 1);
      byFeatures[i] = (byFeatures[i] ?? 0) + here;
      best.set(record, Math.max(best.get(record) ?? 0, here));
    }
    for (const [record, value] of best) {
      recordFeatures[record] = (recordFeatures[record] ?? 0) + value;
      // What many sentences are asked for by says nothing of one: 清华 of every university.
      if (loose.has(feature) && places.size <= mostBacked * size) isBacked[record] = true;
    }
  }

  const sentenceScores = fuse(byPieces, byFeatures);
  const bestOf = new Map<number, number>();
  sentences.forEach(({ record }, i) => {
    const before = bestOf.get(record);
    if (before === undefined || (sentenceScores[i] ?? 0) > (sentenceScores[before] ?? 0)) {
      bestOf.set(record, i);
    }
  });
  const wholeScores = fuse(recordPieces, recordFeatures);
  const pairs = new Set(asked.flatMap(pairsOf));
  return records
    .flatMap((record, i): Ranked[] => {
      const sentence = bestOf.get(i);
      if (sentence === undefined || record.type === 'general') return [];
      const score =
        weight.bestSentence * (sentenceScores[sentence] ?? 0) +
        weight.wholeRecord * (wholeScores[i] ?? 0);
      if (score <= 0) return [];
      const { n = 0, start = 0 } = sentences[sentence] ?? {};
      const before = start - (record.sentences[n]?.start ?? 0);
      const hit = explain(record, n, pieces, pairs, before, corpus);
      const backed = isBacked[i] ?? false;
      const meant = (isMeant[i] ?? false) || (backed && (recordPieces[i] ?? 0) > 0);
      return [{ score, hit, isMeant: meant, isBacked: backed, held: held[sentence] ?? 0 }];
    })
    .sort((a, b) => b.score - a.score);
}

/** The pieces that can answer by themselves: general ones only if there are no others. */
export function tellingOf(pieces: readonly Piece[]): readonly Piece[] {
  const telling = pieces.filter(({ isGeneral }) => !isGeneral);
  return telling.length > 0 ? telling : pieces;
}

/** Two scores of the same things as one, each as a share of its highest. */
function fuse(pieces: Float64Array, features: Float64Array): number[] {
  const [most, mostFeatures] = [Math.max(...pieces), Math.max(...features)];
  return Array.from(
    pieces,
    (value, i) =>
      (most > 0 ? value / most : 0) +
      (mostFeatures > 0 ? (weight.features * (features[i] ?? 0)) / mostFeatures : 0),
  );
}

/** How well each sentence answers what a word means, 1 for its first meaning. 融入学科 does not answer 入学. */
function valuesOf({ words, sentences: asked }: Piece['meaning'], corpus: Corpus): Float64Array {
  const values = new Float64Array(corpus.sentences.length);
  words.forEach((word, order) => {
    const places = corpus.placesMeant(word);
    corpus.sentences.forEach(({ start, end }, i) => {
      const stands = places.some((at) => start <= at && at + word.length <= end);
      if (stands) values[i] = Math.max(values[i] ?? 0, 1 / (1 + 0.25 * order));
    });
  });
  for (const i of asked) values[i] = 1;
  return values;
}

/** Features of a question with their weights. */
function featuresOf(asked: readonly string[]): Map<string, number> {
  const features = new Map<string, number>();
  for (const words of asked) {
    for (const pair of pairsOf(words)) features.set(pair, 1);
    for (const character of words) if (isTold(character)) features.set(character, weight.single);
  }
  return features;
}

/** A record as a hit: what to mark in it, and why it is there. */
function explain(
  record: Hit['record'],
  best: number,
  pieces: readonly Piece[],
  pairs: ReadonlySet<string>,
  before: number,
  { placesMeant }: Corpus,
): Hit {
  const rangesOf = (word: string): Range[] => {
    const meant = new Set(placesMeant(word));
    return occurrences(record.text, word).filter(({ start }) => meant.has(before + start));
  };
  const words = pieces.flatMap(({ meaning }) => meaning.words);
  const hit: Hit = { record, ranges: mergeRanges(words.flatMap(rangesOf)) };
  const { start = 0, end = 0 } = record.sentences[best] ?? {};
  if (hit.ranges.length === 0) {
    const ranges: Range[] = [];
    for (let at = start; at + 2 <= end; at += 1) {
      if (pairs.has(record.text.slice(at, at + 2))) ranges.push({ start: at, end: at + 2 });
    }
    hit.ranges = mergeRanges(ranges);
  }
  const meant = pieces
    .filter(({ isText }) => !isText)
    .flatMap(({ meaning }) =>
      meaning.words.filter((word) => rangesOf(word).length > 0).slice(0, 1),
    );
  return {
    ...hit,
    best,
    ...(meant.length > 0
      ? { why: { kind: 'meaning' as const, words: [...new Set(meant)].slice(0, 2) } }
      : isInTitle(hit)
        ? { why: { kind: 'title' as const } }
        : {}),
  };
}

import type { EnglishWords } from '../site/vocabulary.ts';
import { type Hit, type SearchIndex, titleOf } from './answer.ts';
import type { Corpus, Meaning } from './corpus.ts';
import type { Piece } from './question.ts';
import type { FoundRecord } from './records.ts';

/** What English words lead to: named things that are called so, and words of the text. */
export type EnglishAsked = { named: Hit[]; pieces: Piece[]; missing: string[] };

/** Words that ask for nothing. */
const asking = new Set(
  'a an and about any are at be by can do does for from how i in is it many me much my of on or our that the there this to was we what when where which who why will with you your'.split(
    ' ',
  ),
);

/** How much of what is asked must be known, as a share of its words weighted by rarity. */
const enough = 0.34;

/** A word without its ending, in a spelling of its own: enrolment and enrollment, centre and centers are one. */
export function stemOf(word: string): string {
  const spelled = word
    .replace(/ll/gu, 'l')
    .replace(/our/gu, 'or')
    .replace(/mmes?$/u, 'm')
    .replace(/tre(?=s?$)/u, 'ter')
    .replace(/(en|ti)c(?=(?:e|es|ed|ing)$)/u, '$1s')
    .replace(/is(?=(?:e|ed|es|ing|ation|ations)$)/u, 'iz')
    .replace(/children$/u, 'child');
  if (spelled.length <= 3) return spelled;
  return spelled
    .replace(/ies$/u, 'y')
    .replace(/([^s])s$/u, '$1')
    .replace(/ing$|ed$/u, '')
    .replace(/e$/u, '');
}

const tokensOf = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);

const keyOf = (tokens: readonly string[]): string => tokens.map(stemOf).join(' ');

/**
 * Reads a query in English. Ids of a site are English words, so that a thing is named by those of its id; other words
 * are known by the vocabulary. They need not all stand in one thing.
 * @returns undefined if it is not English, or if too little of it is known
 */
export async function readEnglish(
  said: string,
  index: Pick<SearchIndex, 'named' | 'types' | 'english'>,
  { records }: Pick<Corpus, 'records'>,
): Promise<EnglishAsked | undefined> {
  if (/[^\x20-\x7e]/u.test(said)) return undefined;
  const tokens = tokensOf(said).filter((token) => !asking.has(token));
  if (tokens.join('').length < 3) return undefined;
  const named = findNamed(tokens, index);
  const phrases = phrasesOf(await index.english(), index.named, records);
  const pieces: Piece[] = [];
  const missing: string[] = [];
  for (let at = 0; at < tokens.length;) {
    let end = tokens.length;
    while (end > at && !phrases.has(keyOf(tokens.slice(at, end)))) end -= 1;
    const meaning = phrases.get(keyOf(tokens.slice(at, end)));
    if (end > at && meaning) {
      const piece = tokens.slice(at, end).join(' ');
      pieces.push({ piece, start: at, end, meaning, isText: false });
    } else missing.push(tokens[at] ?? '');
    at = Math.max(end, at + 1);
  }
  if (named.length > 0) {
    // What has a name stands under it in the text.
    const words = named.flatMap(({ record }) => namesIn(record, records)).slice(0, 6);
    const piece = { piece: said, start: 0, end: tokens.length, isText: false };
    const called = pieces.length > 0 ? pieces : [{ ...piece, meaning: { words, sentences: [] } }];
    return { named, pieces: called, missing: [] };
  }
  const rarest = Math.log(1 + records.length);
  const known = pieces.reduce((sum, { meaning, start, end }) => {
    const count = records.filter(({ text }) => holds(text, meaning.words)).length;
    return sum + ((end - start) * Math.log(1 + records.length / Math.max(1, count))) / rarest;
  }, 0);
  const isEnough = pieces.length > 0 && known >= enough * (known + missing.length);
  return isEnough ? { named, pieces, missing } : undefined;
}

const holds = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word));

const idOf = ({ path }: FoundRecord): string => /([^/#]+)\/?$/u.exec(path)?.[1] ?? '';

/** The names of a thing that stand in the text. */
const namesIn = ({ text, sentences }: FoundRecord, records: readonly FoundRecord[]): string[] =>
  sentences
    .map(({ start, end }) => text.slice(start, end))
    .filter((name) => records.some((record) => record.text.includes(name)));

/** Things whose names are those that the text has for them; those of others are the editors' own. */
const calledBy = new Set(['term', 'document', 'initiative', 'meeting']);

/** Words of the text by the English ones for them: those of the vocabulary, and the terms that ids name. */
function phrasesOf(
  english: EnglishWords,
  named: readonly FoundRecord[],
  records: readonly FoundRecord[],
): Map<string, Meaning> {
  const phrases = new Map<string, Meaning>();
  for (const record of named.filter(({ type }) => calledBy.has(type))) {
    const words = namesIn(record, records);
    if (words.length > 0) phrases.set(keyOf(tokensOf(idOf(record))), { words, sentences: [] });
  }
  for (const [words, means] of english) {
    for (const word of words) {
      const key = keyOf(tokensOf(word));
      const others = phrases.get(key)?.words ?? [];
      phrases.set(key, { words: [...new Set([...means, ...others])], sentences: [] });
    }
  }
  return phrases;
}

/** Named things of whose ids all words are, terms first. */
function findNamed(
  tokens: readonly string[],
  { named, types }: Pick<SearchIndex, 'named' | 'types'>,
): Hit[] {
  const order = new Map(types.map(([type], i) => [type, i]));
  return named
    .flatMap((record) => {
      const words = tokensOf(idOf(record)).map(stemOf);
      const isAll = tokens.every((token) => words.includes(stemOf(token)));
      return isAll ? [{ record, unlike: words.length - tokens.length }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.record.type === 'term') - Number(a.record.type === 'term') ||
        a.unlike - b.unlike ||
        (order.get(a.record.type) ?? 0) - (order.get(b.record.type) ?? 0),
    )
    .map(({ record }): Hit => ({ record, ranges: [] }));
}

/** The Chinese words that English ones led to: names of terms, and what stands in a hit, each once. */
export function tellTerms({ named, pieces }: EnglishAsked, hits: readonly Hit[]): string[] {
  const terms = named.filter(({ record }) => record.type === 'term');
  const found = pieces.flatMap(({ meaning }) => {
    const stands = (word: string): boolean => hits.some(({ record }) => record.text.includes(word));
    return meaning.words.filter(stands).slice(0, 2);
  });
  const titles = (some: readonly Hit[]): string[] => some.map(({ record }) => titleOf(record).text);
  const told = [...titles(terms), ...found];
  return [...new Set(told.length > 0 ? told : titles(named.slice(0, 1)))];
}

const multipliers: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

/** The number that a query in English asks for, in digits: 400 million yuan is 400000000. */
export function readEnglishNumber(said: string): string | undefined {
  const [, digits = '', multiplier = ''] =
    /^(?:about |over )?(\d[\d,]*(?:\.\d+)?) ?(hundred|thousand|million|billion)?\b[a-z ]*$/iu.exec(
      said.trim(),
    ) ?? [];
  // Digits alone are read as they stand.
  if (multiplier === '' && !digits.includes(',')) return undefined;
  const value = Number(digits.replaceAll(',', '')) * (multipliers[multiplier.toLowerCase()] ?? 1);
  return String(Math.round(value));
}

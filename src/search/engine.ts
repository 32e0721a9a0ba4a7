import { withoutClosingMark } from '../text/sentences.ts';
import { alternativesOf, fold, isSimplified } from './fold.ts';
import type { Readings } from './pinyin.ts';
import { type Division, dividePieces } from './question.ts';
import type { FoundRecord, RecordTypes } from './records.ts';
import { findNear, findParts } from './slips.ts';
import type { Related } from '../site/vocabulary.ts';

/**
 * What an index can be asked. It is divided into blocks of records, numbered in the order of the plans: in
 * the index of a plan a block is a section, in that of all plans a plan. `find` answers literally and
 * completely; the rest is loaded on demand.
 */
export type SearchIndex = {
  /** Forms of characters that the texts have, see findVariants. */
  variants: string;
  /** How many blocks are read at a time. */
  mostRead: number;
  /** The named things, which stand in no block. */
  named: readonly FoundRecord[];
  /** The types of all records, in the order in which they are shown. */
  types: RecordTypes;
  /** The blocks of which a record contains a literal string. */
  find(literal: string): Promise<readonly number[]>;
  /** The records of a block, in order. */
  read(block: number): Promise<readonly FoundRecord[]>;
  /** Every record of the index, named things left out; for an index of many plans, of the current one. */
  all(): Promise<readonly FoundRecord[]>;
  related(): Promise<Related>;
  /** Traditional characters, each followed by the simplified one of the texts or the vocabulary. */
  traditional(): Promise<string>;
  readings(): Promise<Readings>;
};

/** A stretch of a record's text, in UTF-16 units. */
export type Range = { start: number; end: number };

/** A record that answers, with the words that do. */
export type Hit = { record: FoundRecord; ranges: Range[]; score: number };

/** Why a group of hits is shown though the words themselves do not stand in them. */
export type Reason =
  | { kind: 'meaning'; said: string; words: string[] }
  | { kind: 'spelling'; said: string; words: string[] }
  | { kind: 'question'; said: string; words: string[] };

export type Answer = {
  query: string;
  /** Records that contain every term, in one of its forms. */
  exact: Hit[];
  /** Named things that do so too: figures, guides and so on. */
  named: Hit[];
  /** Blocks that contain every term, and how many of them were not read: of many plans only the first are. */
  blocks: number;
  unread: number;
  /** The form that was looked up, where it is not what was typed: 素质教育 for 素質教育. */
  form: string | undefined;
  related: { reason: Reason; hits: Hit[] }[];
  /** Strings that do stand in the text, near to the query. */
  near: string[];
};

const longestQuery = 100;
const mostRelated = 10;
/** Enough records to begin with; more blocks are read only when they are asked for. */
const enough = 50;
/** Blocks that are read for so many records, if they are fewer in them; each may cost a request. */
const patience = 8;
/** Words that meet in a plan need not meet in a record: so many blocks are read for a first hit. */
const patienceForFirst = 40;

/**
 * Answers a query: first what contains it literally, then what contains it in another form of its
 * characters; only if there is neither, what is meant by it, spelled by it, asked by it, or near it.
 * @param wanted records to be read, if there are so many
 */
export async function answer(query: string, index: SearchIndex, wanted = enough): Promise<Answer> {
  const terms = termsOf(query);
  const nothing: Answer = {
    query,
    exact: [],
    named: [],
    blocks: 0,
    unread: 0,
    form: undefined,
    related: [],
    near: [],
  };
  if (terms.length === 0) return nothing;

  const folded = terms.map((term) => formsOf(term, index.variants));
  const named = findNamed(folded, index);
  for (const forms of [terms.map((term) => [term]), folded]) {
    const found = await findAll(forms, index, wanted);
    if (found.exact.length > 0 || found.unread > 0) return { ...nothing, ...found, named };
  }

  const unknown = await findUnknown(terms, index);
  const inSimplified = async (): Promise<Answer | undefined> => {
    const simplified = simplify(terms, await index.traditional());
    if (simplified.join() === terms.join()) return undefined;
    return {
      ...(await answer(simplified.join(' '), index, wanted)),
      query,
      form: simplified.join(' '),
    };
  };
  // The table of traditional characters is loaded for one that is no simplified character, or at last.
  if (unknown.some((character) => !isSimplified(character))) {
    const found = await inSimplified();
    if (found) return found;
  }
  const others = await findRelated(terms, index);
  const isEmpty = named.length + others.related.length + others.near.length === 0;
  if (isEmpty && unknown.length > 0) {
    const found = await inSimplified();
    if (found && found.exact.length + found.named.length + found.related.length > 0) return found;
  }
  return { ...nothing, ...others, named, near: named.length > 0 ? [] : others.near };
}

/** The terms of a query: what stands between white space, at most a hundred characters in all. */
function termsOf(query: string): string[] {
  const clean = Array.from(query.replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffd]+/gu, ' '));
  return clean.slice(0, longestQuery).join('').split(/\s+/u).filter(Boolean);
}

/** The forms of a term that the texts have; its quotation marks may also be only the reader's. */
function formsOf(term: string, variants: string): string[] {
  const bare = fold(term).replaceAll('"', '');
  const forms = alternativesOf(term, variants);
  return bare === '' || bare === fold(term) ? forms : [...forms, ...alternativesOf(bare, variants)];
}

/** The Han characters of terms that stand in no text. */
async function findUnknown(terms: readonly string[], index: SearchIndex): Promise<string[]> {
  const texts = (await index.all()).map(({ text }) => text);
  return Array.from(terms.join('')).filter(
    (character) =>
      /\p{Script=Han}/u.test(character) && !texts.some((text) => text.includes(character)),
  );
}

/** @param traditional characters, each followed by its simplified one */
function simplify(terms: readonly string[], traditional: string): string[] {
  const pairs = Array.from(traditional);
  return terms.map((term) =>
    Array.from(term, (character) => {
      const at = pairs.indexOf(character);
      return at >= 0 && at % 2 === 0 ? (pairs[at + 1] ?? character) : character;
    }).join(''),
  );
}

type Terms = readonly (readonly string[])[];

/** The records that contain one of the alternatives of every term, ranked. */
async function findAll(
  terms: Terms,
  index: SearchIndex,
  wanted: number,
): Promise<Pick<Answer, 'exact' | 'blocks' | 'unread'>> {
  const [first = new Set<number>(), ...others] = await Promise.all(
    terms.map(async (alternatives) => {
      const found = await Promise.all(alternatives.map((literal) => index.find(literal)));
      return new Set(found.flat());
    }),
  );
  const blocks = [...first]
    .filter((block) => others.every((other) => other.has(block)))
    .sort((a, b) => a - b);
  const exact: Hit[] = [];
  const steps = Math.max(1, wanted / enough);
  let read = 0;
  // What is read later is ranked by itself, so that a reader who asks for more finds it at the end.
  while (
    read < blocks.length &&
    exact.length < wanted &&
    read < steps * (exact.length > 0 ? patience : patienceForFirst)
  ) {
    const batch = blocks.slice(read, read + index.mostRead);
    const records = (await Promise.all(batch.map((block) => index.read(block)))).flat();
    exact.push(...rank(holding(terms, records)));
    read += batch.length;
  }
  return { exact, blocks: blocks.length, unread: blocks.length - read };
}

/** The named things that contain one of the alternatives of every term, in the order of their types. */
function findNamed(terms: Terms, { named, types }: Pick<SearchIndex, 'named' | 'types'>): Hit[] {
  const orderOf = new Map(types.map(([type], i) => [type, i]));
  return rank(holding(terms, named)).sort(
    (a, b) => (orderOf.get(a.record.type) ?? 0) - (orderOf.get(b.record.type) ?? 0),
  );
}

function holding(terms: Terms, records: readonly FoundRecord[]): Hit[] {
  return records
    .filter(({ text }) =>
      terms.every((alternatives) => alternatives.some((literal) => text.includes(literal))),
    )
    .map((record) => hitOf(record, terms.flat()));
}

function hitOf(record: FoundRecord, words: readonly string[]): Hit {
  const ranges = words.flatMap((word) => occurrences(record.text, word));
  return { record, ranges: mergeRanges(ranges), score: 0 };
}

/** Every place where a word stands, overlapping ones too. */
function occurrences(text: string, word: string): Range[] {
  const ranges: Range[] = [];
  if (word === '') return ranges;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    ranges.push({ start: at, end: at + word.length });
  }
  return ranges;
}

function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** The title of a record: its first sentence without the mark that closes it. */
export function titleOf(record: FoundRecord): Range & { text: string } {
  const { start = 0, end = 0 } = record.sentences[0] ?? {};
  const text = withoutClosingMark(record.text.slice(start, end));
  return { start, end: start + text.length, text };
}

/** Hits in the title first, then by number of occurrences, then in the order of the plan. */
function rank(hits: readonly Hit[]): Hit[] {
  // The general requirement has no title; its first sentence is like any other.
  const inTitle = ({ record, ranges }: Hit): number =>
    record.type !== 'general' && ranges.some((range) => range.start < titleOf(record).end) ? 1 : 0;
  return hits
    .map((hit, order) => ({ hit, order, title: inTitle(hit) }))
    .sort(
      (a, b) => b.title - a.title || b.hit.ranges.length - a.hit.ranges.length || a.order - b.order,
    )
    .map(({ hit }) => hit);
}

async function findRelated(
  terms: readonly string[],
  index: SearchIndex,
): Promise<Pick<Answer, 'related' | 'near'>> {
  const said = terms.join(' ');
  const whole = fold(terms.join(''));
  const records = await index.all();
  const text = records.map((record) => record.text).join('\n');

  const isLatin = /^[a-z'’ü ]+$/iu.test(said);
  if (isLatin) {
    const spelled = (await spell(whole, text, index)).slice(0, 4);
    if (spelled.length > 0) {
      const reason: Reason = { kind: 'spelling', said, words: spelled };
      return { related: await gather(reason, [spelled], records), near: [] };
    }
  }
  const related = await index.related();
  if (isLatin) {
    const everydayWords = related.everyday.flatMap(([words]) => words);
    const [word] = await spell(whole, everydayWords.join('\n'), index);
    const entry = related.everyday.find(([words]) => word !== undefined && words.includes(word));
    if (word !== undefined && entry) {
      const reason: Reason = { kind: 'meaning', said: word, words: entry[1] };
      return { related: await gather(reason, [entry[1]], records), near: [] };
    }
  }

  const meaning = related.everyday.find(([words]) => words.includes(whole));
  if (meaning) {
    const reason: Reason = { kind: 'meaning', said, words: meaning[1] };
    return { related: await gather(reason, [meaning[1]], records), near: [] };
  }

  const near = findNear(whole, text).slice(0, 3);
  const divisions = terms.map((term) => dividePieces(fold(term), text, related));
  const pieces = divisions.flatMap((division) => division.pieces);
  if (near.length === 0 && pieces.length > 0 && divisions.every(isAnswerable)) {
    const reason: Reason = { kind: 'question', said, words: pieces.map(({ piece }) => piece) };
    const words = pieces.map((piece) => piece.words);
    return { related: await gather(reason, words, records), near: [] };
  }
  return { related: [], near: near.length > 0 ? near : findParts(whole, text).slice(0, 3) };
}

async function spell(letters: string, text: string, index: SearchIndex): Promise<string[]> {
  const [readings, { findSpelled }] = await Promise.all([index.readings(), import('./pinyin.ts')]);
  return findSpelled(letters, text, readings);
}

/**
 * Whether what was recognised in a term is what was asked: all of a word, or two thirds where that is an
 * everyday word; a third of a question. Else a word that stands nowhere would be answered by a part of it.
 */
function isAnswerable({ pieces, dropped, left }: Division): boolean {
  const lengthOf = (some: Division['pieces']): number =>
    some.reduce((sum, { piece }) => sum + piece.length, 0);
  const length = lengthOf(pieces) + dropped + left;
  const everyday = pieces.filter(({ piece, words }) => words[0] !== piece);
  return (
    left === 0 ||
    lengthOf(everyday) * 3 >= length * 2 ||
    ((dropped > 0 || length >= 6) && left * 3 <= length * 2)
  );
}

/**
 * Ranks records by how much of what was asked they answer: rare words count more than common ones, the
 * first meaning of a word more than the others, words in the title more than those below it.
 * @param asked for each thing asked, the words that answer it, the most fitting first
 */
async function gather(
  reason: Reason,
  asked: readonly (readonly string[])[],
  records: readonly FoundRecord[],
): Promise<Answer['related']> {
  const hits = records.map((record) => ({ ...hitOf(record, asked.flat()), score: 0 }));
  for (const words of asked) {
    const holding = hits.filter(({ record }) => words.some((word) => record.text.includes(word)));
    const rarity = Math.log(1 + hits.length / Math.max(1, holding.length));
    for (const hit of holding) {
      const titleEnd = titleOf(hit.record).end;
      const weights = words.map((word, order) => {
        const at = hit.record.text.indexOf(word);
        if (at < 0) return 0;
        return (at < titleEnd ? 1.5 : 1) / (1 + 0.25 * order);
      });
      hit.score += rarity * Math.max(...weights);
    }
  }
  const best = hits
    .filter(({ score, record }) => score > 0 && record.type !== 'general')
    .map((hit, order) => ({ hit, order }))
    .sort((a, b) => b.hit.score - a.hit.score || a.order - b.order)
    .slice(0, mostRelated)
    .map(({ hit }) => hit);
  return best.length > 0 ? [{ reason, hits: best }] : [];
}

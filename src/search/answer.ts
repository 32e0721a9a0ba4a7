import { withoutClosingMark } from '../text/sentences.ts';
import type { FoundRecord, RecordTypes } from './records.ts';
import type { Readings } from './pinyin.ts';
import type { PackedRelated } from './related.ts';
import type { EnglishWords } from '../site/vocabulary.ts';
import type { SoundTable } from './sounds.ts';
import { isSplinter } from './word-edges.ts';

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
  /** The numerals of the sections of the current plan, as printed. */
  numerals: readonly string[];
  /** The blocks of which a record contains a literal string. */
  find(literal: string): Promise<readonly number[]>;
  /** The records of a block, in order. */
  read(block: number): Promise<readonly FoundRecord[]>;
  /** Every record of the index, named things left out; for an index of many plans, of the current one. */
  all(): Promise<readonly FoundRecord[]>;
  /** What people say, see unpackRelated. */
  related(): Promise<PackedRelated>;
  /** Traditional characters, each followed by the simplified one of the texts or the vocabulary. */
  traditional(): Promise<string>;
  /** The readings of the characters of texts and vocabulary, as they occur there. */
  readings(): Promise<Readings>;
  /** What editors explain of the named things, a line a thing, in their order. */
  explanations(): Promise<string>;
  /** English words for words of the text. */
  english(): Promise<EnglishWords>;
  /** The readings of the characters that a reader may type. */
  sounds(): Promise<SoundTable>;
};

/** A stretch of a record's text, in UTF-16 units. */
export type Range = { start: number; end: number };

/** Why a hit stands where it does. */
export type Why =
  | { kind: 'title' }
  | { kind: 'meaning'; words: string[] }
  | { kind: 'sound'; words: string[] }
  | { kind: 'number'; words: string[] };

/** A record that answers, with the words that do. */
export type Hit = {
  record: FoundRecord;
  ranges: Range[];
  /** The sentence that answers best, from 0, where no words of it need be those that were typed. */
  best?: number;
  why?: Why;
  /** The words stand there only as the end of one word and the beginning of the next. */
  isSplinter?: boolean;
};

/** Why a group of hits is shown though the words themselves do not stand in them. */
export type Reason = {
  kind: 'meaning' | 'spelling' | 'question' | 'sound' | 'number' | 'english' | 'nearest';
  said: string;
  /** What was looked up instead. */
  words: string[];
  /** What of it neither stands in the text nor has a meaning there. */
  missing?: string[];
};

type RelatedHits = { reason: Reason; hits: Hit[] };

export type Answer = {
  query: string;
  /** What the query cites: 第3项第2句, an address of the site. */
  cited: Hit[];
  /** Of a task or section that is cited, and that the plan has not: how many it has. */
  wanting: { kind: 'task' | 'section'; count: number } | undefined;
  /** Records that contain every term, in one of its forms. Those that hold it only as a splinter stand last. */
  exact: Hit[];
  /** Named things that do so too: figures, guides and so on. */
  named: Hit[];
  /** Whether these are what a question asks for, and have not all its words. */
  byQuestion?: boolean;
  /** Blocks that contain every term, and how many of them were not read: of many plans only the first are. */
  blocks: number;
  unread: number;
  /** The form that was looked up, where it is not what was typed: 素质教育 for 素質教育. */
  form: string | undefined;
  /** Whether that form is a guess at a slip, and so may be taken back. */
  isGuess: boolean;
  /** What was asked for and is known not to be spoken of. */
  unmentioned: string | undefined;
  /** What neither stands in the text nor has a meaning there, if nothing else answers. */
  missing: string[];
  related: RelatedHits[];
  /** Named things that have the words only in what editors explain of them; undefined if nobody looked there. */
  explained: Hit[] | undefined;
  /** Strings that do stand in the text, near to the query. */
  near: string[];
};

export const noAnswer = (query: string): Answer => ({
  query,
  cited: [],
  wanting: undefined,
  exact: [],
  named: [],
  blocks: 0,
  unread: 0,
  form: undefined,
  isGuess: false,
  unmentioned: undefined,
  missing: [],
  related: [],
  explained: undefined,
  near: [],
});

/** Whether an answer leads anywhere. */
export function leadsOn({ exact, named, unread, related }: Answer): boolean {
  return exact.length + named.length + unread > 0 || related.some(({ hits }) => hits.length > 0);
}

/** A record with every place where words stand in it. */
export function hitOf(record: FoundRecord, words: readonly string[]): Hit {
  const ranges = words.flatMap((word) => occurrences(record.text, word));
  const hit: Hit = { record, ranges: mergeRanges(ranges) };
  if (ranges.length > 0 && ranges.every((range) => isSplinter(record, range)))
    hit.isSplinter = true;
  return hit;
}

/** Every place where a word stands, overlapping ones too. */
export function occurrences(text: string, word: string): Range[] {
  const ranges: Range[] = [];
  if (word === '') return ranges;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    ranges.push({ start: at, end: at + word.length });
  }
  return ranges;
}

export function mergeRanges(ranges: readonly Range[]): Range[] {
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

/** Whether words of a hit stand in its title. The general requirement has none; its first sentence is like any other. */
export function isInTitle({ record, ranges }: Hit): boolean {
  return record.type !== 'general' && ranges.some((range) => range.start < titleOf(record).end);
}

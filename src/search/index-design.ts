/**
 * How text is written for Pagefind 1.6 so that a quoted phrase finds exactly the records that contain a
 * string, and how it comes back.
 */
export type IndexDesign = {
  id: 'characters' | 'pairs';
  /** The language of the records: Pagefind cuts words by dictionary in `zh`, nowhere in `und`. */
  language: 'zh-CN' | 'und';
  /** HTML text in which every term of the index stands by itself. */
  encode(text: string): string;
  /** The Pagefind query that finds exactly the records containing `literal`; empty if nothing can. */
  phrase(literal: string): string;
  /** The text again, from the `raw_content` of a fragment (which escapes `<` and `>`, and not `&`). */
  decode(rawContent: string): string;
  /** How many files fragments are bundled into: one makes every later search free. */
  maxFragments: number | undefined;
  /** How many records are read for one answer; the rest is counted. */
  mostRead: number;
};

const separator = '\u200b';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A character a term: the smallest index, and exact, but slow where thousands of records share one. */
const characters: IndexDesign = {
  id: 'characters',
  language: 'zh-CN',
  encode: (text) =>
    Array.from(text, (character) => escapes[character] ?? character).join(separator),
  phrase: (literal) => {
    // White space and the quote that marks a phrase are no terms.
    const terms = Array.from(literal.replace(/[\s"]+/gu, ''));
    return terms.length === 0 ? '' : `"${terms.join(' ')}"`;
  },
  decode: (rawContent) =>
    rawContent.replaceAll(separator, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
  maxFragments: 1,
  mostRead: Number.POSITIVE_INFINITY,
};

/**
 * Two neighbouring characters a term, each spelled in four letters: a term of Han characters would be cut
 * by the browser's segmenter, and marks would be lost. Behind the pairs stands each character once, for
 * queries of one character.
 */
const pairs: IndexDesign = {
  id: 'pairs',
  language: 'und',
  encode: (text) => [...couple(spell(`${text}\0`)), ...new Set(spell(text))].join(' '),
  phrase: (literal) => {
    const units = spell(literal);
    if (units.length === 0) return '';
    return `"${(units.length === 1 ? units : couple(units)).join(' ')}"`;
  },
  decode: (rawContent) =>
    rawContent.replace(/([a-p]{4})([a-p]{4})?\W*/gu, (_all, first: string, second?: string) =>
      second === undefined ? '' : unspell(first),
    ),
  maxFragments: undefined,
  mostRead: 50,
};

/**
 * The one place that switches by size. A plan has some fifty records; at 4,100 tasks the first search of
 * pairs costs less than that of characters, and a warm one a fifth of the time.
 * @param records in the index
 */
export function chooseDesign(records: number): IndexDesign {
  return records <= 500 ? characters : pairs;
}

/** Each UTF-16 unit as four letters a to p, the digits of its hexadecimal number. */
function spell(text: string): string[] {
  return Array.from({ length: text.length }, (_, i) =>
    [12, 8, 4, 0]
      .map((shift) => String.fromCharCode(97 + ((text.charCodeAt(i) >> shift) & 15)))
      .join(''),
  );
}

function unspell(letters: string): string {
  return String.fromCharCode(
    Array.from(letters).reduce((unit, letter) => unit * 16 + letter.charCodeAt(0) - 97, 0),
  );
}

/** Each unit joined with the next. */
function couple(units: readonly string[]): string[] {
  return units.slice(1).map((unit, i) => `${units[i]}${unit}`);
}

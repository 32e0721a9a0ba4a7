/** How an index is asked, so that a quoted phrase finds exactly the pages of which one text contains a string. */
export type IndexDesign = {
  id: 'characters' | 'pairs';
  /** The Pagefind query that finds exactly the pages containing `literal`; empty if nothing can. */
  phrase(literal: string): string;
};

/** How texts are written for Pagefind 1.6. Only the build needs it: browsers do without. */
export type Encoding = {
  /** The language of the records: Pagefind cuts words by dictionary in `zh`, nowhere in `und`. */
  language: 'zh-CN' | 'und';
  /** HTML text in which every term of the index stands by itself, and no phrase crosses two texts. */
  encode(texts: readonly string[]): string;
};

/** A character a term: the smallest index, and exact, but slow where a great many pages share one. */
const characters: IndexDesign = {
  id: 'characters',
  phrase: (literal) => {
    // White space and the quote that marks a phrase are no terms.
    const terms = Array.from(literal.replace(/[\s"]+/gu, ''));
    return terms.length === 0 ? '' : `"${terms.join(' ')}"`;
  },
};

/**
 * Two neighbouring characters a term, each spelled in four letters: a term of Han characters would be cut
 * by the browser's segmenter, and marks would be lost. Behind the pairs stands each character once, for
 * queries of one character.
 */
const pairs: IndexDesign = {
  id: 'pairs',
  phrase: (literal) => {
    const units = spell(literal);
    if (units.length === 0) return '';
    return `"${(units.length === 1 ? units : couple(units)).join(' ')}"`;
  },
};

/** How the texts of an index of each design are written. */
export function encodingOf({ id }: IndexDesign): Encoding {
  const separator = '\u200b';
  /** A term that no query asks for: it stands between two texts. */
  const barrier = 'zzzz';
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  if (id === 'characters') {
    return {
      language: 'zh-CN',
      encode: (texts) =>
        texts
          .map((text) =>
            Array.from(text, (character) => escapes[character] ?? character).join(separator),
          )
          .join(`${separator}${barrier}${separator}`),
    };
  }
  return {
    language: 'und',
    encode: (texts) =>
      [
        ...texts.flatMap((text) => [...couple(spell(text)), barrier]),
        ...new Set(texts.flatMap(spell)),
      ].join(' '),
  };
}

/**
 * The one place that switches by size. A page of the index of a plan is a section, of that of all plans a
 * plan: pages only narrow the search, and the engine reads the records of those found, so the index grows
 * with plans, not with tasks. A plan, and a dozen of them together, has characters, which cost least; more
 * have pairs, whose lists of places stay short. Measured with `npm run bench:search 100 1000`: all of 1,000
 * plans (41,000 tasks) take 191 KB for a first search and 18 ms (p95) for a warm one, nothing missed or
 * spurious. With a page a task it had been 757 KB, 533 ms and 7.5 GB to build.
 * @param records in the index, whatever its pages are
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

/** Each unit joined with the next. */
function couple(units: readonly string[]): string[] {
  return units.slice(1).map((unit, i) => `${units[i]}${unit}`);
}

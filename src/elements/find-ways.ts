import { fold } from '../search/fold.ts';
import { askingWords, wayWords } from '../words/way-words.ts';

/** A way into the site: the link of a list or a page. */
export type Way = {
  href: string;
  name: string;
  /** The row of its words, where its address does not tell it. */
  key?: string;
};

/** What is longer is a sentence, and looked for in the plan. English words are longer. */
const longestAsk = { han: 16, latin: 48 };
const most = 3;

const rowOf = (row: string): string[] => row.split('、');

/** A place in a page, or the last part of its address. */
function keyOf({ href, key }: Way): string {
  return key ?? /#(.+)$/u.exec(href)?.[1] ?? /([^/]+)\/(?:[?#].*)?$/u.exec(href)?.[1] ?? '';
}

/**
 * The ways that a query asks for and asks for nothing else, but for question words and particles: 有哪些数字 asks for the
 * figures, 数字校园 does not. The longest words come first.
 * @param query as typed
 * @param ways of the site and the plan, in their order; none is returned that is not among them
 */
export function findWays(query: string, ways: readonly Way[]): Way[] {
  const typed = fold(query);
  const isLatin = /^[\x20-\x7e]*$/u.test(typed);
  // Marks and spaces only part words; * is what stands for a name in a text.
  const said = typed.replace(/[^\p{L}\p{N}*]+/gu, isLatin ? ' ' : '').trim();
  if (said === '' || said.length > (isLatin ? longestAsk.latin : longestAsk.han)) return [];
  const known = ways.map((way) => ({
    way,
    words: [fold(way.name), ...rowOf(wayWords[keyOf(way)] ?? '')].filter(Boolean),
  }));
  const isAside = coverOf([...rowOf(askingWords), ...known.flatMap(({ words }) => words)]);
  const asks = (word: string): boolean =>
    placesOf(said, word).some(
      ([start, end]) => isAside(said.slice(0, start)) && isAside(said.slice(end)),
    );
  return known
    .map(({ way, words }) => {
      return { way, length: Math.max(0, ...words.filter(asks).map((word) => word.length)) };
    })
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, most)
    .map(({ way }) => way);
}

const isLetters = (word: string): boolean => /^[a-z ]+$/u.test(word);

/** Where a word stands; one in Latin letters stands there only whole, but for an s. */
function placesOf(said: string, word: string): [start: number, end: number][] {
  const places: [number, number][] = [];
  const isLetter = (at: number): boolean => /[a-z]/u.test(said.charAt(at));
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
    let end = at + word.length;
    if (isLetters(word)) {
      if (said.charAt(end) === 's') end += 1;
      if (isLetter(at - 1) || isLetter(end)) continue;
    }
    places.push([at, end]);
  }
  return places;
}

/** Tells whether a text is nothing but some of the words. */
function coverOf(words: readonly string[]): (text: string) => boolean {
  return (text) => {
    /** The places up to which the text is covered. */
    const reached = new Set([0]);
    for (let at = 0; at < text.length; at += 1) {
      if (!reached.has(at)) continue;
      if (text.charAt(at) === ' ') reached.add(at + 1);
      for (const word of words) {
        if (!text.startsWith(word, at)) continue;
        const end = at + word.length;
        if (!isLetters(word)) reached.add(end);
        else for (const [start, stop] of placesOf(text, word)) if (start === at) reached.add(stop);
      }
    }
    return reached.has(text.length);
  };
}

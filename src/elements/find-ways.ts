import { fold } from '../search/fold.ts';
import { wayWords } from '../words/way-words.ts';

/** A way into the site: the link of a list or a page. */
export type Way = { href: string; name: string };

/** What is longer is a sentence, and looked for in the plan. */
const longestAsk = 16;
const most = 3;

/**
 * The ways that a query names or asks for, in the order of the longest words that do.
 * @param query as typed
 * @param ways of the site and the plan, in their order; none is returned that is not among them
 */
export function findWays(query: string, ways: readonly Way[]): Way[] {
  const said = fold(query).replace(/\s+/gu, ' ').trim();
  if (said === '' || said.length > longestAsk) return [];
  const words = new Set(said.match(/[a-z]+/gu) ?? []);
  const speaks = (word: string): boolean =>
    // A character by itself has to be all that is asked; Latin words are whole, but for an s.
    word.length < 2
      ? said === word
      : /^[a-z]+$/u.test(word)
        ? words.has(word) || words.has(`${word}s`)
        : said.includes(word);
  return ways
    .map((way) => {
      const part = /([^/]+)\/(?:[?#].*)?$/u.exec(way.href)?.[1] ?? '';
      const found = [fold(way.name), ...(wayWords[part]?.split('、') ?? [])].filter(speaks);
      return { way, length: Math.max(0, ...found.map((word) => word.length)) };
    })
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, most)
    .map(({ way }) => way);
}

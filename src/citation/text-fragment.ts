/**
 * Links to words: text fragments (WICG, URL Fragment Text Directives). Browsers look for whole words, and cut Chinese
 * into words by dictionaries of their own. The draft asks for word edges only at the outer ends of what is given, so
 * context up to a mark of punctuation, where every dictionary agrees, lets any stretch of Chinese be found.
 */

/** Words on a page. A block is the text of an element that begins a line: a directive's terms may not leave theirs. */
export type Passage = {
  /** All text of the page before the block in which the words begin. */
  preceding: string;
  /** The block in which the words begin, and where: in UTF-16 units. */
  first: string;
  start: number;
  /** What stands between the blocks; absent if the words begin and end in one. */
  between?: string;
  /** The block in which the words end, and where. */
  last: string;
  end: number;
};

/** More is said by its beginning and its end. */
const longest = 60;

/** A beginning or an end has at least so many characters. */
const shortest = 4;

/**
 * The fragment directive that browsers find these words by, and no others before them.
 * @returns `:~:text=…`, to stand after `#`
 */
export function makeFragment(passage: Passage): string {
  const { preceding, first, last } = passage;
  const inOne = passage.between === undefined;
  const [start, end] = trim(passage);
  if (inOne && end - start <= longest) {
    let from = wordStart(first, start);
    let to = wordEnd(first, end);
    const isFirst = (): boolean => {
      const found = first.slice(from, to);
      return !preceding.includes(found) && first.indexOf(found) === from;
    };
    while (!isFirst() && from > 0) from = stepBack(first, from);
    while (!isFirst() && to < first.length) to = wordEnd(first, to + 1);
    return write(first.slice(from, start), first.slice(start, end), '', first.slice(end, to));
  }
  let from = wordStart(first, start);
  // The beginning ends within the words, if they do not go on into other blocks.
  const most = inOne ? end : first.length;
  let beginning = Math.min(wordEnd(first, start + shortest), most);
  const isFirst = (): boolean => {
    const found = first.slice(from, beginning);
    return !preceding.includes(found) && first.indexOf(found) === from;
  };
  while (!isFirst() && from > 0) from = stepBack(first, from);
  while (!isFirst() && beginning < most) beginning = wordEnd(first, beginning + 1);
  const least = inOne ? beginning : 0;
  let ending = Math.max(wordStart(last, end - shortest), least);
  let to = wordEnd(last, end);
  const rest = inOne
    ? first.slice(beginning)
    : first.slice(beginning) + (passage.between ?? '') + last;
  const at = (place: number): number => rest.length - last.length + place;
  const isNext = (): boolean => rest.indexOf(last.slice(ending, to)) === at(ending);
  while (!isNext() && ending > least) ending = Math.max(wordStart(last, ending - 1), least);
  while (!isNext() && to < last.length) to = wordEnd(last, to + 1);
  return write(
    first.slice(from, start),
    first.slice(start, beginning),
    last.slice(ending, end),
    last.slice(end, to),
  );
}

/** White space at the ends is no part of the words. */
function trim({ first, start, last, end }: Passage): [number, number] {
  const space = /\s/u;
  let [from, to] = [start, end];
  while (from < first.length && space.test(first.charAt(from))) from += 1;
  while (to > 0 && space.test(last.charAt(to - 1))) to -= 1;
  return [from, to];
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Whether no word can go over this place: it is an end of the text, or beside a mark that stands within no number. */
function isEdge(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return true;
  const [before, after] = [text.charAt(place - 1), text.charAt(place)];
  if (letter.test(before) && letter.test(after)) return false;
  // Halves of a character, and of numbers and words that a mark holds together: 9.1, 12:49, o'clock.
  if (/[\uD800-\uDBFF]/u.test(before) && /[\uDC00-\uDFFF]/u.test(after)) return false;
  const within = /^[A-Za-z0-9_][.,:;'’_][A-Za-z0-9_]$/u;
  return (
    !within.test(text.slice(place - 2, place + 1)) &&
    !within.test(text.slice(place - 1, place + 2)) &&
    before !== '_' &&
    after !== '_'
  );
}

function wordStart(text: string, place: number): number {
  let start = Math.max(place, 0);
  while (!isEdge(text, start)) start -= 1;
  return start;
}

/** A place further to the front, with a word between. */
function stepBack(text: string, place: number): number {
  let start = place;
  do start = wordStart(text, start - 1);
  while (start > 0 && !letter.test(text.slice(start, place)));
  return start;
}

function wordEnd(text: string, place: number): number {
  let end = Math.min(place, text.length);
  while (!isEdge(text, end)) end += 1;
  return end;
}

function write(prefix: string, start: string, end: string, suffix: string): string {
  const terms = [
    prefix.trim() && `${encode(prefix.trim())}-`,
    encode(start.trim()),
    encode(end.trim()),
    suffix.trim() && `-${encode(suffix.trim())}`,
  ];
  return `:~:text=${terms.filter(Boolean).join(',')}`;
}

/** Hyphens and commas part the terms; parentheses and quotes are cut off by programs that look for links in a text. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[-!'()*~]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Where the words stand that a fragment directive names: for browsers that do not look for them.
 * @param hash of an address: `#:~:text=…`
 * @param text of the page, or of its part that is looked at
 * @returns a stretch in UTF-16 units for every directive that is found, in their order
 */
export function findFragment(hash: string, text: string): { start: number; end: number }[] {
  const [, directives = ''] = hash.split(':~:', 2);
  return directives.split('&').flatMap((directive) => {
    const match = /^text=(?:([^,]*)-,)?([^,]+)(?:,(?!-)([^,]+))?(?:,-([^,]*))?$/u.exec(directive);
    if (!match) return [];
    const [prefix, start, end, suffix] = match.slice(1).map(decode);
    if (!start) return [];
    const pattern = new RegExp(
      `(${prefix ? `${anySpace(prefix)}${inBlock}` : ''})(${anySpace(start)}${
        end ? `[^]*?${anySpace(end)}` : ''
      })${suffix ? `${inBlock}${anySpace(suffix)}` : ''}`,
      'u',
    );
    const found = pattern.exec(text);
    if (!found) return [];
    const [, before = '', words = ''] = found;
    const at = found.index + before.length;
    return [{ start: at, end: at + words.length }];
  });
}

/** White space that ends no block: context stands in the block of its words. */
const inBlock = '[^\\S\\n]*';

const anySpace = (words: string): string =>
  words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+');

function decode(term: string | undefined): string {
  try {
    return decodeURIComponent(term ?? '').trim();
  } catch {
    return '';
  }
}

/**
 * Keeps the end of each cell and quotation of a page together: see `bindEnd`.
 *
 * @param html a whole page, or a part of one
 */
export function bindEnds(html: string): string {
  let bound = '';
  let from = 0;
  for (const { index } of html.matchAll(closing)) {
    // Tags that close with the cell are few.
    const start = Math.max(from, index - 200);
    bound += html.slice(from, start) + bindEnd(html.slice(start, index));
    from = index;
  }
  return bound + html.slice(from);
}

/** Where a cell or a quotation ends. */
const closing = /<\/(?:td|th|strong|p>\s*<footer)\b/gu;

/** The last characters of a text, none of them of a reference to a character, and the marks and tags that close there. */
const ending =
  /(?<!&#?\w*)([^<>&\s]{2,12})((?:[。；，、》”’）;,.]*\s*<\/(?:a|b|code|span|strong)>)*[。；，、》”’）;,.]*(?:\s|&#13;)*)$/u;

/**
 * Keeps the end of a text together, so that no line of one character is left (clreq 3.1.7): browsers see to that in
 * long paragraphs alone. A text of up to four characters is kept whole; of others the last word, or the last two
 * characters. The words stay as they are.
 *
 * @param html text with its tags and references to characters, to the end of a block
 */
export const bindEnd = (html: string): string => html.replace(ending, bindLast);

function bindLast(all: string, text: string, after: string): string {
  const { length } = marksAtEnd.exec(text)?.[0] ?? '';
  const letters = Array.from(text.slice(0, text.length - length));
  const bound = letters.slice(-countOfEnd(letters)).join('');
  if (Array.from(bound).length < 2) return all;
  const rest = text.length - length - bound.length;
  return `${text.slice(0, rest)}<span class="end">${text.slice(rest)}</span>${after}`;
}

const marksAtEnd = /[\p{P}\p{S}]*$/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** How many of the last characters belong together. */
function countOfEnd(letters: readonly string[]): number {
  if (letters.length <= 4) return letters.length;
  const lastWord = [...segmenter.segment(letters.slice(-4).join(''))].at(-1)?.segment ?? '';
  return Math.max(2, Array.from(lastWord).length);
}

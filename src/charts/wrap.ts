/** A line of a wrapped text (by hand: libraries break Latin words, and know no 行首禁则): `start` and `end` in code points of the text. */
export type WrappedLine = { start: number; end: number; text: string };

/** What may not begin a line (clreq 3.1.4: 行首禁则). */
const noStart = /[，。、；：！？,;:!?)）”’》〉」』】]/u;

/** Width of a character in ems: Chinese characters and full-width marks 1, Latin letters and digits a little over a half. */
const widthOf = (character: string): number => (/[\u0020-\u007e]/u.test(character) ? 0.56 : 1);

/** Width of a text in ems, about. */
export const widthInEms = (text: string): number =>
  Array.from(text).reduce((width, character) => width + widthOf(character), 0);

/**
 * Wraps a short Chinese text into lines for an SVG, which does not wrap by itself.
 * @param width of a line in ems, at least 2
 * @returns the lines; together they are the text
 */
export function wrapText(text: string, width: number): WrappedLine[] {
  const characters = Array.from(text);
  const lines: WrappedLine[] = [];
  let start = 0;
  let used = 0;
  const push = (end: number): void => {
    lines.push({ start, end, text: characters.slice(start, end).join('') });
    start = end;
    used = 0;
  };
  characters.forEach((character, i) => {
    const needed = widthOf(character);
    if (used + needed > width && i > start && !noStart.test(character)) push(i);
    used += needed;
  });
  if (start < characters.length) push(characters.length);
  return lines;
}

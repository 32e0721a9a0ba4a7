import { breakLines } from '../setting/lines.ts';

/** A line of a wrapped text: `start` and `end` in code points of the text. */
export type WrappedLine = { start: number; end: number; text: string };

/** Width of a character in ems: Chinese characters and full-width marks 1, Latin letters and digits a little over a half. */
const widthOf = (character: string): number => (/[\u0020-\u007e]/u.test(character) ? 0.58 : 1);

/** Width of a text in ems, about. */
export const widthInEms = (text: string): number =>
  Array.from(text).reduce((width, character) => width + widthOf(character), 0);

/**
 * Wraps a Chinese text into lines for an SVG, which does not wrap by itself: between words, as even as can be.
 * @param width of a line in ems, at least 2
 * @returns the lines; together they are the text, which neither begins nor ends with white space
 */
export function wrapText(text: string, width: number): WrappedLine[] {
  const broken = breakLines(text, width, widthOf);
  let start = 0;
  return (broken?.lines.map((line) => line.text) ?? [text]).map((line) => {
    const begins = start;
    start += Array.from(line).length;
    return { start: begins, end: start, text: line };
  });
}

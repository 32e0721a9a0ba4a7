import type { DrawnChart } from '../charts/chart.ts';

/** What stands around a drawing, in pixels: its title, the line of the table, source and files, and the margins. */
const around = 270;

/** Chinese characters of the reading in a line of the narrowest frame that is thought of, 360 pixels wide, and its height. */
const [charactersInLine, lineHeight] = [19, 29];

/** How wide a drawing is at most in a frame 360 pixels wide, and in one of 760. */
const [narrowWidth, wideWidth] = [328, 720];

/**
 * The height of the frame, in pixels, that shows a chart without scrolling where it is 360 to 760 pixels wide, its
 * table closed.
 */
export function chartFrameHeight({ narrow, wide, reading }: DrawnChart): number {
  const characters = reading.reduce((sum, { text }) => sum + text.length, 0);
  const drawing = Math.max(
    (narrow.height / narrow.width) * Math.min(narrowWidth, narrow.width),
    (wide.height / wide.width) * Math.min(wideWidth, wide.width),
  );
  const lines = Math.ceil(characters / charactersInLine);
  return Math.ceil((drawing + lines * lineHeight + around) / 10) * 10;
}

/** The height of the frame, in pixels, that shows a sentence without scrolling where it is 360 pixels wide or more. */
export function quoteFrameHeight(words: string): number {
  const lines = Math.ceil(Array.from(words).length / 15);
  return Math.ceil((lines * 33 + 130) / 10) * 10;
}

import type { DrawnChart } from '../charts/chart.ts';

/** What stands around a drawing, in pixels: its title, the line of the table, source and files, and the margins. */
const around = 265;

/** The reading of a chart beside its tallest drawing: Chinese characters in a line, and the height of a line in pixels. */
const [charactersInLine, lineHeight] = [26, 29];

/** How wide drawings are at most, in pixels: `ChartView.css` has the widths, and the one at which drawings change. */
const widest = { narrow: 448, broadNarrow: 608, wide: 720 };

/**
 * The height of the frame, in pixels, that shows a chart without scrolling where it is 360 to 760 pixels wide, its
 * table closed.
 */
export function chartFrameHeight({ narrow, wide, reading }: DrawnChart): number {
  const characters = reading.reduce((sum, { text }) => sum + text.length, 0);
  const narrowWidth = wide.width > 800 ? widest.broadNarrow : widest.narrow;
  const drawing = Math.max(
    (narrow.height / narrow.width) * narrowWidth,
    (wide.height / wide.width) * widest.wide,
  );
  return inTens(drawing + Math.ceil(characters / charactersInLine) * lineHeight + around);
}

const inTens = (pixels: number): number => Math.ceil(pixels / 10) * 10;

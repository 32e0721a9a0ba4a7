import { type DrawnChart, titleClauses } from '../charts/chart.ts';

/** What stands around a drawing, in pixels: the line of the table, source and files, and the margins. */
const around = 235;

/** Chinese characters in a line beside the tallest drawing, and the height of the line in pixels. */
const lines = {
  topic: { characters: 22, height: 26 },
  title: { characters: 14, height: 31 },
  reading: { characters: 26, height: 29 },
};

/** The height of a text, in pixels. */
const heightOf = (text: string, { characters, height }: (typeof lines)['title']): number =>
  Math.ceil(Array.from(text).length / characters) * height;

/** How wide drawings are at most, in pixels: `ChartView.css` has the widths, and the one at which drawings change. */
const widest = { narrow: 384, broadNarrow: 608, wide: 720 };

/**
 * The height of the frame, in pixels, that shows a chart without scrolling where it is 360 to 760 pixels wide, its
 * table closed.
 */
export function chartFrameHeight({ narrow, wide, topic, title, reading }: DrawnChart): number {
  const words =
    heightOf(topic ?? '', lines.topic) +
    titleClauses(title).reduce((sum, clause) => sum + heightOf(clause, lines.title), 0) +
    heightOf(reading.map(({ text }) => text).join(''), lines.reading);
  const narrowWidth = wide.width > 800 ? widest.broadNarrow : widest.narrow;
  const drawing = Math.max(
    (narrow.height / narrow.width) * narrowWidth,
    (wide.height / wide.width) * widest.wide,
  );
  return inTens(drawing + words + around);
}

const inTens = (pixels: number): number => Math.ceil(pixels / 10) * 10;

import { type Drawing, type DrawingMark, type Room, rect, text, type, widthOf } from './drawing.ts';
import { wrapText } from './wrap.ts';

/** A number to set large: its number and its unit as printed, and what it counts. `share` of a whole, 0 to 1. */
export type LargeNumber = {
  key: string;
  before: string;
  number: string;
  unit: string;
  words: string;
  share?: number;
};

const numberSize = 60;
const lineHeight = 24;
const unitSize = 20;
/** Where the number and the words below it stand. */
const baseline = { number: 52, words: 86 } as const;
const gap = { next: 40, unit: 6, below: 12 } as const;
/** The bar of a share: how high, and how far above the end of the words. */
const shareBar = { height: 10, rise: 8 } as const;

/** Lays out large numbers with their words, side by side if there is room; a share has its bar below, from zero. */
export function layoutLargeNumbers(numbers: readonly LargeNumber[], room: Room): Drawing {
  const beside = room.labels === 'beside';
  const width = beside
    ? (room.width - gap.next * (numbers.length - 1)) / Math.max(numbers.length, 1)
    : room.width;
  let height = 0;
  const marks = numbers.map((entry, i): DrawingMark => {
    const x = beside ? i * (width + gap.next) : 0;
    const top = beside ? 0 : height;
    const number = x + (entry.before ? widthOf(entry.before, type.value) + gap.unit : 0);
    const unit = number + widthOf(entry.number, numberSize) + gap.unit;
    const lines = wrapText(entry.words, width / type.label);
    const shapes = [
      ...(entry.before
        ? [text('small', { x, y: top + baseline.number }, type.value, { text: entry.before })]
        : []),
      text('value', { x: number, y: top + baseline.number }, numberSize, { text: entry.number }),
      text('label', { x: unit, y: top + baseline.number }, unitSize, { text: entry.unit }),
      ...lines.map((wrapped, n) =>
        text('label', { x, y: top + baseline.words + n * lineHeight }, type.label, {
          text: wrapped.text,
        }),
      ),
    ];
    let end = top + baseline.words + lines.length * lineHeight;
    if (entry.share !== undefined) {
      shapes.push(rect('whole', { x, y: end - shareBar.rise, width, height: shareBar.height }));
      shapes.push(
        rect('bar', {
          x,
          y: end - shareBar.rise,
          width: width * entry.share,
          height: shareBar.height,
        }),
      );
      end += gap.below;
    }
    height = beside ? Math.max(height, end) : end + gap.below;
    return { key: entry.key, shapes };
  });
  return { width: room.width, height, marks };
}

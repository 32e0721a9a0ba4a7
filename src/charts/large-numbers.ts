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

/** Lays out large numbers with their words, side by side if there is room; a share has its bar below, from zero. */
export function layoutLargeNumbers(numbers: readonly LargeNumber[], room: Room): Drawing {
  const beside = room.labels === 'beside';
  const gap = 40;
  const width = beside
    ? (room.width - gap * (numbers.length - 1)) / Math.max(numbers.length, 1)
    : room.width;
  let height = 0;
  const marks = numbers.map((entry, i): DrawingMark => {
    const x = beside ? i * (width + gap) : 0;
    const top = beside ? 0 : height;
    const number = x + (entry.before ? widthOf(entry.before, type.value) + 6 : 0);
    const unit = number + widthOf(entry.number, numberSize) + 6;
    const lines = wrapText(entry.words, width / type.label);
    const shapes = [
      ...(entry.before
        ? [text('small', { x, y: top + 52 }, type.value, { text: entry.before })]
        : []),
      text('value', { x: number, y: top + 52 }, numberSize, { text: entry.number }),
      text('label', { x: unit, y: top + 52 }, 20, { text: entry.unit }),
      ...lines.map((wrapped, n) =>
        text('label', { x, y: top + 86 + n * lineHeight }, type.label, { text: wrapped.text }),
      ),
    ];
    let end = top + 86 + lines.length * lineHeight;
    if (entry.share !== undefined) {
      shapes.push(rect('whole', { x, y: end - 8, width, height: 10 }));
      shapes.push(rect('bar', { x, y: end - 8, width: width * entry.share, height: 10 }));
      end += 12;
    }
    height = beside ? Math.max(height, end) : end + 12;
    return { key: entry.key, shapes };
  });
  return { width: room.width, height, marks };
}

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

/** Sizes of the numbers: of one or two, of a few, and of more than can be taken in at once, which are laid out as a list. */
const sizeOf = (count: number): number => (count > 4 ? 34 : 46);
const lineHeight = 24;
const unitSize = 20;
/** Where the number and the words below it stand, in a number's size. */
const baseline = { number: 52 / 60, words: 34 } as const;
const gap = { next: 40, unit: 6, below: 12 } as const;
/** The narrowest column in which words are read with ease. */
const leastColumn = 150;
/** The bar of a share: how high, and how far above the end of the words. */
const shareBar = { height: 10, rise: 8 } as const;

/**
 * Lays out large numbers with their words: side by side as far as there is room for them, in rows of as many; a share
 * has its bar below, from zero.
 */
export function layoutLargeNumbers(numbers: readonly LargeNumber[], room: Room): Drawing {
  const wanted = sizeOf(numbers.length);
  // What is too long for a row of its own is set smaller.
  const size = numbers.reduce<number>((least, entry) => {
    const beside = widthAt({ ...entry, number: '' }, wanted);
    const fits = (wanted * (room.width - beside)) / Math.max(widthOf(entry.number, wanted), 1);
    return Math.min(least, Math.floor(fits));
  }, wanted);
  const columns = room.labels === 'beside' ? countColumns(numbers, size, room) : 1;
  const width = (room.width - gap.next * (columns - 1)) / columns;
  const isOneRow = room.labels === 'beside' && columns === numbers.length;
  let top = 0;
  let end = 0;
  const marks = numbers.map((entry, i): DrawingMark => {
    const column = i % columns;
    if (column === 0) top = end;
    const { shapes, height } = drawNumber(entry, {
      x: column * (width + gap.next),
      top,
      width,
      size,
    });
    end = Math.max(end, top + height + (isOneRow ? 0 : gap.below));
    const { before, number, unit, words } = entry;
    return { key: entry.key, label: `${words} ${before}${number}${unit}`, shapes };
  });
  return { width: room.width, height: end, marks };
}

/** As many columns as all numbers fit into, with rows that are as even as can be. */
function countColumns(numbers: readonly LargeNumber[], size: number, room: Room): number {
  const fits = (columns: number): boolean => {
    const width = (room.width - gap.next * (columns - 1)) / columns;
    return (
      columns === 1 || (width >= leastColumn && numbers.every((one) => widthAt(one, size) <= width))
    );
  };
  let columns = Math.max(numbers.length, 1);
  while (!fits(columns)) columns -= 1;
  return Math.ceil(numbers.length / Math.ceil(numbers.length / columns)) || 1;
}

/** How wide a number is with what stands before and after it. */
function widthAt({ before, number, unit }: LargeNumber, size: number): number {
  const lead = before ? widthOf(before, type.value) + gap.unit : 0;
  return lead + widthOf(number, size) + gap.unit + widthOf(unit, unitSize);
}

function drawNumber(
  entry: LargeNumber,
  { x, top, width, size }: { x: number; top: number; width: number; size: number },
): DrawingMark & { height: number } {
  const y = top + Math.round(size * baseline.number);
  const number = x + (entry.before ? widthOf(entry.before, type.value) + gap.unit : 0);
  const unit = number + widthOf(entry.number, size) + gap.unit;
  const lines = wrapText(entry.words, width / type.label);
  const drawn = [
    ...(entry.before ? [text('small', { x, y }, type.value, { text: entry.before })] : []),
    text('value', { x: number, y }, size, { text: entry.number }),
    text('label', { x: unit, y }, unitSize, { text: entry.unit }),
    ...lines.map((wrapped, n) =>
      text('label', { x, y: y + baseline.words + n * lineHeight }, type.label, {
        text: wrapped.text,
      }),
    ),
  ];
  const end = y + baseline.words + lines.length * lineHeight;
  if (entry.share !== undefined) {
    const bar = { x, y: end - shareBar.rise, height: shareBar.height };
    drawn.push(rect('whole', { ...bar, width }));
    drawn.push(rect('bar', { ...bar, width: width * Math.min(entry.share, 1) }));
  }
  const height = end + (entry.share === undefined ? 0 : gap.below) - top;
  return { shapes: [rect('hit', { x, y: top, width, height }), ...drawn], height };
}

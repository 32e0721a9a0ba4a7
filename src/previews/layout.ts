import { type Advance, type Broken, type Line, breakLines, shorten } from '../setting/lines.ts';
import type { Preview } from './previews.ts';

/** Of a picture in pixels: 1.91 to 1, as programs for chat and social networks show it. */
export const width = 1200;
export const height = 630;

/** The middle square, all that WeChat shows: what a picture says stands in it. */
export const square = { left: (width - height) / 2, right: (width + height) / 2 };

const margin = 40;
const left = square.left + margin;
const measure = height - 2 * margin;

export type Weight = 500 | 700;

/** Characters on a baseline, in pixels from the left and upper edges of the picture. */
type SetLine = {
  role: 'label' | 'beside' | 'figure' | 'words' | 'note' | 'plan' | 'site';
  text: string;
  ink: 'ink' | 'ink-2' | 'accent';
  weight: Weight;
  /** Of its largest characters. */
  size: number;
  baseline: number;
  left: number;
  right: number;
  characters: { character: string; x: number; size: number }[];
};

/** A picture laid out: its lines, and the height at which a rule parts them from the foot. */
export type Layout = { lines: SetLine[]; rule: number };

/** The advances of characters in a weight. */
export type Measure = (weight: Weight) => Advance;

/** How far Chinese characters reach above and below the baseline, in ems. */
const ascent = 0.88;
const descent = 0.12;

/** Sizes of the main words. In a thumbnail of 120 pixels the smallest is still a twelfth of its height. */
const sizes = [104, 96, 88, 80, 74, 68, 62, 58, 54, 50];
/** Under a figure, which is what a thumbnail shows. */
const sizesUnderFigure = [62, 58, 54, 50, 46, 42];
const leading = 1.34;

/** What a word broken at a line end costs is about what a size a sixth smaller costs. */
const costOfSize = 90;

/** A part of a picture: its lines, from a height of 0 down. */
type Block = { lines: SetLine[]; height: number };
type Style = Pick<SetLine, 'role' | 'ink' | 'weight' | 'size'>;

const nothing: Block = { lines: [], height: 0 };

/** Lays out what a picture says, with all lines in the middle square. */
export function layOut(preview: Preview, measureOf: Measure): Layout {
  const { figure, words, note, plan } = preview;
  const head = layOutHead(preview, measureOf);
  const foot = layOutFoot(preview, measureOf);
  const top = 44 + head.height + 34;
  const rule = height - 36 - foot.height - 14;
  const room = rule - 26 - top;
  const above = figure ? layOutFigure(figure, measureOf) : nothing;
  const below = note === undefined ? nothing : layOutNote(note, measureOf);
  const among = figure ? sizesUnderFigure : sizes.filter((size) => plan === undefined || size < 90);
  const main = layOutWords(words, among, room - above.height - below.height, measureOf);
  // A little above the middle of its room, where the eye looks for it.
  const start = top + Math.max(0, room - above.height - main.height - below.height) * 0.42;
  return {
    lines: [
      ...moveDown(head, 44),
      ...moveDown(above, start),
      ...moveDown(main, start + above.height),
      ...moveDown(below, start + above.height + main.height),
      ...moveDown(foot, rule + 14),
    ],
    rule: round(rule),
  };
}

const moveDown = ({ lines }: Block, by: number): SetLine[] =>
  lines.map((line) => ({ ...line, baseline: round(line.baseline + by) }));

/** What the page is, with its number large, and where it stands. */
function layOutHead({ label, numeral = '', beside = '' }: Preview, measureOf: Measure): Block {
  if (label === '') return nothing;
  // Digits are set large. Of Chinese numerals 一 would be a mere stroke: with them the whole label is large.
  const isDigits = /^[0-9]+$/u.test(numeral);
  const size = isDigits ? 116 : numeral === '' ? 38 : 60;
  const [before, after] = isDigits ? label.split(numeral, 2) : ['', ''];
  const parts = isDigits
    ? [
        { text: before ?? '', scale: 40 / size },
        { text: numeral, scale: 1 },
        { text: after ?? '', scale: 40 / size },
      ]
    : [{ text: label, scale: 1 }];
  const style = { role: 'label', ink: 'accent', weight: 700 } as const;
  const line = placeParts(parts, style, size, measureOf);
  const baseline = isDigits ? 86 : size * ascent;
  const near: Style = { role: 'beside', ink: 'ink-2', weight: 500, size: 30 };
  const context = beside === '' ? [] : [placeOne(beside, near, line.right + 24, measureOf)];
  return {
    lines: [line, ...context].map((each) => ({ ...each, baseline })),
    height: baseline + (isDigits ? 40 : size) * descent,
  };
}

/** The plan and the site. */
function layOutFoot({ plan = '', site }: Preview, measureOf: Measure): Block {
  const size = 27;
  const lineHeight = 38;
  const style = { weight: 500, size } as const;
  const width = measure / size;
  const inTwo = (words: string): Broken | undefined => breakLines(words, width, measureOf(500), 2);
  const named = inTwo(shorten(plan, (words) => inTwo(words) !== undefined))?.lines ?? [];
  const lines = [
    ...named.map((line) => place(line, { ...style, role: 'plan', ink: 'ink-2' }, left)),
    ...(site === ''
      ? []
      : [placeOne(site, { ...style, role: 'site', ink: 'accent' }, left, measureOf)]),
  ];
  return {
    lines: lines.map((line, i) => ({ ...line, baseline: i * lineHeight + lineHeight * 0.75 })),
    height: lines.length * lineHeight,
  };
}

/** A figure as large as a line allows, its unit and qualifiers smaller. */
function layOutFigure(
  { before, number, unit, after }: NonNullable<Preview['figure']>,
  measureOf: Measure,
): Block {
  const parts = [
    { text: before, scale: 0.3 },
    { text: number, scale: 1 },
    { text: unit, scale: 0.36 },
    { text: after, scale: 0.3 },
  ];
  const style = { role: 'figure', ink: 'accent', weight: 700 } as const;
  const inEms = placeParts(parts, style, 1000, measureOf);
  const size = Math.min(190, Math.floor((measure * 1000) / (inEms.right - inEms.left)));
  const line = placeParts(parts, style, size, measureOf);
  return { lines: [{ ...line, baseline: round(size * 0.76) }], height: round(size * 0.8 + 36) };
}

/** Words as large as their room allows and their words sit well; shortened where the smallest size is too large. */
function layOutWords(
  words: string,
  among: readonly number[],
  room: number,
  measureOf: Measure,
): Block {
  const advance = measureOf(700);
  const breakIn = (text: string, size: number): Broken | undefined => {
    const most = Math.max(1, Math.floor((room / size - 1) / leading + 1));
    const ems = Array.from(text).reduce((sum, each) => sum + advance(each), 0);
    // Far too long: not worth the breaking.
    if (ems > most * (measure / size + 1)) return undefined;
    return breakLines(text, measure / size, advance, most);
  };
  // Words that have to be shortened are better short than small.
  const [beforeLast = 0, last = 0] = among.slice(-2);
  const fitting = breakIn(words, last)
    ? words
    : shorten(words, (text) => breakIn(text, beforeLast) !== undefined);
  const ways = among.flatMap((size) => {
    const broken = breakIn(fitting, size);
    return broken ? [{ size, ...broken }] : [];
  });
  const costOf = ({ size, cost }: (typeof ways)[number]): number =>
    cost + costOfSize * (1 - size / (ways[0]?.size ?? size));
  const [best] = ways.sort((a, b) => costOf(a) - costOf(b));
  if (!best) return nothing;
  const { size, lines } = best;
  const style: Style = { role: 'words', ink: 'ink', weight: 700, size };
  return {
    lines: lines.map((line, i) => ({
      ...place(line, style, left),
      baseline: round(size * (ascent + i * leading)),
    })),
    height: size * (1 + (lines.length - 1) * leading),
  };
}

/** A few lines in small characters. */
function layOutNote(note: string, measureOf: Measure): Block {
  const size = 32;
  const lineHeight = 52;
  const advance = measureOf(500);
  const inLines = (words: string): Broken | undefined =>
    breakLines(words, measure / size, advance, 4);
  const { lines = [] } = inLines(shorten(note, (words) => inLines(words) !== undefined)) ?? {};
  const style: Style = { role: 'note', ink: 'ink-2', weight: 500, size };
  return {
    lines: lines.map((line, i) => ({
      ...place(line, style, left),
      baseline: 36 + size + i * lineHeight,
    })),
    height: 36 + lines.length * lineHeight,
  };
}

/** A broken line from `x` on, on a baseline of 0. */
function place(line: Line, style: Style, x: number): SetLine {
  const { size } = style;
  return {
    ...style,
    text: line.text,
    baseline: 0,
    left: round(x),
    right: round(x + line.width * size),
    characters: line.characters.map(({ character, x: at }) => ({
      character,
      x: round(x + at * size),
      size,
    })),
  };
}

/** A text on one line, shortened if it is too long. */
function placeOne(text: string, style: Style, x: number, measureOf: Measure): SetLine {
  const width = (left + measure - x) / style.size;
  const inOne = (words: string): Broken | undefined =>
    breakLines(words, width, measureOf(style.weight), 1);
  const line = inOne(shorten(text, (words) => inOne(words) !== undefined))?.lines[0];
  return place(line ?? { text: '', characters: [], width: 0 }, style, x);
}

/** Texts of several sizes on one line; `scale` of `size`. */
function placeParts(
  parts: readonly { text: string; scale: number }[],
  style: Omit<Style, 'size'>,
  size: number,
  measureOf: Measure,
): SetLine {
  const advance = measureOf(style.weight);
  const gap = size * 0.05;
  let x = left;
  const characters = parts
    .filter(({ text }) => text !== '')
    .flatMap(({ text, scale }, i) => {
      if (i > 0) x += gap;
      return Array.from(text, (character) => {
        const placed = { character, x: round(x), size: round(size * scale) };
        x += advance(character) * size * scale;
        return placed;
      });
    });
  const text = parts.map((part) => part.text).join('');
  return { ...style, size, text, baseline: 0, left, right: round(x), characters };
}

const round = (value: number): number => Math.round(value * 10) / 10;

import sharp from 'sharp';
import { type Rgb, encodeIndexedPng, indexerOf } from './indexed-png.ts';
import { type Layout, type Weight, height, square, width } from './layout.ts';
import type { Typeface } from './typeface.ts';

const colours = ['paper', 'paper-2', 'rule', 'ink', 'ink-2', 'accent'] as const;

/** The colours of a picture, as `#rrggbb`. */
export type Colours = Record<(typeof colours)[number], string>;

export type Typefaces = Record<Weight, Typeface>;

/**
 * What stands in the middle square of a picture, as an SVG file of that square. Its characters are outlines, so that
 * it looks the same everywhere.
 */
export function writeSquareSvg(
  { lines, rule }: Layout,
  typefaces: Typefaces,
  colour: Colours,
): string {
  const glyphs = lines.flatMap(({ characters, baseline, ink, weight }) =>
    characters.map(({ character, x, size }) => {
      const outline = typefaces[weight].outline(character);
      const scale = size / 1000;
      return outline === ''
        ? ''
        : `<path fill="${colour[ink]}" transform="matrix(${scale} 0 0 ${-scale} ${x} ${baseline})" d="${outline}"/>`;
    }),
  );
  const { left } = square;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} 0 ${height} ${height}" width="${height}" height="${height}">`,
    ...writeGround(colour),
    `<path d="M${left + 40} ${rule}h${height - 80}" stroke="${colour.rule}" stroke-width="2"/>`,
    ...glyphs,
    '</svg>',
  ].join('');
}

/** The sheet on its ground: ruled columns beside it, as in a Chinese book, and a double line above. */
function writeGround(colour: Colours): string[] {
  const { left, right } = square;
  const column = 57;
  const rules = Array.from({ length: Math.floor(left / column) }, (_, i) => [
    left - (i + 1) * column,
    right + (i + 1) * column,
  ]).flat();
  return [
    `<rect width="${width}" height="${height}" fill="${colour['paper-2']}"/>`,
    ...rules.map((x) => `<rect x="${x}" width="2" height="${height}" fill="${colour.rule}"/>`),
    `<rect x="${left}" width="${height}" height="${height}" fill="${colour.paper}"/>`,
    `<rect y="4" width="${width}" height="9" fill="${colour.accent}"/>`,
    `<rect y="17" width="${width}" height="2" fill="${colour.accent}"/>`,
  ];
}

/**
 * Makes what draws pictures. Beside the square all are the same, and that is drawn once.
 * @returns a function from the SVG of a square to a PNG of the whole; the same to the byte for the same SVG and
 * libraries
 */
export async function makePainter(colour: Colours): Promise<(svg: string) => Promise<Uint8Array>> {
  const palette = paletteOf(colour);
  const toIndices = indexerOf(palette);
  const pixelsOf = async (svg: string): Promise<Uint8Array> =>
    toIndices(await sharp(Buffer.from(svg)).raw().toBuffer());
  const ground = await pixelsOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${writeGround(colour).join('')}</svg>`,
  );
  return async (svg) => {
    const middle = await pixelsOf(svg);
    const whole = Uint8Array.from(ground);
    for (let y = 0; y < height; y += 1) {
      whole.set(middle.subarray(y * height, (y + 1) * height), y * width + square.left);
    }
    return encodeIndexedPng(whole, { width, height }, palette);
  };
}

/** The colours of a picture, and steps from its sheet to each ink for the edges of characters: 16 in all. */
function paletteOf(colour: Colours): Rgb[] {
  const paper = readHex(colour.paper);
  const stepsTo = (ink: Rgb, steps: number): Rgb[] =>
    Array.from({ length: steps }, (_, i): Rgb => {
      const mix = (k: 0 | 1 | 2): number =>
        Math.round(paper[k] + ((ink[k] - paper[k]) * (i + 1)) / steps);
      return [mix(0), mix(1), mix(2)];
    });
  return [
    paper,
    readHex(colour['paper-2']),
    readHex(colour.rule),
    ...stepsTo(readHex(colour.ink), 5),
    ...stepsTo(readHex(colour.accent), 5),
    ...stepsTo(readHex(colour['ink-2']), 3),
  ];
}

const readHex = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

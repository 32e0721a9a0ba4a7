import sharp from 'sharp';
import { encodeIndexedPng } from './indexed-png.ts';
import { type Layout, type Weight, height, square, width } from './layout.ts';
import type { Typeface } from './typeface.ts';

const colours = ['paper', 'paper-2', 'rule', 'ink', 'ink-2', 'accent'] as const;

/** The colours of a picture, as `#rrggbb`. */
export type Colours = Record<(typeof colours)[number], string>;

export type Typefaces = Record<Weight, Typeface>;

/** A picture as an SVG file: its characters are outlines, so that it looks the same everywhere. */
export function writePreviewSvg(
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
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    ...ground(rule, colour),
    ...glyphs,
    '</svg>',
  ].join('');
}

/** The sheet on its ground: ruled columns at its sides, as in a Chinese book, and a double line above. */
function ground(rule: number, colour: Colours): string[] {
  const { left, right } = square;
  const column = 57;
  const lines = Array.from({ length: Math.floor(left / column) }, (_, i) => [
    left - (i + 1) * column,
    right + (i + 1) * column,
  ]).flat();
  return [
    `<rect width="${width}" height="${height}" fill="${colour['paper-2']}"/>`,
    ...lines.map((x) => `<path d="M${x} 0V${height}" stroke="${colour.rule}" stroke-width="1.5"/>`),
    `<rect x="${left}" width="${right - left}" height="${height}" fill="${colour.paper}"/>`,
    `<path d="M0 8H${width}" stroke="${colour.accent}" stroke-width="10"/>`,
    `<path d="M0 18.5H${width}" stroke="${colour.accent}" stroke-width="2"/>`,
    `<path d="M${left + 40} ${rule}H${right - 40}" stroke="${colour.rule}" stroke-width="2"/>`,
  ];
}

/** Draws a picture: a PNG of the size that layouts have; the same to the byte for the same SVG and libraries. */
export async function drawPreview(svg: string, colour: Colours): Promise<Uint8Array> {
  const pixels = await sharp(Buffer.from(svg)).flatten().removeAlpha().raw().toBuffer();
  return encodeIndexedPng(pixels, { width, height }, paletteOf(colour));
}

/** The colours of a picture, and steps from its sheet to each: the edges of its characters. */
function paletteOf(colour: Colours): [number, number, number][] {
  const steps = 12;
  const paper = readHex(colour.paper);
  const inks = [colour.ink, colour['ink-2'], colour.accent].flatMap((hex) => {
    const ink = readHex(hex);
    return Array.from({ length: steps }, (_, i) => {
      const share = (i + 1) / steps;
      return paper.map((from, k) => Math.round(from + ((ink[k] ?? 0) - from) * share)) as [
        number,
        number,
        number,
      ];
    });
  });
  return [paper, readHex(colour['paper-2']), readHex(colour.rule), ...inks];
}

const readHex = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

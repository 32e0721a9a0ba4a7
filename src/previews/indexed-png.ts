import { promisify } from 'node:util';
import { constants, crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);

/** Only runs are looked for: that is quick, and the same on every processor. Node's search for more is not. */
const options = { level: 9, strategy: constants.Z_RLE };

export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Makes what gives each pixel the nearest colour of a palette. (The library that draws would find the best palette by
 * itself, which takes four times as long as the drawing: here it is known.)
 * @returns a function from pixels of four bytes each to indices of the palette
 */
export function indexerOf(palette: readonly Rgb[]): (pixels: Uint8Array) => Uint8Array {
  const nearest = new Map<number, number>();
  return (pixels) => {
    const indices = new Uint8Array(pixels.length / 4);
    let colour = -1;
    let index = 0;
    for (let i = 0, at = 0; i < indices.length; i += 1, at += 4) {
      const red = pixels[at] ?? 0;
      const green = pixels[at + 1] ?? 0;
      const blue = pixels[at + 2] ?? 0;
      const here = (red << 16) | (green << 8) | blue;
      if (here !== colour) {
        index = nearest.get(here) ?? findNearest([red, green, blue], palette);
        nearest.set(here, index);
        colour = here;
      }
      indices[i] = index;
    }
    return indices;
  };
}

function findNearest([r, g, b]: Rgb, palette: readonly Rgb[]): number {
  const distances = palette.map(
    ([red, green, blue]) => (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2,
  );
  return distances.indexOf(Math.min(...distances));
}

/**
 * A PNG with a palette and four bits a pixel (Portable Network Graphics, third edition, 5 and 11).
 * @param indices of the palette, row by row
 * @param size in pixels; the width is even
 * @param palette at most 16 colours
 */
export async function encodeIndexedPng(
  indices: Uint8Array,
  { width, height }: { width: number; height: number },
  palette: readonly Rgb[],
): Promise<Uint8Array> {
  const row = width / 2;
  const packed = new Uint8Array(height * row);
  for (let at = 0; at < packed.length; at += 1) {
    packed[at] = ((indices[2 * at] ?? 0) << 4) | (indices[2 * at + 1] ?? 0);
  }
  // Each row is told by its differences from the one above, filter 2, which the byte before it names: mostly 0.
  const rows = Buffer.alloc(height * (row + 1));
  for (let y = 0, at = 0; y < height; y += 1) {
    const start = y * (row + 1) + 1;
    rows[start - 1] = 2;
    for (let x = 0; x < row; x += 1, at += 1) {
      rows[start + x] = (packed[at] ?? 0) - (y === 0 ? 0 : (packed[at - row] ?? 0));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits an index; colour type 3 is a palette.
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    writeChunk('IHDR', header),
    writeChunk('PLTE', Buffer.from(palette.flat())),
    writeChunk('IDAT', await compress(rows, options)),
    writeChunk('IEND', Buffer.alloc(0)),
  ]);
}

function writeChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

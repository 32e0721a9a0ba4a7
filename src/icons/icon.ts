import sharp from 'sharp';

/**
 * The icon: a sheet of a plan on a seal. All edges lie on the grid of 16 pixels, so that it is sharp in a tab.
 * @param colours of the seal, the sheet and the writing
 * @param corners the radius of its corners, of 64; phones cut corners themselves
 */
export function writeIconSvg(
  colours: { seal: string; sheet: string; writing: string },
  corners = 8,
): string {
  const { seal, sheet, writing } = colours;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${corners}" fill="${seal}"/><rect x="20" y="8" width="24" height="48" fill="${sheet}"/><path d="M24 18h16M24 26h16M24 34h16M24 42h8" stroke="${writing}" stroke-width="4"/></svg>\n`;
}

/** An icon as a PNG of `size` pixels. */
export async function drawIcon(svg: string, size: number): Promise<Buffer> {
  // The viewBox is 64 wide, at 72 dots an inch.
  return sharp(Buffer.from(svg), { density: (72 * size) / 64 })
    .png()
    .toBuffer();
}

/**
 * Packs PNG images into one file of the ICO format, for browsers that take no SVG icon (Windows Vista and later
 * read PNG in it).
 * @param images square, each of fewer than 256 pixels
 */
export function packIco(
  images: readonly { size: number; png: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const entry = 16;
  const head = Buffer.alloc(6 + images.length * entry);
  // Type 1 is an icon.
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, i) => {
    const at = 6 + i * entry;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    // One plane of 32 bits a pixel.
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return new Uint8Array(Buffer.concat([head, ...images.map(({ png }) => png)]));
}

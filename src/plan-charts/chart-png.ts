import sharp from 'sharp';

/** A PNG of an SVG file, at twice its size; the same to the byte for the same SVG, fonts and library. */
export async function drawChartPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = sharp(Buffer.from(svg), { density: 144 });
  return new Uint8Array(await image.png({ compressionLevel: 6 }).toBuffer());
}

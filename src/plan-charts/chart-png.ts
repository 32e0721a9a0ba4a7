import sharp from 'sharp';

/** Dots an inch at which a unit of an SVG is a dot. */
const plain = 72;

/** Higher or wider images are refused, and are of no use to anybody. */
const mostDots = 16_000;

/**
 * A PNG of an SVG file, at twice its size, or as large as can be; the same to the byte for the same SVG, fonts and
 * library.
 */
export async function drawChartPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(svg);
  // No limit: the size is what is read here, and it is lowered below.
  const { width, height } = await sharp(bytes, {
    density: plain,
    limitInputPixels: false,
  }).metadata();
  const scale = Math.min(2, mostDots / Math.max(width, height));
  const image = sharp(bytes, { density: plain * scale });
  return new Uint8Array(await image.png({ compressionLevel: 6 }).toBuffer());
}

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawIcon, packIco, writeIconSvg } from '../../src/icons/icon.ts';
import { colour } from '../../src/styles/colours.ts';

const svg = writeIconSvg({
  seal: colour('accent'),
  sheet: colour('paper'),
  writing: colour('ink'),
});

test.each([16, 32, 48, 180])('draws an icon of %i pixels', async (size) => {
  const { width, height } = await sharp(await drawIcon(svg, size)).metadata();
  expect([width, height]).toEqual([size, size]);
});

test('draws it sharp in a tab: the sheet has only its own colour and that of the writing', async () => {
  const data = await sharp(await drawIcon(svg, 16))
    .extract({ left: 5, top: 2, width: 6, height: 12 })
    .removeAlpha()
    .raw()
    .toBuffer();
  const colours = new Set(
    Array.from({ length: data.length / 3 }, (_, i) =>
      data.subarray(i * 3, i * 3 + 3).toString('hex'),
    ),
  );
  expect([...colours].map((hex) => `#${hex}`).sort()).toEqual(
    [colour('ink'), colour('paper')].sort(),
  );
});

test('packs icons into one file, each where its entry says', async () => {
  const images = await Promise.all(
    [16, 32, 48].map(async (size) => ({ size, png: await drawIcon(svg, size) })),
  );
  const ico = Buffer.from(packIco(images));
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 3]);
  images.forEach(({ size, png }, i) => {
    const entry = 6 + i * 16;
    expect([ico.readUInt8(entry), ico.readUInt8(entry + 1)]).toEqual([size, size]);
    const from = ico.readUInt32LE(entry + 12);
    expect(ico.subarray(from, from + ico.readUInt32LE(entry + 8)).equals(png)).toBe(true);
  });
});

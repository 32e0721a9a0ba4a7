import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawQrCode } from '../../src/integrations/qr-codes.ts';

test.each([
  'https://plan.example.org/20xx/tasks/3/',
  `https://plan.example.org/${'a-long-base/'.repeat(6)}20xx/audiences/rural-teacher/`,
])('a phone reads %s from the code on paper', async (address) => {
  // 22 mm at 300 dots an inch.
  const { data, info } = await sharp(Buffer.from(drawQrCode(address)), { density: 600 })
    .resize(260)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address);
});

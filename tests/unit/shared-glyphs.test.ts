import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSharedGlyphs } from '../../src/files/shared-glyphs.ts';

const font = readFileSync(
  'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
);
const shared = readSharedGlyphs(font);

test.each([
  ['⼯', '工'],
  ['⾧', '長'],
  ['⻓', '长'],
])('the radical %s has the glyph of %s', (radical, character) => {
  expect(radical).not.toBe(character);
  expect(shared.get(radical)).toContain(character);
  expect(shared.get(character)).toContain(radical);
});

test('a character with a glyph of its own shares it with none', () => {
  expect(shared.get('教')).toBeUndefined();
});

test('refuses what is no font', () => {
  expect(() => readSharedGlyphs(Buffer.alloc(64))).toThrow('a font without a table cmap');
});

/**
 * The characters that a font shows with one glyph, where there are several: 工 and the radical ⼯ (U+2F2F).
 * @param font a file of OpenType with a table for all of Unicode (`cmap`, format 12)
 * @returns for each such character all that share its glyph, itself among them
 */
export function readSharedGlyphs(font: Buffer): Map<string, string[]> {
  const ofGlyph = new Map<number, string[]>();
  const table = findTable(font, 'cmap');
  const records = Array.from({ length: font.readUInt16BE(table + 2) }, (_, i) =>
    font.readUInt32BE(table + 4 + 8 * i + 4),
  );
  const subtable = [...new Set(records)]
    .map((offset) => table + offset)
    .find((at) => font.readUInt16BE(at) === 12);
  if (subtable === undefined) throw new Error('a font without a cmap table of format 12');
  const groups = font.readUInt32BE(subtable + 12);
  for (let i = 0; i < groups; i += 1) {
    const at = subtable + 16 + 12 * i;
    const [first, last, glyph] = [0, 4, 8].map((offset) => font.readUInt32BE(at + offset));
    if (first === undefined || last === undefined || glyph === undefined) continue;
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      const known = ofGlyph.get(glyph + code - first);
      if (known) known.push(character);
      else ofGlyph.set(glyph + code - first, [character]);
    }
  }
  return new Map(
    [...ofGlyph.values()]
      .filter((characters) => characters.length > 1)
      .flatMap((characters) => characters.map((character) => [character, characters])),
  );
}

/** Where a table of a font begins (OpenType, table directory). */
function findTable(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const at = 12 + 16 * i;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`a font without a table ${tag}`);
}

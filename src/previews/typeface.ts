import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Font, create } from 'fontkitten';
import { decompress } from 'wawoff2';

/** The characters of a weight of the packaged Chinese typeface. */
export type Typeface = {
  /** The advance of a character in ems. */
  advance(character: string): number;
  /** Its outline as SVG path data, in thousandths of an em, upwards from the baseline. */
  outline(character: string): string;
};

/** What stands for a character that the typeface has not: 〓, as printers set it. */
const missing = '〓';

/**
 * Loads what is needed of Noto Serif SC, a Song typeface as the site's titles and the plan's words have it. Its
 * package has one file of all weights for each hundred or so characters: no font of the machine is used.
 *
 * @param characters all that will be asked for
 * @param weights 200 to 900
 */
export async function loadTypefaces<Weight extends number>(
  characters: ReadonlySet<string>,
  weights: readonly Weight[],
): Promise<Record<Weight, Typeface>> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@fontsource-variable/noto-serif-sc/package.json'));
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  const files = Object.entries(ranges).map(([file, list]) => ({
    file: `noto-serif-sc-${file.replace(/[[\]]/gu, '')}-wght-normal.woff2`,
    ranges: list.split(',').map(readRange),
  }));
  const fontOf = new Map<string, Font>();
  const fonts = new Map<string, Font>();
  for (const character of new Set([...characters, ' ', missing])) {
    const code = character.codePointAt(0) ?? 0;
    for (const { file } of files.filter((each) =>
      each.ranges.some(([first, last]) => code >= first && code <= last),
    )) {
      const font = fonts.get(file) ?? (await readFont(join(folder, 'files', file)));
      fonts.set(file, font);
      if (font.hasGlyphForCodePoint(code) && !fontOf.has(character)) fontOf.set(character, font);
    }
  }
  return Object.fromEntries(
    weights.map((weight) => [weight, makeTypeface(fontOf, weight)]),
  ) as Record<Weight, Typeface>;
}

/** `U+4e00-4e09`, `U+4e0b`. */
function readRange(range: string): [first: number, last: number] {
  const [first = '', last = first] = range.trim().replace(/^U\+/iu, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

async function readFont(file: string): Promise<Font> {
  // The answer lies in memory that the next call writes anew.
  return create(Buffer.from(await decompress(await readFile(file)))) as Font;
}

function makeTypeface(fontOf: ReadonlyMap<string, Font>, weight: number): Typeface {
  const variations = new Map<Font, Font>();
  const glyphs = new Map<string, { advance: number; outline: string }>();
  const glyphOf = (character: string): { advance: number; outline: string } => {
    const known = glyphs.get(character);
    if (known) return known;
    // Joiners, selectors of variants, a byte order mark: nothing is to be seen of them.
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return { advance: 0, outline: '' };
    const drawn = fontOf.has(character) ? character : /\s/u.test(character) ? ' ' : missing;
    const font = fontOf.get(drawn);
    if (!font) throw new Error(`the typeface has no ${missing}`);
    const variation = variations.get(font) ?? font.getVariation({ wght: weight });
    variations.set(font, variation);
    const glyph = variation.glyphForCodePoint(drawn.codePointAt(0) ?? 0);
    const scale = 1000 / variation.unitsPerEm;
    const made = {
      advance: glyph.advanceWidth / variation.unitsPerEm,
      outline: (scale === 1 ? glyph.path : glyph.path.scale(scale, scale)).toSVG(),
    };
    glyphs.set(character, made);
    return made;
  };
  return {
    advance: (character) => glyphOf(character).advance,
    outline: (character) => glyphOf(character).outline,
  };
}

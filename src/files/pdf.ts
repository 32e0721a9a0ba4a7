import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  ParseSpeeds,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { readSharedGlyphs } from './shared-glyphs.ts';

/** A page of a built site that is to be printed: its HTML, the address it has there, and how its file is called. */
export type PrintedPage = {
  html: string;
  /** Absolute, so that links in the file lead to the site; undefined where its public origin is not known. */
  url: string | undefined;
  title: string;
  language: string;
};

/** Where a page stands while it is printed, if nothing better is known: the name is reserved for what is nowhere (RFC 6761). */
const nowhere = 'http://plan.invalid/';

/** Static fonts of TrueType outlines: Chromium sets glyphs of others as drawings (Type 3), which many viewers show badly. */
const fonts = [
  { weight: 400, file: '400Regular/NotoSerifSC_400Regular.ttf' },
  { weight: 700, file: '700Bold/NotoSerifSC_700Bold.ttf' },
] as const;
const require = createRequire(import.meta.url);
const fontFolder = (): string =>
  dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'));

/**
 * Only the packaged font, whatever a page calls its own: the same file on every machine. This style stands beside the
 * page's own rules, which it does not know: `!important` is what outranks any of them.
 */
const style = `${fonts.map(({ weight }) => `@font-face{font-family:Plan;font-weight:${weight};src:url(/-plan-font-${weight})}`).join('')}
*,::before,::after,::marker{font-family:Plan!important;font-synthesis:none}
footer.site{display:none!important}.chart .chart-value{stroke:none}@page{@bottom-center{font:9pt Plan}}@page:first{@bottom-center{content:none}}`;

/** What a PDF depends on beside the page and the browser: the code of this room, its fonts, the library. */
export function describePdfStep(): string {
  const code = createHash('sha256');
  for (const name of ['pdf.ts', 'shared-glyphs.ts', '../../package-lock.json']) {
    code.update(readFileSync(new URL(name, import.meta.url)));
  }
  return code.digest('hex');
}

/**
 * Prints a page of a built site into a PDF file: tagged, with bookmarks and embedded fonts, the pages of its contents
 * numbered. The same page gives the same bytes.
 * @throws Error if the browser fails, or the numbers of pages do not come to rest
 */
export async function printPdf(browser: Browser, printed: PrintedPage): Promise<Uint8Array> {
  const context = await browser.newContext({ bypassCSP: true, colorScheme: 'light' });
  try {
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await open(page, printed);
    let before = '';
    for (let round = 0; round < 4; round += 1) {
      const bytes = numberNodes(
        await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }),
      );
      // Quick parsing gives way to nothing else: a build has nothing else to do.
      const pdf = await PDFDocument.load(bytes, {
        updateMetadata: false,
        parseSpeed: ParseSpeeds.Fastest,
      });
      const numbers = pagesOfPlaces(pdf);
      const known = JSON.stringify([...numbers]);
      if (known === before) return await finish(pdf, printed);
      before = known;
      await page.evaluate(
        (pages) => {
          for (const link of document.querySelectorAll<HTMLElement>('nav.contents a')) {
            const number = pages.find(([id]) => `#${id}` === link.getAttribute('href'))?.[1];
            if (number !== undefined) link.dataset['page'] = String(number);
          }
        },
        [...numbers],
      );
    }
    throw new Error('the numbers of pages do not come to rest');
  } finally {
    await context.close();
  }
}

async function open(page: Page, { html, url }: PrintedPage): Promise<void> {
  const address = url ?? nowhere;
  const folder = fontFolder();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const font = fonts.find(({ weight }) => pathname === `/-plan-font-${weight}`);
    if (font) return route.fulfill({ path: join(folder, font.file), contentType: 'font/ttf' });
    if (route.request().url() !== address) return route.abort();
    const body = html.replace('</head>', () => `<style>${style}</style></head>`);
    return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.evaluate(async (isKnown) => {
    // A file that is passed on must not lead to an address that nobody has.
    if (!isKnown) {
      for (const link of document.querySelectorAll('a[href]:not([href^="#"])')) {
        link.removeAttribute('href');
      }
    }
    for (const link of document.querySelectorAll<HTMLElement>('nav.contents a')) {
      link.dataset['page'] = '0';
    }
    await Promise.all([...document.fonts].map((font) => font.load()));
  }, url !== undefined);
}

/** The number of the page on which each named place of a document stands, from 1. */
function pagesOfPlaces(pdf: PDFDocument): Map<string, number> {
  const numbers = new Map(pdf.getPages().map(({ ref }, i) => [ref.toString(), i + 1]));
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return new Map(
    (places?.entries() ?? []).flatMap(([name, place]): [string, number][] => {
      const found = place instanceof PDFRef ? pdf.context.lookup(place) : place;
      const page = found instanceof PDFArray ? found.get(0) : undefined;
      const number = page && numbers.get(page.toString());
      return number === undefined ? [] : [[name.decodeText(), number]];
    }),
  );
}

/**
 * Numbers the elements of structure anew. Chromium names them after a count that goes on from page to page, so that a
 * file would depend on what was printed before it.
 */
function numberNodes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const names = [...new Set(text.match(/\bnode\d{8}\b/gu))].sort();
  const numbers = new Map(names.map((name, i) => [name, `node${String(i + 1).padStart(8, '0')}`]));
  return Buffer.from(
    text.replace(/\bnode\d{8}\b/gu, (name) => numbers.get(name) ?? name),
    'latin1',
  );
}

/**
 * Has every glyph stand for a character that is on the page. A font has one glyph for 工 and for the radical ⼯
 * (U+2F2F); Chromium names the first in the order of Unicode, and who searched or copied would get radicals.
 */
function nameGlyphs(pdf: PDFDocument, characters: ReadonlySet<string>): void {
  const [font] = fonts;
  const shared = readSharedGlyphs(readFileSync(join(fontFolder(), font.file)));
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('ToUnicode'))) continue;
    const ref = object.get(PDFName.of('ToUnicode'));
    const stream = ref instanceof PDFRef ? pdf.context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const table = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const named = writeGlyphs(table, (character) => {
      if (characters.has(character)) return character;
      const alike = [...(shared.get(character) ?? []), ...(substitutes.get(character) ?? [])];
      return alike.find((other) => characters.has(other)) ?? character;
    });
    pdf.context.assign(ref, pdf.context.flateStream(named));
  }
}

/** What the font shows with the glyph of another character by a rule of its own: the dash of Chinese (GSUB, `locl`). */
const substitutes = new Map([['\u2015', ['\u2014']]]);

/** Names the glyphs of a ToUnicode table anew, one a line (ISO 32000-1, 9.10.3). */
function writeGlyphs(table: string, name: (character: string) => string): string {
  const glyphs = new Map<number, string>();
  const character = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, rows = ''] of table.matchAll(/beginbfchar([^]*?)endbfchar/gu)) {
    for (const [, glyph = '', to = ''] of rows.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/giu)) {
      glyphs.set(parseInt(glyph, 16), name(character(to)));
    }
  }
  for (const [, rows = ''] of table.matchAll(/beginbfrange([^]*?)endbfrange/gu)) {
    for (const [, first = '', last = '', to = ''] of rows.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/giu,
    )) {
      const from = parseInt(first, 16);
      const start = character(to).codePointAt(0) ?? 0;
      for (let i = 0; from + i <= parseInt(last, 16); i += 1) {
        glyphs.set(from + i, name(String.fromCodePoint(start + i)));
      }
    }
  }
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const lines = [...glyphs].map(
    ([glyph, text]) => `<${glyph.toString(16).padStart(4, '0')}> <${hex(text)}>`,
  );
  let blocks = '';
  // A block has at most a hundred lines.
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  }
  const begin = table.search(/\d+ beginbf(?:char|range)/u);
  const end = Math.max(table.lastIndexOf('endbfchar'), table.lastIndexOf('endbfrange'));
  return begin < 0
    ? table
    : table.slice(0, begin) + blocks + table.slice(table.indexOf('\n', end) + 1);
}

/** Writes a document with what is known of it, and without what differs from one run to the next. */
async function finish(
  pdf: PDFDocument,
  { html, title, language }: PrintedPage,
): Promise<Uint8Array> {
  nameGlyphs(pdf, new Set(html));
  const info = pdf.context.trailerInfo.Info;
  const details = info instanceof PDFRef ? pdf.context.lookup(info, PDFDict) : undefined;
  for (const name of ['CreationDate', 'ModDate', 'Creator']) details?.delete(PDFName.of(name));
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, ParseSpeeds } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'playwright-core';

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
];
const fontPackage = '@expo-google-fonts/noto-serif-sc';
const require = createRequire(import.meta.url);

/** Only the packaged font: the same file on every machine. Numbers of pages stand in margins, which know no variables. */
const style = `${fonts.map(({ weight }) => `@font-face{font-family:Plan;font-weight:${weight};src:url(/-plan-font-${weight})}`).join('')}
:root{--serif:Plan;--sans:Plan}*{font-synthesis:none}
.paper{display:none!important}.chart .value{stroke:none}@page{@bottom-center{font:9pt Plan}}@page:first{@bottom-center{content:none}}`;

/** What a PDF depends on beside the page and the browser: this module and its fonts. */
export function describePdfStep(): string {
  const { version } = require(`${fontPackage}/package.json`) as { version: string };
  const code = createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .digest('hex');
  return `${fontPackage} ${version} ${code}`;
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
      const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
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
  const folder = dirname(require.resolve(`${fontPackage}/package.json`));
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

/** Writes a document with what is known of it, and without what differs from one run to the next. */
async function finish(pdf: PDFDocument, { title, language }: PrintedPage): Promise<Uint8Array> {
  const info = pdf.context.trailerInfo.Info;
  const details = info instanceof PDFRef ? pdf.context.lookup(info, PDFDict) : undefined;
  for (const name of ['CreationDate', 'ModDate', 'Creator']) details?.delete(PDFName.of(name));
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

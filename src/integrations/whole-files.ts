import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Browser } from 'playwright-core';
import { type BrowserProgram, findBrowser, launchBrowser } from '../files/browser.ts';
import { describePdfStep, printPdf } from '../files/pdf.ts';
import { loadSite } from '../loaders/read-site.ts';
import { settings } from '../settings.ts';
import { pdfPath, printPath } from '../urls.ts';
import { strings } from '../words/strings.ts';

/** How many files are kept from one build to the next, of all sites that are built here. */
const mostKept = 60;

/**
 * Makes the files of whole plans that need a browser: the PDF of each plan, from its booklet. A file is made anew only
 * if the booklet, the browser or this step has changed. Where there is no browser a site has no such files and no
 * links to them, and the build says so.
 */
export function wholeFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'jihua-whole-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const sizes = await writePdfs(out, base);
        await tellSizes(out, sizes);
      },
    },
  };
}

/** @returns the size of each file, by its path from the site's root */
async function writePdfs(out: string, base: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  // A browser's own faults are not the editor's: the site is whole without these files.
  const leaveOut = (error: unknown): Map<string, number> => {
    const [why = ''] = String(error instanceof Error ? error.message : error).split('\n');
    process.stdout.write(`  no PDF: it needs Chromium or Chrome (${why})\n`);
    return new Map();
  };
  let program: BrowserProgram;
  try {
    program = await findBrowser(process.cwd());
  } catch (error) {
    return leaveOut(error);
  }
  let browser: Browser | undefined;
  try {
    for (const { plan } of loadSite(settings.root).plans) {
      const html = await readFile(join(out, printPath(plan.id), 'index.html'), 'utf8');
      const url = settings.site && new URL(base + printPath(plan.id), settings.site).href;
      const printed = { html, url, title: plan.title, language: strings.language };
      const bytes = await keep(
        [JSON.stringify(printed), program.version, describePdfStep()],
        async () => {
          browser ??= await launchBrowser(program);
          return printPdf(browser, printed);
        },
      );
      await writeFile(join(out, pdfPath(plan.id)), bytes);
      sizes.set(pdfPath(plan.id), bytes.length);
    }
  } catch (error) {
    for (const path of sizes.keys()) rmSync(join(out, path));
    return leaveOut(error);
  } finally {
    await browser?.close();
  }
  return sizes;
}

/** What was made of these things before; if nothing was, makes it. */
async function keep(of: readonly string[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const folder = join(process.cwd(), '.cache', 'files');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, createHash('sha256').update(of.join('\n')).digest('hex'));
  try {
    const known = await readFile(file);
    const now = new Date();
    utimesSync(file, now, now);
    return known;
  } catch {
    // Not made yet.
  }
  const bytes = await make();
  await writeFile(file, bytes);
  const byAge = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of byAge.slice(mostKept)) rmSync(path, { force: true });
  return bytes;
}

/** A link to a file that may not be there, as `FileLink.astro` writes it. */
const madeLink = /<span data-made="([^"]*)" hidden>([^]*?)<small><\/small><\/span>/gu;

/** Tells the size of each file beside the links to it; where a file was not made, the link goes. */
async function tellSizes(out: string, sizes: ReadonlyMap<string, number>): Promise<void> {
  for (const name of (await readdir(out, { recursive: true })).filter((n) => n.endsWith('.html'))) {
    const html = await readFile(join(out, name), 'utf8');
    if (!html.includes('data-made=')) continue;
    const told = html.replace(madeLink, (_, path: string, link: string) => {
      const size = sizes.get(path);
      return size === undefined
        ? ''
        : `<span>${link}<small>${strings.printing.size(size)}</small></span>`;
    });
    if (told.includes('data-made='))
      throw new Error(`${name}: a link to a file is not as expected`);
    await writeFile(join(out, name), told);
  }
}

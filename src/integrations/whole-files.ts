import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../files/browser.ts';
import { pdf } from '../files/formats.ts';
import { describePdfStep, printPdf } from '../files/pdf.ts';
import { loadSite } from '../loaders/read-site.ts';
import { settings } from '../settings.ts';
import { printPath, wholeFilePath } from '../urls.ts';
import { strings } from '../words/strings.ts';
import { say } from '../text/say.ts';

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
        await writePdfs(fileURLToPath(dir), base);
      },
    },
  };
}

async function writePdfs(out: string, base: string): Promise<void> {
  const written: string[] = [];
  let browser: Browser | undefined;
  try {
    const program = await findBrowser(process.cwd());
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
      const file = join(out, wholeFilePath(plan.id, pdf.name));
      await writeFile(file, bytes);
      written.push(file);
    }
  } catch (error) {
    // A browser that is missing or fails is not the editor's fault: the site is whole without these files.
    for (const file of written) rmSync(file);
    const [why = ''] = String(error instanceof Error ? error.message : error).split('\n');
    process.stdout.write(
      say({
        en: `  no PDF: it needs Chromium or Chrome (${why})\n`,
        zh: `  没有 PDF：生成它要用 Chromium 或 Chrome（${why}）\n`,
      }),
    );
  } finally {
    await browser?.close();
  }
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
export async function tellSizes(out: string): Promise<void> {
  for (const name of (await readdir(out, { recursive: true })).filter((n) => n.endsWith('.html'))) {
    const html = await readFile(join(out, name), 'utf8');
    if (!html.includes('data-made=')) continue;
    const told = html.replace(madeLink, (_, path: string, link: string) => {
      const size = statSync(join(out, path), { throwIfNoEntry: false })?.size;
      return size === undefined
        ? ''
        : `<span>${link}<small>${strings.printing.size(size)}</small></span>`;
    });
    if (told.includes('data-made='))
      throw new Error(`${name}: a link to a file is not as expected`);
    await writeFile(join(out, name), told);
  }
}

import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serveSite } from '../../src/commands/serve.ts';
import { storageKey } from '../../src/reading-settings/first-paint.ts';
import { launchBrowser } from './browser.ts';
import { builtSite } from './site.ts';

/** The built site, served, and a browser: there while the tests of a file run. */
export type VisitedSite = {
  browser: Browser;
  url: string;
  /** Opens a page of the site in a fresh context, looks, and closes it. */
  visit<T>(
    path: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
  ): Promise<T>;
  /** The same in a browser that has kept reading settings: `set dark s24`. Characters and pinyin are waited for. */
  visitSet<T>(
    kept: string,
    path: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
  ): Promise<T>;
};

/** Serves the built site and starts a browser before the tests of a file, and ends both after them. */
export function visitBuiltSite(): VisitedSite {
  let server: Server;
  const site = {
    visit: (path, options, look) => site.visitSet('', path, options, look),
    visitSet: async (kept, path, options, look) => {
      const context = await site.browser.newContext(options);
      try {
        if (kept !== '') {
          await context.addInitScript(([key, value]) => localStorage.setItem(key, value), [
            storageKey,
            kept,
          ] as const);
        }
        const page = await context.newPage();
        await page.goto(site.url + path);
        if (kept.includes('hant')) await page.locator('.source-bar').waitFor();
        if (kept.includes('pinyin')) await page.locator('[data-pinyin=ready]').waitFor();
        return await look(page);
      } finally {
        await context.close();
      }
    },
  } as VisitedSite;
  beforeAll(async () => {
    site.browser = await launchBrowser();
    ({ server, url: site.url } = await serveSite(builtSite));
  });
  afterAll(async () => {
    await site.browser.close();
    server.close();
  });
  return site;
}

import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serveSite } from '../../src/commands/serve.ts';
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
};

/** Serves the built site and starts a browser before the tests of a file, and ends both after them. */
export function visitBuiltSite(): VisitedSite {
  let server: Server;
  const site = {
    visit: async (path, options, look) => {
      const context = await site.browser.newContext(options);
      try {
        const page = await context.newPage();
        await page.goto(site.url + path);
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

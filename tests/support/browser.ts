import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import * as files from '../../src/files/browser.ts';
import { project } from './site.ts';

export { browserFlags, writeFontConfig } from '../../src/files/browser.ts';

/** The first program on the PATH that has one of these names. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The browser of the tests: the one that makes the files of a site. */
export const findBrowser = (): Promise<files.BrowserProgram> => files.findBrowser(project);

/**
 * Starts a headless browser. Its contexts keep no site for later unless they are made to: requests that tests count, delay
 * or refuse are the pages' own.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await files.launchBrowser(await findBrowser());
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    if (options?.serviceWorkers !== 'allow') {
      await context.addInitScript(() =>
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
      );
    }
    return context;
  };
  return browser;
}

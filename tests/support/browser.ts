import type { Browser } from 'playwright-core';
import * as files from '../../src/files/browser.ts';
import { project } from './site.ts';

export { browserFlags, writeFontConfig } from '../../src/files/browser.ts';

/** The browser of the tests: the one that makes the files of a site. */
export const findBrowser = (): Promise<files.BrowserProgram> => files.findBrowser(project);

/** Starts a headless browser. */
export async function launchBrowser(): Promise<Browser> {
  return files.launchBrowser(await findBrowser());
}

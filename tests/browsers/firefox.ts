import puppeteer from 'puppeteer-firefox';
import { findProgram } from '../support/browser.ts';
import type { Session } from './session.ts';

/**
 * Starts a headless Firefox of the system, in a window as narrow as it makes one: 450 px.
 * @throws Error if there is none, or it does not start
 */
export async function startFirefox(): Promise<Session> {
  const executablePath = findProgram(['firefox-esr', 'firefox']);
  if (executablePath === undefined) {
    throw new Error(
      'expected firefox-esr or firefox on the PATH (Debian: firefox-esr); found none',
    );
  }
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    // Firefox 140 knows no protocol command for the size of a view.
    defaultViewport: null,
    args: ['--width=450', '--height=844'],
  });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    run: (script) => page.evaluate(`(() => {${script}})()`) as Promise<never>,
    click: (selector) => page.click(selector),
    type: (selector, words) => page.type(selector, words),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { storageKey } from '../../../src/reading-settings/first-paint.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

/*
 * What a browser keeps may be anybody's: another site of the same origin (a host's pages) writes there, too. None of it
 * becomes markup, stops a page, or makes it slow.
 */

const site = visitBuiltSite();

const html = '<img src=x onerror="window.hacked=1">';
const long = 'x'.repeat(1_000_000);
const now = '9999999999999';

const odd: Record<string, string> = {
  HTML: html,
  'settings with HTML': `set dark "><script>window.hacked=1</script>${html}`,
  'settings nobody has': 'set constructor toString s999 proto',
  'a list of HTML': JSON.stringify([html, `javascript:window.hacked=1`]),
  'words handed to every page': JSON.stringify(
    ['/20xx/tasks/3/', '/search/', '/'].map((path) => `${now}\n${path}\n${html}\n教育`),
  ),
  'a list of no words': '[null,1,{"a":[]},["x"],true]',
  'an object': `{"__proto__":{"hacked":1},"length":9,"${html}":"${'教'.repeat(9)}"}`,
  'what is no JSON': '{',
  nothing: 'null',
  'a long text': long,
  'long settings': `set ${'a'.repeat(1_000_000)}`,
  'a long list': JSON.stringify(Array.from({ length: 50_000 }, (_, i) => `教育${i}`)),
  'a list of a long text': JSON.stringify([long]),
};
const keys = [storageKey, 'jihua-mark', 'jihua-recent', 'jihua-places'];
const paths = ['20xx/tasks/3/', 'search/?q=农村', 'search/', 'settings/'];

/** What a page holds that markup from elsewhere would add to. */
const countElements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('img, iframe, script:not([src])').length);

test('whatever a browser has kept, pages are the same', async () => {
  await site.visit('404.html', {}, async (page) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(message.text()));
    const usual = new Map<string, number>();
    for (const [name, value] of [['as it is', ''] as const, ...Object.entries(odd)]) {
      await page.evaluate(
        ([all, poison]) => {
          for (const storage of [localStorage, sessionStorage]) {
            storage.clear();
            for (const key of poison === '' ? [] : all) storage.setItem(key, poison);
          }
        },
        [keys, value] as const,
      );
      for (const path of paths) {
        const where = `${name}, /${path}`;
        await page.goto(site.url + path);
        const box = page.locator('input[type=search]').first();
        if (path === 'search/') await box.focus();
        if (path.startsWith('search/')) await page.locator('.results[aria-busy=false]').waitFor();
        if (path === 'settings/') await page.locator('main input').first().waitFor();
        const count = await countElements(page);
        usual.set(path, usual.get(path) ?? count);
        expect(count, where).toBe(usual.get(path));
        if (path === 'search/') {
          const chips = await page.locator('.results .chips a').allTextContents();
          expect(chips.length, where).toBeLessThan(20);
          expect(chips.join('').length, where).toBeLessThan(1000);
        }
        expect(await page.evaluate(() => 'hacked' in window), where).toBe(false);
        expect(complaints, where).toEqual([]);
      }
    }
  });
});

import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { passOnStrings, searchBoxStrings, strings } from '../../../src/words/strings.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

/*
 * From the first page by a search to a task, a note, a related task, a chart, and what is passed on: once with the keys
 * alone, once by what the accessibility tree says (WCAG 2.2, 2.1.1 and 4.1.2).
 */

const site = visitBuiltSite();
const desktop = { viewport: { width: 1440, height: 900 } };
const permissions = ['clipboard-read', 'clipboard-write'];

/** More stops than a reader should ever need between two things of a page. */
const mostStops = 60;

/** Presses Tab until an element has the focus; in view, with a ring, at every stop. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const stops: string[] = [];
  for (let i = 0; i < mostStops; i += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    const { name, isSeen } = await page.evaluate(() => {
      const focused = document.activeElement;
      const box = focused?.getBoundingClientRect();
      const look = focused && getComputedStyle(focused);
      return {
        name: `${focused?.tagName}: ${focused?.textContent?.trim().slice(0, 20)}`,
        isSeen:
          focused === document.body ||
          (box !== undefined &&
            box.bottom > 0 &&
            box.top < innerHeight &&
            (look?.outlineStyle !== 'none' || focused?.matches('input, svg *') === true)),
      };
    });
    stops.push(name);
    expect(isSeen, `${name} after ${stops.join(' → ')}`).toBe(true);
  }
  throw new Error(`not reached: ${stops.join(' → ')}`);
}

test('a reader with keys alone gets from the first page to a sentence that is passed on', async () => {
  await site.visit('', { ...desktop, permissions }, async (page) => {
    await tabTo(page, page.getByRole('searchbox', { name: searchBoxStrings.label }));
    await page.keyboard.type('手拉手');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
    const hit = page.locator('[data-group=exact] li a[href*="/tasks/3/"]').first();
    await hit.waitFor();
    await tabTo(page, hit);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/20xx\/tasks\/3\//u);

    const term = page.locator('.row a.term').last();
    await tabTo(page, term);
    await page.keyboard.press('Enter');
    const note = page.locator('details.told[open]');
    await note.waitFor();
    expect(await note.evaluate((details) => details.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await term.evaluate((link) => link === document.activeElement)).toBe(true);

    await tabTo(page, page.locator('.related li > a').first());
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/20xx\/tasks\/(?!3\/)\d+\//u);

    await tabTo(page, page.getByRole('link', { name: strings.targets, exact: true }).first());
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/20xx\/targets\//u);
    const drawing = page.locator('svg:visible a:not([tabindex="-1"])').first();
    await tabTo(page, drawing);
    const first = await drawing.getAttribute('href');
    await page.keyboard.press('ArrowRight');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(second).toBeTruthy();
    expect(second).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/20xx\/tasks\/\d+\/#/u);

    await tabTo(page, page.locator('.row > p > a').last());
    await page.keyboard.press('Enter');
    const row = page.locator('.pass-on');
    await row.waitFor();
    await expect
      .poll(() => row.evaluate((group) => group.contains(document.activeElement)))
      .toBe(true);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/\/20xx\/tasks\/\d+\/\d+\/$/u);
    await page.keyboard.press('Escape');
    expect(await row.count()).toBe(0);
  });
});

test('every step of the way has a role and a name in the accessibility tree', async () => {
  await site.visit('', desktop, async (page) => {
    const tree = (part: Locator): Promise<string> => part.ariaSnapshot();
    expect(await tree(page.locator('body'))).toMatch(/- banner[^]*- main[^]*- contentinfo/u);
    const box = page.getByRole('main').getByRole('searchbox', { name: searchBoxStrings.label });
    await box.fill('手拉手');
    await box.press('Enter');
    await page.locator('[data-group=exact] li a').first().waitFor();
    expect(await page.title()).toContain('手拉手');
    const main = page.getByRole('main');
    // Groups of results are headings, with lists under them.
    expect(await tree(main)).toMatch(/- heading "[^"]+" \[level=2\][^]*- list/u);
    await page.goto(`${site.url}20xx/tasks/3/`);
    const task = await tree(main);
    expect(task).toMatch(/- heading "[^"]*统筹城乡教育协调发展[^"]*" \[level=1\]/u);
    for (const name of ['当前位置', '目录', '上一项 下一项'])
      expect(await page.getByRole('navigation', { name, exact: true }).count(), name).toBe(1);
    expect(await page.getByRole('list', { name: '旁注' }).count()).toBeGreaterThan(1);
    // No link or control is without a name, and no two lists of notes are slivers of links.
    expect(task).not.toMatch(/- (?:link|button|searchbox|img)(?::|$)/mu);
    await page.getByRole('link', { name: '第4句' }).click();
    const row = page.getByRole('group', { name: passOnStrings.group('第3项第4句') });
    await row.waitFor();
    expect(await row.getByRole('button').count()).toBeGreaterThan(3);
    await page.goto(`${site.url}20xx/charts/enrolment/`);
    const chart = await tree(main);
    expect(chart).toMatch(/- figure "[^"]+":/u);
    expect(chart).toMatch(/- (?:img|graphics-document|document|group) "[^"]+"/u);
    expect(chart).not.toMatch(/- (?:link|button|img)(?::|$)/mu);
  });
});

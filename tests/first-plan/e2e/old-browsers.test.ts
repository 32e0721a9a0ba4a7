import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOverflow } from '../../support/looks.ts';
import { type OldBrowser, launchOldBrowser, oldBrowsers } from '../../support/old-browsers.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();

const pageTypes = ['', '20xx/', '20xx/tasks/3/', '20xx/tasks/3/6/', '20xx/targets/', 'search/'];
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/** What a reader would notice: colours, faces, and where the parts of a page stand and how wide they are. */
function look(): Record<string, unknown>[] {
  const parts =
    'body, header.site, header.site nav a, main, h1, h2, article, .row > p, .notes, .spine, .spine a, table, figure, input[type=search], button, footer.site, .cited, .term, .noted, a.figure';
  return Array.from(document.querySelectorAll(parts))
    .filter(
      (part) =>
        part.getClientRects().length > 0 &&
        // Today's engine lays out what is folded away, too.
        (part.tagName === 'SUMMARY' || !part.closest('details:not([open])')),
    )
    .map((part) => {
      const style = getComputedStyle(part);
      const { left, width } = part.getBoundingClientRect();
      const isInline = style.display.startsWith('inline') || part.matches('.give');
      return {
        part: `${part.tagName} ${part.getAttribute('class') ?? ''}`,
        colour: style.color,
        background: style.backgroundColor,
        size: style.fontSize,
        weight: style.fontWeight,
        line: style.textDecorationLine,
        // Words are broken differently by engines that are years apart: what stands in a line may move.
        ...(isInline ? {} : { left: Math.round(left), width: Math.round(width) }),
      };
    });
}

describe.each(oldBrowsers)('%s', (name) => {
  let browser: OldBrowser;
  beforeAll(async () => {
    browser = await launchOldBrowser(name);
  });
  afterAll(async () => {
    await browser.close();
  });

  for (const path of pageTypes) {
    for (const viewport of sizes) {
      test(`/${path} looks as in today’s engine at ${viewport.width} px`, async () => {
        const page = await browser.newPage();
        await page.setViewport(viewport);
        await page.goto(site.url + path);
        const old = await page.evaluate(look);
        const overflow = await page.evaluate(findOverflow);
        await page.close();
        const today = await site.visit(path, { viewport }, (fresh) => fresh.evaluate(look));
        expect(overflow).toBe(0);
        expect(old.length).toBeGreaterThan(10);
        expect(old.map(({ part }) => part)).toEqual(today.map(({ part }) => part));
        old.forEach((one, i) => {
          const other = today[i] ?? {};
          const { left = 0, width = 0, ...same } = one as Record<string, number>;
          const { left: left2 = 0, width: width2 = 0, ...same2 } = other as Record<string, number>;
          expect(same, String(one['part'])).toEqual(same2);
          expect(Math.abs(left - left2), `left of ${one['part']}`).toBeLessThanOrEqual(4);
          expect(Math.abs(width - width2), `width of ${one['part']}`).toBeLessThanOrEqual(8);
        });
      });
    }
  }

  test('a sentence stands before its notes, and is read first', async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(`${site.url}20xx/tasks/3/`);
    const order = await page.$$eval('.row.beside', (rows) =>
      rows.map((row) => {
        const [sentence, notes] = [row.querySelector('p'), row.querySelector('.notes')];
        return (
          (sentence?.getBoundingClientRect().bottom ?? Infinity) <=
          (notes?.getBoundingClientRect().top ?? 0) + 1
        );
      }),
    );
    await page.close();
    expect(order.length).toBeGreaterThan(3);
    expect(order).not.toContain(false);
  });

  test('an address of an entry opens its slip, and shows the sentence', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}20xx/documents/#private-education-promotion-law`);
    await page.waitForSelector('.slips [open] .words');
    const box = await page.$eval('.slips [open] .words', (words) => {
      const { top, height } = words.getBoundingClientRect();
      return { inView: top > 0 && top + height < innerHeight, height };
    });
    await page.close();
    expect(box.inView).toBe(true);
    expect(box.height).toBeGreaterThan(20);
  });

  test('search finds words as they are typed, leads to their sentence and marks them', async () => {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`${site.url}20xx/`);
    await page.type('header input[type=search]', '两免一补');
    await page.waitForSelector('.results [data-group=exact] li > a');
    const href = await page.$eval('.results [data-group=exact] li > a', (link) =>
      link.getAttribute('href'),
    );
    expect(href).toMatch(/^\/20xx\/tasks\/\d+\/#s\d+$/u);
    await Promise.all([page.waitForNavigation(), page.click('.results [data-group=exact] li > a')]);
    await page.waitForSelector('main mark');
    expect(await page.$eval('main mark', (mark) => mark.textContent)).toBe('两免一补');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('words are marked in traditional characters under pinyin, and are the source again', async () => {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`${site.url}20xx/`);
    await page.evaluate(() => localStorage.setItem('jihua', 'set hant pinyin inlined'));
    await page.goto(`${site.url}20xx/`);
    // Until its characters are there the page is held back, and its fields with it.
    await page.waitForSelector('.source-bar:not([hidden])');
    await page.type('header input[type=search]', '義務教育');
    await page.waitForSelector('.results [data-group] li > a');
    await Promise.all([page.waitForNavigation(), page.click('.results [data-group] li > a')]);
    for (const part of ['main mark', 'rt', '.source-bar:not([hidden]) button']) {
      await page.waitForSelector(part);
    }
    const marked = (): Promise<string> =>
      page.$$eval('main mark', (marks) => marks.map((mark) => mark.textContent).join(''));
    expect(await marked()).toMatch(/^(?:義務教育)+$/u);
    await page.click('.source-bar button');
    expect(await marked()).toMatch(/^(?:义务教育)+$/u);
    await page.evaluate(() => localStorage.clear());
    expect(errors).toEqual([]);
    await page.close();
  });
});

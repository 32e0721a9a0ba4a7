import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findOverflow, findViolations } from '../../support/looks.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
const { visitSet } = site;

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1440, height: 900 } };

const groundOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const sizeOf = (page: Page, selector: string): Promise<string> =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).fontSize);

test('what is set shows at once, holds on other pages and after a step back, and can be taken back', async () => {
  await site.visit('20xx/tasks/3/', desktop, async (page) => {
    const before = await groundOf(page);
    const size = await sizeOf(page, '#s2');
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByLabel('深', { exact: true }).check();
    await page.getByRole('button', { name: '大一号' }).click();
    await page.getByRole('button', { name: '大一号' }).click();
    await page.getByText('22 像素').waitFor();
    expect(await sizeOf(page, '#s2')).toBe('22px');
    expect(await groundOf(page)).not.toBe(before);
    await page.goto(`${site.url}20xx/full/`);
    expect(await sizeOf(page, '#t3s2')).toBe('22px');
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByRole('button', { name: '恢复默认' }).click();
    await page.goBack();
    await expect.poll(() => sizeOf(page, '#s2')).toBe(size);
    expect(await groundOf(page)).toBe(before);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test('the panel leaves the page in view, takes the focus, and gives it back', async () => {
  for (const size of [phone, desktop]) {
    await site.visit('20xx/tasks/3/', size, async (page) => {
      const link = page.getByRole('link', { name: '设置' });
      await link.click();
      await page.getByRole('checkbox', { name: '长辈版' }).and(page.locator(':focus')).waitFor();
      const panel = await page.getByRole('region', { name: '阅读设置' }).boundingBox();
      expect(panel?.y).toBeGreaterThan(size.viewport.height * 0.4);
      await page.keyboard.press('Escape');
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  }
});

test.each([phone, desktop])('the form has its room before it comes: %j', async (size) => {
  const placeOfNext = async (isHeld: boolean): Promise<number> => {
    const context = await site.browser.newContext(size);
    try {
      if (isHeld) await context.route('**/*.js', (route) => route.abort());
      const page = await context.newPage();
      await page.goto(`${site.url}settings/`);
      if (!isHeld) await page.locator('reading-settings form').waitFor();
      const next = page.locator('reading-settings + h2');
      return await next.evaluate((heading) => heading.getBoundingClientRect().top);
    } finally {
      await context.close();
    }
  };
  // What moves below the window is not seen.
  const [held, come] = [await placeOfNext(true), await placeOfNext(false)];
  const inView = (top: number): number => Math.min(top, size.viewport.height);
  expect(Math.abs(inView(come) - inView(held))).toBeLessThan(8);
});

test('nothing is painted before the settings have their look', async () => {
  const [sheet, paint] = await visitSet('set dark s24', '20xx/tasks/3/', phone, async (page) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    return page.evaluate(() => [
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.css'))
        .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
        .reduce((a, b) => Math.max(a, b), 0),
      performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
    ]);
  });
  expect(sheet).toBeGreaterThan(0);
  expect(paint).toBeGreaterThanOrEqual(sheet ?? Infinity);
});

test.each(['set "><img src=x onerror=alert(1)>', 'dark', 'set <b>'])(
  'what a browser has kept and is no setting reaches nothing: %s',
  async (kept) => {
    await visitSet(kept, '20xx/tasks/3/', phone, async (page) => {
      expect(await page.evaluate(() => document.documentElement.className)).toBe('');
      expect(await page.locator('link[rel=stylesheet], img[src=x]').count()).toBe(0);
    });
  },
);

test('without script the link leads to a page about what browsers can do themselves', async () => {
  await site.visit('20xx/tasks/3/', { ...phone, javaScriptEnabled: false }, async (page) => {
    await page.getByRole('link', { name: '设置' }).click();
    expect(new URL(page.url()).pathname).toBe('/settings/');
    expect(await page.getByText('浏览器自己的办法').count()).toBeGreaterThan(0);
    expect(await page.locator('main input').count()).toBe(0);
  });
});

const pages = [
  '',
  '20xx/',
  '20xx/tasks/3/#s4',
  '20xx/full/',
  '20xx/charts/enrolment/',
  'settings/',
];
const themes = [
  ['light', 'set light', 'dark'],
  ['dark', 'set dark', 'light'],
  ['high contrast by day', 'set contrast', 'light'],
  ['high contrast by night', 'set contrast', 'dark'],
  ['the view for the elderly', 'set senior plain', 'light'],
] as const;

describe.each(themes)('in %s', (_name, kept, colorScheme) => {
  test.each(pages)('axe has nothing to report, at 7:1, on /%s', async (path) => {
    const options = { ...desktop, colorScheme, bypassCSP: true };
    expect(await visitSet(kept, path, options, findViolations)).toEqual([]);
  });
});

describe.each(['set senior plain', 'set s30 looser plain'])('with %s', (kept) => {
  test.each([390, 820, 1440])('pages fit %i pixels', async (width) => {
    for (const path of ['', '20xx/', '20xx/tasks/3/', '20xx/sections/2/', 'settings/']) {
      const overflow = await visitSet(kept, path, { viewport: { width, height: 900 } }, (page) =>
        page.evaluate(findOverflow),
      );
      expect(overflow, path).toBe(0);
    }
  });
});

test('in the view for the elderly whatever stands outside running text is 60 pixels high', async () => {
  for (const path of ['20xx/tasks/3/', '20xx/full/']) {
    const small = await visitSet('set senior plain', path, phone, (page) =>
      page.locator('a:visible, summary:visible, button:visible').evaluateAll((all) =>
        all
          .filter((one) => !one.closest('.skip, p, dd, .text, .related p'))
          .filter((one) => one.getBoundingClientRect().height < 60)
          .map((one) => one.outerHTML.slice(0, 80)),
      ),
    );
    expect(small, path).toEqual([]);
  }
});

test('in the view for the elderly a phone shows one step back above a page', async () => {
  for (const [path, back] of [
    ['20xx/tasks/3/', '/20xx/sections/1/'],
    ['20xx/audiences/teacher/', '/20xx/audiences/'],
    ['20xx/data/', '/20xx/'],
  ] as const) {
    const shown = await visitSet('set senior plain', path, phone, (page) =>
      page
        .locator('.crumb a:visible')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
    );
    expect(shown, path).toEqual([back]);
  }
});

test('in the view for the elderly the text of a task stands before what it promises, and nothing is moved sideways', async () => {
  const { first, promised, sideways, gaps } = await visitSet(
    'set senior plain',
    '20xx/tasks/3/',
    phone,
    (page) =>
      page.evaluate(() => ({
        first: document.querySelector('.row p')?.getBoundingClientRect().top ?? 0,
        promised: document.querySelector('.brief')?.getBoundingClientRect().top ?? 0,
        gaps: Array.from(document.querySelectorAll('.row > p'), (p) => {
          const range = document.createRange();
          range.selectNodeContents(p.querySelector('a') ?? p);
          const number = range.getBoundingClientRect().right;
          const words = p.querySelector('[data-plan-text]');
          return Math.round((words?.getClientRects()[0]?.left ?? 0) - number);
        }),
        sideways: Array.from(document.querySelectorAll('main *'))
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .filter((one) => getComputedStyle(one).overflowX !== 'visible')
          .map((one) => one.outerHTML.slice(0, 80)),
      })),
  );
  expect(first).toBeGreaterThan(0);
  expect(promised).toBeGreaterThan(first);
  expect(sideways).toEqual([]);
  expect(gaps.filter((gap) => gap < 6)).toEqual([]);
});

test('a note is set after its word, beside it, or not at all, and is never a part of the text', async () => {
  const look = (page: Page) =>
    page.evaluate(() => {
      const word = document.querySelector('#s2 .term');
      return {
        said: word ? getComputedStyle(word, '::after').content : '',
        notes: Array.from(document.querySelectorAll<HTMLElement>('.notes')).filter(
          ({ offsetHeight }) => offsetHeight > 0,
        ).length,
        text: document.querySelector('#s2 [data-plan-text]')?.textContent,
      };
    });
  const beside = await visitSet('set dark', '20xx/tasks/3/', desktop, look);
  const inline = await visitSet('set inline', '20xx/tasks/3/', desktop, async (page) => {
    await page.locator('[data-gloss]').first().waitFor();
    return look(page);
  });
  const unsaid = await visitSet('set unsaid', '20xx/tasks/3/', desktop, look);
  expect(beside.notes).toBeGreaterThan(0);
  expect([inline.notes, unsaid.notes]).toEqual([0, 0]);
  // Browsers differ in whether they tell the rule or what it gives.
  expect(inline.said).toMatch(/attr\(data-gloss\)|政府自身的预算/u);
  expect(new Set([beside.text, inline.text, unsaid.text]).size).toBe(1);
});

test('the sentence a link leads to is told by a line where colours are forced', async () => {
  const options = { ...desktop, forcedColors: 'active' } as const;
  const line = await site.visit('20xx/tasks/3/#s4', options, (page) =>
    page.locator('#s4').evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return `${outlineStyle} ${outlineWidth}`;
    }),
  );
  expect(line).toBe('solid 1px');
});

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();

const words = '两免一补';
const sentence = '/20xx/tasks/11/#s1';
let context: BrowserContext;
let complaints: string[];

/** A fresh reader, with what the console says noted. */
async function newReader(browser: Browser): Promise<BrowserContext> {
  const fresh = await browser.newContext();
  complaints = [];
  fresh.on('console', (message) => complaints.push(message.text()));
  fresh.on('weberror', (error) => complaints.push(String(error.error())));
  return fresh;
}

beforeEach(async () => {
  context = await newReader(site.browser);
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

/** The words that a page has marked: once there are some, or once what it loads has come. */
async function marked(page: Page): Promise<string[]> {
  await Promise.race([
    page
      .waitForFunction(() => (CSS.highlights.get('search')?.size ?? 0) > 0)
      .catch(() => undefined),
    page.waitForLoadState('networkidle'),
  ]);
  return page.evaluate(() => Array.from(CSS.highlights.get('search') ?? [], String));
}

/** Types a query into the box of a page, and waits for its answer. */
async function type(page: Page, query: string): Promise<void> {
  // A box that comes into focus answers too: of two answers to one query the later would take the link from under a click.
  await page.locator('input[type=search]').focus();
  await page.locator('.results[data-query=""][aria-busy=false]').waitFor();
  await page.locator('input[type=search]').fill(query);
  await page.locator(`.results[data-query="${query}"][aria-busy=false]`).waitFor();
}

/** Searches from the header of a page. */
async function search(path: string, query = words): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.url + path);
  await type(page, query);
  return page;
}

const hitsOf = (page: Page) => page.locator('.results [data-group=exact] li > a');

/** Clicks a link so that it opens in a tab of its own, and gives that. */
async function openTab(
  link: ReturnType<typeof hitsOf>,
  how: Parameters<typeof link.click>[0],
): Promise<Page> {
  // About one in fifteen times Chromium without a window has the click, and opens nothing.
  const attempt = async (): Promise<Page | undefined> => {
    const opened = context.waitForEvent('page', { timeout: 5000 }).catch(() => undefined);
    await link.click(how);
    return opened;
  };
  const tab = (await attempt()) ?? (await attempt()) ?? (await attempt());
  if (!tab) throw new Error('no tab was opened');
  await tab.waitForURL(/^http/u);
  return tab;
}

const ways = [
  ['Ctrl and click', { modifiers: ['Control'] }],
  ['Shift and click', { modifiers: ['Shift'] }],
  ['middle click', { button: 'middle' }],
] as const satisfies [string, object][];

describe('words that a search found are marked where it led', () => {
  describe.each(['20xx/tasks/1/', 'search/', '404.html'])('from /%s', (path) => {
    test('in the same tab, and after a reload', async () => {
      const page = await search(path);
      await hitsOf(page).first().click();
      await page.waitForURL(`**${sentence}`);
      expect(await marked(page)).toEqual([words]);
      await page.reload();
      expect(await marked(page)).toEqual([words]);
    });

    test.each(ways)('in a new tab, by %s, and after a reload', async (_way, how) => {
      const page = await search(path);
      const tab = await openTab(hitsOf(page).first(), how as object);
      expect(new URL(tab.url()).pathname + new URL(tab.url()).hash).toBe(sentence);
      expect(await marked(tab)).toEqual([words]);
      await tab.reload();
      expect(await marked(tab)).toEqual([words]);
      expect(await marked(page)).toEqual([]);
    });
  });

  test('in each of several tabs that are opened before the first has come', async () => {
    const page = await search('search/', '农村');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route('**/tasks/**', async (route) => {
      await held;
      await route.continue();
    });
    const tabs: Page[] = [];
    for (const n of [0, 1, 2]) {
      const opened = context.waitForEvent('page');
      await hitsOf(page)
        .nth(n)
        .click({ modifiers: ['Control'] });
      tabs.push(await opened);
    }
    release();
    for (const tab of tabs) {
      await tab.waitForURL(/tasks/u);
      expect(new Set(await marked(tab)), tab.url()).toEqual(new Set(['农村']));
    }
    expect(new Set(tabs.map((tab) => tab.url())).size).toBe(3);
  });

  test.each(['20xx/tasks/11/', '20xx/tasks/11/#s1', '20xx/tasks/11/#s3'])(
    'on the page that is open, /%s, whose answers are closed',
    async (path) => {
      const page = await search(path);
      await hitsOf(page).first().click();
      await page.waitForFunction(() => CSS.highlights.has('search'));
      expect(new URL(page.url()).hash).toBe('#s1');
      expect(await page.locator('.results').isHidden()).toBe(true);
      expect(await marked(page)).toEqual([words]);
      await page.reload();
      expect(await marked(page)).toEqual([words]);
    },
  );

  test('and again when the reader comes back to it', async () => {
    const page = await search('20xx/');
    await hitsOf(page).first().click();
    await page.waitForURL(`**${sentence}`);
    expect(await marked(page)).toEqual([words]);
    await page.goto(`${site.url}20xx/tasks/12/`);
    expect(await marked(page)).toEqual([]);
    await page.goBack();
    expect(await marked(page)).toEqual([words]);
  });
});

describe('nothing is marked where nobody searched', () => {
  test('at the same address, followed by another way, in the same tab or another', async () => {
    const page = await search('search/');
    const tab = await openTab(hitsOf(page).first(), { button: 'middle' });
    expect(await marked(tab)).toEqual([words]);
    for (const other of [page, await context.newPage()]) {
      await other.goto(site.url + sentence.slice(1));
      expect(await marked(other)).toEqual([]);
      await other.reload();
      expect(await marked(other)).toEqual([]);
    }
    await tab.goto(`${site.url}20xx/tasks/1/`);
    await tab.goto(site.url + sentence.slice(1));
    expect(await marked(tab)).toEqual([]);
  });

  test('by a link on the page where words are marked', async () => {
    const page = await search('search/');
    await hitsOf(page).first().click();
    await page.waitForURL(`**${sentence}`);
    expect(await marked(page)).toEqual([words]);
    await page.locator('nav.neighbours a').last().click();
    await page.waitForURL(/tasks\/12/u);
    expect(await marked(page)).toEqual([]);
  });

  test('a minute after a hit that was only pointed at', async () => {
    const page = await search('search/');
    await hitsOf(page).first().click({ button: 'right' });
    await page.clock.install();
    await page.clock.setFixedTime(Date.now() + 61_000);
    await page.goto(site.url + sentence.slice(1));
    expect(await marked(page)).toEqual([]);
  });

  test('a hit that was pointed at and then followed is marked once', async () => {
    const page = await search('search/');
    await hitsOf(page).first().click({ button: 'right' });
    const tab = await openTab(hitsOf(page).first(), { button: 'middle' });
    expect(await marked(tab)).toEqual([words]);
    await page.goto(site.url + sentence.slice(1));
    expect(await marked(page)).toEqual([]);
  });
});

/** Reads, searches from the header and on the search page, follows a hit and comes back. */
async function travel(page: Page, isMarked: boolean): Promise<void> {
  await page.goto(`${site.url}20xx/tasks/1/`);
  expect(await page.locator('h1').textContent()).toContain('统筹各级各类教育协调发展');
  await type(page, words);
  await hitsOf(page).first().click();
  await page.waitForURL(`**${sentence}`);
  expect(await marked(page)).toEqual(isMarked ? [words] : []);
  await page.goto(`${site.url}search/?q=${encodeURIComponent('教育')}`);
  await page.locator('.results[data-query="教育"][aria-busy=false]').waitFor();
  await page.locator('input[type=search]').fill(words);
  await page.keyboard.press('Enter');
  await page.locator(`.results[data-query="${words}"][aria-busy=false]`).waitFor();
  expect(await hitsOf(page).first().getAttribute('href')).toBe(sentence);
  await page.goBack();
  await page.locator('.results[data-query="教育"][aria-busy=false]').waitFor();
  expect(await hitsOf(page).count()).toBeGreaterThan(10);
  await page.locator('input[type=search]').fill('');
  await page.locator('.results[data-query=""][aria-busy=false]').waitFor();
  await page.locator('.results .chips').first().waitFor();
}

describe('what the browser keeps may be damaged', () => {
  const address = JSON.stringify(sentence);
  test.each([
    '',
    '{',
    'null',
    '42',
    '"words"',
    '[]',
    '[null, {}, [], 5, false]',
    '{"length": 3, "0": "a"}',
    '{"slice": 1, "filter": null}',
    `[${address}]`,
    `[${address}, "教育", "soon"]`,
    `["soon\\n${sentence}\\n教育"]`,
    `["9e15\\n${sentence}\\n教育"]`,
    `["\\n\\n\\n", "", "x"]`,
    `{"http://localhost/search/": "far", "x": {}}`,
    JSON.stringify(Array(500).fill('词')),
  ])('%j harms nothing', async (entry) => {
    const page = await context.newPage();
    await page.goto(`${site.url}robots.txt`);
    await page.evaluate(
      ([value, origin]) => {
        for (const storage of [localStorage, sessionStorage]) {
          for (const key of ['jihua-recent', 'jihua-mark', 'jihua-places']) {
            storage.setItem(key, value.replaceAll('http://localhost/', origin));
          }
        }
      },
      [entry, site.url] as const,
    );
    await page.goto(site.url + sentence.slice(1));
    expect(await marked(page)).toEqual([]);
    await travel(page, true);
  });

  test.each([
    [
      'is forbidden',
      () => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        }
      },
    ],
    [
      'is not there',
      () => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, { value: null });
        }
      },
    ],
    [
      'is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'cannot be read',
      () => {
        Storage.prototype.getItem = () => {
          throw new DOMException('damaged', 'UnknownError');
        };
      },
    ],
  ])('storage that %s harms nothing', async (_how, damage) => {
    await context.addInitScript(damage);
    await travel(await context.newPage(), false);
  });

  test('a browser that will write no more history still searches', async () => {
    // WebKit and Firefox throw after some hundred entries in half a minute: a fast typist gets there.
    await context.addInitScript(() => {
      for (const how of ['replaceState', 'pushState'] as const) {
        History.prototype[how] = () => {
          throw new DOMException('too many', 'SecurityError');
        };
      }
    });
    const page = await context.newPage();
    await page.goto(`${site.url}search/`);
    await page.locator('input[type=search]').fill(words);
    await page.locator(`.results[data-query="${words}"][aria-busy=false]`).waitFor();
    expect(await hitsOf(page).first().getAttribute('href')).toBe(sentence);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/u);
    await page.locator(`.results[data-query="${words}"][aria-busy=false]`).waitFor();
    await hitsOf(page).first().click();
    await page.waitForURL(`**${sentence}`);
    expect(await marked(page)).toEqual([words]);
    expect(await page.locator('h1').textContent()).toContain(words);
  });
});

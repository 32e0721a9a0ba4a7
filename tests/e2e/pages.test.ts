import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { addSecondPlan, builtSite, makeSite, readText, runBuild } from '../support/site.ts';

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ server, url } = await serveSite(builtSite));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a page of the site in a fresh context, looks, and closes it. */
async function visit<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(url + path);
    return await look(page);
  } finally {
    await context.close();
  }
}

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };

/** One page of each type. */
const pageTypes = [
  '',
  '20xx/',
  '20xx/sections/2/',
  '20xx/tasks/3/',
  '20xx/targets/',
  '20xx/targets/t1-graduates/',
  '20xx/charts/enrolment/',
  '20xx/full/',
  'guides/',
  'guides/about/',
  '404.html',
];

describe.each(pageTypes)('/%s', (path) => {
  test.each([
    ['light', 'phone', phone],
    ['dark', 'phone', phone],
    ['light', 'desktop', desktop],
    ['dark', 'desktop', desktop],
  ] as const)('has nothing for axe to report in %s on a %s', async (colorScheme, _name, size) => {
    const violations = await visit(
      path,
      { ...size, colorScheme, bypassCSP: true },
      async (page) => {
        await page.addScriptTag({ content: axe.source });
        const results = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          }),
        );
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      },
    );
    expect(violations).toEqual([]);
  });

  test.each([320, 390, 820, 1440])('fits %i pixels without scrolling sideways', async (width) => {
    const overflow = await visit(path, { viewport: { width, height: 800 } }, (page) =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    );
    expect(overflow).toBe(0);
  });

  test('asks for nothing but itself, its icon and its manifest, and breaks no policy', async () => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url + path, { waitUntil: 'networkidle' });
    await context.close();
    expect(complaints).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(4);
    for (const request of requests) expect(request.startsWith(url)).toBe(true);
  });
});

describe('a link to a sentence', () => {
  test('opens on the highlighted words without JavaScript', async () => {
    const read = (path: string) =>
      visit(path, { ...phone, javaScriptEnabled: true }, (page) =>
        page.locator('#s6').evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return {
            colour: getComputedStyle(element).backgroundColor,
            inView: top >= 0 && bottom <= innerHeight,
          };
        }),
      );
    const [plain, target] = [await read('20xx/tasks/3/'), await read('20xx/tasks/3/#s6')];
    expect(target.colour).not.toBe(plain.colour);
    expect(target.inView).toBe(true);
  });

  test('works in the whole text too', async () => {
    const colour = await visit('20xx/full/#t3s6', phone, (page) =>
      page.locator('#t3s6').evaluate((element) => getComputedStyle(element).backgroundColor),
    );
    expect(colour).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('is what the number before a sentence gives', async () => {
    const address = await visit('20xx/tasks/3/', phone, async (page) => {
      await page.getByRole('link', { name: '第4句' }).click();
      return page.url();
    });
    expect(address).toBe(`${url}20xx/tasks/3/#s4`);
  });
});

test('the whole plan can be read from home to the last task without JavaScript', async () => {
  const last = await visit('', { ...phone, javaScriptEnabled: false }, async (page) => {
    await page.getByRole('link', { name: '统筹各级各类教育协调发展' }).first().click();
    for (let n = 2; n <= 41; n += 1) await page.locator('a[rel=next]').click();
    expect(await page.locator('a[rel=next]').count()).toBe(0);
    return page.locator('h1').textContent();
  });
  expect(last?.trim().replace(/\s+/gu, '')).toBe('41.狠抓工作落实。');
});

test('the first stop of the Tab key skips to the text', async () => {
  const focused = await visit('20xx/tasks/3/', desktop, async (page) => {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.textContent);
    const visible = await page.locator('.skip').evaluate((e) => e.getBoundingClientRect().top >= 0);
    await page.keyboard.press('Enter');
    return { name, visible, url: page.url() };
  });
  expect(focused).toEqual({ name: '跳到正文', visible: true, url: `${url}20xx/tasks/3/#main` });
});

test('copied text is the source’s, half-width marks and all', async () => {
  const copied = await visit('20xx/tasks/1/', desktop, (page) =>
    page.evaluate(() => {
      getSelection()?.selectAllChildren(
        document.querySelector('#s2 [data-plan-text]') ?? document.body,
      );
      return getSelection()?.toString();
    }),
  );
  expect(copied).toBe(
    '20*年,高中阶段招生规模保持稳定,普通高中计划招生7.8万人,中等职业教育计划招生5.7万人。',
  );
});

test('touch targets are at least 24 pixels each way', async () => {
  for (const path of ['', '20xx/', '20xx/tasks/3/', '20xx/targets/', '20xx/charts/training/']) {
    const small = await visit(path, phone, (page) =>
      page.locator('a:visible').evaluateAll((links) =>
        links
          .filter(
            (link) => !link.closest('svg, p, dd, .skip') || link.parentElement?.id.startsWith('s'),
          )
          .map((link) => ({ text: link.textContent, box: link.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ text }) => text),
      ),
    );
    expect(small, path).toEqual([]);
  }
});

test('a number and its unit are never parted', async () => {
  for (const width of [320, 390, 500]) {
    const broken = await visit('20xx/full/', { viewport: { width, height: 800 } }, (page) =>
      page
        .locator('.q')
        .evaluateAll((spans) =>
          spans.filter((span) => span.getClientRects().length > 1).map((span) => span.textContent),
        ),
    );
    expect(broken).toEqual([]);
  }
});

test('in print only the text remains', async () => {
  const shown = await visit('20xx/full/', desktop, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page
      .locator('header.site, footer.site, .spine, .margin, .crumb')
      .evaluateAll((elements) =>
        elements
          .filter((element) => (element as HTMLElement).offsetHeight > 0)
          .map((e) => e.className),
      );
  });
  expect(shown).toEqual([]);
});

test('a browser gives back a source with CR LF and a byte order mark to the byte', async () => {
  const root = makeSite('crlf');
  addSecondPlan(root);
  expect(runBuild(['--root', root])).toMatchObject({ code: 0 });
  const second = await serveSite(`${root}/dist`);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${second.url}second/full/`);
    const text = await page
      .locator('article [data-plan-text]')
      .evaluateAll((parts) => parts.map((part) => part.textContent).join(''));
    expect(text).toBe(readFileSync(`${root}/seeds/second.txt`, 'utf8'));
    expect(readText(root, 'dist/second/data/plan.txt')).toBe(readText(root, 'seeds/second.txt'));
  } finally {
    await context.close();
    second.server.close();
  }
});

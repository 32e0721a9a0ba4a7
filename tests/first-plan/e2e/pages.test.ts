import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveSite } from '../../../src/commands/serve.ts';
import { shareSite } from '../../support/shared-sites.ts';
import { builtSite, project, readText } from '../../support/site.ts';
import { firstPlan } from '../../support/first-plan.ts';
import { embeddedTypes, pageTypes } from '../../support/page-types.ts';
import { findFaintText, findOverflow, findViolations } from '../../support/looks.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
const { visit } = site;

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };

/** One page of each type, those of other sites too, and what may look otherwise than others of its type. */
const looked = [
  ...pageTypes.filter((path) => path !== 'search/' && path !== 'offline/'),
  ...embeddedTypes,
  '20xx/tasks/1/',
  '20xx/charts/matrix/',
  '20xx/charts/links/embed/',
  '20xx/print/',
  '20xx/print/?tasks=3,5-7',
  'guides/about/',
  'search/?q=农村',
];

/** Looked at one after another in one visit: how wide a page is alters neither what it asks for nor what it holds. */
const looks = [
  { name: 'a phone', size: phone.viewport, widths: [320, 390, 820] },
  { name: 'a desktop', size: desktop.viewport, widths: [1440, 1920] },
];

test.each(looked)(
  '/%s asks for nothing but itself, its icon and one script, two where a page is worked with, breaks no policy, scrolls sideways at no width, and has nothing for axe to report by day and by night',
  async (path) => {
    const context = await site.browser.newContext({ ...phone, colorScheme: 'light' });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    try {
      // The search page answers at once, and so loads its index; that of settings shows them, and so loads what sets them.
      const loadsMore = /^(?:search|settings)\//u.test(path);
      await page.goto(site.url + path, { waitUntil: loadsMore ? 'networkidle' : 'load' });
      for (const { name, size, widths } of looks) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: 'light' });
        expect(await findViolations(page), `on ${name}`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await findFaintText(page), `on ${name} by night`).toEqual([]);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(findOverflow), `${width}`).toBe(0);
        }
      }
      // By now, all that a page asks for by itself has been asked for.
      if (!loadsMore) {
        const workedWith = await page
          .locator('not-found, task-choice, reading-settings, term-filter, .slips, svg a[tabindex]')
          .count();
        // Not every browser asks for the icon; what comes after all that reading needs is counted below.
        const others = requests.filter(
          (request) => !/\/(?:icon\.svg|_astro\/after-load\.[^/]+)$/u.test(request),
        );
        expect(others.length).toBeLessThanOrEqual(workedWith > 0 ? 3 : 2);
      }
      for (const request of requests) expect(request.startsWith(site.url)).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  },
);

test('a task page asks for four things in all, of them 3 KB of script, in a browser that keeps the site as well', async () => {
  const context = await site.browser.newContext({ ...phone, serviceWorkers: 'allow' });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url().slice(site.url.length)));
  try {
    await page.goto(`${site.url}20xx/tasks/3/`);
    await page.waitForFunction(() => 'kept' in document.documentElement.dataset);
    expect([...asked].length, [...asked].join()).toBeLessThanOrEqual(4);
    const scripts = [...asked].filter((path) => path.endsWith('.js'));
    const bytes = scripts.map((path) => brotliCompressSync(readFileSync(join(builtSite, path))));
    expect(scripts.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(3 * 1024);
  } finally {
    await context.close();
  }
});

describe('a link to a sentence', () => {
  test('opens on the highlighted words without JavaScript', async () => {
    const read = (path: string) =>
      visit(path, { ...phone, javaScriptEnabled: false }, (page) =>
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

  test('is where the page of the sentence leads, which the number before it gives', async () => {
    const addresses = await visit(
      '20xx/tasks/3/',
      { ...phone, javaScriptEnabled: false },
      async (page) => {
        await page.getByRole('link', { name: '第4句' }).click();
        const own = page.url();
        await page.getByRole('link', { name: '在上下文中看' }).click();
        return [own, page.url()];
      },
    );
    expect(addresses).toEqual([`${site.url}20xx/tasks/3/4/`, `${site.url}20xx/tasks/3/#s4`]);
  });
});

describe('a figure and its note in the margin', () => {
  test('a note, however tall, begins before the next sentence ends', async () => {
    const late = await visit('20xx/tasks/1/', { ...desktop, bypassCSP: true }, async (page) => {
      await page.addStyleTag({ content: '.notes { min-height: 300px }' });
      return page.locator('.row').evaluateAll((rows) =>
        rows.flatMap((row, i) => {
          const note = row.querySelector('.notes')?.getBoundingClientRect();
          const next = rows[i + 1]?.querySelector('p')?.getBoundingClientRect();
          return note && next && note.top > next.bottom ? [row.textContent] : [];
        }),
      );
    });
    expect(late).toEqual([]);
  });

  test('stand side by side on a wide screen, the note below on a phone', async () => {
    const place = (options: BrowserContextOptions) =>
      visit('20xx/tasks/3/', options, (page) =>
        page.evaluate(() => {
          const box = (selector: string) =>
            (document.querySelector(selector) ?? document.body).getBoundingClientRect();
          const [sentence, note] = [box('#s4'), box('.row:has(#s4) .notes')];
          return { beside: note.left >= sentence.right, below: note.top >= sentence.bottom };
        }),
      );
    expect(await place(desktop)).toEqual({ beside: true, below: false });
    expect(await place(phone)).toEqual({ beside: false, below: true });
  });
});

test('what a task promises stands above its text: each figure leads to its words, and is said once', async () => {
  await visit('20xx/tasks/3/', { ...desktop, javaScriptEnabled: false }, async (page) => {
    const ids = firstPlan.targets.filter(({ task }) => task === 3).map(({ id }) => id);
    const hrefs = await page
      .locator('.brief div:first-child a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(hrefs).toEqual(ids.map((id) => `#${id}`));
    expect(await page.locator('.notes .number').count()).toBe(0);
    await page.locator('.brief a', { hasText: '50万人次' }).click();
    expect(await page.locator('.figure:target').textContent()).toBe('50万人次');
  });
});

test('on a phone an arrow tells of a line of it that goes on, and none of another; nothing is lost at its end', async () => {
  await visit('20xx/tasks/3/', { ...phone, javaScriptEnabled: false }, async (page) => {
    const lines = await page.locator('.brief > div').evaluateAll((all) =>
      all.map((line) => {
        const arrow = getComputedStyle(line, '::after').color;
        line.scrollLeft = line.scrollWidth;
        const [last] = Array.from(line.querySelectorAll('a')).slice(-1);
        const { right = 0 } = last?.getBoundingClientRect() ?? {};
        return {
          goesOn: line.scrollWidth > line.clientWidth,
          isTold: arrow !== 'rgba(0, 0, 0, 0)',
          room: line.getBoundingClientRect().right - right,
          arrow: 1.5 * parseFloat(getComputedStyle(line).fontSize),
        };
      }),
    );
    expect(lines.some(({ goesOn }) => goesOn)).toBe(true);
    for (const { goesOn, isTold, room, arrow } of lines) {
      expect(isTold).toBe(goesOn);
      expect(room).toBeGreaterThan(arrow);
    }
  });
});

test('a touch of the arrow moves its line', async () => {
  await visit('20xx/tasks/14/', { ...phone, isMobile: true, hasTouch: true }, async (page) => {
    await page.waitForLoadState('networkidle');
    const line = page.locator('.brief > div').nth(2);
    const box = await line.boundingBox();
    if (!box) throw new Error('no line');
    await page.touchscreen.tap(box.x + box.width - 6, box.y + box.height / 2);
    await page.waitForFunction(
      () => (document.querySelectorAll('.brief > div')[2]?.scrollLeft ?? 0) > 50,
    );
  });
});

test('previous and next stand right after the text, before all that is said beside it', async () => {
  await visit('20xx/tasks/3/', { ...phone, javaScriptEnabled: false }, async (page) => {
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y;
    const tops = [await top('.row:last-child'), await top('.neighbours'), await top('.related')];
    expect(tops).toEqual([...tops].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(await page.locator('.related details[open]').count()).toBe(0);
  });
});

test('every page has all lists at its foot, and the header leads there', async () => {
  for (const path of ['', '20xx/tasks/3/', 'search/', '20xx/charts/training/']) {
    await visit(path, { ...phone, javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: '更多', exact: true }).click();
      const directory = page.getByRole('navigation', { name: '全站目录' });
      expect(await directory.getByRole('link', { name: '文件', exact: true }).isVisible()).toBe(
        true,
      );
      const sizes = await directory
        .locator('a')
        .evaluateAll((all) => all.map((a) => a.getBoundingClientRect().height));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    });
  }
});

test('of the two drawings of a chart one is shown, and its links can be reached by keyboard', async () => {
  for (const [options, shown] of [
    [desktop, 'wide'],
    [phone, 'narrow'],
  ] as const) {
    const found = await visit('20xx/charts/training/embed/', options, async (page) => {
      const drawings = await page
        .locator('svg:visible')
        .evaluateAll((all) => all.map((svg) => svg.getAttribute('class')));
      await page.keyboard.press('Tab');
      return {
        drawings,
        focus: await page.evaluate(() => document.activeElement?.getAttribute('href')),
      };
    });
    expect(found).toEqual({ drawings: [shown], focus: '/20xx/tasks/18/#t18-worker-training' });
  }
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
  expect(focused).toEqual({
    name: '跳到正文',
    visible: true,
    url: `${site.url}20xx/tasks/3/#main`,
  });
});

test('the second stop skips to the results on the search page, past the box and its filters', async () => {
  await visit('search/?q=农村', { viewport: { width: 390, height: 700 } }, async (page) => {
    await page.locator('[data-group=exact]').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到结果' });
    expect(await skip.evaluate((link) => link.getBoundingClientRect().top >= 0)).toBe(true);
    await page.keyboard.press('Enter');
    const results = page.locator('#aside-results');
    await expect.poll(async () => (await results.boundingBox())?.y).toBeLessThan(350);
    await page.keyboard.press('Tab');
    expect(await results.evaluate((part) => part.contains(document.activeElement))).toBe(true);
  });
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

test.each([
  '',
  '20xx/',
  '20xx/tasks/3/',
  '20xx/tasks/3/6/',
  '20xx/tasks/',
  '20xx/sections/',
  '20xx/general/',
  '20xx/charts/',
  '20xx/relations/',
  '20xx/targets/t1-graduates/',
  '20xx/data/',
  '20xx/targets/',
  '20xx/charts/training/',
  '20xx/documents/',
  '20xx/audiences/',
  '20xx/audiences/parent/',
  '20xx/notes/',
  'glossary/',
  'glossary/project-211/',
  'guides/parents/',
])('touch targets of /%s are at least 24 pixels each way', async (path) => {
  const small = await visit(path, phone, (page) =>
    page.locator('a:visible, summary:visible, label:visible').evaluateAll((links) =>
      links
        .filter(
          (link) => !link.closest('svg, p, dd, .skip') || link.parentElement?.id.startsWith('s'),
        )
        .map((link) => ({ text: link.textContent, box: link.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ text }) => text),
    ),
  );
  expect(small).toEqual([]);
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

test.each([
  // The foot tells how a page is cited.
  ['20xx/full/', ['site']],
  // A handout says which plan it is from.
  ['20xx/audiences/rural-teacher/', ['crumb', 'site']],
])('in print only the text of /%s remains, beside %j', async (path, kept) => {
  const shown = await visit(path, desktop, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main [data-plan-text]:visible').count()).toBeGreaterThan(0);
    return page
      .locator('header.site, footer.site, .spine, .margin, .crumb')
      .evaluateAll((elements) =>
        elements
          .filter((element) => (element as HTMLElement).offsetHeight > 0)
          .map((e) => e.className),
      );
  });
  expect(shown).toEqual(kept);
});

test('a browser gives back a source with CR LF and a byte order mark to the byte', async () => {
  const { code, out } = await shareSite('two-plans');
  expect(code).toBe(0);
  const source = readText(project, 'tests/fixtures/second/seeds/second.txt');
  expect(source).toMatch(/^\uFEFF[^\n]*\r\n/u);
  const second = await serveSite(out);
  const context = await site.browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${second.url}second/full/`);
    const text = await page
      .locator('article [data-plan-text]')
      .evaluateAll((parts) => parts.map((part) => part.textContent).join(''));
    expect(text).toBe(source);
    expect(readText(out, 'second/data/plan.txt')).toBe(source);
  } finally {
    await context.close();
    second.server.close();
  }
});

describe('what other sites set in', () => {
  test.each(['20xx/charts/enrolment/', '20xx/charts/schools/', '20xx/charts/matrix/'])(
    'the frame of /%s shows all of it, has no script and leads out of the frame',
    async (path) => {
      const [framed, height] = await visit(path, desktop, async (page) => {
        const snippet = await page.locator('.embed textarea').inputValue();
        const [, source = '', tall] = /src="([^"]+)".* height="(\d+)"/u.exec(snippet) ?? [];
        return [source.replace(/^\//u, ''), Number(tall)] as const;
      });
      expect(framed).toBe(`${path}embed/`);
      for (const width of [360, 448, 620, 760]) {
        const found = await visit(framed, { viewport: { width, height } }, (page) =>
          page.evaluate(() => ({
            bottom: document.querySelector('figure')?.getBoundingClientRect().bottom ?? Infinity,
            overflow: document.documentElement.scrollHeight - innerHeight,
            scripts: document.scripts.length,
            target: document.querySelector('base')?.target,
          })),
        );
        expect(found, `${width}`).toMatchObject({ overflow: 0, scripts: 0, target: '_top' });
        expect(found.bottom, `${width}`).toBeLessThanOrEqual(height);
      }
    },
  );
});

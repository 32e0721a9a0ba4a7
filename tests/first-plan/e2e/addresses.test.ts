import { type Server, createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shareSite } from '../../support/shared-sites.ts';
import { builtSite } from '../../support/site.ts';
import { serveSite } from '../../../src/commands/serve.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
const { visit } = site;

const phone = { viewport: { width: 390, height: 844 } };

describe('the page of a sentence', () => {
  test.each([true, false])('opens on its words, large and in view (script: %s)', async (script) => {
    const seen = await visit(
      '20xx/tasks/3/6/',
      { ...phone, javaScriptEnabled: script },
      async (page) => ({
        words: await page.locator('h1').textContent(),
        size: await page
          .locator('h1')
          .evaluate((h1) => Number.parseFloat(getComputedStyle(h1).fontSize)),
        around: await page
          .locator('.near [data-plan-text]')
          .evaluateAll((near) =>
            near.map((words) => Number.parseFloat(getComputedStyle(words).fontSize)),
          ),
        inView: await page.locator('h1').evaluate((h1) => {
          const { top, bottom } = h1.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
        title: await page.title(),
      }),
    );
    expect(seen.words).toBe('不少于10000人次的农村教师接受培训或到城镇学校交流。');
    expect(seen.inView).toBe(true);
    expect(seen.around).toHaveLength(2);
    for (const size of seen.around) expect(seen.size).toBeGreaterThan(size * 1.25);
    expect(seen.title).toContain('不少于10000人次的农村教师接受培训或到城镇学校交流。');
  });

  test('leads through the whole plan, sentence by sentence', async () => {
    const last = await visit(
      '20xx/tasks/40/7/',
      { ...phone, javaScriptEnabled: false },
      async (page) => {
        const passed: string[] = [];
        while ((await page.locator('a[rel=next]').count()) > 0) {
          await page.locator('a[rel=next]').click();
          passed.push(new URL(page.url()).pathname);
        }
        return passed;
      },
    );
    expect(last).toEqual(['/20xx/tasks/41/1/', '/20xx/tasks/41/2/']);
  });

  test('gives its address at one tap', async () => {
    // Whole, though the build knew no origin.
    const selected = await visit('20xx/tasks/3/6/', phone, async (page) => {
      const address = page.locator('.address code');
      await expect.poll(() => address.textContent()).toBe(`${site.url}20xx/tasks/3/6/`);
      await address.click();
      return page.evaluate(() => getSelection()?.toString());
    });
    expect(selected).toBe(`${site.url}20xx/tasks/3/6/`);
  });
});

const forgiven = [
  ['20xx/tasks/3/6/。', '20xx/tasks/3/6/'],
  ['20xx/tasks/3/6/，', '20xx/tasks/3/6/'],
  ['20xx/tasks/3/6/)', '20xx/tasks/3/6/'],
  ['20xx/tasks/3/6/），请看这一句', '20xx/tasks/3/6/'],
  ['20xx/tasks/3/6、', '20xx/tasks/3/6/'],
  ['20xx/tasks/3；', '20xx/tasks/3/'],
  ['20xx/tasks/3/"', '20xx/tasks/3/'],
  ['20xx/tasks/3/”', '20xx/tasks/3/'],
  ['20xx/tasks/3/》', '20xx/tasks/3/'],
  ['20xx/tasks/3.', '20xx/tasks/3/'],
  ['20xx/targets/t1-graduates,', '20xx/targets/t1-graduates/'],
  ['20XX/Tasks/3/', '20xx/tasks/3/'],
  ['20xx/tasks/3/%E3%80', '20xx/tasks/3/'],
  ['。', ''],
] as const;

describe('what a chat glued to an address is forgiven', () => {
  test.each(forgiven)('/%s leads to /%s', async (asked, meant) => {
    const address = await visit(asked, phone, async (page) => {
      await page.waitForURL((url) => url.href === site.url + meant);
      return page.locator('h1').count();
    });
    expect(address).toBe(1);
  });

  test('in a hash too', async () => {
    for (const hash of ['s6。', 's6%E3%80%82', 's6，请看', 's6)']) {
      const found = await visit(`20xx/tasks/3/#${hash}`, phone, async (page) => {
        await page.waitForURL((url) => url.hash === '#s6');
        return page.locator('#s6:target').count();
      });
      expect(found, hash).toBe(1);
    }
  });

  test('and the reader’s way back is not barred', async () => {
    const address = await visit('20xx/', phone, async (page) => {
      await page.goto(`${site.url}20xx/tasks/3/6/。`);
      await page.waitForURL((url) => url.pathname === '/20xx/tasks/3/6/');
      await page.goBack();
      return page.url();
    });
    expect(address).toBe(`${site.url}20xx/`);
  });
});

describe('the page for what is not there', () => {
  const nearestTo = (path: string) =>
    visit(path, phone, async (page) => {
      const link = page.locator('.nearest a');
      await link.waitFor();
      return link.getAttribute('href');
    });

  test('names the nearest place', async () => {
    const near = await visit('20xx/tasks/99/', phone, async (page) => {
      const link = page.locator('.nearest a');
      await link.waitFor();
      return [await link.getAttribute('href'), await link.textContent(), page.url()];
    });
    expect(near[0]).toBe('/20xx/tasks/');
    expect(near[1]).toMatch(/^全部任务 - /u);
    // The address stays, for who wants to mend it.
    expect(near[2]).toBe(`${site.url}20xx/tasks/99/`);
  });

  test('names the page itself where words stand behind its address without a mark', async () => {
    expect(await nearestTo('20xx/tasks/3/6/请看')).toBe('/20xx/tasks/3/6/');
  });

  test('guesses what was misspelt, and the plan that was not named', async () => {
    for (const [path, meant] of [
      ['20xx/task/7/', '/20xx/tasks/7/'],
      ['taks/7/', '/20xx/tasks/7/'],
      ['tasks/99/', '/20xx/tasks/'],
      ['seting/', '/settings/'],
      ['20xx/meeting', '/20xx/meetings/'],
    ] as const) {
      expect(await nearestTo(path), path).toBe(meant);
    }
  });

  test('is ready to search for the words of the address, and for nothing else', async () => {
    for (const [path, words] of [
      ['20xx/农村教师/', '农村教师'],
      ['农村教师', '农村教师'],
      ['20xx/tasks/99/，农村教师。', '农村教师'],
      ['20xx/tasks/3/农村教师', '农村教师'],
      ['20xx/tasks/99/', ''],
      ['task/3/', ''],
    ] as const) {
      const value = await visit(path, phone, async (page) => {
        await page.waitForLoadState('networkidle');
        return page.locator('input[type=search]').inputValue();
      });
      expect(value, path).toBe(words);
    }
    const found = await visit('20xx/农村教师/', phone, async (page) => {
      await page.waitForLoadState('networkidle');
      await page.getByRole('button', { name: '查找' }).click();
      await page.locator('.results li').first().waitFor();
      return page.url();
    });
    expect(found).toBe(`${site.url}search/?q=${encodeURIComponent('农村教师')}`);
  });

  test('is of use without script', async () => {
    const offered = await visit(
      '20xx/tasks/99/',
      { ...phone, javaScriptEnabled: false },
      async (page) => ({
        links: await page
          .locator('main a:visible')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
        form: await page.locator('main form').getAttribute('action'),
        nearest: await page.locator('.nearest').isVisible(),
      }),
    );
    expect(offered).toEqual({
      links: ['/', '/20xx/', '/20xx/sections/', '/20xx/tasks/', '/20xx/full/'],
      form: '/search/',
      nearest: false,
    });
  });

  test('breaks no policy', async () => {
    const complaints: string[] = [];
    const context = await site.browser.newContext(phone);
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${site.url}20xx/tasks/99/。`, { waitUntil: 'networkidle' });
    await context.close();
    // Only that pages are not there.
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
});

describe('on other hosts', () => {
  test('a base path is kept', async () => {
    const { code, out } = await shareSite('based');
    expect(code).toBe(0);
    const { server, url } = await serveSite(out, { base: '/a/b/' });
    const context = await site.browser.newContext(phone);
    try {
      const page = await context.newPage();
      await page.goto(`${url}20xx/tasks/3/6/。`);
      await page.waitForURL((to) => to.href === `${url}20xx/tasks/3/6/`);
      expect(await page.locator('h1').textContent()).toContain('不少于10000人次');
    } finally {
      await context.close();
      server.close();
    }
  });

  describe('that say 200 of what is not there', () => {
    let server: Server;
    let url: string;
    beforeAll(async () => {
      const notFound = readFileSync(join(builtSite, '404.html'));
      server = createServer((request, response) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        try {
          const script = path.endsWith('.js');
          if (script) response.setHeader('Content-Type', 'text/javascript');
          response.end(readFileSync(join(builtSite, path, script ? '' : 'index.html')));
        } catch {
          response.end(notFound);
        }
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      url = `http://localhost:${typeof address === 'object' ? address?.port : ''}/`;
    });
    afterAll(() => void server.close());

    test.each([
      ['20xx/tasks/3/6/。', '20xx/tasks/3/6/', undefined],
      ['20xx/tasks/99/。', '20xx/tasks/99/。', '/20xx/tasks/'],
    ])('%s leads to %s', async (asked, meant, near) => {
      const context = await site.browser.newContext(phone);
      const page = await context.newPage();
      await page.goto(url + asked, { waitUntil: 'networkidle' });
      expect(decodeURI(page.url())).toBe(url + meant);
      if (near !== undefined) {
        expect(await page.locator('.nearest a').getAttribute('href')).toBe(near);
      }
      await context.close();
    });
  });
});

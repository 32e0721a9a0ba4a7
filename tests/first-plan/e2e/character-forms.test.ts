import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstPlan } from '../../support/first-plan.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
const { visitSet } = site;

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };
const permissions = ['clipboard-read', 'clipboard-write'];

const traditional = 'set hant inlined';
const spelled = 'set pinyin inlined';
const both = 'set hant pinyin inlined';

/** Where 发放 stands, which a dictionary takes for 生髮. */
const placeOf = (words: string): { path: string; id: string; text: string } => {
  for (const { n, sentences } of firstPlan.tasks) {
    const found = sentences.find(({ text }) => text.includes(words));
    if (found) return { path: `20xx/tasks/${n}/`, id: `s${found.n}`, text: found.text };
  }
  throw new Error(`no sentence has ${words}`);
};
const allowance = placeOf('发放');
const trade = placeOf('行业');

const languageOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.lang);

/** Selects what is in an element, copies it by the keyboard, and reads the clipboard. */
async function copyOf(page: Page, selector: string): Promise<string> {
  await page.locator(selector).evaluate((element) => {
    getSelection()?.selectAllChildren(element);
  });
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

const marked = (page: Page): Promise<string> =>
  page.evaluate(() => Array.from(CSS.highlights.get('search') ?? [], String).join(''));

describe('traditional characters', () => {
  test('are chosen in the panel, stay on the next page, and go with the settings', async () => {
    await site.visit('20xx/tasks/1/', desktop, async (page) => {
      await page.getByRole('link', { name: '设置' }).click();
      await page.getByText('字形由程序转换，以原文为准。').waitFor();
      await page.getByLabel('繁體').check();
      await page.getByRole('complementary', { name: '字形' }).getByRole('button').waitFor();
      expect(await languageOf(page)).toBe('zh-Hant');
      await page.goto(site.url + allowance.path);
      await page.getByText('發放生活補助').first().waitFor();
      expect(await page.locator('body').textContent()).not.toMatch(/发|学|务/u);
      await page.getByRole('link', { name: '設置' }).click();
      await page.getByRole('button', { name: '恢復默認' }).click();
      await page.getByText('发放生活补助').first().waitFor();
      expect(await languageOf(page)).toBe('zh-CN');
      expect(await page.locator('.source-bar').count()).toBe(0);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  });

  test('are there before the first words are painted', async () => {
    const [ready, paint] = await visitSet(traditional, '20xx/full/', desktop, async (page) => {
      // The page is held back for a second at most, which on a busy machine is not enough: here time stands still.
      const tools = await page.context().newCDPSession(page);
      await tools.send('Animation.enable');
      await tools.send('Animation.setPlaybackRate', { playbackRate: 0 });
      await page.reload();
      await page.locator('.source-bar').waitFor();
      return page.evaluate(() => [
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('traditional.json'))
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd)[0],
        performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      ]);
    });
    expect(ready).toBeGreaterThan(0);
    expect(paint).toBeGreaterThanOrEqual(ready ?? Infinity);
  });

  test("the source's own are one tap away, and back", async () => {
    await visitSet(traditional, allowance.path, desktop, async (page) => {
      const words = page.locator(`#${allowance.id}`);
      const shown = await words.textContent();
      await page.getByRole('button', { name: '顯示原文字形' }).click();
      expect(await words.textContent()).toContain(allowance.text);
      expect(await languageOf(page)).toBe('zh-CN');
      const button = page.getByRole('button', { name: '显示原文字形' });
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await button.click();
      expect(await words.textContent()).toBe(shown);
      expect(shown).toHaveLength((await words.textContent())?.length ?? 0);
    });
  });

  test('are never copied: neither with the plan’s words nor with those of editors', async () => {
    await visitSet(traditional, allowance.path, { ...desktop, permissions }, async (page) => {
      expect(await copyOf(page, `#${allowance.id} [data-plan-text]`)).toBe(allowance.text);
      expect(await languageOf(page)).toBe('zh-Hant');
      expect(await copyOf(page, 'footer.site > p:not(.paper, :has(a))')).toMatch(/[转载发编说]/u);
      await expect.poll(() => languageOf(page)).toBe('zh-Hant');
      // The words that were selected still are.
      expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(5);
      await page
        .locator(`p > [href$="/${allowance.id.slice(1)}/"]`)
        .first()
        .click();
      const row = page.locator('.pass-on:visible');
      await row.getByRole('button', { name: '複製原文與出處' }).click();
      await row.locator('.copied').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split('\n')[0]).toBe(allowance.text.trim());
      expect(copied).toContain(firstPlan.plan.title);
      expect(await row.locator('.copied').textContent()).toBe(copied);
    });
  });

  test('words are found by their address, which is that of the source', async () => {
    const address = await visitSet('', allowance.path, desktop, async (page) => {
      await page.locator(`#${allowance.id} [data-plan-text]`).evaluate((element) => {
        getSelection()?.selectAllChildren(element);
      });
      const bar = page.locator('.pass-on.selection');
      await bar.getByRole('button', { name: '二维码' }).click();
      return bar.locator('.copied').textContent();
    });
    const own = await visitSet(traditional, allowance.path, desktop, async (page) => {
      await page.locator(`#${allowance.id} [data-plan-text]`).evaluate((element) => {
        getSelection()?.selectAllChildren(element);
      });
      const bar = page.locator('.pass-on.selection');
      await bar.getByRole('button', { name: '二維碼' }).click();
      return bar.locator('.copied').textContent();
    });
    expect(own).toBe(address);
    const path = new URL(address ?? '').pathname.slice(1) + new URL(address ?? '').search;
    for (const kept of [traditional, both]) {
      const found = await visitSet(kept, path, desktop, async (page) => {
        await expect.poll(() => marked(page)).not.toBe('');
        return marked(page);
      });
      expect(found).toContain('發放生活補助');
      expect(found).toHaveLength(allowance.text.length);
    }
  });

  test('search takes them, answers in them, and marks the words where it leads', async () => {
    await visitSet(traditional, '20xx/', desktop, async (page) => {
      await page.locator('input[type=search]').fill('發放生活補助');
      const hit = page.locator('.results li > a').first();
      await hit.waitFor();
      await expect.poll(() => page.locator('.results').textContent()).toContain('發放生活補助');
      expect(await page.locator('.results').textContent()).not.toMatch(/[发补学]/u);
      await hit.click();
      await page.waitForURL(/tasks/u);
      await expect.poll(() => marked(page)).toBe('發放生活補助');
    });
  });

  test('charts have them, and what is typed is left as it is', async () => {
    await visitSet(traditional, '20xx/charts/enrolment/', desktop, async (page) => {
      expect(await page.locator('main svg').first().textContent()).not.toMatch(/[学业师]/u);
      await page.locator('input[type=search]').fill('学校发展');
      expect(await page.locator('input[type=search]').inputValue()).toBe('学校发展');
      expect(await page.title()).not.toMatch(/[學業師計]/u);
    });
  });
});

describe('pinyin', () => {
  const readingOf = (page: Page, character: string): Promise<string[]> =>
    page
      .locator(`#${trade.id} ruby`)
      .evaluateAll(
        (all, wanted) =>
          all
            .filter((ruby) => ruby.textContent === wanted)
            .map((ruby) => ruby.querySelector('rt')?.dataset['pinyin'] ?? ''),
        character,
      );

  test('is chosen in the panel, and is that of the words around a character', async () => {
    await site.visit(trade.path, desktop, async (page) => {
      await page.getByRole('link', { name: '设置' }).click();
      await page.getByRole('group', { name: '拼音' }).getByLabel('显示', { exact: true }).check();
      await page.locator('rt').first().waitFor();
      expect(await readingOf(page, '行')).toContain('háng');
      expect(await readingOf(page, '业')).toContain('yè');
      await page.reload();
      await page.locator('rt').first().waitFor();
      await page.getByRole('link', { name: '设置' }).click();
      await page.getByRole('button', { name: '恢复默认' }).click();
      await expect.poll(() => page.locator('rt').first().isVisible()).toBe(false);
    });
  });

  test.each([spelled, both])('is no part of the text (%s)', async (kept) => {
    await visitSet(kept, trade.path, { ...desktop, permissions }, async (page) => {
      expect(await copyOf(page, `#${trade.id} [data-plan-text]`)).toBe(trade.text);
      expect(await page.locator('main').textContent()).not.toMatch(/háng|yè/u);
    });
  });

  test('is set over a whole plan bit by bit, so that the page answers meanwhile', async () => {
    const bits = await site.visit('20xx/full/', phone, async (page) => {
      await page.evaluate((kept) => {
        localStorage.setItem('jihua', kept);
      }, spelled);
      await page.addInitScript(() => {
        const seen: number[] = [];
        Object.assign(window, { seen });
        // It is called once for all that is done in one go.
        new MutationObserver((records) => {
          const added = records.flatMap(({ addedNodes }) => Array.from(addedNodes));
          const readings = added.filter(({ nodeName }) => nodeName === 'RUBY').length;
          if (readings > 0) seen.push(readings);
        }).observe(document, { childList: true, subtree: true });
      });
      await page.reload();
      await page.locator('[data-pinyin=ready]').waitFor();
      return page.evaluate(() => (window as unknown as { seen: number[] }).seen);
    });
    expect(bits.reduce((sum, bit) => sum + bit)).toBeGreaterThan(5000);
    expect(Math.max(...bits)).toBeLessThan(1000);
  });

  test('gives a character with a short reading the room of one with a longer', async () => {
    const widths = await visitSet(spelled, trade.path, {}, (page) =>
      page.locator('article p ruby').evaluateAll((all) =>
        all.map((ruby) => ({
          letters: ruby.querySelector('rt')?.dataset['pinyin']?.length ?? 0,
          ems: ruby.getBoundingClientRect().width / parseFloat(getComputedStyle(ruby).fontSize),
        })),
      ),
    );
    expect(widths.some(({ letters }) => letters < 3)).toBe(true);
    for (const { letters, ems } of widths.filter((one) => one.letters < 5)) {
      if (letters < 3) expect(ems, String(letters)).toBeGreaterThan(1.05);
      expect(ems, String(letters)).toBeLessThan(1.65);
    }
  });

  test('stands over the page of a sentence and over the quotation of a figure', async () => {
    const figure = firstPlan.targets[0]?.id ?? '';
    for (const [path, words] of [
      [`${trade.path}${trade.id.slice(1)}/`, '.one h1'],
      [`20xx/targets/${figure}/`, 'article blockquote'],
    ] as const) {
      const count = await visitSet(spelled, path, desktop, (page) =>
        page.locator(`${words} rt`).count(),
      );
      expect(count, path).toBeGreaterThan(5);
    }
  });
});

test('who has chosen neither loads nothing of them', async () => {
  const asked = await site.visit('20xx/tasks/3/', desktop, async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload({ waitUntil: 'networkidle' });
    return requests;
  });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => /traditional|pinyin|forms|kept-settings/u.test(url))).toEqual([]);
});

describe.each([
  [traditional, [allowance.path, '20xx/full/', '20xx/charts/enrolment/', 'settings/']],
  [spelled, [allowance.path]],
  [both, [allowance.path]],
])('with %s', (kept, paths) => {
  test.each(paths)('axe has nothing to report, at 7:1, on /%s', async (path) => {
    const violations = await visitSet(kept, path, { ...desktop, bypassCSP: true }, async (page) => {
      await page.addScriptTag({ content: axe.source });
      const results = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: { 'color-contrast-enhanced': { enabled: true } },
        }),
      );
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(violations).toEqual([]);
  });

  test.each([phone, desktop])('pages fit the window', async (size) => {
    const overflow = await visitSet(kept, allowance.path, size, (page) =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    );
    expect(overflow).toBe(0);
  });
});

import jsqr from 'jsqr';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';
import { findOverflow, findViolations } from '../../support/looks.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
const { visit } = site;

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };
const permissions = ['clipboard-read', 'clipboard-write'];

/** Words of a sentence of the plan. */
function sentence(task: number, n: number): string {
  const found = firstPlan.tasks[task - 1]?.sentences[n - 1];
  if (!found) throw new Error(`no sentence ${n} in task ${task}`);
  return found.text;
}

/** A task with its number, as the source has it. */
function wholeTask(n: number): string {
  const task = firstPlan.tasks[n - 1];
  const last = task?.sentences.at(-1);
  if (!task?.marker || !last) throw new Error(`no task ${n}`);
  return Array.from(firstSeed).slice(task.marker.start, last.end).join('');
}

const title = firstPlan.plan.title;
const open = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name }).click();
  await page.locator('.pass-on').waitFor();
};
/** Taps a sentence where it begins: its box has other sentences in it, where the text runs on. */
const tap = async (page: Page, selector: string): Promise<void> => {
  const [x, y] = await page.locator(selector).evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const [line] = element.getClientRects();
    return [(line?.x ?? 0) + 5, (line?.y ?? 0) + (line?.height ?? 0) / 2] as const;
  });
  await page.mouse.click(x, y);
};
/** Presses a button of the row or bar, and reads what the clipboard has once the page says that it has it. */
const copied = async (page: Page, name: string): Promise<string> => {
  const row = page.locator('.pass-on:visible');
  await row.getByRole('button', { name, exact: true }).click();
  await row
    .getByRole('status')
    .filter({ hasText: `已${name}` })
    .waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(await row.locator('.copied').textContent()).toBe(text);
  return text;
};
/** Selects from a place in one element to a place in another, in characters. */
const select = (page: Page, from: string, start: number, to: string, end: number): Promise<void> =>
  page.evaluate(
    ([first, last, a, b]) => {
      const point = (selector: string, place: number, begins: boolean): [Node, number] => {
        const walker = document.createTreeWalker(
          document.querySelector(selector) ?? document.body,
          NodeFilter.SHOW_TEXT,
        );
        let left = place;
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          if (left < node.length || (!begins && left === node.length)) return [node, left];
          left -= node.length;
        }
        throw new Error(`nothing at ${place} in ${selector}`);
      };
      const range = new Range();
      range.setStart(...point(first, a, true));
      range.setEnd(...point(last, b, false));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [from, to, start, end] as const,
  );
/** What is marked on a page, and whether it begins in view. */
const marked = (page: Page): Promise<{ words: string; inView: boolean }> =>
  page.evaluate(() => {
    const ranges = Array.from(CSS.highlights.get('search') ?? []) as Range[];
    const top = ranges[0]?.getBoundingClientRect().top ?? -1;
    return { words: ranges.join(''), inView: top >= 0 && top < innerHeight };
  });
/** Today by the reader's clock, as the browser has it. */
const today = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const time = new Date();
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  });

describe.each([
  ['a phone', phone],
  ['a desktop', desktop],
] as const)('the row of a sentence on %s', (_name, size) => {
  test('copies the link without a hash, the citation, and the words with their source', async () => {
    await visit('20xx/tasks/3/', { ...size, permissions }, async (page) => {
      await open(page, '第6句');
      expect(page.url()).toBe(`${site.url}20xx/tasks/3/#s6`);
      const link = `${site.url}20xx/tasks/3/6/`;
      expect(await copied(page, '复制链接')).toBe(link);
      expect(await copied(page, '复制引文')).toBe(
        `${title}：第3项第6句[EB/OL]. [${await today(page)}]. ${link}.`,
      );
      expect(await copied(page, '复制原文与出处')).toBe(
        `${sentence(3, 6)}\n——${title}，第3项第6句\n${link}`,
      );
      const html = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return (await item?.getType('text/html'))?.text();
      });
      expect(html).toContain(`<p>${sentence(3, 6)}</p>`);
      expect(html).toContain(`<a href="${link}">`);
      expect(html).not.toMatch(/style|class|color/u);
    });
  });

  test('opens for a sentence that is tapped, and closes when it is tapped again', async () => {
    await visit('20xx/tasks/3/', size, async (page) => {
      await tap(page, '#s6 [data-plan-text]');
      await page.locator('.pass-on').waitFor();
      expect(await page.locator('.pass-on').getAttribute('aria-label')).toContain('第3项第6句');
      await tap(page, '#s6 [data-plan-text]');
      await page.locator('.pass-on').waitFor({ state: 'detached' });
    });
  });

  test('stands right under its sentence, and moves no note away from it', async () => {
    await visit('20xx/tasks/3/', size, async (page) => {
      const boxOf = async (selector: string) => {
        const box = await page.locator(selector).boundingBox();
        if (!box) throw new Error(`nothing at ${selector}`);
        return box;
      };
      const isBeside = async () => (await boxOf('#s9 + .notes')).y < (await boxOf('#s9')).y + 20;
      const before = await isBeside();
      await open(page, '第9句');
      const [sentence, row] = [await boxOf('#s9'), await boxOf('.pass-on')];
      expect(row.y).toBeGreaterThanOrEqual(sentence.y + sentence.height - 1);
      expect(Math.abs(row.x + row.width - sentence.x - sentence.width)).toBeLessThan(8);
      expect(await isBeside()).toBe(before);
    });
  });

  test.each(['light', 'dark'] as const)('has nothing for axe to report in %s', async (scheme) => {
    const options = { ...size, colorScheme: scheme, bypassCSP: true };
    const violations = await visit('20xx/tasks/3/', options, async (page) => {
      await open(page, '第4句');
      await page.getByRole('button', { name: '二维码' }).click();
      await page.locator('.pass-on svg').waitFor();
      return findViolations(page);
    });
    expect(violations).toEqual([]);
  });

  test('has targets of at least 24 pixels each way, and scrolls nothing sideways', async () => {
    const found = await visit('20xx/tasks/3/', size, async (page) => {
      await open(page, '第4句');
      const boxes = await page
        .locator('.pass-on button, .row > p > a')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      const wide = await page.evaluate(findOverflow);
      return { small: boxes.filter(({ width, height }) => width < 24 || height < 24), wide };
    });
    expect(found).toEqual({ small: [], wide: 0 });
  });
});

test('all of it can be done with the keyboard alone', async () => {
  await visit('20xx/tasks/3/', { ...desktop, permissions }, async (page) => {
    await page.getByRole('link', { name: '第6句' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === '复制链接');
    await page.keyboard.press('Enter');
    await page.locator('.pass-on [role=status]', { hasText: '已复制链接' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.url}20xx/tasks/3/6/`,
    );
    await page.keyboard.press('Escape');
    expect(await page.locator('.pass-on').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      '/20xx/tasks/3/6/',
    );
  });
});

test('a task is passed on as a whole', async () => {
  await visit('20xx/tasks/3/', { ...phone, permissions }, async (page) => {
    await page.locator('h1 .no').click();
    expect(await copied(page, '复制链接')).toBe(`${site.url}20xx/tasks/3/`);
    expect(await copied(page, '复制引文')).toContain(`${title}：第3项[EB/OL].`);
  });
});

test.each([
  ['a sentence’s own page', '20xx/tasks/3/6/', sentence(3, 6), '第3项第6句'],
  ['a figure’s own page', '20xx/targets/t3-fund/', sentence(3, 2), '第3项第2句“4亿元”'],
  ['a task, with all its words', '20xx/tasks/15/', wholeTask(15), '第15项'],
])('so is %s', async (_case, path, words, part) => {
  await visit(path, { ...phone, permissions }, async (page) => {
    await page.locator('a.pass').click();
    expect(await copied(page, '复制原文与出处')).toBe(
      `${words}\n——${title}，${part}\n${site.url}${path}`,
    );
  });
});

test.each([
  ['the plan', '20xx/', ''],
  ['a part of it', '20xx/sections/2/', '：第二部分'],
])('%s is cited by the page of it, which quotes no words', async (_case, path, part) => {
  await visit(path, { ...phone, permissions }, async (page) => {
    await page.locator('a.pass').click();
    expect(await copied(page, '复制引文')).toBe(
      `${title}${part}[EB/OL]. [${await today(page)}]. ${site.url}${path}.`,
    );
    expect(await page.getByRole('button', { name: '复制原文与出处' }).count()).toBe(0);
  });
});

test('the whole text passes on its sentences by the same addresses', async () => {
  await visit('20xx/full/', { ...phone, permissions }, async (page) => {
    await tap(page, '#t3s6');
    await page.locator('.pass-on', { hasText: '第3项第6句' }).waitFor();
    expect(await copied(page, '复制链接')).toBe(`${site.url}20xx/tasks/3/6/`);
    await tap(page, '#g2');
    await page.locator('.pass-on', { hasText: '总的要求第2句' }).waitFor();
    expect(await copied(page, '复制链接')).toBe(`${site.url}20xx/general/2/`);
  });
});

describe('selected words', () => {
  test.each([
    ['in a clause', '20xx/tasks/3/', '#s6 [data-plan-text]', 4, '#s6 [data-plan-text]', 12],
    ['across sentences', '20xx/tasks/1/', '#s2 [data-plan-text]', 7, '#s3 [data-plan-text]', 8],
    ['of figures', '20xx/tasks/1/', '#s3 [data-plan-text]', 20, '#s3 [data-plan-text]', 31],
    ['in the whole text', '20xx/full/', '#t3s4', 2, '#t3s7', 5],
    ['of a title', '20xx/full/', '#t5s1', 0, '#t5s1', 6],
  ] as const)('%s are marked where their link is opened', async (_case, path, from, a, to, b) => {
    const { link, words } = await visit(path, { ...desktop, permissions }, async (page) => {
      await select(page, from, a, to, b);
      await page.locator('.selection').waitFor();
      const text = await copied(page, '复制原文与出处');
      return { link: await copied(page, '复制链接'), words: text.split('\n——')[0] ?? '' };
    });
    expect(words.length).toBeGreaterThan(5);
    expect(link).toContain('#:~:text=');
    // With its hash, and as WeChat passes it on.
    for (const address of [link, link.split('#')[0] ?? '']) {
      const arrived = await visit(address.slice(site.url.length), phone, async (page) => {
        await page.waitForFunction(() => CSS.highlights.has('search'));
        return marked(page);
      });
      expect({ ...arrived, words: arrived.words.replace(/\s/gu, '') }).toEqual({
        words: words.replace(/\s/gu, ''),
        inView: true,
      });
    }
  });

  test('that have been changed since are not marked, but their sentence is in view', async () => {
    const seen = await visit('20xx/tasks/3/?w=s9.0-s9.4-zzz', phone, async (page) => {
      await page.waitForFunction(() => CSS.highlights.has('search'));
      const top = await page.locator('#s9').evaluate((e) => e.getBoundingClientRect().top);
      return { words: (await marked(page)).words, inView: top >= 0 && top < 844 };
    });
    expect(seen).toEqual({ words: '', inView: true });
  });

  test('show no bar where they are not the plan’s', async () => {
    await visit('20xx/tasks/3/', desktop, async (page) => {
      await select(page, 'footer.site', 0, 'footer.site', 6);
      await select(page, '#s6 [data-plan-text]', 0, '#s6 [data-plan-text]', 4);
      await page.locator('.selection').waitFor();
      await select(page, 'footer.site', 0, 'footer.site', 6);
      await page.locator('.selection').waitFor({ state: 'hidden' });
    });
  });

  test('lead by Tab to the bar', async () => {
    await visit('20xx/tasks/3/', desktop, async (page) => {
      await select(page, '#s6 [data-plan-text]', 0, '#s6 [data-plan-text]', 4);
      await page.locator('.selection').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制链接');
      await page.keyboard.press('Escape');
      expect(await page.locator('.selection').isVisible()).toBe(false);
    });
  });
});

describe('what is copied from the text with the keys of the system', () => {
  const copy = (path: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>) =>
    visit(path, { ...options, permissions }, async (page) => {
      await act(page);
      await page.keyboard.press('Control+c');
      return page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return {
          text: await (await item?.getType('text/plain'))?.text(),
          html: await (await item?.getType('text/html'))?.text(),
        };
      });
    });
  const whole = firstPlan.tasks[0];
  const source = `${whole?.marker?.text ?? ''}${whole?.marker?.after ?? ''}${whole?.sentences
    .map(({ text, after }) => text + after)
    .join('')}`;
  const paragraphs = source
    .split(/\s*[\r\n]\s*/u)
    .map((line) => line.trim())
    .filter(Boolean);

  test.each([
    ['light', phone],
    ['dark', desktop],
  ] as const)('is the source’s paragraphs, in %s', async (colorScheme, size) => {
    const { text, html } = await copy('20xx/tasks/1/', { ...size, colorScheme }, (page) =>
      page.keyboard.press('Control+a'),
    );
    expect(text).toBe(paragraphs.join('\n'));
    expect(html).toContain(paragraphs.map((line) => `<p>${line}</p>`).join(''));
    expect(html?.replace(/<meta[^>]*>/gu, '')).not.toMatch(/style|class|color|<a|<span/u);
  });

  test('has no number and no note between two sentences', async () => {
    const { text } = await copy('20xx/tasks/1/', desktop, (page) =>
      select(page, '#s2 [data-plan-text]', 0, '#s3 [data-plan-text]', sentence(1, 3).length),
    );
    expect(text).toBe(sentence(1, 2) + sentence(1, 3));
  });
});

test.each([
  ['is not given', async (page: Page) => page.context().clearPermissions()],
  [
    'cannot be asked for, as in a page without TLS',
    (page: Page) =>
      page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  ],
])('where permission to copy %s the text is shown selected', async (_case, forbid) => {
  await visit('20xx/tasks/3/', phone, async (page) => {
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
      Object.assign(navigator.clipboard, { writeText: refuse, write: refuse });
    });
    await forbid(page);
    await open(page, '第6句');
    for (const name of ['复制链接', '复制原文与出处']) {
      await page.getByRole('button', { name, exact: true }).click();
      const field = page.locator('.pass-on textarea');
      await field.waitFor();
      const state = await field.evaluate((element) => {
        const { value, selectionStart, selectionEnd, readOnly } = element as HTMLTextAreaElement;
        return { value, selected: value.slice(selectionStart, selectionEnd), readOnly };
      });
      expect(state.value).toContain(`${site.url}20xx/tasks/3/6/`);
      expect(state.selected).toBe(state.value);
      expect(state.readOnly).toBe(true);
      expect(await page.locator('.pass-on [role=status]').textContent()).toContain('已选中');
    }
  });
});

test.each([
  ['BibTeX', '20xx-tasks-3-6.bib', /^@online\{20xx-tasks-3-6,\n/u],
  ['RIS', '20xx-tasks-3-6.ris', /^TY {2}- ELEC\r\n/u],
])('%s is a file', async (name, file, begins) => {
  await visit('20xx/tasks/3/', { ...desktop, acceptDownloads: true }, async (page) => {
    await open(page, '第6句');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(file);
    const content = await new Response(
      (await download.createReadStream()) as unknown as ReadableStream,
    ).text();
    expect(content).toMatch(begins);
    expect(content).toContain(`${site.url}20xx/tasks/3/6/`);
  });
});

test.each(['light', 'dark'] as const)(
  'the QR code is read by another program, in %s',
  async (scheme) => {
    await visit('20xx/tasks/3/', { ...phone, colorScheme: scheme }, async (page) => {
      await open(page, '第6句');
      await page.getByRole('button', { name: '二维码' }).click();
      await page.locator('.pass-on svg').waitFor();
      const picture = await page.locator('.pass-on svg').screenshot();
      const { data, info } = await sharp(picture)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const read = jsqr(new Uint8ClampedArray(data), info.width, info.height);
      expect(read?.data).toBe(`${site.url}20xx/tasks/3/6/`);
    });
  },
);

test('if the code for it does not come, the page says so', async () => {
  await visit('20xx/tasks/3/', phone, async (page) => {
    await page.route(/pass-on/u, (route) => route.abort());
    await page.getByRole('link', { name: '第6句' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('没有载入');
    expect(page.url()).toBe(`${site.url}20xx/tasks/3/#s6`);
  });
});

describe('while a sentence is what the address names', () => {
  const line = (path: string, options: BrowserContextOptions) =>
    visit(path, options, async (page) => {
      await page.evaluate(() => scrollBy(0, 40));
      const here = page.locator('.here');
      if (!(await here.isVisible())) return undefined;
      const box = await here.boundingBox();
      return { text: (await here.innerText()).replace(/\s/gu, ''), top: box && box.y < 60 };
    });

  test('a line tells its task, without a script too', async () => {
    const text = `第3项${firstPlan.tasks[2]?.title.text ?? ''}`;
    for (const size of [phone, desktop]) {
      for (const javaScriptEnabled of [true, false]) {
        const seen = await line('20xx/tasks/3/#s9', { ...size, javaScriptEnabled });
        expect(seen).toEqual({ text, top: true });
      }
    }
    expect(await line('20xx/tasks/3/', phone)).toBeUndefined();
  });
});

test('nothing of it is loaded before a reader turns to a sentence', async () => {
  await visit('20xx/tasks/3/', phone, async (page) => {
    const before = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(before.filter((name) => /pass-on|qr-code|word-address/u.test(name))).toEqual([]);
  });
});

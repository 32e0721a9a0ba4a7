import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstPlan } from '../../support/first-plan.ts';
import { builtSite } from '../../support/site.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
const { visit } = site;

const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const desktop = { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false };
const sizes = [
  ['phone', phone],
  ['desktop', desktop],
] as const;

const sentence = (task: number, n: number): string =>
  firstPlan.tasks[task - 1]?.sentences[n - 1]?.text ?? 'no such sentence';

/** The definition of a term beside a sentence of task 1, and an editor's note there: by where they lead on. */
const definedBeside = '.notes p:has(a[href$="/glossary/senior-secondary-stage/"])';
const notedBeside = '.row:has(#s3) .notes p:has(a[href$="#doctoral-students"])';
const idOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).getAttribute('id')) ?? 'none';

describe('a term in a sentence, without JavaScript', () => {
  test.each(sizes)(
    'leads to its definition beside the sentence, and opens it, on a %s',
    async (_name, size) => {
      const seen = await visit('20xx/tasks/1/', size, async (page) => {
        const definition = `#${await idOf(page, definedBeside)}`;
        const before = await page.locator(definition).isVisible();
        await page.locator(`#s2 a.term[href="${definition}"]`).click();
        await page.locator(definition).waitFor({ state: 'visible' });
        const box = await page.locator(definition).boundingBox();
        return {
          before,
          words: await page.locator(definition).textContent(),
          inView: box !== null && box.y >= 0 && box.y + box.height <= size.viewport.height,
          others: await page.locator('.notes details[open]').count(),
        };
      });
      expect(seen).toMatchObject({ before: false, inView: true, others: 1 });
      expect(seen.words).toMatch(/^初中毕业之后.*名词解释$/u);
    },
  );

  test('is opened and closed by the keyboard too', async () => {
    await visit('20xx/tasks/1/', desktop, async (page) => {
      const details = page.locator('.row:has(#s2) .notes details').first();
      await details.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await details.locator('p').isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(await details.locator('p').isVisible()).toBe(false);
    });
  });

  test.each(sizes)(
    'is defined in one run of text, its link where the words end, on a %s',
    async (_name, size) => {
      await visit('20xx/tasks/1/', size, async (page) => {
        await page.goto(`${page.url()}#${await idOf(page, definedBeside)}`);
        const box = async (selector: string) =>
          (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
        const definition = await box(definedBeside);
        const link = await box(`${definedBeside} a`);
        expect(link.x).toBeGreaterThanOrEqual(definition.x);
        expect(link.x + link.width).toBeLessThanOrEqual(definition.x + definition.width);
        expect(link.y + link.height).toBeGreaterThan(definition.y + definition.height / 2);
      });
    },
  );

  test('has a page, to which its definition leads', async () => {
    await visit('20xx/tasks/1/', desktop, async (page) => {
      await page.locator('.row:has(#s2) .notes summary', { hasText: '高中阶段' }).click();
      await page.locator('.row:has(#s2) .notes details[open] a').click();
      expect(page.url()).toBe(`${site.url}glossary/senior-secondary-stage/`);
      expect((await page.locator('h1').textContent())?.trim()).toBe('高中阶段');
    });
  });
});

describe('what is selected and copied', () => {
  const copy = (from: string, to: string) => (page: Page) =>
    page.evaluate(
      ([first = '', last = '']) => {
        const [start, end] = [document.querySelector(first), document.querySelector(last)];
        if (!start || !end) throw new Error('no such sentence');
        const range = new Range();
        range.setStartBefore(start);
        range.setEndAfter(end);
        getSelection()?.addRange(range);
        return getSelection()?.toString();
      },
      [from, to],
    );

  test.each([
    ['with a figure, a term and a note', 1, 2],
    ['with a figure inside a note', 1, 3],
    ['with a title', 37, 2],
    ['with words in “”', 8, 4],
  ])('is the sentence’s text alone: %s', async (_case, task, n) => {
    const words = `#s${n} [data-plan-text]`;
    expect(await visit(`20xx/tasks/${task}/`, desktop, copy(words, words))).toBe(sentence(task, n));
  });

  test.each(sizes)(
    'is two sentences, and not the notes and numbers between them, on a %s',
    async (_name, size) => {
      const copied = await visit('20xx/tasks/1/', size, copy('#s2', '#s3'));
      expect(copied?.split(/\s+/u).filter(Boolean)).toEqual([sentence(1, 2), sentence(1, 3)]);
    },
  );
});

describe('a note in the margin', () => {
  test.each(sizes)('opens in place, and leads to all notes, on a %s', async (_name, size) => {
    await visit('20xx/tasks/1/', size, async (page) => {
      const told = page.locator(notedBeside);
      expect(await told.isVisible()).toBe(false);
      await page.locator(`#s3 a.noted[href="#${await idOf(page, notedBeside)}"]`).click();
      expect(await told.isVisible()).toBe(true);
      expect(await told.textContent()).toContain('当作“其中博士生”');
      await told.locator('a[href$="#doctoral-students"]').click();
      expect(page.url()).toBe(`${site.url}20xx/notes/#doctoral-students`);
      const note = page.locator('#doctoral-students');
      const box = await note.boundingBox();
      expect(box !== null && box.y >= 0 && box.y < size.viewport.height).toBe(true);
      const sentence = page.locator('#doctoral-students ~ .place .words');
      await sentence.waitFor({ state: 'visible' });
      expect(await sentence.textContent()).toContain('其士生492人');
    });
  });
});

describe('the list of related tasks', () => {
  const pairs = [
    ...new Set(firstPlan.relations.map(({ from, to }) => `${from.task}-${to.task}`)),
  ].sort();

  test('has every two tasks that are related once, with all reasons', async () => {
    const told = await visit('20xx/relations/', desktop, (page) =>
      page
        .locator('li[id^="aside-pair-"]')
        .evaluateAll((all) =>
          all.map((one) => [one.id.replace('aside-pair-', ''), one.textContent] as const),
        ),
    );
    expect(told.map(([pair]) => pair).sort()).toEqual(pairs);
    for (const { from, to, reason, shared } of firstPlan.relations) {
      const words = told.find(([pair]) => pair === `${from.task}-${to.task}`)?.[1];
      expect(words).toContain(shared ? `都写到${shared.name}` : reason);
    }
  });

  test('leads from the later task to the pair, and from there to the task', async () => {
    const last = firstPlan.relations.at(-1);
    if (!last) throw new Error('no relation');
    const id = `aside-pair-${last.from.task}-${last.to.task}`;
    await visit('20xx/relations/', { viewport: { width: 390, height: 844 } }, async (page) => {
      const link = page.locator(`.earlier a[href="#${id}"]`);
      // On a phone what belongs to a task is folded; what the address names the browser opens by itself.
      expect(await link.isVisible()).toBe(false);
      await page.locator('.with-related', { has: link }).locator('summary').click();
      await link.click();
      const box = await page.locator(`#${id}`).boundingBox();
      expect(box !== null && box.y >= 0 && box.y < 844).toBe(true);
      await page.locator(`#${id} a`).first().click();
      expect(page.url()).toBe(`${site.url}20xx/tasks/${last.to.task}/`);
    });
  });
});

describe('a chart that was retired', () => {
  test.each([
    ['map', '20xx/charts/matrix/', '20xx/data/tasks.csv'],
    ['links', '20xx/relations/', '20xx/data/links.csv'],
  ])('%s leads to what took its place, its files too', async (id, place, table) => {
    await visit(`20xx/charts/${id}/`, desktop, async (page) => {
      await page.waitForURL(`${site.url}${place}`);
    });
    const framed = await visit(`20xx/charts/${id}/embed/`, desktop, async (page) => ({
      url: page.url(),
      href: await page.locator('main a').getAttribute('href'),
      target: await page.locator('base').getAttribute('target'),
    }));
    expect(framed).toEqual({
      url: `${site.url}20xx/charts/${id}/embed/`,
      href: `/${place}`,
      target: '_top',
    });
    const served = (file: string) => readFileSync(join(builtSite, file));
    expect(served(`20xx/charts/${id}.csv`)).toEqual(served(table));
    for (const type of ['svg', 'png']) {
      expect(served(`20xx/charts/${id}.${type}`)).toEqual(served(`20xx/charts/matrix.${type}`));
    }
    // What led to the drawing on the page of the plan leads to the one that is there.
    await visit(`20xx/#${id}`, desktop, async (page) => {
      const box = await page.locator('svg.wide').boundingBox();
      expect(box !== null && box.y >= 0 && box.y < desktop.viewport.height).toBe(true);
    });
  });
});

describe('the list of charts', () => {
  test('shows a picture of each, and is one stop of Tab a chart', async () => {
    const cards = await visit('20xx/charts/', desktop, (page) =>
      page.locator('.cards > li').evaluateAll((all) =>
        all.map((card) => ({
          links: card.querySelectorAll('a, [tabindex]').length,
          isHidden: card.querySelector('svg')?.closest('[aria-hidden="true"]') !== null,
          marks: card.querySelectorAll('svg g').length,
          says: card.textContent?.trim() !== '',
        })),
      ),
    );
    expect(cards.length).toBeGreaterThan(5);
    for (const card of cards) {
      expect(card).toMatchObject({ links: 1, isHidden: true, says: true });
      expect(card.marks).toBeGreaterThan(0);
    }
  });

  test('weighs at most 25 KB', () => {
    const html = readFileSync(join(builtSite, '20xx/charts/index.html'));
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(25 * 1024);
  });
});

describe('a drawing of many links', () => {
  test('is led past by who has no script, by one stop before it', async () => {
    await visit('20xx/charts/matrix/', desktop, async (page) => {
      const skip = page.locator('.past');
      await skip.focus();
      const box = await skip.boundingBox();
      expect(box !== null && box.height >= 40 && box.width > 60).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const active = document.activeElement;
        return { isDrawn: active?.closest('svg') !== null, tag: active?.tagName };
      });
      expect(at).toEqual({ isDrawn: false, tag: 'SUMMARY' });
    });
  });

  test('is led past in a frame of another site too, which has no script', async () => {
    await visit('20xx/charts/matrix/embed/', desktop, async (page) => {
      expect(await page.locator('.past').getAttribute('href')).toBe('#aside-past-matrix');
    });
  });
});

test('an audience’s page has every sentence that concerns it, and leads to each', async () => {
  const code = 'rural-teacher';
  const hrefs = await visit(`20xx/audiences/${code}/`, phone, (page) =>
    page
      .locator('blockquote footer > a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
  );
  const concerned = firstPlan.concerns
    .filter((concern) => concern.code === code)
    .map(({ task, sentence: n }) => `/20xx/tasks/${task}/#s${n}`);
  expect(hrefs).toEqual([...new Set(concerned)]);
});

describe('a word that something is said of, with JavaScript', () => {
  test.each([
    ['phone', { viewport: phone.viewport }],
    ['desktop', { viewport: desktop.viewport }],
  ] as const)(
    'stays where it is when it is tapped, and its note is in view, on a %s',
    async (_name, size) => {
      await visit('20xx/tasks/1/', size, async (page) => {
        const word = page.locator('#s5 a.term').first();
        // Where lines are read: the note of one at the edge of the window would begin beyond it.
        await word.evaluate((link) => link.scrollIntoView({ block: 'center' }));
        const before = await word.boundingBox();
        const id = (await word.getAttribute('href')) ?? '';
        await word.click();
        const note = page.locator(id);
        await note.waitFor({ state: 'visible' });
        expect((await word.boundingBox())?.y).toBe(before?.y);
        const box = await note.boundingBox();
        expect(box && box.y >= 0 && box.y < size.viewport.height).toBe(true);
        expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary');
        await page.keyboard.press('Escape');
        expect(await note.isVisible()).toBe(false);
        expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(id);
      });
    },
  );
});

test('arrows lead from mark to mark of a drawing, and Tab past it', async () => {
  await visit('20xx/charts/matrix/', { viewport: desktop.viewport }, async (page) => {
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.locator('svg.wide a[tabindex="-1"]').first().waitFor();
    const first = page.locator('svg.wide a:not([tabindex="-1"])');
    expect(await first.count()).toBe(1);
    await first.focus();
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBe('/20xx/sections/2/');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toMatch(/^\/20xx\/tasks\/\d+\/$/u);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('svg') === null)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await at()).toMatch(/^\/20xx\/tasks\/\d+\/$/u);
  });
});

test('a dot of the matrix tints its row and its column, and a heading what stands below it', async () => {
  await visit('20xx/charts/matrix/', { viewport: desktop.viewport }, async (page) => {
    const bands = () =>
      page.locator('svg.wide .chart-band').evaluateAll((all) =>
        all.map((band) => {
          const { left, right, top, bottom } = band.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
    const dot = page.locator('svg.wide a:has(circle)').nth(9);
    await dot.hover();
    await page.locator('svg.wide .chart-band').first().waitFor({ state: 'attached' });
    const box = await dot.locator('.chart-hit').evaluate((hit) => hit.getBoundingClientRect());
    const whole = await page.locator('svg.wide').evaluate((svg) => svg.getBoundingClientRect());
    const [row, column] = await bands();
    expect(row?.top).toBeCloseTo(box.top, 0);
    expect(row && row.right - row.left).toBeCloseTo(whole.width, 0);
    expect(column?.left).toBeCloseTo(box.left, 0);
    // From the headings of columns: not over what the marks mean.
    const heading = await page
      .locator('svg.wide a .chart-hit')
      .first()
      .evaluate((hit) => hit.getBoundingClientRect());
    expect(heading.top).toBeGreaterThan(whole.top + 10);
    expect(column?.top).toBeCloseTo(heading.top, 0);
    expect(column?.bottom).toBeCloseTo(whole.bottom, 0);

    await page.locator('svg.wide a').first().hover();
    expect(await bands()).toHaveLength(1);
    await page.mouse.move(0, 0);
    expect(await bands()).toEqual([]);
  });
});

describe('a note that a word opened', () => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const note = 'details.told[open]';

  test('stands at the foot of a phone and leaves its word in view; the word, and a touch of the page, close it', async () => {
    await visit('20xx/tasks/14/', phone, async (page) => {
      await page.waitForLoadState('networkidle');
      for (const word of await page.locator('.row a.term').all()) {
        await word.scrollIntoViewIfNeeded();
        await word.tap();
        await page.locator(note).waitFor();
        const { bottom } = await word.evaluate((link) => link.getBoundingClientRect());
        const top = (await page.locator(note).boundingBox())?.y ?? 0;
        expect(bottom).toBeLessThanOrEqual(top);
        await word.tap();
        await page.locator(note).waitFor({ state: 'detached' });
      }
      await page.locator('.row a.term').first().tap();
      await page.locator(note).waitFor();
      await page.touchscreen.tap(200, 20);
      await page.locator(note).waitFor({ state: 'detached' });
    });
  });

  test('lies over the margin of a desk: Escape closes it, and another takes its place', async () => {
    await visit('20xx/tasks/14/', { viewport: desktop.viewport }, async (page) => {
      await page.waitForLoadState('networkidle');
      const open = page.locator('.notes details[open]');
      const notes = page.locator('.row .notes summary');
      await notes.first().click();
      expect(await open.count()).toBe(1);
      await notes.last().click();
      expect(await open.count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await open.count()).toBe(0);
    });
  });
});

import { describe, expect, test } from 'vitest';
import { firstPlan } from '../../support/first-plan.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const { visit } = visitBuiltSite();

const phone = { viewport: { width: 390, height: 844 } };

const lists = [
  ['documents', firstPlan.documents],
  ['initiatives', firstPlan.initiatives],
  ['notes', firstPlan.notes],
] as const;

describe.each(lists)('the list of %s', (list, entries) => {
  test('begins with every name, each a link to its slip', async () => {
    const leads = await visit(`20xx/${list}/`, phone, (page) =>
      page
        .locator('.index-of-names a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    );
    expect(leads.toSorted()).toEqual(entries.map(({ id }) => `#${id}`).toSorted());
  });

  test('quotes no sentence twice under one heading to say the same', async () => {
    const quoted = await visit(`20xx/${list}/`, phone, (page) =>
      page.locator('.named').evaluateAll((sections) =>
        sections.map((section) =>
          Array.from(section.querySelectorAll('.slips > li'))
            // Of notes each has its sentence; an entry of several sentences may share one of them with another.
            .filter(
              (slip) =>
                slip.querySelectorAll('.place').length === 1 &&
                !slip.querySelector('h3 + p:not(.editorial)'),
            )
            .map((slip) =>
              Array.from(slip.querySelectorAll('.place > span, .words p'), (part) =>
                part.textContent?.trim(),
              ).join(),
            ),
        ),
      ),
    );
    for (const own of quoted) expect(own).toEqual([...new Set(own)]);
  });

  test('shows its index where the window is wide', async () => {
    await visit(`20xx/${list}/`, { viewport: { width: 1024, height: 800 } }, async (page) => {
      expect(await page.locator('.index-of-names a').last().isVisible()).toBe(true);
      expect(await page.locator('.index-of-names summary').isVisible()).toBe(false);
    });
  });

  test('leads to targets of 44 px on a phone', async () => {
    const low = await visit(`20xx/${list}/`, phone, async (page) => {
      await page.locator('.index-of-names summary').click();
      return page
        .locator('.leads a, .index-of-names a, .place > a, .slips summary')
        .evaluateAll((targets) =>
          targets
            .filter((target) => target.getBoundingClientRect().height < 43.5)
            .map((target) => target.outerHTML.slice(0, 80)),
        );
    });
    expect(low).toEqual([]);
  });
});

describe('the sentence of an entry', () => {
  const words = '#private-education-promotion-law ~ .place .words';

  test('is on demand', async () => {
    await visit('20xx/documents/', phone, async (page) => {
      expect(await page.locator(words).isVisible()).toBe(false);
      await page.locator('#private-education-promotion-law ~ .place summary').click();
      expect(await page.locator(words).isVisible()).toBe(true);
    });
  });

  test.each([
    ['with script', true],
    ['without script', false],
  ])('is shown to who comes by the address of the entry, %s', async (_case, javaScriptEnabled) => {
    const path = '20xx/documents/#private-education-promotion-law';
    await visit(path, { ...phone, javaScriptEnabled }, async (page) => {
      await page.locator(words).waitFor({ state: 'visible' });
      expect(await page.locator(words).textContent()).toContain('民办教育促进法');
      expect(await page.locator('.slips .words:visible').count()).toBe(1);
    });
  });

  test('is shown to who follows the index', async () => {
    await visit('20xx/documents/', phone, async (page) => {
      const link = page.locator('.index-of-names a').first();
      expect(await link.isVisible()).toBe(false);
      await page.locator('.index-of-names summary').click();
      await page.locator('.index-of-names a[href="#private-education-promotion-law"]').click();
      await page.locator(words).waitFor({ state: 'visible' });
    });
  });

  test('is printed, opened or not', async () => {
    await visit('20xx/documents/', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const closed = await page
        .locator('.slips .words')
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 10).length);
      expect(closed).toBe(0);
    });
  });
});

test('a mask that stands in many places is one row, with its places on demand', async () => {
  await visit('20xx/notes/', phone, async (page) => {
    const row = page.locator('#masked-city ~ .count');
    expect(await row.count()).toBe(1);
    const masked = firstPlan.notes.find(({ id }) => id === 'masked-city');
    expect(await row.locator('summary').textContent()).toContain(`${masked?.mentions.length} 处`);
    const places = new Set(masked?.mentions.map(({ task, sentence }) => `${task}.${sentence}`));
    expect(await row.locator('a').count()).toBe(places.size);
  });
});

describe('the glossary', () => {
  test('has its letters at hand wherever one reads, without script', async () => {
    await visit('glossary/', { ...phone, javaScriptEnabled: false }, async (page) => {
      await page.locator('.letters').getByRole('link', { name: 'Z' }).click();
      const heading = page.getByRole('heading', { name: 'Z' });
      const expectInView = (y: number | undefined): void => {
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThan(phone.viewport.height);
      };
      expectInView((await heading.boundingBox())?.y);
      // The last entry of a letter still has it above, and beside it the way to all letters.
      await page.locator('.letter:last-of-type li').last().scrollIntoViewIfNeeded();
      expectInView((await heading.boundingBox())?.y);
      await heading.getByRole('link').click();
      expectInView((await page.locator('.letters').boundingBox())?.y);
      expect(await page.locator('.filter').isVisible()).toBe(false);
    });
  });

  test('shows the terms whose names have what is typed, and all of them again', async () => {
    await visit('glossary/', phone, async (page) => {
      const shown = page.locator('.letter summary:visible');
      const all = await shown.count();
      const input = page.locator('.filter input');
      await input.fill('重点');
      expect((await shown.allTextContents()).map((name) => name.trim())).toEqual([
        '重点实验室',
        '重点学科',
      ]);
      expect(await page.locator('.letters a:visible').allTextContents()).toHaveLength(1);
      await input.fill('没有的名词');
      expect(await page.locator('.filter output').textContent()).toBe('没有这个名词');
      await input.fill('');
      expect(await shown.count()).toBe(all);
    });
  });
});

test('the contents of the whole text are one touch away wherever one reads, without script', async () => {
  await visit('20xx/full/', { ...phone, javaScriptEnabled: false }, async (page) => {
    const way = page.locator('.to-contents');
    for (const part of ['#t2', '#t20', '#t40']) {
      await page.locator(part).scrollIntoViewIfNeeded();
      const { y = -1, height = 0 } = (await way.boundingBox()) ?? {};
      expect(y, part).toBeGreaterThanOrEqual(0);
      expect(y + height, part).toBeLessThanOrEqual(phone.viewport.height);
    }
    await way.click();
    await expect.poll(() => page.locator('.spine li').first().isVisible()).toBe(true);
    const top = (await page.locator('.spine').boundingBox())?.y;
    expect(top).toBeLessThan(phone.viewport.height / 2);
  });
});

import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readSharedGlyphs } from '../../../src/files/shared-glyphs.ts';
import { mentionedIn } from '../../../src/sentence-marks.ts';
import { strings } from '../../../src/words/strings.ts';
import { firstPlan } from '../../support/first-plan.ts';
import { type ReadPdf, readPdf } from '../../support/pdf.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();
/**
 * Text without white space, every radical as the character that looks like it: Chromium names glyphs so where it prints
 * with a font of the system.
 */
const squeeze = (text: string): string =>
  text
    // A place where a line may break is a control character in some fonts.
    .replace(/[\s\p{Cc}]+/gu, '')
    .replace(
      /[\u2e80-\u2fdf]/gu,
      (radical) =>
        (shared.get(radical) ?? []).find((other) => /[\u4e00-\u9fff]/u.test(other)) ?? radical,
    )
    .replaceAll('\u2015', '\u2014')
    .normalize();
const shared = readSharedGlyphs(
  readFileSync(
    'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  ),
);

/** Prints a page as a reader does. */
const print = (
  path: string,
  options: BrowserContextOptions = {},
  before: (page: Page) => Promise<void> = async () => {},
): Promise<ReadPdf & { text: string }> =>
  site.visit(path, options, async (page) => {
    await before(page);
    // Only what the page asks for itself: its own size of paper.
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    return { ...pdf, text: squeeze(pdf.pages.map(({ text }) => text).join('')) };
  });

describe.each([
  ['', 4],
  ['20xx/', 4],
  ['20xx/charts/', 3],
  ['20xx/relations/', 6],
  ['20xx/sections/2/', 2],
  ['20xx/full/', 9],
  ['20xx/targets/', 11],
  ['20xx/targets/t1-graduates/', 1],
  ['20xx/charts/enrolment/', 1],
  ['20xx/audiences/rural-teacher/', 1],
  ['20xx/documents/', 9],
  ['20xx/notes/', 12],
  ['20xx/print/', 26],
  ['guides/parents/', 4],
  ['glossary/project-211/', 1],
])('/%s on paper', (path, most) => {
  test(`is A4, at most ${most} sheets`, async () => {
    const { pages } = await print(path);
    for (const { width, height } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    }
    expect(pages.length).toBeLessThanOrEqual(most);
  });

  test('is dark on white for a reader of dark pages, and nothing leaves the sheet', async () => {
    const { colours, wide } = await site.visit(
      path,
      // The room between the margins of A4, in CSS pixels.
      { viewport: { width: 627, height: 960 }, colorScheme: 'dark' },
      async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        return page.evaluate(() => {
          const style = getComputedStyle(document.documentElement);
          const right = document.documentElement.clientWidth + 1;
          return {
            colours: [style.color, style.backgroundColor, style.colorScheme],
            wide: Array.from(document.querySelectorAll('main *'))
              .filter((element) => element.getBoundingClientRect().right > right)
              .map((element) => element.outerHTML.slice(0, 80)),
          };
        });
      },
    );
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'light']);
    expect(wide).toEqual([]);
  });
});

test('each task is one sheet, with every note of it in words', async () => {
  for (const task of firstPlan.tasks) {
    const { pages, text } = await print(`20xx/tasks/${task.n}/`);
    expect(pages, `task ${task.n}`).toHaveLength(1);
    for (const note of task.sentences.flatMap((one) => mentionedIn(one, firstPlan.notes))) {
      expect(text, `task ${task.n}`).toContain(squeeze(note.text));
    }
    for (const sentence of task.sentences) expect(text).toContain(squeeze(sentence.text));
  }
});

test('the foot tells how the page is cited, on the day of the reader, where the reader is', async () => {
  const { text } = await print('20xx/tasks/3/#s6', { timezoneId: 'Asia/Shanghai' }, (page) =>
    page.clock.setFixedTime('2031-02-03T20:00:00Z'),
  );
  const cited = `${squeeze(firstPlan.plan.title)}：第3项[EB/OL].[2031-02-04].`;
  expect(text).toContain(`${cited}${site.url}20xx/tasks/3/`);
});

test('without script the foot has the address of the page and no day', async () => {
  const { text } = await print('20xx/tasks/3/', { javaScriptEnabled: false });
  expect(text).toContain('第3项[EB/OL]./20xx/tasks/3/');
  expect(text).not.toMatch(/\[\d{4}-/u);
});

describe('the booklet from which tasks are chosen', () => {
  const shown = (page: Page): Promise<number[]> =>
    page
      .locator('[data-task]:visible')
      .evaluateAll((tasks) => tasks.map((task) => Number((task as HTMLElement).dataset['task'])));

  test('shows, prints and saves the tasks of its address only', async () => {
    const { text } = await print('20xx/print/?tasks=3,5-7', {}, async (page) => {
      expect(await shown(page)).toEqual([3, 5, 6, 7]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: strings.printing.download }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('20xx-print-3,5-7.txt');
      const saved = readFileSync(await download.path(), 'utf8');
      for (const { n, sentences } of firstPlan.tasks) {
        const has = saved.includes(sentences.at(-1)?.text ?? '');
        expect(has, `task ${n}`).toBe([3, 5, 6, 7].includes(n));
      }
      expect(saved).toContain(`${site.url}20xx/print/?tasks=3,5-7`);
    });
    for (const { n, title } of firstPlan.tasks) {
      expect(text.includes(squeeze(title.text)), `task ${n}`).toBe([3, 5, 6, 7].includes(n));
    }
    expect(text).not.toContain(strings.allTargets);
  });

  test('keeps what is ticked in its address, by task, by section and by audience', async () => {
    await site.visit('20xx/print/', {}, async (page) => {
      expect(await shown(page)).toHaveLength(firstPlan.tasks.length);
      await page.locator('[name=task][value="3"]').check();
      expect(page.url()).toBe(`${site.url}20xx/print/?tasks=3`);
      await page.locator('[data-section="2"] > input').check();
      const [, second] = firstPlan.sections;
      expect(await shown(page)).toEqual([3, ...(second?.tasks ?? [])]);
      await page.reload();
      expect(await shown(page)).toEqual([3, ...(second?.tasks ?? [])]);
      await page.locator('select').selectOption({ label: '农村教师与支教教师' });
      const concerned = firstPlan.concerns.filter(({ code }) => code === 'rural-teacher');
      expect(await shown(page)).toEqual(
        [...new Set(concerned.map(({ task }) => task))].sort((a, b) => a - b),
      );
      await page.getByRole('button', { name: strings.printing.whole }).click();
      expect(page.url()).toBe(`${site.url}20xx/print/`);
      expect(await shown(page)).toHaveLength(firstPlan.tasks.length);
    });
  });

  test('is whole without script, with no control that would do nothing', async () => {
    await site.visit('20xx/print/?tasks=3', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('[data-task]:visible').count()).toBe(firstPlan.tasks.length);
      expect(await page.locator('nav.contents a:visible').count()).toBeGreaterThan(
        firstPlan.tasks.length,
      );
      // The box for large print is no script's.
      const controls = 'task-choice :is(input:not(#aside-large), button, select):visible';
      expect(await page.locator(controls).count()).toBe(0);
    });
  });
});

test('in large print no text is smaller than 16 points, whether scripts run or not', async () => {
  const small = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('.booklet') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const found: string[] = [];
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim() ?? '';
        const parent = walker.currentNode.parentElement;
        if (!text || !parent || parent.getClientRects().length === 0) continue;
        const svg = parent.closest('svg');
        const scale = svg
          ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
          : (parent as Element & { currentCSSZoom: number }).currentCSSZoom;
        const points = parseFloat(getComputedStyle(parent).fontSize) * scale * 0.75;
        if (points < 16) found.push(`${points} pt: ${text}`);
      }
      return found;
    });
  for (const javaScriptEnabled of [true, false]) {
    // As wide as the text on A4 is.
    const options = { viewport: { width: 627, height: 970 }, javaScriptEnabled };
    await site.visit('20xx/print/', options, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect((await small(page)).length).toBeGreaterThan(100);
      await page.emulateMedia({ media: null });
      await page.getByLabel(strings.printing.large).check();
      await page.emulateMedia({ media: 'print' });
      expect(await small(page)).toEqual([]);
    });
  }
});

import { expect, test } from 'vitest';
import { allLaidOut, findLost, largeText, spacedText } from '../../support/looks.ts';
import { pageTypes, paperTypes } from '../../support/page-types.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();

/** What readers set by themselves, by a style of their browser, and how wide the windows are that must hold it. */
const looks: [name: string, style: string, widths: number[]][] = [
  ['at 400 % (WCAG 2.2, 1.4.10)', '', [320]],
  ['set wider (1.4.12)', spacedText, [390, 1440]],
  ['twice as large (1.4.4)', largeText, [390, 1440]],
];

test.each([...pageTypes, ...paperTypes, 'search/?q=农村'])(
  'text that is set wider or larger loses nothing: /%s',
  async (path) => {
    const lost = await site.visit(path, { bypassCSP: true }, async (page) => {
      if (path.includes('?q=')) await page.locator('[data-group=exact]').waitFor();
      const found: Record<string, string[]> = {};
      for (const [name, rules, widths] of looks) {
        const style = await page.addStyleTag({ content: allLaidOut + rules });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          found[`${name}, ${width} px`] = await page.evaluate(findLost);
        }
        await style.evaluate((element) => (element as Element).remove());
      }
      return Object.fromEntries(Object.entries(found).filter(([, some]) => some.length > 0));
    });
    expect(lost).toEqual({});
  },
);

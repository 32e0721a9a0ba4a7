import { expect, test } from 'vitest';
import { pageTypes } from '../../support/page-types.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();

test.each(pageTypes)('text twice as large on a phone loses nothing: /%s', async (path) => {
  const options = { viewport: { width: 390, height: 844 }, bypassCSP: true };
  const lost = await site.visit(path, options, async (page) => {
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    return page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      /** Whether something around it can be scrolled sideways to see all of it. */
      const scrolls = (part: Element | null): boolean =>
        part !== null &&
        (/auto|scroll/u.test(getComputedStyle(part).overflowX) || scrolls(part.parentElement));
      const outside = Array.from(document.querySelectorAll('body *')).filter((part) => {
        const { left, right, width } = part.getBoundingClientRect();
        return (
          width > 0 &&
          (right > clientWidth + 1 || left < -1) &&
          !part.closest('.visually-hidden, .skip, svg') &&
          !scrolls(part)
        );
      });
      // What is cut off at an edge is lost, too.
      const cut = Array.from(document.querySelectorAll('body *')).filter((part) => {
        const { overflowX, overflowY } = getComputedStyle(part);
        const cuts = (overflow: string): boolean => /hidden|clip/u.test(overflow);
        return (
          part.getClientRects().length > 0 &&
          !part.closest('.visually-hidden, .skip, svg') &&
          ((cuts(overflowX) && part.scrollWidth > part.clientWidth + 1) ||
            (cuts(overflowY) && part.scrollHeight > part.clientHeight + 1))
        );
      });
      const lost = [...outside, ...cut].map((part) => part.outerHTML.slice(0, 80));
      return [scrollWidth - clientWidth, ...lost];
    });
  });
  expect(lost).toEqual([0]);
});

import { expect, test } from 'vitest';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();

const pageTypes = [
  '',
  '20xx/',
  '20xx/full/',
  '20xx/sections/1/',
  '20xx/tasks/3/',
  '20xx/targets/',
  '20xx/targets/t1-graduates/',
  '20xx/tasks/23/3/',
  '20xx/audiences/',
  '20xx/audiences/teacher/',
  '20xx/documents/',
  '20xx/notes/',
  '20xx/charts/enrolment/',
  '20xx/data/',
  'glossary/',
  'guides/parents/',
  'search/',
  '404.html',
];

test.each(pageTypes)('text at 200 %% on a phone loses nothing: /%s', async (path) => {
  const options = { viewport: { width: 390, height: 844 }, bypassCSP: true };
  const lost = await site.visit(path, options, async (page) => {
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    return page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      /** Whether something around it can be scrolled sideways to see all of it. */
      const scrolls = (part: Element | null): boolean =>
        part !== null &&
        (getComputedStyle(part).overflowX !== 'visible' || scrolls(part.parentElement));
      const outside = Array.from(document.querySelectorAll('body *')).filter((part) => {
        const { left, right, width } = part.getBoundingClientRect();
        return (
          width > 0 &&
          (right > clientWidth + 1 || left < -1) &&
          !part.closest('.visually-hidden, .skip, svg') &&
          !scrolls(part)
        );
      });
      return [scrollWidth - clientWidth, ...outside.map((part) => part.outerHTML.slice(0, 80))];
    });
  });
  expect(lost).toEqual([0]);
});

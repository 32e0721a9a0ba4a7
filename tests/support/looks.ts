import axe from 'axe-core';
import type { Page } from 'playwright-core';

const common: axe.RunOptions = { resultTypes: ['violations'], iframes: false };

/** That text stands out at 7:1 (WCAG 2.2, 1.4.6), and so at 4.5:1 as well (1.4.3). */
const contrast = 'color-contrast-enhanced';

/** Everything that axe can tell of the criteria of WCAG 2.2, its own rules, and contrast. */
const all: axe.RunOptions = {
  ...common,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { [contrast]: { enabled: true }, 'color-contrast': { enabled: false } },
};

const colours: axe.RunOptions = { ...common, runOnly: { type: 'rule', values: [contrast] } };

/**
 * What axe has to report of a page: each rule that is broken with the first place, and the places in all. The page must
 * let scripts in: a context with `bypassCSP`.
 */
export const findViolations = (page: Page): Promise<string[]> => report(page, all);

/** The same of its colours alone: for a page that has nothing else to report, in colours of another time of day. */
export const findFaintText = (page: Page): Promise<string[]> => report(page, colours);

async function report(page: Page, options: axe.RunOptions): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (run) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, run);
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html ?? ''}`);
  }, options);
}

/** For a page to evaluate: by how many pixels it scrolls sideways. */
export const findOverflow = (): number =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** For a page to evaluate: labels that touch what they name, having run out of the room they were given. */
export function findCrowded(): string[] {
  return Array.from(document.querySelectorAll('.ways b, dt, legend, .brief dt, .margin b'))
    .map((label) => ({ label, named: label.nextElementSibling }))
    .filter(({ label, named }) => {
      if (!named || named.getClientRects().length === 0) return false;
      const range = document.createRange();
      range.selectNodeContents(label);
      const own = range.getBoundingClientRect();
      range.selectNodeContents(named);
      const other = range.getBoundingClientRect();
      const areInOneLine = own.top < other.bottom - 4 && other.top < own.bottom - 4;
      return areInOneLine && other.left < own.right + 3;
    })
    .map(({ label, named }) => `${label.textContent}|${named?.textContent?.trim().slice(0, 20)}`);
}

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Everything that axe can tell of the criteria of WCAG 2.2, its own rules, and text that stands out at 7:1 (1.4.6). */
const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
  iframes: false,
};

/**
 * What axe has to report of a page: each rule that is broken with the first place, and the places in all. The page must
 * let scripts in: a context with `bypassCSP`.
 */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (run) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, run);
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html ?? ''}`);
  }, options);
}

/** For a page to evaluate: by how many pixels it scrolls sideways. */
export const findOverflow = (): number =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;

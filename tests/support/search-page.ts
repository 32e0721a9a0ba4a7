import type { Page } from 'playwright-core';

/** What the search page shows for a query: where its hits lead, from the site's root. */
export type Shown = {
  query: string;
  exact: string[];
  related: string[];
  near: string[];
  /** From the keystroke to the results in the document. */
  milliseconds: number;
};

/**
 * Types queries into the box of a search page, one after another, and reads what it shows for each.
 * @param page open on `/search/`
 */
export function typeQueries(page: Page, queries: readonly string[]): Promise<Shown[]> {
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]');
    const results = document.querySelector<HTMLElement>('.results');
    if (!input || !results) throw new Error('no search on this page');
    const hrefs = (selector: string): string[] =>
      Array.from(results.querySelectorAll(selector), (link) => link.getAttribute('href') ?? '');
    const shown = [];
    for (const query of all) {
      const started = performance.now();
      input.value = query;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (results.dataset['query'] !== query || results.getAttribute('aria-busy') !== 'false') {
        await new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(results, { attributes: true });
        });
      }
      const milliseconds = performance.now() - started;
      shown.push({
        query,
        milliseconds,
        exact: hrefs('[data-group=exact] li a'),
        related: hrefs('[data-group=related] li a'),
        near: Array.from(
          results.querySelectorAll(':scope > .chips > a'),
          (a) => a.textContent ?? '',
        ),
      });
    }
    return shown;
  }, queries);
}

/** The numbers of the tasks that links lead to, in order. */
export function taskNumbers(hrefs: readonly string[]): number[] {
  return hrefs.flatMap((href) => {
    const n = /\/tasks\/(\d+)\//u.exec(href)?.[1];
    return n === undefined ? [] : [Number(n)];
  });
}

/** Every distinct substring of 1 to `longest` characters, with the tasks (from 1) that contain it. */
export function substringsOf(texts: readonly string[], longest: number): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  texts.forEach((text, i) => {
    const characters = Array.from(text);
    for (let start = 0; start < characters.length; start += 1) {
      for (let length = 1; length <= longest && start + length <= characters.length; length += 1) {
        const part = characters.slice(start, start + length).join('');
        found.set(part, (found.get(part) ?? new Set()).add(i + 1));
      }
    }
  });
  return found;
}

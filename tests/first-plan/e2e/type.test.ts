import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findWordBreaks } from '../../../src/setting/lines.ts';
import { findCrowded } from '../../support/looks.ts';
import { pageTypes } from '../../support/page-types.ts';
import { visitBuiltSite } from '../../support/visited-site.ts';

const site = visitBuiltSite();

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
const desktop = { viewport: { width: 1440, height: 900 } };

/** Opens what can be opened, so that all of a page is measured. */
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** Texts set smaller than they should be: what is read in 17 pixels, labels and tables in 14. */
function findSmallText(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (!text || !parent || parent.closest('svg, script, style, textarea, .visually-hidden, .skip'))
      continue;
    if (parent.getClientRects().length === 0) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    // The source named after a quotation is a label in the paragraph it stands in.
    let run = parent;
    while (
      run.parentElement &&
      !run.matches('p, li, dd, blockquote') &&
      parseFloat(getComputedStyle(run.parentElement).fontSize) === size
    )
      run = run.parentElement;
    const isRead =
      (run.textContent?.trim().length ?? 0) > 30 &&
      parent.closest(
        'footer, nav, table, figcaption, aside, small, code, summary, dt, .unit, .files, [role=status]',
      ) === null;
    if (size < (isRead ? 17 : 14)) small.push(`${size} px: ${text.slice(0, 20)}`);
  }
  return small;
}

/** Links and buttons smaller than 44 pixels either way that do not stand in a running text (WCAG 2.2, 2.5.5). */
function findSmallTargets(): string[] {
  const isInText = (target: Element): boolean => {
    if (getComputedStyle(target).display !== 'inline') return false;
    let block = target.parentElement;
    while (block && getComputedStyle(block).display.startsWith('inline'))
      block = block.parentElement;
    const others = block?.cloneNode(true) as Element | undefined;
    others?.querySelectorAll('a, button, summary').forEach((other) => other.remove());
    return /\p{Script=Han}{2}|[，。；：、]/u.test(others?.textContent ?? '');
  };
  // What a drawing leads to is in the table under it, too.
  return Array.from(document.querySelectorAll('a[href], button, summary, label, select'))
    .filter((target) => !target.closest('svg, .skip, .visually-hidden') && !isInText(target))
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
    .map(
      ({ target, box }) =>
        `${Math.round(box.width)} × ${Math.round(box.height)}: ${target.textContent?.trim().slice(0, 20)}`,
    );
}

/** The lines of every block of text, by where their characters stand: what stands in each, and how many ems it is wide. */
function findLines(): { text: string; ems: number; isCell: boolean; isTitle: boolean }[][] {
  const blocks = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let block = node.parentElement;
    if (!block || block.closest('svg, script, style, textarea, pre, .visually-hidden, .skip'))
      continue;
    while (block && /^(?:inline|contents)/u.test(getComputedStyle(block).display))
      block = block.parentElement;
    if (!block || getComputedStyle(block).writingMode !== 'horizontal-tb') continue;
    blocks.set(block, [...(blocks.get(block) ?? []), node as Text]);
  }
  return Array.from(blocks, ([block, nodes]) => {
    const size = parseFloat(getComputedStyle(block).fontSize);
    const lines: { middle: number; left: number; right: number; text: string }[] = [];
    const range = document.createRange();
    for (const node of nodes) {
      Array.from(node.data).forEach((character, i) => {
        if (/\s/u.test(character)) return;
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box || box.width === 0) return;
        const middle = (box.top + box.bottom) / 2;
        const line = lines.at(-1);
        if (line && Math.abs(line.middle - middle) < box.height * 0.6) {
          line.text += character;
          line.right = Math.max(line.right, box.right);
        } else lines.push({ middle, left: box.left, right: box.right, text: character });
      });
    }
    const isCell = block.closest('table') !== null;
    // A page of one sentence has it for a heading: it is set as a text.
    const isTitle = block.closest('h1, h2, h3, h4')?.matches(':not(.one h1)') ?? false;
    return lines.map(({ left, right, text }) => ({
      text,
      ems: (right - left) / size,
      isCell,
      isTitle,
    }));
  });
}

/** Where a line may end, laid out as a column beside those of its heading: it would be one more. */
const findBreaksInColumns = (): string[] =>
  Array.from(document.querySelectorAll('wbr'), ({ parentElement }) => parentElement)
    .filter((parent) => parent && /flex|grid/u.test(getComputedStyle(parent).display))
    .map((parent) => parent?.outerHTML ?? '');

/** Does something when it is first asked for. A look that failed is made anew, as a test is. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () =>
    (done ??= act().catch((error: unknown) => {
      done = undefined;
      throw error;
    }));
}

describe.each(pageTypes)('/%s', (path) => {
  /** What is found on a phone, and on a desktop, by one visit each: most of the time of a test is that of a visit. */
  const onPhone = once(() =>
    site.visit(path, phone, async (page) => {
      const targets = await page.evaluate(findSmallTargets);
      const crowded = await page.evaluate(findCrowded);
      const columns = await page.evaluate(findBreaksInColumns);
      const titles = (await page.evaluate(findLines)).filter(([line]) => line?.isTitle);
      await openAll(page);
      const small = await page.evaluate(findSmallText);
      return { targets, crowded, columns, titles, small, blocks: await page.evaluate(findLines) };
    }),
  );
  const onDesktop = once(() =>
    site.visit(path, desktop, async (page) => {
      const crowded = await page.evaluate(findCrowded);
      await page.setViewportSize({ width: 1920, height: 1000 });
      const wide = await page.evaluate(findLines);
      await page.setViewportSize(desktop.viewport);
      await openAll(page);
      return { crowded, wide, blocks: await page.evaluate(findLines) };
    }),
  );

  test('is set in 17 pixels on a phone where it is read, and nowhere in less than 14', async () => {
    expect((await onPhone()).small).toEqual([]);
  });

  test('has room for a finger at every link that stands by itself', async () => {
    expect((await onPhone()).targets).toEqual([]);
  });

  test('has headings whose lines end where a word ends', async () => {
    const { columns, titles } = await onPhone();
    const torn = titles.flatMap((lines) => {
      const words = lines.map(({ text }) => text).join('');
      const breaks = findWordBreaks(words);
      let at = 0;
      return lines.slice(0, -1).flatMap(({ text }) => {
        at += text.length;
        return breaks.has(at) ? [] : [`${words.slice(0, at)}/${words.slice(at)}`];
      });
    });
    expect(columns).toEqual([]);
    expect(torn).toEqual([]);
  });

  test.each([
    ['a phone', onPhone],
    ['a desktop', onDesktop],
  ])('has labels that stand apart from what they name on %s', async (_name, look) => {
    expect((await look()).crowded).toEqual([]);
  });

  test.each([
    ['a phone', onPhone],
    ['a desktop', onDesktop],
  ])('leaves no character alone on a last line on %s', async (_name, look) => {
    const { blocks } = await look();
    const alone = blocks.flatMap((lines) => {
      const [before, last] = lines.slice(-2);
      const letters = last?.text.replace(/[^\p{L}\p{N}%‰]/gu, '') ?? '';
      return before && last && Array.from(letters).length < 2
        ? [`${before.text}/${last.text}`]
        : [];
    });
    expect(blocks.length).toBeGreaterThan(10);
    expect(alone).toEqual([]);
  });

  test('has lines of at most 40 characters on a wide screen', async () => {
    const long = (await onDesktop()).wide
      .filter((lines) => lines.length > 1)
      .flatMap((lines) =>
        lines.filter(({ ems, text, isCell }) => !isCell && ems > 40 && text.length > 40),
      );
    expect(long.map(({ text }) => text)).toEqual([]);
  });
});

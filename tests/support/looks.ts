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
    // What sticks covers a part of something else wherever a reader has scrolled to: it is looked at where it stands.
    const sticking = Array.from(document.querySelectorAll<HTMLElement>('body *')).filter(
      (part) => getComputedStyle(part).position === 'sticky',
    );
    for (const part of sticking) part.style.position = 'static';
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, run);
    for (const part of sticking) part.style.removeProperty('position');
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

/**
 * For a page to evaluate: what of it a reader has lost. What stands outside the window or is cut off at an edge where
 * nothing can be scrolled, and texts that lie upon each other.
 */
export function findLost(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const apart = '.visually-hidden, .skip, svg, noscript';
  for (const details of document.querySelectorAll('details')) {
    details.open = true;
    // What opens over others is closed again by who has read it.
    details.open = !Array.from(details.children).some(
      (part) => getComputedStyle(part).position === 'absolute',
    );
  }
  const shown = Array.from(document.querySelectorAll('body *')).filter(
    (part) => part.checkVisibility() && !part.closest(apart),
  );
  /** What can be scrolled to see all of a part. */
  const scrollerOf = (part: Element | null): Element | undefined => {
    if (part === null || part === document.body) return undefined;
    const { overflowX, overflowY } = getComputedStyle(part);
    return /auto|scroll/u.test(overflowX + overflowY) ? part : scrollerOf(part.parentElement);
  };
  const outside = shown.filter((part) => {
    const { left, right, width } = part.getBoundingClientRect();
    return width > 0 && (right > clientWidth + 1 || left < -1) && !scrollerOf(part);
  });
  const cut = shown.filter((part) => {
    const { overflowX, overflowY } = getComputedStyle(part);
    const cuts = (overflow: string): boolean => /hidden|clip/u.test(overflow);
    return (
      (cuts(overflowX) && part.scrollWidth > part.clientWidth + 1) ||
      (cuts(overflowY) && part.scrollHeight > part.clientHeight + 1)
    );
  });
  const lines = shown
    .flatMap((part) => {
      const texts = Array.from(part.childNodes).filter(
        (node) => node instanceof Text && node.data.trim() !== '',
      ) as Text[];
      const window = texts.length > 0 && scrollerOf(part)?.getBoundingClientRect();
      return texts.flatMap((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        // The ink stands in the middle of a line box; what is beside it may be shared.
        const isVertical = getComputedStyle(part).writingMode.startsWith('vertical');
        return Array.from(range.getClientRects(), ({ left, right, top, bottom, width, height }) => {
          const [x, y] = isVertical ? [width / 4, 1] : [1, height / 4];
          return {
            text,
            left: Math.max(left + x, window ? window.left : left),
            right: Math.min(right - x, window ? window.right : right),
            top: top + y,
            bottom: bottom - y,
          };
        });
      });
    })
    .filter(({ left, right }) => right > left)
    .sort((a, b) => a.top - b.top);
  const covered = lines.flatMap((line, i) => {
    const upon: string[] = [];
    for (const other of lines.slice(i + 1)) {
      if (other.top >= line.bottom) break;
      if (other.text !== line.text && other.left < line.right && other.right > line.left) {
        upon.push(`${line.text.data.slice(0, 20)} / ${other.text.data.slice(0, 20)}`);
      }
    }
    return upon;
  });
  return [
    ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px beyond the window`] : []),
    ...[...outside, ...cut].map((part) => part.outerHTML.slice(0, 120)),
    ...new Set(covered),
  ];
}

/**
 * Everything at a place of its own, whatever rule of the page says else: what is laid out only near the window is laid
 * out, and the strip that stays over the text as it is scrolled is where it ends up.
 */
export const allLaidOut = `* { content-visibility: visible !important }
.to-contents { position: static !important }`;

/** Text as far apart as WCAG 2.2, 1.4.12 lets readers set it. A reader's own rules are stronger than those of a page. */
export const spacedText = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** Text twice as large (1.4.4), by the browser's setting for its size. */
export const largeText = 'html { font-size: 200% }';

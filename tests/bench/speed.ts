import type { Browser } from 'playwright-core';

/** What one visit costs, in milliseconds. */
export type Visit = {
  firstPaint: number;
  largestPaint: number;
  /** What of tasks after the first paint is longer than 50 ms. */
  blocking: number;
  /** Style, layout and what is to be painted, in the page's main thread. */
  layout: number;
};

export const costs: readonly (keyof Visit)[] = ['firstPaint', 'largestPaint', 'blocking', 'layout'];

type Observed = { first: number; largest: number; tasks: { start: number; end: number }[] };
declare global {
  interface Window {
    observed: Observed;
  }
}

const laidOut = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint']);

/** Lighthouse's phone and its slow 4G, applied and not reckoned: its latency is that of a connection and a request. */
const slowdown = 4;
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1000) / 8,
  uploadThroughput: (675 * 1000) / 8,
};

/** Opens a page as a phone that has never seen the site: a processor four times as slow, a slow network. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  await context.addInitScript(() => {
    const observed: Observed = { first: Number.NaN, largest: Number.NaN, tasks: [] };
    window.observed = observed;
    const observe = (type: string, note: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
      });
    observe('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') observed.first = startTime;
    });
    observe('largest-contentful-paint', ({ startTime }) => (observed.largest = startTime));
    observe('longtask', ({ startTime, duration }) =>
      observed.tasks.push({ start: startTime, end: startTime + duration }),
    );
  });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', slow4g);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.goto(url, { waitUntil: 'load' });
  // What a page does when it has loaded counts as well. No event tells its end, and a wait is no figure of the bench: the
  // same time for all pages is the fair one.
  await page.waitForTimeout(500);
  const { first, largest, tasks } = await page.evaluate(() => window.observed);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; ph: string; dur?: number }[];
  };
  await context.close();
  return {
    firstPaint: first,
    largestPaint: largest,
    blocking: tasks.reduce(
      (sum, { start, end }) => sum + Math.max(0, end - Math.max(start, first) - 50),
      0,
    ),
    layout: traceEvents.reduce(
      (sum, { name, ph, dur = 0 }) => sum + (ph === 'X' && laidOut.has(name) ? dur / 1000 : 0),
      0,
    ),
  };
}

/**
 * Visits pages in turn, so that whatever else the machine does slows all of them, and each time with nothing kept.
 * @returns the visits to each, without a first one
 */
export async function visitInTurn(
  browser: Browser,
  pages: Record<string, string>,
  rounds: number,
): Promise<Record<string, Visit[]>> {
  const visits: Record<string, Visit[]> = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, url] of Object.entries(pages)) {
      const visited = await visit(browser, url);
      if (round > 0) (visits[name] ??= []).push(visited);
    }
  }
  return visits;
}

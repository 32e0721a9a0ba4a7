/**
 * `npm run bench:search`: what search finds, costs and takes, in a real browser on the built site.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { buildSite } from '../../src/commands/build.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { launchBrowser } from '../support/browser.ts';
import { substringsOf, taskNumbers, typeQueries } from '../support/search-page.ts';
import { project, workFolder } from '../support/site.ts';
import { generatePlans } from './generate-plans.ts';
import { serveCompressed } from './serve-compressed.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const sizes = process.argv.slice(2).map(Number);
const percentile = (values: number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)] ?? Number.NaN;

const textsOf = (root: string): string[] =>
  readSite(root).plans.flatMap(({ tasks }) =>
    tasks.map((task) => task.sentences.map(({ text }) => text).join('')),
  );

/** Counts the bytes that a page receives, as they travel. */
async function countBytes(page: Page): Promise<() => number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

/** Kilobytes of a page, of the first search on it, and of a later one. */
async function costOfSearch(
  browser: Browser,
  url: string,
  query: string,
  later: string,
): Promise<number[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bytes = await countBytes(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  const read = bytes();
  const counts = [read];
  for (const words of [query, later]) {
    const before = bytes();
    const answered = page.locator(`.results[data-query="${words}"][aria-busy=false]`);
    await page.locator('input[type=search]').fill(words);
    await answered.waitFor();
    await page.waitForLoadState('networkidle');
    counts.push(bytes() - before);
  }
  await context.close();
  return counts.map((count) => count / 1000);
}

/** Milliseconds from a keystroke to its results, for each query, typed into an open search page. */
async function timeQueries(page: Page, queries: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const started = await page.evaluate(() => performance.now());
    await typeQueries(page, [query]);
    times.push((await page.evaluate(() => performance.now())) - started);
  }
  return times;
}

const browser = await launchBrowser();

if (sizes.length === 0) {
  const root = generatePlans(project, join(workFolder, 'bench-search-1'), 1);
  await buildSite(['--root', root]);
  const host = await serveCompressed(join(root, 'dist'));
  const url = `http://localhost:${host.port}/`;
  const texts = textsOf(root);

  const [page = 0, first = 0, later = 0] = await costOfSearch(
    browser,
    `${url}20xx/tasks/3/`,
    '农村教师',
    '素质教育',
  );
  say(
    `one plan: page ${page.toFixed(1)} KB, first search ${first.toFixed(1)} KB, together ${(page + first).toFixed(1)} KB, a later one ${later.toFixed(1)} KB`,
  );
  const [, everyday = 0] = await costOfSearch(
    browser,
    `${url}20xx/tasks/3/`,
    '打工子弟学校',
    '减负',
  );
  say(`one plan: first search that needs the vocabulary ${everyday.toFixed(1)} KB`);

  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.goto(`${url}search/`);
  const all = [...substringsOf(texts, 8)].filter(
    ([words]) => words.trim() === words && words !== '',
  );
  let missed = 0;
  let spurious = 0;
  for (let i = 0; i < all.length; i += 2000) {
    const part = all.slice(i, i + 2000);
    const shown = await typeQueries(
      reader,
      part.map(([words]) => words),
    );
    shown.forEach(({ exact }, k) => {
      const found = new Set(taskNumbers(exact));
      const wanted = part[k]?.[1] ?? new Set();
      missed += [...wanted].filter((n) => !found.has(n)).length;
      spurious += [...found].filter((n) => !wanted.has(n)).length;
    });
  }
  say(
    `one plan: ${all.length} distinct substrings of 1 to 8 characters: missed ${missed}, spurious ${spurious}`,
  );
  const step = Math.floor(all.length / 500);
  const times = await timeQueries(
    reader,
    Array.from({ length: 500 }, (_, i) => all[i * step]?.[0] ?? ''),
  );
  say(
    `one plan: keystroke to results p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
  );

  type Asked = { group: string; kind: string; query: string; tasks: number[] };
  const file = join(project, 'tests/fixtures/search/everyday-queries.yaml');
  const asked = parse(readFileSync(file, 'utf8')) as Asked[];
  const shown = await typeQueries(
    reader,
    asked.map(({ query }) => query),
  );
  const successes = new Map<string, [number, number]>();
  shown.forEach(({ exact, related }, i) => {
    const { group = '', kind = '', tasks = [] } = asked[i] ?? {};
    const right = taskNumbers([...exact, ...related])
      .slice(0, 3)
      .some((n) => tasks.includes(n));
    for (const name of [group, kind, 'all']) {
      const [good, total] = successes.get(name) ?? [0, 0];
      successes.set(name, [good + (right ? 1 : 0), total + 1]);
    }
  });
  say(
    `success at 3: ${[...successes].map(([name, [good, total]]) => `${name} ${good}/${total}`).join(', ')}`,
  );
  await context.close();
  host.close();
}

for (const size of sizes) {
  const root = generatePlans(project, join(workFolder, `bench-search-${size}`), size);
  const report = await buildSite(['--root', root]);
  const host = await serveCompressed(join(root, 'dist'));
  const url = `http://localhost:${host.port}/search/?scope=all`;
  const texts = textsOf(root);
  const [, first = 0] = await costOfSearch(browser, url, '农村教师', '素质教育');
  const [, alone = 0] = await costOfSearch(
    browser,
    `http://localhost:${host.port}/20xx/tasks/3/`,
    '农村教师',
    '素质教育',
  );
  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.goto(url);
  const sample = Array.from({ length: 400 }, (_, i) => {
    const text = texts[(i * 7919) % texts.length] ?? '';
    const start = (i * 31) % (text.length - 8);
    return text.slice(start, start + 1 + (i % 8));
  });
  let wrong = 0;
  for (const words of sample) {
    await typeQueries(reader, [words]);
    const status = (await reader.locator('.results [role=status]').textContent()) ?? '';
    const found = Number(/找到 (\d+) 项/u.exec(status)?.[1] ?? 0);
    const records = texts.filter((text) => text.includes(words)).length;
    if (found < records) wrong += 1;
  }
  const times = await timeQueries(reader, sample);
  say(
    `${size} plans (${texts.length} tasks), built in ${report.seconds.toFixed(0)} s: first search of all ${first.toFixed(0)} KB, of the current plan ${alone.toFixed(0)} KB; 400 queries: ${wrong} with too few; warm p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
  );
  await context.close();
  host.close();
}
await browser.close();

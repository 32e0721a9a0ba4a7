/**
 * `npm run bench:search`: what search finds, costs and takes, in a real browser on the built site.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { writeIndexes } from '../../src/integrations/search-index.ts';
import { readGuideOutlines } from '../../src/loaders/guide-loader.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { readVocabulary } from '../../src/loaders/read-vocabulary.ts';
import { answer } from '../../src/search/engine.ts';
import { openAll, openPlan } from '../../src/search/pagefind-index.ts';
import { planRecords } from '../../src/search/records.ts';
import { launchBrowser } from '../support/browser.ts';
import { substringsOf, taskNumbers, typeQueries } from '../support/search-page.ts';
import { project, runBuild, workFolder } from '../support/site.ts';
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

type Received = { file: string; bytes: number };

/** Notes what a page receives, as it travels. */
async function watchBytes(page: Page): Promise<() => Received[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const files = new Map<string, string>();
  let received: Received[] = [];
  client.on('Network.responseReceived', ({ requestId, response }) =>
    files.set(requestId, new URL(response.url).pathname),
  );
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    received.push({ file: files.get(requestId) ?? '', bytes: encodedDataLength }),
  );
  return () => {
    const until = received;
    received = [];
    return until;
  };
}

const kilobytes = (received: readonly Received[]): number =>
  received.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

/** What a page receives, the first search on it, and a later one. */
async function costOfSearch(
  browser: Browser,
  url: string,
  query: string,
  later: string,
): Promise<Received[][]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const receive = await watchBytes(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  const received = [receive()];
  for (const words of [query, later]) {
    const answered = page.locator(`.results[data-query="${words}"][aria-busy=false]`);
    await page.locator('input[type=search]').fill(words);
    await answered.waitFor();
    await page.waitForLoadState('networkidle');
    received.push(receive());
  }
  await context.close();
  return received;
}

/** What a search page is before it searches. */
const pageFiles = /^\/search\/$|SearchBox|icon\.svg/u;

const sayTimes = (times: readonly number[]): string =>
  `p50 ${percentile([...times], 0.5).toFixed(1)} ms, p95 ${percentile([...times], 0.95).toFixed(1)} ms, most ${Math.max(...times).toFixed(0)} ms`;

type Asked = { kind: string; query: string; tasks: number[] };

/** How often a right task is among the first three; for what the plan does not speak of, that it is said so. */
async function sayShare(reader: Page, set: string): Promise<void> {
  const asked = parse(readFileSync(join(project, set), 'utf8')) as Asked[];
  const successes = new Map<string, [number, number]>();
  const times: number[] = [];
  const missed: string[] = [];
  for (const { query, kind, tasks } of asked) {
    const [shown] = await typeQueries(reader, [query]);
    if (!shown) continue;
    times.push(shown.milliseconds);
    const isAsFound =
      (await reader.locator('[data-group=exact] .kind', { hasText: '计划原文' }).count()) > 0;
    const said = (await reader.locator('.results').textContent()) ?? '';
    const isRight =
      tasks.length > 0
        ? taskNumbers([...shown.exact, ...shown.related])
            .slice(0, 3)
            .some((n) => tasks.includes(n))
        : !isAsFound && /原文没有|没有找到/u.test(said);
    if (!isRight) missed.push(query);
    for (const name of [kind, 'all']) {
      const [good, total] = successes.get(name) ?? [0, 0];
      successes.set(name, [good + (isRight ? 1 : 0), total + 1]);
    }
  }
  const shares = [...successes].map(([name, [good, total]]) => `${name} ${good}/${total}`);
  say(`${set}: success at 3: ${shares.join(', ')}; ${sayTimes(times)}`);
  if (!set.includes('held-out')) say(`  missed: ${missed.join('、')}`);
}

function build(root: string): void {
  const { code, stderr } = runBuild(['--root', root]);
  if (code !== 0) throw new Error(stderr);
}

const browser = await launchBrowser();

if (sizes.length === 0) {
  const root = generatePlans(project, join(workFolder, 'bench-search-1'), 1);
  build(root);
  const host = await serveCompressed(join(root, 'dist'));
  const url = `http://localhost:${host.port}/`;
  const texts = textsOf(root);

  const [page = [], first = [], later = []] = await costOfSearch(
    browser,
    `${url}20xx/tasks/3/`,
    '农村教师',
    '素质教育',
  );
  say(
    `one plan: page ${kilobytes(page).toFixed(1)} KB, first search ${kilobytes(first).toFixed(1)} KB, together ${kilobytes([...page, ...first]).toFixed(1)} KB, a later one ${kilobytes(later).toFixed(1)} KB`,
  );
  const needVocabulary = ['打工子弟学校', '农村老师有什么支持', '农存教师', '素質教育', 'szjy'];
  let everyday: Received[] = [];
  for (const query of needVocabulary) {
    [, everyday = []] = await costOfSearch(browser, `${url}20xx/tasks/3/`, query, '减负');
    say(
      `one plan: first search for ${query} ${kilobytes(everyday).toFixed(1)} KB, together with the page ${kilobytes([...page, ...everyday]).toFixed(1)} KB`,
    );
  }
  for (const { file, bytes } of everyday) say(`  ${(bytes / 1000).toFixed(1)} KB ${file}`);

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
  const sample = Array.from({ length: 500 }, (_, i) => all[i * step]?.[0] ?? '');
  const times = (await typeQueries(reader, sample)).map(({ milliseconds }) => milliseconds);
  say(`one plan: keystroke to results, 500 queries: ${sayTimes(times)}`);

  const sets = [
    'tests/fixtures/search/everyday-queries.yaml',
    'tests/bench/queries/dev.yaml',
    'tests/bench/queries/held-out.yaml',
  ];
  for (const set of sets) await sayShare(reader, set);
  await context.close();
  host.close();
}

for (const size of sizes) {
  const one = generatePlans(project, join(workFolder, 'bench-search-1'), 1);
  build(one);
  const out = join(one, 'dist');
  const root = generatePlans(project, join(workFolder, `bench-search-${size}`), size);
  const content = readSite(root);
  const { plans } = content;
  const started = performance.now();
  // The pages of so many plans are another benchmark; search needs their indexes.
  await writeIndexes(out, content, {
    vocabulary: readVocabulary(root, plans),
    guides: readGuideOutlines(root, content),
  });
  const seconds = (performance.now() - started) / 1000;
  const host = await serveCompressed(out);
  const site = `http://localhost:${host.port}/`;
  const url = `${site}search/?scope=all`;
  const count = plans.reduce((sum, { tasks }) => sum + tasks.length, 0);
  say(`${size} plans, ${count} tasks: indexes made in ${seconds.toFixed(0)} s`);

  // The search page begins to load its index by itself; all but its HTML and first script is search.
  const [opened = [], first = [], later = []] = await costOfSearch(
    browser,
    url,
    '农村教师',
    '素质教育',
  );
  const firstOfAll = [...opened, ...first].filter(({ file }) => !pageFiles.test(file));
  const [, alone = []] = await costOfSearch(
    browser,
    `${site}20xx/tasks/3/`,
    '农村教师',
    '素质教育',
  );
  say(
    `  first search of all plans ${kilobytes(firstOfAll).toFixed(1)} KB in ${firstOfAll.length} files, a later one ${kilobytes(later).toFixed(1)} KB; first search of the current plan ${kilobytes(alone).toFixed(1)} KB`,
  );

  const texts = new Map(
    plans.flatMap((tree) =>
      planRecords(tree).map(({ path, sentences }) => [path, sentences.join('')] as const),
    ),
  );
  const tasks = [...texts].filter(([path]) => path.includes('/tasks/'));
  const sample = Array.from({ length: 400 }, (_, i) => {
    const [, text = ''] = tasks[(i * 7919) % tasks.length] ?? [];
    const start = (i * 31) % (text.length - 8);
    return text.slice(start, start + 1 + (i % 8));
  }).filter((words) => words === words.trim());

  // Node fetches no files; Pagefind asks for the WebAssembly beside its script.
  const { fetch: fetchRemote } = globalThis;
  globalThis.fetch = (input, options) =>
    input instanceof URL && input.protocol === 'file:'
      ? Promise.resolve(new Response(readFileSync(input)))
      : fetchRemote(input, options);
  // The engine itself, on the index as it is served, and every task of every plan.
  const script = pathToFileURL(join(out, 'search/pagefind.js')).href;
  const version = 'bench';
  const every = await openAll(
    { folder: `${site}search/all/`, script, version },
    (plan) => `${site}${plan}/search/manifest.json`,
    await openPlan({ folder: `${site}20xx/search/`, script, version }),
  );
  let missed = 0;
  let spurious = 0;
  let right = 0;
  for (const words of sample) {
    const { exact } = await answer(words, every, { wanted: Infinity });
    const found = new Set(exact.map(({ record }) => record.path));
    let held = 0;
    for (const [path, text] of texts) {
      if (!text.includes(words)) continue;
      held += 1;
      if (!found.has(path)) missed += 1;
    }
    right += held;
    spurious += found.size - [...found].filter((path) => texts.get(path)?.includes(words)).length;
  }
  say(
    `  ${sample.length} queries, ${right} right answers among ${texts.size} records: missed ${missed}, spurious ${spurious}`,
  );

  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.goto(url);
  const cold = (await typeQueries(reader, sample)).map(({ milliseconds }) => milliseconds);
  const warm = (await typeQueries(reader, sample)).map(({ milliseconds }) => milliseconds);
  say(`  in the browser, the first time: ${sayTimes(cold)}`);
  say(`  in the browser, warm: ${sayTimes(warm)}`);
  await context.close();
  host.close();
}
await browser.close();

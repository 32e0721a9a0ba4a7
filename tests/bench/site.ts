/**
 * `npm run bench`: weighs and times the site. Figures that depend on the machine are given as ratios
 * within this run, or beside the machine's own. `-- --speed` only measures how fast a task page is felt to be, of
 * the built site `--site FOLDER` if there is one; `--starlight FOLDER` compares it with `task/` of that site, a page
 * of Starlight with the same words; `--rounds N`. `-- --lighthouse` only audits the page types.
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import lighthouse, { type Config } from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { serveCompressed } from './serve-compressed.ts';
import { browserFlags, findBrowser, launchBrowser } from '../support/browser.ts';
import { generatePlans } from './generate-plans.ts';
import { costs, visitInTurn } from './speed.ts';
import { embeddedTypes, pageTypes, paperTypes } from '../support/page-types.ts';
import { project, workFolder } from '../support/site.ts';

const brotli = (bytes: Buffer | string): number => brotliCompressSync(bytes).length;
const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

type BuildCost = { seconds: number; megabytes: number };

/** Builds with nothing cached, and watches the memory of the process. */
async function costOfBuild(root: string, out: string): Promise<BuildCost> {
  for (const folder of [join(root, '.cache/data-store.json'), join(project, '.astro'), out]) {
    rmSync(folder, { recursive: true, force: true });
  }
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { buildCommand } = await import('${project}/src/commands/build.ts');
       await buildCommand(${JSON.stringify(['--root', root, '--out', out])});
       process.stderr.write('maxrss ' + process.resourceUsage().maxRSS);`,
    ],
    { cwd: project, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const maxrss = /maxrss (\d+)/u.exec(errors)?.[1];
  if (code !== 0 || maxrss === undefined) throw new Error(`build failed: ${errors}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(maxrss) / 1024 };
}

/** The same words as the article of a task page, in the same language, as HTML with nothing else. */
function bareHtml(page: string): string {
  const title = /<title>.*?<\/title>/su.exec(page)?.[0] ?? '';
  const article = /<article[^]*?<\/article>/u.exec(page)?.[0] ?? '';
  const text = article
    .replace(/<\/?(?:span|a)\b[^>]*>/gu, '')
    .replace(/ (?:id|class)="[^"]*"/gu, '');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${title}${text}</html>`;
}

type Audit = {
  scores: Record<string, number>;
  /** What of accessibility, practices and search a page falls short of. */
  failed: string[];
  fcp: number;
  lcp: number;
  requests: number;
};

async function audit(url: string, port: number): Promise<Audit> {
  const config: Config = { extends: 'lighthouse:default' };
  const result = await lighthouse(url, { port, logLevel: 'error', output: 'json' }, config);
  if (!result) throw new Error(`no audit of ${url}`);
  const { categories, audits } = result.lhr;
  const details = audits['network-requests']?.details;
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
    ),
    failed: Object.entries(categories)
      .filter(([id]) => id !== 'performance')
      .flatMap(([, { auditRefs }]) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
    fcp: audits['first-contentful-paint']?.numericValue ?? Number.NaN,
    lcp: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    requests: details && 'items' in details ? details.items.length : Number.NaN,
  };
}

const { values: asked } = parseArgs({
  options: {
    speed: { type: 'boolean' },
    lighthouse: { type: 'boolean' },
    site: { type: 'string' },
    starlight: { type: 'string' },
    rounds: { type: 'string', default: '9' },
  },
});
const taskPath = '20xx/tasks/3/';

/** How fast a task page is felt to be, against the same words as bare HTML, and as a page of Starlight. */
async function saySpeed(site: string): Promise<void> {
  const task = readFileSync(join(site, taskPath, 'index.html'), 'utf8');
  const host = await serveCompressed(site, { '/bare.html': bareHtml(task) });
  const other = asked.starlight === undefined ? undefined : await serveCompressed(asked.starlight);
  const browser = await launchBrowser();
  const visits = await visitInTurn(
    browser,
    {
      bare: `http://localhost:${host.port}/bare.html`,
      task: `http://localhost:${host.port}/${taskPath}`,
      ...(other && { Starlight: `http://localhost:${other.port}/task/` }),
    },
    Number(asked.rounds),
  );
  await browser.close();
  host.close();
  other?.close();
  say(
    `\nspeed felt on a slow phone, in ms: median (least) of ${asked.rounds} visits each, in turn:`,
  );
  for (const [name, all] of Object.entries(visits)) {
    const figures = costs.map((cost) => {
      const values = all.map((visit) => visit[cost]);
      const bare = median((visits['bare'] ?? []).map((visit) => visit[cost]));
      const ratio = bare > 0 ? `, × ${(median(values) / bare).toFixed(2)}` : '';
      return `${cost} ${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)})${ratio}`;
    });
    say(`  ${name}: ${figures.join('; ')}`);
  }
}

/** The four scores of one page of each type. */
async function sayScores(site: string): Promise<void> {
  say('\nLighthouse, phone profile:');
  const { executablePath, env } = await findBrowser();
  const debugPort = 9333;
  const browser: Browser = await chromium.launch({
    executablePath,
    env,
    args: [...browserFlags, `--remote-debugging-port=${debugPort}`],
  });
  const host = await serveCompressed(site);
  for (const path of [...pageTypes, ...paperTypes, ...embeddedTypes]) {
    const { scores, failed, fcp, lcp, requests } = await audit(
      `http://localhost:${host.port}/${path}`,
      debugPort,
    );
    say(
      `  /${path}: ${Object.entries(scores)
        .map(([id, score]) => `${id} ${score}`)
        .join(
          ', ',
        )}; FCP ${fcp.toFixed(0)} ms, LCP ${lcp.toFixed(0)} ms, ${requests} requests${failed.map((id) => `; fails ${id}`).join('')}`,
    );
  }
  await browser.close();
  host.close();
}

if (asked.speed ?? asked.lighthouse) {
  const site = asked.site ?? join(project, 'dist');
  if (asked.speed) await saySpeed(site);
  if (asked.lighthouse) await sayScores(site);
  process.exit();
}

const one = generatePlans(project, join(workFolder, 'bench-1'), 1);
const alone = join(one, 'dist');
const first = [];
for (let i = 0; i < 3; i += 1) first.push(await costOfBuild(one, alone));
const oneCost = {
  seconds: median(first.map(({ seconds }) => seconds)),
  megabytes: Math.max(...first.map(({ megabytes }) => megabytes)),
};
say(
  `build, 1 plan: ${oneCost.seconds.toFixed(1)} s (median of 3, from clean), ${oneCost.megabytes.toFixed(0)} MB`,
);

say('\npage weight, brotli, all requests:');
const icon = brotli(readFileSync(join(alone, 'icon.svg')));
const numbers = readdirSync(join(alone, '20xx/tasks')).filter((name) => /^\d+$/u.test(name));
const taskPages = numbers.map((n) =>
  brotli(readFileSync(join(alone, '20xx/tasks', n, 'index.html'))),
);
say(`  task pages: ${Math.min(...taskPages)} to ${Math.max(...taskPages)} bytes, + icon ${icon}`);
for (const path of [...pageTypes, ...embeddedTypes]) {
  const file = path.endsWith('.html') ? path : `${path}index.html`;
  say(`  /${path}: ${brotli(readFileSync(join(alone, file)))}`);
}

const task = readFileSync(join(alone, taskPath, 'index.html'), 'utf8');
await sayScores(alone);
await saySpeed(alone);

for (const count of [10, 100]) {
  const root = generatePlans(project, join(workFolder, `bench-${count}`), count);
  const cost = await costOfBuild(root, join(root, 'dist'));
  const sameTask = brotli(readFileSync(join(root, 'dist/20xx/tasks/3/index.html')));
  const ratio = sameTask / brotli(task);
  say(
    `build, ${count} plans (${count * 41} tasks): ${cost.seconds.toFixed(1)} s (× ${(cost.seconds / oneCost.seconds).toFixed(1)}), ${cost.megabytes.toFixed(0)} MB; a task page × ${ratio.toFixed(3)}`,
  );
  rmSync(root, { recursive: true, force: true });
}

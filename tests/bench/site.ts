/**
 * `npm run bench`: weighs and times the site. Figures that depend on the machine are given as ratios
 * within this run, or beside the machine's own.
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import lighthouse, { type Config } from 'lighthouse';
import { chromium } from 'playwright-core';
import { serveCompressed } from './serve-compressed.ts';
import { browserFlags, findBrowser } from '../support/browser.ts';
import { generatePlans } from './generate-plans.ts';
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

/** The same words as a task page, as HTML with nothing else. */
function bareHtml(page: string): string {
  const title = /<title>.*?<\/title>/su.exec(page)?.[0] ?? '';
  const article = /<article[^]*?<\/article>/u.exec(page)?.[0] ?? '';
  const text = article
    .replace(/<\/?(?:span|a)\b[^>]*>/gu, '')
    .replace(/ (?:id|class)="[^"]*"/gu, '');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${title}${text}</html>`;
}

type Audit = { scores: Record<string, number>; fcp: number; lcp: number; requests: number };

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
    fcp: audits['first-contentful-paint']?.numericValue ?? Number.NaN,
    lcp: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    requests: details && 'items' in details ? details.items.length : Number.NaN,
  };
}

const pageTypes = [
  '',
  '20xx/',
  '20xx/sections/2/',
  '20xx/tasks/3/',
  '20xx/tasks/3/6/',
  '20xx/tasks/',
  '20xx/full/',
  'guides/',
  'guides/about/',
  'guides/figures/',
  '20xx/targets/',
  '20xx/targets/t3-fund/',
  '20xx/charts/matrix/',
  '20xx/relations/',
  '20xx/documents/',
  '20xx/audiences/',
  '20xx/audiences/teacher/',
  '20xx/notes/',
  '20xx/data/',
  'glossary/',
  'glossary/credit-system/',
  'search/',
  '404.html',
];

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
for (const path of pageTypes) {
  const file = path.endsWith('.html') ? path : `${path}index.html`;
  say(`  /${path}: ${brotli(readFileSync(join(alone, file)))}`);
}

say('\nLighthouse, phone profile:');
const { executablePath, env } = await findBrowser();
const debugPort = 9333;
const browser = await chromium.launch({
  executablePath,
  env,
  args: [...browserFlags, `--remote-debugging-port=${debugPort}`],
});
const task = readFileSync(join(alone, '20xx/tasks/3/index.html'), 'utf8');
const host = await serveCompressed(alone, { '/bare.html': bareHtml(task) });
for (const path of pageTypes) {
  const { scores, fcp, lcp, requests } = await audit(
    `http://localhost:${host.port}/${path}`,
    debugPort,
  );
  say(
    `  /${path}: ${Object.entries(scores)
      .map(([id, score]) => `${id} ${score}`)
      .join(', ')}; FCP ${fcp.toFixed(0)} ms, LCP ${lcp.toFixed(0)} ms, ${requests} requests`,
  );
}
const ratios: { fcp: number; lcp: number }[] = [];
for (let i = 0; i < 5; i += 1) {
  const bare = await audit(`http://localhost:${host.port}/bare.html`, debugPort);
  const real = await audit(`http://localhost:${host.port}/20xx/tasks/3/`, debugPort);
  ratios.push({ fcp: real.fcp / bare.fcp, lcp: real.lcp / bare.lcp });
}
say(
  `  task page against the same text as bare HTML (median of 5 pairs): FCP × ${median(ratios.map(({ fcp }) => fcp)).toFixed(2)}, LCP × ${median(ratios.map(({ lcp }) => lcp)).toFixed(2)}`,
);
await browser.close();
host.close();

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

import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { shareSite } from '../support/shared-sites.ts';
import { makeSite, project, runBuild, workFolder } from '../support/site.ts';

/** Where the site is deployed: its folder is written over, as hosts do. */
const deployed = join(workFolder, 'deployed');
const later = join(workFolder, 'deployed-later');
const laterName = '后来的网站';
let first: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Server;
let url: string;

function deploy(site: string): void {
  rmSync(deployed, { recursive: true, force: true });
  cpSync(site, deployed, { recursive: true });
}

async function goOffline(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Waits until the browser has kept the page's plan. */
const kept = (): Promise<unknown> =>
  page.waitForFunction(() => 'kept' in document.documentElement.dataset);

beforeAll(async () => {
  first = (await shareSite('two-plans')).out;
  const root = makeSite('later', join(project, 'tests/fixtures/bodies'));
  const about = join(root, 'content/site.yaml');
  writeFileSync(about, readFileSync(about, 'utf8').replace(/^name: .*$/mu, `name: ${laterName}`));
  expect(runBuild(['--root', root, '--out', later])).toMatchObject({ code: 0 });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  deploy(first);
  ({ server, url } = await serveSite(deployed));
  context = await browser.newContext({ serviceWorkers: 'allow' });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  server.close();
});

test('after one visit a plan is there without network: pages, charts and search', async () => {
  await page.goto(`${url}20xx/tasks/3/`);
  await kept();
  await goOffline();
  for (const path of [
    '20xx/tasks/14/',
    '20xx/full/',
    '20xx/charts/',
    '20xx/audiences/',
    'guides/',
  ]) {
    await page.goto(url + path);
    expect(await page.locator('h1').count(), path).toBe(1);
    await page.getByText('现在没有网络，看到的是存在本机的内容').waitFor();
  }
  const words = (await page.goto(`${url}20xx/tasks/3/`).then(() => page.locator('h1').innerText()))
    .replace(/\s/gu, '')
    .slice(-6);
  await page.goto(`${url}search/?q=${words}`);
  await page.locator('.results a[href*="/tasks/3/"]').first().waitFor();
});

test('a plan that was not visited is said to be not there, and the rest is', async () => {
  await page.goto(url);
  await kept();
  await page.goto(`${url}20xx/`);
  await kept();
  await goOffline();
  await page.goto(`${url}second/`);
  expect(await page.locator('h1').innerText()).toBe('没有网络');
  await page.goto(url);
  expect(await page.locator('h1').innerText()).not.toBe('没有网络');
});

test('with network a page is the one that is published, also of a later deployment', async () => {
  await page.goto(url);
  await kept();
  deploy(later);
  await page.goto(url);
  expect(await page.title()).toContain(laterName);
});

test('a later deployment is kept whole or not at all', async () => {
  await page.goto(`${url}20xx/tasks/3/`);
  await kept();
  const before = await page.title();
  deploy(later);
  // The worker is of the later deployment, a part of it is still of the earlier one.
  const [bundle = ''] = readdirSync(join(later, '_astro')).filter((name) =>
    /^kept\.\w+\.bin$/u.test(name),
  );
  const [old = ''] = readdirSync(join(first, '_astro')).filter((name) =>
    /^kept\.\w+\.bin$/u.test(name),
  );
  cpSync(join(first, '_astro', old), join(deployed, '_astro', bundle));
  const failed = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return 'nothing new';
    if (worker.state === 'redundant') return worker.state;
    return new Promise<string>((resolve) => {
      worker.addEventListener('statechange', () => resolve(worker.state));
    });
  });
  expect(failed).toBe('redundant');
  await goOffline();
  await page.goto(`${url}20xx/tasks/3/`);
  expect(await page.title()).toBe(before);
});

test('what is kept is the later deployment once its pages are the only ones open', async () => {
  await page.goto(url);
  await kept();
  deploy(later);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    await new Promise<void>((resolve) => {
      if (!worker || worker.state === 'installed') return resolve();
      worker.addEventListener('statechange', () => resolve());
    });
  });
  await page.close();
  page = await context.newPage();
  await page.goto(url);
  await kept();
  await goOffline();
  await page.goto(url);
  expect(await page.title()).toContain(laterName);
  const caches = await page.evaluate(() => window.caches.keys());
  expect(new Set(caches.map((name) => name.split(' ')[2])).size).toBe(1);
});

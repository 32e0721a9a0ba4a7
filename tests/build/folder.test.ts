import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSite } from '../../src/loaders/read-site.ts';
import { launchBrowser } from '../support/browser.ts';
import { shareSite } from '../support/shared-sites.ts';
import { builtSite, listFiles, project, workFolder } from '../support/site.ts';

const [plan = { id: '', title: '' }] = readSite(project).plans.map((tree) => tree.plan);
const zip = join(builtSite, plan.id, 'pages.zip');
/** As a reader's desk may call it. */
const folder = join(workFolder, '解压 #1');
const at = (path: string): string => pathToFileURL(join(folder, path)).href;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    // A page that is left asks for its icon in vain.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(request.url());
  });
});
afterAll(() => browser.close());

test('the file is at most 3 MB, that of a site with a public address too', async () => {
  const { out } = await shareSite('based');
  for (const file of [zip, join(out, plan.id, 'pages.zip')]) {
    expect(statSync(file).size).toBeLessThanOrEqual(3e6);
  }
});

test('every link of a folder leads to a file of it', () => {
  const files = new Set(listFiles(folder));
  for (const file of [...files].filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(folder, file), 'utf8').replace(
      /(<script[^>]*>)[^<]*'[^]*?<\/script>/gu,
      '$1',
    );
    for (const [, name, address = ''] of html.matchAll(/\s(href|src|action)="([^"]*)"/gu)) {
      if (/^(?:#|[a-z]+:|$)/u.test(address)) continue;
      const path = decodeURI(address.replace(/[?#].*$/u, ''));
      expect(files, `${file}: ${name}="${address}"`).toContain(join(dirname(file), path));
    }
  }
});

test('a folder is read, searched and walked through without a server', async () => {
  await page.goto(at('index.html'));
  await page.locator(`a[href="${plan.id}/index.html"]`).first().click();
  await page.waitForURL(at(`${plan.id}/index.html`));
  const task = page.locator('main a[href*="/tasks/"]').first();
  const title = (await task.innerText()).replace(/[^\p{Script=Han}]/gu, '').slice(-4);
  await page.locator('plan-search input').fill(title);
  const hit = page.locator('.results li a').first();
  await hit.click();
  await page.waitForURL(/\/index\.html(?:#.*)?$/u);
  expect(await page.locator('h1').count()).toBe(1);
  await page.goto(`${at('search/index.html')}?q=${title}`);
  await hit.waitFor();
  await page.goto(at(`${plan.id}/targets/index.html`));
  expect(await page.locator('svg').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('traditional characters and pinyin are there without a server', async () => {
  await page.goto(at('settings/index.html'));
  await page.getByLabel('繁體').check();
  await page.locator('.source-bar').waitFor();
  await page.getByRole('group', { name: '拼音' }).getByLabel('顯示', { exact: true }).check();
  await page.goto(at(`${plan.id}/full/index.html`));
  await page.locator('rt').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
  expect(await page.locator('main').textContent()).not.toMatch(/[学业务发]/u);
  expect(complaints).toEqual([]);
});

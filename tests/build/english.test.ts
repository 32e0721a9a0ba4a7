import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve.ts';
import { zh } from '../../src/language.ts';
import { aloudStrings, offlineStrings } from '../../src/languages/en.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { launchBrowser } from '../support/browser.ts';
import { findCrowded, findOverflow, findViolations } from '../support/looks.ts';
import { pageTypes } from '../support/page-types.ts';
import {
  htmlInDrawings,
  planTexts,
  readPages,
  validator,
  weigh,
  withAttribute,
} from '../support/pages.ts';
import { type StandIn, standIn } from '../support/voices.ts';
import { origin, shareSite } from '../support/shared-sites.ts';
import {
  annotatedSite,
  builtSite,
  listFiles,
  makeSite,
  project,
  readText,
  runBuild,
  workFolder,
} from '../support/site.ts';

const { site, plans } = readSite(project);
const tree = plans.find(({ plan }) => plan.id === site.current);
if (!tree) throw new Error(`no plan ${site.current}`);
const { id } = tree.plan;
const source = Array.from(readText(project, tree.plan.source));

const { code, stderr, out } = await shareSite('english');
const pages = code === 0 ? readPages(out) : [];
const html = (path: string): string => readText(out, path, 'index.html');

/** Every text of the interface in Chinese; editors may say the shortest ones, too. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  const inner = words instanceof Map ? [...words.values()] : Object.values(words);
  return inner.flatMap(textsOf);
}

/** The texts of a page, with the language that each is said to be in, and whether it is the plan's. */
function textsIn(page: (typeof pages)[number]): { text: string; lang: string; isPlan: boolean }[] {
  const found: ReturnType<typeof textsIn> = [];
  const walk = (nodes: typeof page.document.children, lang: string, isPlan: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') found.push({ text: DomUtils.textContent(node), lang, isPlan });
      else if ('attribs' in node && !/^(?:script|style|textarea|title)$/u.test(node.name)) {
        const { attribs } = node;
        walk(node.children, attribs['lang'] ?? lang, isPlan || 'data-plan-text' in attribs);
      }
    }
  };
  walk(page.document.children, '', false);
  return found;
}

describe('the part in English', () => {
  test('has every page that the part in Chinese has', () => {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(listFiles(out, '.html')).toEqual(listFiles(builtSite, '.html'));
  });

  test('says which words are Chinese, and which are not', () => {
    for (const page of pages) {
      const [root] = withAttribute(page, 'lang');
      expect(root?.name === 'html' && root.attribs['lang'], page.file).toBe('en');
      for (const { text, lang } of textsIn(page)) {
        if (/\p{Script=Han}/u.test(text)) expect(lang, `${page.file}: ${text}`).toBe('zh-CN');
        else if (/[a-z]{3} [a-z]{3}/u.test(text)) expect(lang, `${page.file}: ${text}`).toBe('en');
      }
    }
  });

  test('has no words of the interface in Chinese', () => {
    const ours = new Set(textsOf(zh).filter((text) => /\p{Script=Han}{4}/u.test(text)));
    for (const page of pages) {
      const left = textsIn(page)
        .filter(({ isPlan }) => !isPlan)
        .map(({ text }) => text.trim())
        .filter((text) => ours.has(text));
      expect([...new Set(left)], page.file).toEqual([]);
    }
  });

  test('has the plan’s words as the source has them', () => {
    for (const page of pages.filter(({ file }) => file.startsWith(`${id}/`))) {
      for (const { start, text } of planTexts(page)) {
        expect(source.slice(start, start + Array.from(text).length).join(''), page.file).toBe(text);
      }
    }
  });

  test.each(['', `${id}/`, `${id}/tasks/3/`, `${id}/data/`, 'search/', 'settings/', 'glossary/'])(
    '/%s is valid HTML',
    async (path) => {
      const report = await validator.validateString(html(path));
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    },
  );

  test('has nothing in a drawing that would end it', () => {
    const drawings = pages.filter(({ html: page }) => page.includes('<svg'));
    expect(drawings.length).toBeGreaterThan(10);
    for (const page of drawings) expect(htmlInDrawings(page), page.file).toEqual([]);
  });

  test('weighs no more than pages may', () => {
    for (const { n } of tree.tasks) {
      const page = pages.find(({ file }) => file === `${id}/tasks/${n}/index.html`);
      if (!page) throw new Error(`no task ${n}`);
      const { bytes } = weigh(page, { folder: out, base: '/en/' });
      expect(bytes, String(n)).toBeLessThanOrEqual(10 * 1024);
      // What only heavier pages have is not on one of these.
      expect(page.html, String(n)).not.toContain('[lang=en]');
    }
  });

  test('each page leads to the one in the other language, and that back', () => {
    for (const { file, html: there } of pages) {
      if (/embed\/index\.html$/u.test(file)) continue;
      const path = file === '404.html' ? '' : file.replace(/index\.html$/u, '');
      expect(there, file).toContain(`<a href="/${path}" hreflang="zh-CN" lang="zh-CN">`);
      expect(readText(builtSite, file), file).toContain(
        `<a href="/en/${path}" hreflang="en" lang="en">`,
      );
    }
  });

  test('shows the picture of the page in Chinese, and cites the plan as what it is', () => {
    const page = html(`${id}/tasks/3`);
    expect(page).toContain(`property="og:image" content="${origin}/${id}/tasks/3/preview.png"`);
    expect(page).toContain('<meta name="citation_language" content="zh-CN">');
    expect(listFiles(out, 'preview.png')).toEqual([]);
  });
});

test('a reader finds Chinese words, told of in English', async () => {
  const root = join(workFolder, 'served-english');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(out, join(root, 'en'), { recursive: true });
  cpSync(join(out, '404.html'), join(root, '404.html'));
  const { server, url } = await serveSite(root);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    await page.goto(`${url}en/${id}/tasks/3/`);
    await page.locator('input[type=search]').fill('农村');
    const group = page.locator('[data-group=exact]');
    await group.locator('li a').first().waitFor();
    expect(await group.locator('li a').first().getAttribute('href')).toMatch(/^\/en\//u);
    expect(await group.getByRole('heading').first().textContent()).toMatch(/[a-z]{4}/u);
    expect(await findViolations(page)).toEqual([]);
    for (const path of ['', `${id}/`, 'settings/', `${id}/charts/enrolment/`]) {
      await page.goto(`${url}en/${path}`);
      expect(await findViolations(page), path).toEqual([]);
    }
    await page.goto(`${url}en/settings/`);
    const widths = await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('main')!,
        NodeFilter.SHOW_TEXT,
      );
      const found: number[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index } of node.textContent?.matchAll(/[“”’]/gu) ?? []) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const size = parseFloat(getComputedStyle(node.parentElement!).fontSize);
          found.push(range.getBoundingClientRect().width / size);
        }
      }
      return found;
    });
    expect(widths.length).toBeGreaterThan(5);
    expect(Math.max(...widths), 'a quotation mark has its own width').toBeLessThan(0.7);
    // English words are longer than Chinese ones: none runs into another, and none into the edge.
    for (const path of pageTypes) {
      await page.goto(`${url}en/${path}`);
      expect(await page.evaluate(findCrowded), path).toEqual([]);
      expect(await page.evaluate(findOverflow), path).toBe(0);
      const other = page.locator('.site > [hreflang]');
      const { height, lines } = await other.evaluate((link) => ({
        height: link.getBoundingClientRect().height,
        lines: parseFloat(getComputedStyle(link).lineHeight),
      }));
      expect(height, path).toBeLessThan(2 * lines);
    }
    await page.addInitScript(standIn, true);
    await page.goto(`${url}en/${id}/tasks/3/`);
    await page.getByRole('link', { name: aloudStrings.link }).click();
    await page.getByRole('region', { name: aloudStrings.label }).waitFor();
    const [first] = await page.evaluate(
      () => (window as unknown as { voices: StandIn }).voices.said,
    );
    expect(first).toMatchObject({ lang: 'zh-CN', voice: '小云' });
    // What one visit keeps is there without network.
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    const offline = await context.newPage();
    await offline.goto(`${url}en/${id}/tasks/3/`);
    await offline.waitForFunction(() => 'kept' in document.documentElement.dataset);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await offline.goto(`${url}en/${id}/full/`);
    await offline.getByText(offlineStrings.notice).waitFor();
    await offline.goto(`${url}en/search/?q=农村`);
    await offline.locator('[data-group=exact] li a').first().waitFor();
  } finally {
    await browser.close();
    server.close();
  }
});

test('a site whose editor asks for English is published with both, and tells search engines so', () => {
  const root = makeSite('two-languages', annotatedSite);
  const file = `${root}/content/site.yaml`;
  writeFileSync(file, `${readText(file)}languages: [en]\n`);
  const built = runBuild(['--root', root, '--site', origin, '--promise'], {}, 'all');
  expect(built).toMatchObject({ code: 0, stderr: '' });
  const files = listFiles(`${root}/dist`, '.html');
  const english = files.filter((name) => name.startsWith('en/'));
  expect(english.map((name) => name.slice(3))).toEqual(
    files.filter((name) => !name.startsWith('en/')),
  );
  expect(built.stdout).toContain(`built ${files.length} pages`);
  expect(readText(root, 'public/permalinks.txt')).not.toContain('/en/');
  const sitemap = readText(root, 'dist/sitemap.xml');
  const [first] = /<url>.*<\/url>/u.exec(sitemap) ?? [];
  expect(first).toBe(
    `<url><loc>${origin}/</loc><xhtml:link rel="alternate" hreflang="zh-CN" href="${origin}/"/><xhtml:link rel="alternate" hreflang="en" href="${origin}/en/"/></url>`,
  );
  expect(sitemap).toContain(`<loc>${origin}/en/`);
  expect(listFiles(`${root}/dist`)).not.toContain('en/sitemap.xml');
});

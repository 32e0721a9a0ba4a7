import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { errorCatalogue } from '../../src/text/errors.ts';
import { readPages, withAttribute } from '../support/pages.ts';
import { builtSite, project, readText, runBuild, workFolder } from '../support/site.ts';

const root = `${workFolder}/editors-manual`;
rmSync(root, { recursive: true, force: true });
cpSync(`${project}/tests/fixtures/bodies`, root, { recursive: true });
appendFileSync(`${root}/content/site.yaml`, 'editorsManual: true\n');
const built = runBuild(['--root', root, '--site', 'https://example.org', '--lang', 'zh'], {
  JIHUA_BROWSER: 'none',
});
const address = 'about/editing/';
const page = readPages(`${root}/dist`).find(({ file }) => file === `${address}index.html`);

describe('the editors’ manual, on a site that asks for it,', () => {
  test('is a page of valid HTML, with its own anchors and links that lead there', async () => {
    if (!page) throw new Error(built.stderr);
    const { results } = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off', 'attr-quotes': 'off', 'no-trailing-whitespace': 'off' },
    }).validateString(page.html);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    const ids = withAttribute(page, 'id').map(({ attribs }) => attribs['id']);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(errorCatalogue)));
    const [contents] = DomUtils.findAll(
      ({ attribs }) => attribs['aria-label'] === '目录',
      page.document.children,
    );
    const links = DomUtils.getElementsByTagName('a', contents?.children ?? []);
    expect(links.length).toBeGreaterThan(15);
    for (const { attribs } of links) {
      expect(ids).toContain(decodeURIComponent(attribs['href'] ?? '').slice(1));
    }
    const levels = DomUtils.findAll(
      ({ name }) => /^h[1-6]$/u.test(name),
      page.document.children,
    ).map(({ name }) => Number(name.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test('is found from the first page, by search engines, and from a damaged address', () => {
    expect(readText(root, 'dist/index.html')).toContain(`href="/${address}"`);
    expect(readText(root, 'dist/sitemap.xml')).toContain(
      `<loc>https://example.org/${address}</loc>`,
    );
    expect(readText(root, 'dist/404.html')).toMatch(/data-own="about /u);
  });

  test('is nowhere on a site that does not', () => {
    for (const file of ['index.html', '404.html']) {
      expect(readText(builtSite, file)).not.toContain('about/editing');
    }
    expect(readPages(builtSite).map(({ file }) => file)).not.toContain(`${address}index.html`);
    expect(readText(builtSite, '404.html')).not.toMatch(/data-own="[^"]*\babout\b/u);
  });

  test('and the build says in Chinese what it does', () => {
    for (const line of built.stdout.trimEnd().split('\n')) expect(line).toMatch(/\p{Script=Han}/u);
    expect(built.stdout).toMatch(/读了 1 份计划、\d+ 项任务，检查无误/u);
  });
});

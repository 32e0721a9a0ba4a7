import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPages } from '../../src/integrations/check-pages.ts';
import { PlanError } from '../../src/text/errors.ts';
import { workFolder } from '../support/site.ts';

const folder = join(workFolder, 'check-pages');
const write = (pages: Record<string, string>): void => {
  for (const [file, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), html);
  }
};
const remove = (): void => rmSync(folder, { recursive: true, force: true });

beforeEach(remove);
afterAll(remove);

describe('checkPages', () => {
  test('lists every address, anchors included, but what is for the page’s own use', async () => {
    write({
      'index.html': '<main id="main"></main>',
      '20xx/tasks/1/index.html':
        '<main id="main"><p id="s1">甲</p><h2 id="aside-related">乙</h2><p id="aside-term-credit">丙</p><p id="asides">丁</p></main>',
      '404.html': '<p id="lost">戊</p>',
    });
    expect(await checkPages(folder, { base: '/' })).toEqual([
      '/',
      '/20xx/tasks/1/',
      '/20xx/tasks/1/#asides',
      '/20xx/tasks/1/#s1',
    ]);
  });

  test('follows links to what is for the page’s own use all the same', async () => {
    write({
      'a/index.html': '<p id="aside-task-3">甲</p>',
      'index.html': '<a href="/a/#aside-task-3">乙</a><svg><a xlink:href="/a/"></a></svg>',
    });
    expect(await checkPages(folder, { base: '/' })).toEqual(['/', '/a/']);
    write({ 'index.html': '<a href="/a/#aside-task-4">乙</a>' });
    await expect(checkPages(folder, { base: '/' })).rejects.toThrow(
      'index.html:1: link-broken: expected the id aside-task-4 on /a/; found /a/#aside-task-4',
    );
  });

  test.each([
    ['a page that is not there', '/b/', 'a page or file of the site'],
    ['an id on the same page', '#none', 'the id none on /'],
    ['an address outside the base', '/other/', 'an address under /base/'],
  ])('refuses a link to %s', async (_case, href, expected) => {
    write({ 'index.html': `<a href="${href}">甲</a>` });
    const base = href === '/other/' ? '/base/' : '/';
    await expect(checkPages(folder, { base })).rejects.toThrow(
      `expected ${expected}; found ${href}`,
    );
  });

  test('refuses a picture for previews that is not there, or lies elsewhere', async () => {
    const origin = 'https://example.org';
    const writeImage = (image: string): void =>
      write({ 'index.html': `<meta property="og:image" content="${image}">`, 'preview.png': '' });
    writeImage(`${origin}/a/preview.png`);
    expect(await checkPages(folder, { base: '/a/', origin })).toEqual(['/']);
    writeImage(`${origin}/a/tasks/1/preview.png`);
    await expect(checkPages(folder, { base: '/a/', origin })).rejects.toThrow(
      'index.html:1: link-broken: expected a page or file of the site; found https://example.org/a/tasks/1/preview.png',
    );
    for (const elsewhere of ['https://example.com/a/preview.png', '/a/preview.png', '']) {
      writeImage(elsewhere);
      await expect(checkPages(folder, { base: '/a/', origin })).rejects.toThrow(
        'expected an address under https://example.org/a/',
      );
    }
    write({ 'index.html': '<link itemprop="image" href="/none.png">' });
    await expect(checkPages(folder, { base: '/' })).rejects.toThrow('found /none.png');
  });

  test('refuses a page with one id twice, as a fault of the program', async () => {
    write({
      'a/index.html': '<p id="draft">甲</p>',
      'index.html': '<p id="draft">甲</p><p id="cited">乙</p><svg><g id="draft"></g></svg>',
    });
    const fault = await checkPages(folder, { base: '/' }).catch((error: unknown) => error);
    expect(fault).toEqual(new Error('index.html: the id draft stands there twice'));
    expect(fault).not.toBeInstanceOf(PlanError);
  });

  test('lets links out of the site, and to files, be', async () => {
    write({
      'data/plan.txt': '甲',
      'index.html':
        '<a href="https://example.org/">甲</a><a href="mailto:a@example.org">乙</a><a href="/data/plan.txt">丙</a><a href="/?q=丁">丁</a>',
    });
    expect(await checkPages(folder, { base: '/' })).toEqual(['/']);
  });
});

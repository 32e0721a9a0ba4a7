import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { serveSite } from '../../src/commands/serve.ts';
import { retiredCharts } from '../../src/kinds/charts/charts.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { launchBrowser } from '../support/browser.ts';
import { planTexts, readPages } from '../support/pages.ts';
import { shareSite } from '../support/shared-sites.ts';
import { builtSite, listFiles, makeSite, project, readText, runBuild } from '../support/site.ts';

test('a second plan gets pages of its own and changes none of the first but the list of plans', async () => {
  const { code, out: both } = await shareSite('two-plans');
  expect(code).toBe(0);
  // What a browser loads and keeps of a deployment is named by the deployment.
  const filesOf = (out: string): string[] =>
    listFiles(out).filter((file) => !/^_astro\/|^sw\.js$|\/pages\.zip$/u.test(file));
  const unnamed = (out: string, file: string): string =>
    readText(out, file).replace(/(?<=_astro\/)[\w.-]+(?=\.js)/gu, '');
  // Both plans have a list of published addresses of their own, that is none: no retired chart was one of them.
  const retired = new RegExp(`/charts/(?:${Object.keys(retiredCharts).join('|')})[/.]`, 'u');
  const alone = filesOf(builtSite).filter((file) => !retired.test(file));
  const promises = ['permalinks.txt', 'promised-words.txt'];

  const added = filesOf(both).filter((file) => !alone.includes(file));
  expect(added.filter((file) => !/search\/|embed\/|preview\.png$/u.test(file))).toEqual([
    'compare/20xx/second/comparison.json',
    'compare/20xx/second/comparison.schema.json',
    'compare/20xx/second/index.html',
    'plans/index.html',
    'second/data/datapackage.json',
    'second/data/index.html',
    'second/data/plan.json',
    'second/data/plan.schema.json',
    'second/data/plan.txt',
    'second/data/sections.csv',
    'second/data/sentences.csv',
    'second/data/stratml-1.xml',
    'second/data/stratml-2.xml',
    'second/data/task.schema.json',
    'second/data/tasks.csv',
    'second/full/index.html',
    'second/general/1/index.html',
    'second/general/2/index.html',
    'second/general/3/index.html',
    'second/general/index.html',
    'second/index.html',
    'second/plan.docx',
    'second/plan.epub',
    'second/plan.md',
    'second/plan.pdf',
    'second/print/index.html',
    'second/sections/1/g1s1/index.html',
    'second/sections/1/index.html',
    'second/sections/2/index.html',
    'second/sections/index.html',
    'second/tasks/1.json',
    'second/tasks/1.md',
    'second/tasks/1/1/index.html',
    'second/tasks/1/2/index.html',
    'second/tasks/1/3/index.html',
    'second/tasks/1/index.html',
    'second/tasks/2.json',
    'second/tasks/2.md',
    'second/tasks/2/1/index.html',
    'second/tasks/2/2/index.html',
    'second/tasks/2/index.html',
    'second/tasks/3.json',
    'second/tasks/3.md',
    'second/tasks/3/1/index.html',
    'second/tasks/3/2/index.html',
    'second/tasks/3/index.html',
    'second/tasks/4.json',
    'second/tasks/4.md',
    'second/tasks/4/1/index.html',
    'second/tasks/4/2/index.html',
    'second/tasks/4/3/index.html',
    'second/tasks/4/index.html',
    'second/tasks/index.html',
  ]);
  // Each sentence and chart has a page to be set into others.
  const framed = added.filter((file) => file.endsWith('/embed/index.html'));
  expect(framed).toEqual(
    added
      .filter((file) =>
        /^second\/(?:(?:general|(?:tasks|sections)\/\d+)\/\w+|charts\/\w+)\/index\.html$/u.test(
          file,
        ),
      )
      .map((file) => file.replace('index.html', 'embed/index.html'))
      .sort(),
  );
  // Each of its pages that is passed on has a picture.
  const pictures = added.filter((file) => file.endsWith('preview.png'));
  const pictured = added.filter((file) =>
    /^(?!.*\/embed\/)second\/(?:(?:sections|tasks|general)\/\d.*\/)?index\.html$/u.test(file),
  );
  expect(pictures).toEqual(
    pictured.map((file) => file.replace('index.html', 'preview.png')).sort(),
  );
  const changed = alone.filter(
    (file) => !promises.includes(file) && unnamed(both, file) !== unnamed(builtSite, file),
  );
  // That there are other plans, the search of the first learns from a file of its own.
  const { site } = readSite(project);
  expect(changed.sort()).toEqual(
    [
      `${site.current}/index.html`,
      `${site.current}/search/manifest.json`,
      'guides/index.html',
      'index.html',
      'llms.txt',
      'search/index.html',
      // The forms of the characters that the texts of the site have.
      'settings/pinyin.json',
      'settings/traditional.json',
    ].filter((file) => alone.includes(file)),
  );
  expect(readText(both, 'index.html')).toContain('href="/second/"');

  // A plan whose figures are not annotated has no page of figures, and no link to one.
  expect(readText(both, 'second/index.html')).not.toContain('/targets/');
  expect(readText(both, site.current, 'index.html')).toContain(`href="/${site.current}/data/"`);

  const seed = readText(project, 'tests/fixtures/second/seeds/second.txt');
  for (const page of readPages(both).filter(({ file }) => file.startsWith('second/'))) {
    for (const { start, text } of planTexts(page).filter(({ text: words }) => words !== '')) {
      expect(seed.slice(start, start + text.length), page.file).toBe(text);
    }
  }
});

test('a plan that numbers its tasks and has no sections is published whole', () => {
  const root = makeSite('no-sections');
  const text = '某校工作要点\n1.开好家长会。每学期一次。\n2.修缮校舍。\n';
  writeFileSync(`${root}/seeds/third.txt`, text);
  mkdirSync(`${root}/content/plans/third`);
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(
    `${root}/content/plans/third/plan.yaml`,
    `id: third\ntitle: 某校工作要点\nsource: seeds/third.txt\nsha256: ${sha256}\n`,
  );
  expect(runBuild(['--root', root])).toMatchObject({ code: 0, stderr: '' });
  const [whole] = readPages(`${root}/dist`).filter(({ file }) => file === 'third/full/index.html');
  expect(whole && planTexts(whole).map((part) => part.text)).toContain('开好家长会。');
});

describe('a plan whose id is a year becomes the current one beside another', () => {
  const { site, plans } = readSite(project);
  const earlier = plans.find(({ plan }) => plan.id === site.current);
  if (!earlier) throw new Error('no current plan');
  const root = makeSite('year-as-id');
  const page = (path: string): string => readText(root, 'dist', path, 'index.html');
  /** Where the header of a page leads. */
  const planOf = (html: string): string | undefined =>
    /<header class="site">.*?<nav.*?href="\/([^/"]+)\/"/su.exec(html)?.[1];
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    const text = '某县工作要点\n1.开渠引水。检修提灌站,开课60垛。\n2.修缮校舍。\n';
    writeFileSync(`${root}/seeds/2027.txt`, text);
    mkdirSync(`${root}/content/plans/2027`);
    const sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(
      `${root}/content/plans/2027/plan.yaml`,
      `id: 2027\ntitle: 某县工作要点\nsource: seeds/2027.txt\nsha256: ${sha256}\n`,
    );
    writeFileSync(
      `${root}/content/plans/2027/targets.yaml`,
      '- { id: 60, task: 1, quote: 开课60垛, value: 60, indicator: 课, kind: absolute, key: yes }\n',
    );
    const file = `${root}/content/site.yaml`;
    writeFileSync(file, readText(file).replace(/^current:.*$/mu, 'current: 2027'));
    const { code, stdout, stderr } = runBuild(['--root', root]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout.match(/please look at content\/plans\/2027\/targets\.yaml:1: .*“垛”/gu),
    ).toHaveLength(1);
    served = await serveSite(`${root}/dist`);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    served?.server.close();
  });

  test('an unlisted unit is printed', () => {
    expect(page('2027/targets/60').replace(/<[^>]*>/gu, '')).toContain('60垛');
  });

  test('the first page leads with the current plan, and shows the other with its size', () => {
    const home = page('');
    expect(planOf(home)).toBe('2027');
    const other = /<nav class="[^"]*plans[^"]*".*?<\/nav>/su.exec(home)?.[0] ?? '';
    expect(other).toContain(`href="/${earlier.plan.id}/"`);
    expect(other.replace(/<[^>]*>/gu, '')).toContain(`${earlier.tasks.length} 项任务`);
    expect(home.indexOf(other)).toBeLessThan(home.indexOf('id="sections"'));
  });

  test('guides and terms stand under the plan that they speak of', () => {
    const folders = listFiles(`${root}/dist`).flatMap(
      (file) => /^(?:guides|glossary)\/[^/]+(?=\/index\.html$)/u.exec(file)?.[0] ?? [],
    );
    for (const folder of folders) expect(planOf(page(folder)), folder).toBe(earlier.plan.id);
  });

  test('a term lists as many places as it counts', () => {
    for (const file of listFiles(`${root}/dist/glossary`).filter((name) => name.includes('/'))) {
      const html = readText(root, 'dist/glossary', file).replaceAll('<wbr>', '');
      for (const section of html.match(/<section class="named concern".*?<\/section>/gsu) ?? []) {
        const count = Number(/出现在 (\d+) 项任务/u.exec(section)?.[1]);
        const tasks = section.match(/href="\/[^/"]+\/tasks\/\d+\/(?:#s)?\d+/gu) ?? [];
        expect(new Set(tasks).size, file).toBe(count);
      }
    }
  });

  test('words of the other plan are found from the search page and from a header, with the way there', async () => {
    const words = earlier.tasks[0]?.title.text.slice(0, 12) ?? '';
    const reader = await browser.newPage();
    const found = reader.locator('[data-group=elsewhere] li a').first();
    await reader.goto(`${served.url}search/?q=${encodeURIComponent(words)}`);
    await found.waitFor();
    expect(await found.getAttribute('href')).toMatch(
      new RegExp(`^/${earlier.plan.id}/tasks/1/`, 'u'),
    );
    expect(await reader.locator('.plans [aria-current]').getAttribute('data-plan')).toBe('2027');
    await reader.locator('[data-group=elsewhere] p a').click();
    await reader.locator('[data-group=exact] li a').first().waitFor();
    expect(await reader.locator('.plans [aria-current]').getAttribute('data-plan')).toBe('*');
    await reader.locator(`.plans a[data-plan="${earlier.plan.id}"]`).click();
    await reader.waitForURL(/plan=[^&]+/u);
    expect(new URL(reader.url()).searchParams.get('q')).toBe(words);
    await reader.goto(`${served.url}${earlier.plan.id}/tasks/1/`);
    await reader.locator('input[type=search]').fill('提灌站');
    await found.waitFor();
    expect(await found.getAttribute('href')).toBe('/2027/tasks/1/#s2');
    await reader.close();
  });
});

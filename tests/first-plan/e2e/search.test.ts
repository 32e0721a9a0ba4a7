import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { serveSite } from '../../../src/commands/serve.ts';
import { readSite } from '../../../src/loaders/read-site.ts';
import type { PlanManifest } from '../../../src/search/pagefind-index.ts';
import { namedRecords } from '../../../src/search/named-records.ts';
import { launchBrowser } from '../../support/browser.ts';
import { type Shown, substringsOf, taskNumbers, typeQueries } from '../../support/search-page.ts';
import { shareSite } from '../../support/shared-sites.ts';
import { annotatedSite, builtSite, makeSite, project, runBuild } from '../../support/site.ts';

const [tree] = readSite(project).plans;
const texts = (tree?.tasks ?? []).map((task) => task.sentences.map(({ text }) => text).join(''));
const containing = (words: string): number[] =>
  texts.flatMap((text, i) => (text.includes(words) ? [i + 1] : []));

let browser: Browser;
let server: Server;
let url: string;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  ({ server, url } = await serveSite(builtSite));
  context = await browser.newContext();
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`${url}search/`);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const type = async (query: string): Promise<Shown> => {
  const [shown] = await typeQueries(page, [query]);
  if (!shown) throw new Error('nothing shown');
  return shown;
};

/** Waits until the search of a page has answered a query. */
async function answered(on: Page, query: string): Promise<void> {
  await on.locator(`.results[data-query="${query}"][aria-busy=false]`).waitFor();
}

const sorted = (numbers: number[]): number[] => [...numbers].sort((a, b) => a - b);

test('while nothing is typed the page offers what the plan has, and each finds something', async () => {
  const tries = page.locator('.tries');
  expect(await tries.isVisible()).toBe(true);
  const words = await tries.locator('a').allTextContents();
  expect(words.length).toBeGreaterThan(8);
  for (const word of words) {
    await type(word);
    expect(await page.locator('.results li a').count(), word).toBeGreaterThan(0);
    expect(await tries.isVisible(), word).toBe(false);
  }
});

describe('literal', () => {
  test('a number stays with its unit where only a part of it is marked', async () => {
    const own = await context.newPage();
    await own.goto(`${url}search/?q=4亿`);
    await answered(own, '4亿');
    const number = own.locator('[data-group=exact] span', { has: own.locator('> mark') }).last();
    expect(await number.textContent()).toBe('4亿元');
    expect(await number.locator('mark').textContent()).toBe('4亿');
    expect(await number.evaluate((part) => getComputedStyle(part).whiteSpace)).toBe('nowrap');
    await own.close();
  });

  test('a sample of all substrings finds exactly the tasks that contain them', async () => {
    const all = [...substringsOf(texts, 8)].filter(([words]) => !/^\s|\s$|"/u.test(words));
    const step = all.length / 2500;
    const sample = Array.from({ length: 2500 }, (_, i) => all[Math.floor(i * step)]).filter(
      (entry) => entry !== undefined,
    );
    const shown = await typeQueries(
      page,
      sample.map(([words]) => words),
    );
    const wrong = shown.filter(
      ({ exact }, i) =>
        sorted(taskNumbers(exact)).join() !== sorted([...(sample[i]?.[1] ?? [])]).join(),
    );
    expect(wrong.map(({ query, exact }) => ({ query, exact }))).toEqual([]);
  });

  test.each([
    '7.8万人',
    '9.1%',
    '0—3岁',
    '211',
    '*市',
    '“两免一补”',
    '<民办教育促进法>',
    '20*年',
    '。',
    '教',
    '1',
    '(论文)等',
  ])('%s', async (words) => {
    expect(containing(words).length).toBeGreaterThan(0);
    expect(sorted(taskNumbers((await type(words)).exact))).toEqual(containing(words));
  });

  test('twenty characters, across the end of a sentence', async () => {
    const words = (texts[2] ?? '').slice(5, 25);
    expect(taskNumbers((await type(words)).exact)).toEqual([3]);
  });

  test('several words must all be there', async () => {
    const both = containing('农村').filter((n) => containing('培训').includes(n));
    expect(sorted(taskNumbers((await type('农村 培训')).exact))).toEqual(both);
  });

  test('section titles and the general requirement are found too', async () => {
    expect((await type('坚持从严治教,切实加强')).exact).toEqual(['/20xx/sections/10/']);
    expect((await type('埋头苦干')).exact).toEqual(['/20xx/#g4']);
  });

  test('hits in titles stand first, then those with more occurrences', async () => {
    const { exact } = await type('素质教育');
    const tasks = taskNumbers(exact);
    expect(tasks[0]).toBe(5);
    const counts = tasks.slice(1).map((n) => (texts[n - 1] ?? '').split('素质教育').length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

describe('forms of one thing', () => {
  test.each([
    ['素質教育', '素质教育'],
    ['７．８萬人', '7.8万人'],
    ['０－３岁', '0—3岁'],
    ['"双师型"', '“双师型”'],
    ['「双师型」', '“双师型”'],
    ['《民办教育促进法》', '<民办教育促进法>'],
    ['指导，全面', '指导,全面'],
  ])('%s is %s', async (query, words) => {
    const shown = await type(query);
    const expected = containing(words);
    if (expected.length === 0) expect(shown.exact).toEqual(['/20xx/#g1']);
    else expect(sorted(taskNumbers(shown.exact))).toEqual(expected);
  });

  test.each([
    ['suzhi jiaoyu', '素质教育'],
    ['szjy', '素质教育'],
    ['lmyb', '两免一补'],
    ['shuangmian yibu', '两免一补'],
  ])('%s spells %s', async (query, words) => {
    const { exact, related } = await type(query);
    expect(exact).toEqual([]);
    expect(containing(words)).toContain(taskNumbers(related)[0]);
  });

  test.each([
    ['农存教师', '农村教师'],
    ['两面一补', '两免一补'],
    ['农教村师', '农村教师'],
  ])('%s is a slip, and %s is looked up at once, which can be taken back', async (query, words) => {
    const { exact } = await type(query);
    expect(sorted(taskNumbers(exact))).toEqual(containing(words));
    expect(await page.locator('.results .form').textContent()).toContain(`“${words}”`);
    await page.locator('.results .form a').click();
    await page.waitForURL(/as=typed/u);
    await answered(page, query);
    expect(await page.locator('[data-group=exact] li').count()).toBe(0);
    await page.goto(`${url}search/`);
  });

  test.each([
    ['农教师', '农村教师'],
    ['师得', '师德'],
  ])('%s may have meant %s', async (query, words) => {
    const { exact, near } = await type(query);
    expect(exact).toEqual([]);
    expect(near.join()).toContain(words);
  });

  test.each([
    ['打工子弟学校', 11],
    ['减负', 7],
    ['大学生村官', 22],
    ['留学生奖学金', 29],
    ['名校分校', 26],
  ])('%s leads to task %i', async (query, task) => {
    const { exact, related } = await type(query);
    expect(exact).toEqual([]);
    expect(taskNumbers(related).slice(0, 3)).toContain(task);
  });

  test.each(['校服', '校车', '食堂'])(
    '%s is nothing that the plan speaks of, and that is said',
    async (query) => {
      await type(query);
      expect(await page.locator('.results .absent').textContent()).toBe(`原文没有提到“${query}”。`);
      const label = page.locator('[data-group=exact] h2').first();
      if ((await label.count()) > 0) expect(await label.textContent()).toMatch(/^字面相连/u);
    },
  );

  test('what is not there is named beside what is', async () => {
    await type('辅导员火星');
    expect(await page.locator('[data-group=related] h2').textContent()).toBe(
      '原文没有“火星”；下面是说到这些词的：“辅导员”',
    );
  });

  test.each(['光刻机', 'vvvv', '👩‍🏫'])('%s stands nowhere and finds nothing', async (query) => {
    const { exact, related } = await type(query);
    expect({ exact, related }).toEqual({ exact: [], related: [] });
  });
});

describe('what opens the report', () => {
  test.each([
    ['农村教师', /^“农村教师”找到 \d+ 项$/u],
    ['农存教师', /^“农村教师”找到 \d+ 项$/u],
    ['szjy', /^“szjy”按拼音找到 \d+ 项$/u],
    ['78000', /^原文没有“78000”，数值相同的有 \d+ 项$/u],
    ['招78000人', /^原文没有整句“招78000人”，数值相同的有 \d+ 项$/u],
    ['985是什么意思', /^原文没有整句“985是什么意思”，说到其中词语的有 \d+ 项$/u],
    ['减负', /^原文没有“减负”，相关的有 \d+ 项$/u],
    ['农村教师有什么支持', /^原文没有整句“农村教师有什么支持”，说到其中词语的有 \d+ 项$/u],
    ['校车', /^“校车”原文没有提到，最接近的有 \d+ 项$/u],
    ['校服', /^“校服”没有当作一个词出现，字面相连的有 \d+ 项$/u],
    ['homework', /^“homework”按英文找到 \d+ 项$/u],
    ['怎么引用', /^“怎么引用”看下面的网页$/u],
    ['光刻机', /^没有找到“光刻机”$/u],
  ])('for %s says what answers it: %s', async (query, said) => {
    await type(query);
    expect(await page.locator('[role=status]').textContent()).toMatch(said);
  });

  test('links of words are parted by spaces for who copies them', async () => {
    await type('目录');
    expect(await page.locator('.results .chips').first().innerText()).toBe(
      '本站网页 各部分 全部任务 全站目录',
    );
  });
});

test('of sixty everyday queries written before the search, all but three have an answer among the first three', async () => {
  type Asked = { query: string; tasks: number[] };
  const file = join(project, 'tests/fixtures/search/everyday-queries.yaml');
  const asked = parse(readFileSync(file, 'utf8')) as Asked[];
  const shown = await typeQueries(
    page,
    asked.map(({ query }) => query),
  );
  const missed = shown.filter(({ exact, related }, i) => {
    const first = taskNumbers([...exact, ...related]).slice(0, 3);
    return !first.some((n) => asked[i]?.tasks.includes(n));
  });
  expect(asked).toHaveLength(60);
  expect(missed.map(({ query }) => query).length, JSON.stringify(missed)).toBeLessThanOrEqual(3);
});

describe('odd and hostile input', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '"""',
    '“”',
    '教育'.repeat(5000),
    '\u0000\u0007教育\u202e',
    '\ud800',
    '%E6%95%99',
    '.*+?^${}()|[]\\',
    '   ',
  ])('%j breaks nothing', async (query) => {
    await type(query);
    expect(await page.locator('.results script, .results img').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(taskNumbers((await type('狠抓工作落实')).exact)).toEqual([41]);
  });
});

describe('an address of results', () => {
  test('restores words and filters exactly', async () => {
    await page.goto(`${url}search/?q=教育&section=3&type=task`);
    await answered(page, '教育');
    const links = await page
      .locator('[data-group=exact] li a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const third: number[] = tree?.sections[2]?.tasks ?? [];
    expect(sorted(taskNumbers(links))).toEqual(containing('教育').filter((n) => third.includes(n)));
    expect(await page.locator('input[type=search]').inputValue()).toBe('教育');
  });

  test('counts what each filter would leave', async () => {
    await page.goto(`${url}search/?q=奥运&type=task`);
    await answered(page, '奥运');
    const chips = await page.locator('.filters a').allTextContents();
    const sections = new Map<string, number>();
    for (const n of containing('奥运')) {
      const section = tree?.sections.find(({ tasks }) => tasks.includes(n));
      const numeral = section?.numeral ?? '';
      sections.set(numeral, (sections.get(numeral) ?? 0) + 1);
    }
    for (const [numeral, count] of sections) {
      const { title } = tree?.sections.find((section) => section.numeral === numeral) ?? {};
      expect(chips).toContain(`${numeral}　${title?.text} ${count}`);
    }
  });

  test('works with back and forward', async () => {
    await page.goto(`${url}search/?q=奥运`);
    await answered(page, '奥运');
    await page.locator('.filters summary').click();
    const second = page.locator('.filters a', { hasText: /^二　/u }).first();
    const hits = page.locator('[data-group=exact] li > a');
    const all = await hits.count();
    const ofSecond = Number(/\d+$/u.exec((await second.textContent()) ?? '')?.[0]);
    expect(ofSecond).toBeLessThan(all);
    await second.click();
    await page.waitForURL(/section=2/u);
    await answered(page, '奥运');
    expect(await hits.count()).toBe(ofSecond);
    await page.goBack();
    await answered(page, '奥运');
    expect(page.url()).not.toContain('section');
    expect(await hits.count()).toBe(all);
    await page.goForward();
    await page.waitForURL(/section=2/u);
    await answered(page, '奥运');
    expect(await hits.count()).toBe(ofSecond);
  });

  test('a filter is chosen without loading the page again, and keeps the focus', async () => {
    await page.goto(`${url}search/?q=奥运`);
    await answered(page, '奥运');
    await page.evaluate(() => document.body.setAttribute('data-same', ''));
    await page.locator('.filters summary').click();
    await page.locator('.filters a', { hasText: /^任务/u }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/type=task/u);
    await answered(page, '奥运');
    expect(await page.locator('body[data-same]').count()).toBe(1);
    const focused = page.locator('.filters a:focus');
    expect(await focused.textContent()).toMatch(/^任务 \d+$/u);
    expect(await focused.getAttribute('aria-current')).toBe('true');
  });

  test('of words that the filters leave out says how many there are without them', async () => {
    await page.goto(`${url}search/?q=7.8万人&type=guide`);
    await answered(page, '7.8万人');
    expect(await page.locator('[role=status]').textContent()).toBe(
      '所选范围内没有结果；取消筛选后有 2 项',
    );
    await page.locator('.results a', { hasText: '取消筛选' }).click();
    await answered(page, '7.8万人');
    expect(await page.locator('[data-group=exact] li > a').count()).toBe(2);
  });

  test('tells what it found in one element, whose changes are announced', async () => {
    await page.goto(`${url}search/?q=奥运`);
    await answered(page, '奥运');
    await page.locator('[role=status]').evaluate((status) => status.setAttribute('data-same', ''));
    await type('农村教师');
    expect(await page.locator('[role=status][data-same]').textContent()).toMatch(
      /^“农村教师”找到 \d+ 项$/u,
    );
  });

  test('arrows pass by the filters to what was found, and Enter goes there', async () => {
    await page.goto(`${url}search/?q=奥运`);
    await answered(page, '奥运');
    await page.locator('input[type=search]').focus();
    await page.keyboard.press('ArrowDown');
    const first = page.locator('[data-group=exact] li > a').first();
    expect(await first.evaluate((hit) => hit === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });
});

describe('what has a name', () => {
  test('and a page of the site that is asked for is led to', async () => {
    const own = page.locator('.results .chips', { hasText: '本站网页' });
    for (const [query, href] of [
      ['要开哪些会', '/20xx/meetings/'],
      ['怎么打印', '/20xx/print/'],
      ['字号', '/settings/'],
    ] as const) {
      await type(query);
      expect(await own.locator('a').first().getAttribute('href'), query).toBe(href);
    }
    await type('支教');
    expect(await own.count()).toBe(0);
    // No sentence says it, and a page does: that is the answer.
    await type('要制定哪些文件');
    expect(await own.locator('a').first().getAttribute('href')).toBe('/20xx/documents/');
    expect(await page.locator('.results').textContent()).not.toMatch(/没有|是不是/u);
  });

  /** The headings of the exact hits, and where the hits under each lead. */
  const groupsOf = (on: Page): Promise<Record<string, string[]>> =>
    on
      .locator('[data-group=exact] .kind')
      .evaluateAll((kinds) =>
        Object.fromEntries(
          kinds.map((kind) => [
            kind.firstChild?.textContent ?? '',
            Array.from(
              kind.nextElementSibling?.querySelectorAll('li > a') ?? [],
              (link) => link.getAttribute('href') ?? '',
            ),
          ]),
        ),
      );

  test.each([
    ['7.8万人', '数字', '/20xx/targets/t1-senior-high/'],
    ['研究生招生增长', '数字', '/20xx/targets/t1-graduates-growth/'],
    ['十百千万', '工程与活动', '/20xx/initiatives/#ten-hundred-thousand'],
    ['十百千万', '数字', '/20xx/targets/t3-universities/'],
    ['两免一补', '名词', '/glossary/two-exemptions-one-subsidy/'],
    ['党的十六大', '会议', '/20xx/meetings/#sixteenth-party-congress'],
    ['学前教育条例', '文件', '/20xx/documents/#preschool-education-regulation'],
    [tree?.notes[0]?.title ?? '', '校注', `/20xx/notes/#${tree?.notes[0]?.id}`],
    ['学前儿童', '相关对象', '/20xx/audiences/preschool/'],
    ['怎样引用', '导读', '/guides/about/'],
    ['怎樣引用', '导读', '/guides/about/'],
    ['网址就是出处', '导读', '/guides/about/'],
  ])('%s is shown among %s', async (query, label, href) => {
    await page.goto(`${url}search/`);
    await type(query);
    expect((await groupsOf(page))[label]).toContain(href);
  });

  test('is where its hit leads', async () => {
    const named = tree ? namedRecords(tree, { ...readSite(project), guides: [] }) : [];
    expect(named.length).toBeGreaterThan(300);
    for (const { path } of named) {
      const [file = '', id] = path.split('#');
      const html = readFileSync(join(builtSite, file, 'index.html'), 'utf8');
      if (id !== undefined) expect(html, path).toContain(`id="${id}"`);
    }
  });

  test('stands after the tasks, and a type shows it alone', async () => {
    await page.goto(`${url}search/?q=7.8万人`);
    await answered(page, '7.8万人');
    const hrefs = await page
      .locator('[data-group=exact] li > a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual(['/20xx/tasks/1/#s2', '/20xx/targets/t1-senior-high/']);
    await page.locator('.filters summary').click();
    await page.locator('.filters a', { hasText: /^数字/u }).click();
    await page.waitForURL(/type=target/u);
    await answered(page, '7.8万人');
    expect(await page.locator('[data-group=exact] li > a').count()).toBe(1);
    expect(await page.locator('[role=status]').textContent()).toBe('“7.8万人”找到 1 项');
  });
});

test('an audience leaves its tasks, is counted, and stays in the address', async () => {
  const fresh = await browser.newContext();
  const reader = await fresh.newPage();
  await reader.route('**/20xx/search/manifest.json?*', async (route) => {
    const response = await route.fetch();
    const manifest = (await response.json()) as Record<string, unknown>;
    const audiences = [
      ['teachers', '教师', [3, 22]],
      ['students', '学生', [1, 2, 3]],
    ];
    await route.fulfill({ json: { ...manifest, audiences } });
  });
  await reader.goto(`${url}search/?q=农村`);
  await answered(reader, '农村');
  const teachers = containing('农村').filter((n) => [3, 22].includes(n));
  const chip = reader.locator('.filters a', { hasText: '教师' });
  expect(await chip.textContent()).toBe(`教师 ${teachers.length}`);
  await reader.locator('.filters summary').click();
  await chip.click();
  await reader.waitForURL(/audience=teachers/u);
  await answered(reader, '农村');
  const hrefs = await reader
    .locator('[data-group=exact] li > a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(sorted(taskNumbers(hrefs))).toEqual(teachers);
  expect(hrefs).toHaveLength(teachers.length);
  await reader.locator('input[type=search]').fill('奥运');
  await answered(reader, '奥运');
  expect(reader.url()).toContain('audience=teachers');
  await fresh.close();
});

test('filters are folded away, and what is chosen is in sight', async () => {
  await page.goto(`${url}search/?q=教师`);
  await answered(page, '教师');
  const summary = page.locator('.filters summary');
  expect(await summary.textContent()).toBe('筛选');
  await summary.click();
  const chip = page.locator('.filters a', { hasText: '农村教师' });
  const count = Number(/\d+$/u.exec((await chip.textContent()) ?? '')?.[0]);
  await chip.click();
  await page.waitForURL(/audience=rural-teacher$/u);
  await answered(page, '教师');
  expect(await summary.textContent()).toBe('筛选　农村教师与支教教师');
  expect(await chip.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator('[data-group=exact] li > a').count()).toBe(count);
});

describe('the page of answers', () => {
  let fresh: BrowserContext;
  let reader: Page;

  beforeAll(async () => {
    fresh = await browser.newContext({ viewport: { width: 390, height: 844 } });
    reader = await fresh.newPage();
  });

  afterAll(() => fresh.close());

  test.each(['教育', '两面一补', '辅导员待遇', '78000', '校车'])(
    'of %s: the first answer stands in the upper half of a phone, three stops from the box',
    async (query) => {
      await reader.goto(`${url}search/?q=${query}`);
      await answered(reader, query);
      const first = reader.locator('.results li > a').first();
      expect((await first.boundingBox())?.y).toBeLessThan(422);
      await reader.locator('input[type=search]').focus();
      let stops = 0;
      while (!(await first.evaluate((hit) => hit === document.activeElement))) {
        await reader.keyboard.press('Tab');
        stops += 1;
        expect(stops).toBeLessThanOrEqual(4);
      }
    },
  );

  test('Enter makes an entry; Back leads to the words, the answers and the place', async () => {
    await reader.goto(`${url}search/`);
    const input = reader.locator('input[type=search]');
    await input.fill('教育');
    await reader.keyboard.press('Enter');
    await answered(reader, '教育');
    await reader.evaluate(() => scrollTo(0, 600));
    await reader.waitForFunction(() => scrollY === 600);
    await input.evaluate((box: HTMLInputElement) => box.focus({ preventScroll: true }));
    await reader.keyboard.press('Control+a');
    await reader.keyboard.insertText('农村教师');
    await reader.keyboard.press('Enter');
    await answered(reader, '农村教师');
    await reader.goBack();
    await answered(reader, '教育');
    expect(await input.inputValue()).toBe('教育');
    await reader.waitForFunction(() => scrollY === 600);
    await reader.goForward();
    await answered(reader, '农村教师');
    expect(await input.inputValue()).toBe('农村教师');
  });

  test('what a hit led away from is there when the reader comes back', async () => {
    await reader.goto(`${url}search/?q=教育`);
    await answered(reader, '教育');
    const hit = reader.locator('[data-group=exact] li > a').nth(5);
    await hit.scrollIntoViewIfNeeded();
    const place = await reader.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(0);
    await hit.click();
    await reader.waitForURL(/tasks/u);
    await reader.goBack();
    await answered(reader, '教育');
    expect(await reader.locator('input[type=search]').inputValue()).toBe('教育');
    await reader.waitForFunction((y) => Math.abs(scrollY - y) < 2, place);
  });

  test('a box that the browser emptied has its words again', async () => {
    await reader.goto(`${url}search/?q=教育`);
    await answered(reader, '教育');
    await reader.locator('input[type=search]').evaluate((box: HTMLInputElement) => {
      box.value = '';
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    });
    expect(await reader.locator('input[type=search]').inputValue()).toBe('教育');
  });

  test('a pasted paragraph is not repeated whole', async () => {
    const paragraph = '今天的天气非常好'.repeat(12);
    await reader.goto(`${url}search/?q=${paragraph}`);
    await answered(reader, paragraph);
    expect((await reader.locator('.results').textContent())?.length).toBeLessThan(120);
  });

  test('that words are being looked up is said before the code for it has come', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await fresh.newPage();
    await slow.route(/search-view|manifest\.json/u, async (route) => {
      await held;
      await route.continue();
    });
    await slow.goto(`${url}20xx/tasks/3/`);
    await slow.locator('input[type=search]').fill('教师');
    await slow.locator('.results .busy').waitFor();
    expect(await slow.locator('.results').innerText()).toBe('正在查找……');
    release();
    await answered(slow, '教师');
    await slow.close();
  });

  test('heads of groups are headings', async () => {
    await reader.goto(`${url}search/?q=两免一补`);
    await answered(reader, '两免一补');
    const heads = await reader.getByRole('heading', { level: 2 }).allTextContents();
    expect(heads).toContain('计划原文1');
    expect(heads).toContain('名词1');
  });

  test.each([
    ['第3项', '/20xx/tasks/3/'],
    ['第三项第二句', '/20xx/tasks/3/#s2'],
    ['3.2', '/20xx/tasks/3/#s2'],
    ['三、', '/20xx/sections/3/'],
    ['https://example.org/20xx/tasks/12/#s4', '/20xx/tasks/12/#s4'],
  ])('%s leads to %s', async (query, href) => {
    await reader.goto(`${url}search/`);
    await typeQueries(reader, [query]);
    const first = reader.locator('.results li > a').first();
    expect(await first.getAttribute('href')).toBe(href);
  });
});

describe('in the header', () => {
  test.each([
    ['in the header', '20xx/tasks/3/'],
    ['on its own page', 'search/'],
  ])('nothing of it is loaded before the reader shows intent, %s', async (_where, path) => {
    const fresh = await browser.newContext();
    const reader = await fresh.newPage();
    const requests: string[] = [];
    reader.on('request', (request) => requests.push(request.url()));
    await reader.goto(url + path, { waitUntil: 'networkidle' });
    expect(requests.filter((request) => /pagefind|manifest\.json/u.test(request))).toEqual([]);
    await reader.locator('input[type=search]').focus();
    await reader.locator('.results .chips').first().waitFor();
    expect(requests.some((request) => /pagefind\.js\?v=/u.test(request))).toBe(true);
    await fresh.close();
  });

  test.each([320, 600, 700, 768, 820, 900, 1024, 1440])(
    'its answers stay in a window %i wide, on the first page too, in large type too',
    async (width) => {
      for (const [path, kept] of [
        ['', ''],
        ['', 'set senior'],
        ['20xx/tasks/1/', ''],
      ] as const) {
        const fresh = await browser.newContext({ viewport: { width, height: 900 } });
        if (kept) await fresh.addInitScript((set) => localStorage.setItem('jihua', set), kept);
        const reader = await fresh.newPage();
        await reader.goto(url + path);
        await reader.locator('input[type=search]').click();
        await reader.keyboard.type('教师职称');
        await answered(reader, '教师职称');
        await reader.locator('.results li').first().waitFor();
        const [page, answers] = await reader.evaluate(() => [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          document.querySelector('.results')?.getBoundingClientRect().left ?? -1,
        ]);
        expect(page, `${path} ${kept}`).toBe(0);
        expect(answers, `${path} ${kept}`).toBeGreaterThanOrEqual(0);
        await fresh.close();
      }
    },
  );

  test('who comes back finds in the box what was looked for', async () => {
    const fresh = await browser.newContext();
    const reader = await fresh.newPage();
    await reader.goto(url);
    await reader.locator('input[type=search]').click();
    await reader.keyboard.type('手拉手');
    await answered(reader, '手拉手');
    await reader.locator('.results li a[href*="/tasks/3/"]').first().click();
    await reader.waitForURL(/tasks\/3\//u);
    await reader.goBack();
    await reader.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[type=search]')?.value === '手拉手',
    );
    await fresh.close();
  });

  test('of many it shows some, and says how many more each list has', async () => {
    const fresh = await browser.newContext();
    const reader = await fresh.newPage();
    await reader.goto(`${url}20xx/tasks/1/`);
    await reader.locator('input[type=search]').click();
    await reader.keyboard.type('学校');
    await answered(reader, '学校');
    const lists = await reader.locator('[data-group=exact]').evaluate((group) =>
      Array.from(group.querySelectorAll('ol'), (list) => ({
        said: Number(list.previousElementSibling?.querySelector('small')?.textContent),
        shown: list.children.length,
        rest: Number(
          /\d+/u.exec(
            list.nextElementSibling?.matches('a')
              ? (list.nextElementSibling.textContent ?? '')
              : '0',
          )?.[0],
        ),
      })),
    );
    expect(lists.some(({ rest }) => rest > 0)).toBe(true);
    for (const { said, shown, rest } of lists) expect(shown + rest).toBe(said);
    await fresh.close();
  });

  test('keys open it, choose, and close it; the words are marked on arrival', async () => {
    const fresh = await browser.newContext();
    const reader = await fresh.newPage();
    await reader.goto(`${url}20xx/tasks/1/`, { waitUntil: 'networkidle' });
    await reader.keyboard.press('/');
    await reader.keyboard.type('手拉手');
    await answered(reader, '手拉手');
    await reader.keyboard.press('Escape');
    expect(await reader.locator('.results').isHidden()).toBe(true);
    expect(await reader.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await reader.keyboard.press('ArrowDown');
    expect(await reader.locator('.results').isVisible()).toBe(true);
    await reader.keyboard.press('Escape');
    expect(await reader.locator('.results').isHidden()).toBe(true);
    await reader.locator('input[type=search]').click();
    await reader.locator('.results').waitFor({ state: 'visible' });
    await reader.keyboard.press('Control+k');
    await reader.keyboard.type('百对手');
    await reader.keyboard.press('Control+a');
    await reader.keyboard.type('100对');
    await answered(reader, '100对');
    await reader.keyboard.press('ArrowDown');
    await reader.keyboard.press('Enter');
    await reader.waitForURL(/tasks\/3\/#s4$/u);
    await reader.waitForFunction(() => CSS.highlights.has('search'));
    const marked = await reader.evaluate(() =>
      Array.from(CSS.highlights.get('search') ?? [], (range) => String(range)),
    );
    expect(marked).toEqual(['100对']);
    await fresh.close();
  });

  test.each([
    ['学前教育条例', '/20xx/documents/#preschool-education-regulation', 2],
    ['十百千万', '/20xx/initiatives/#ten-hundred-thousand', 2],
    ['党的十六大', '/20xx/meetings/#sixteenth-party-congress', 2],
    ['埋头苦干', '/20xx/#g4', 1],
  ])('%s is marked on arrival at %s', async (words, href, times) => {
    const fresh = await browser.newContext();
    const reader = await fresh.newPage();
    await reader.goto(`${url}search/?q=${words}`);
    await answered(reader, words);
    await reader.locator(`[data-group=exact] a[href="${href}"]`).click();
    await reader.waitForURL(`**${href}`);
    await reader.waitForFunction(() => CSS.highlights.has('search'));
    const marked = await reader.evaluate(() =>
      Array.from(CSS.highlights.get('search') ?? [], (range) => String(range)),
    );
    expect(marked).toEqual(Array(times).fill(words));
    await fresh.close();
  });

  test('what an input method is still composing is no query', async () => {
    const fresh = await browser.newContext();
    const reader = await fresh.newPage();
    await reader.goto(`${url}search/`);
    const input = reader.locator('input[type=search]');
    await input.focus();
    // Until the page has first answered, its start may end what is being composed.
    await reader.locator('.results[data-query=""][aria-busy=false]').waitFor();
    const client = await fresh.newCDPSession(reader);
    await client.send('Input.imeSetComposition', {
      text: 'nong',
      selectionStart: 4,
      selectionEnd: 4,
    });
    expect(await reader.locator('.results').getAttribute('data-query')).not.toBe('nong');
    await client.send('Input.insertText', { text: '农村' });
    await answered(reader, '农村');
    await fresh.close();
  });

  test('if the index cannot be loaded it says so and leads to the whole text', async () => {
    const fresh = await browser.newContext();
    const reader = await fresh.newPage();
    await reader.route('**/*.pagefind', (route) => route.abort());
    await reader.route('**/manifest.json?*', (route) => route.abort());
    await reader.goto(`${url}search/?q=教育`);
    await reader.locator('.results a[href="/20xx/full/"]').waitFor();
    expect(await reader.locator('.results').textContent()).toContain('查找没有完成');
    await fresh.close();
  });

  test('without JavaScript the search page leads to the whole text', async () => {
    const fresh = await browser.newContext({ javaScriptEnabled: false });
    const reader = await fresh.newPage();
    await reader.goto(`${url}20xx/tasks/1/`);
    await reader.locator('input[type=search]').fill('教育');
    await reader.keyboard.press('Enter');
    await reader.waitForURL(/\/search\/\?q=/u);
    await reader.locator('noscript a, main a[href="/20xx/full/"]').first().click();
    await reader.waitForURL(/\/20xx\/full\/$/u);
    await fresh.close();
  });
});

describe('of several plans', () => {
  let both: Awaited<ReturnType<typeof serveSite>>;
  let fresh: BrowserContext;
  let reader: Page;

  beforeAll(async () => {
    const { code, out } = await shareSite('two-plans');
    expect(code).toBe(0);
    both = await serveSite(out);
    fresh = await browser.newContext();
    reader = await fresh.newPage();
  });

  afterAll(async () => {
    await fresh.close();
    both.server.close();
  });

  test('the current one is searched, and all of them on request', async () => {
    await reader.goto(`${both.url}search/?q=阳光跑`);
    await answered(reader, '阳光跑');
    expect(await reader.locator('[data-group=exact]').count()).toBe(0);
    await reader.goto(`${both.url}search/?q=阳光跑&scope=all`);
    await answered(reader, '阳光跑');
    const hit = reader.locator('[data-group=exact] li a');
    expect(await hit.getAttribute('href')).toBe('/second/tasks/4/#s2');
    expect(await hit.textContent()).toContain('某市第二小学工作要点');
    await reader.goto(`${both.url}second/tasks/1/`);
    await reader.locator('input[type=search]').fill('阳光跑');
    await answered(reader, '阳光跑');
    expect(await reader.locator('[data-group=exact] li a').count()).toBe(1);
    await reader.keyboard.press('Enter');
    await reader.waitForURL(/\/search\/\?q=.*&plan=second$/u);
    await answered(reader, '阳光跑');
    expect(await hit.getAttribute('href')).toBe('/second/tasks/4/#s2');
    expect(await reader.locator('.filters [aria-current]').textContent()).toBe(
      '某市第二小学工作要点',
    );
  });

  test('words of another plan are found in traditional characters too', async () => {
    expect(texts.join('')).not.toContain('迟');
    await reader.goto(`${both.url}search/?q=遲到&scope=all`);
    await answered(reader, '遲到');
    const hit = reader.locator('[data-group=exact] li a');
    expect(await hit.getAttribute('href')).toBe('/second/tasks/3/#s2');
    expect(await reader.locator('.results').textContent()).toContain('按“迟到”查找');
  });

  test.each([
    ['plan=second', []],
    ['scope=all', ['某市第二小学工作要点']],
  ])('?%s: a hit in a section without numeral is placed in %j', async (scope, places) => {
    await reader.route('**/second/search/manifest.json?*', async (route) => {
      const response = await route.fetch();
      const manifest = (await response.json()) as PlanManifest;
      const sections = manifest.sections.map(() => ['', '']);
      await route.fulfill({ json: { ...manifest, sections } });
    });
    await reader.goto(`${both.url}search/?q=阳光跑&${scope}`);
    await answered(reader, '阳光跑');
    const hit = reader.locator('[data-group=exact] li a');
    expect(await hit.locator('b').textContent()).toBe('第4项');
    expect(await hit.locator('small').allTextContents()).toEqual(places);
    await reader.unrouteAll();
  });
});

test('of all plans fifty hits are shown at a time, and the rest on request', async () => {
  const root = makeSite('search-many', annotatedSite);
  addPlanOfTasks(root, 70);
  expect(runBuild(['--root', root])).toMatchObject({ code: 0 });
  const many = await serveSite(`${root}/dist`);
  const fresh = await browser.newContext();
  try {
    const reader = await fresh.newPage();
    await reader.goto(`${many.url}search/?q=安全&scope=all`);
    await answered(reader, '安全');
    const hits = reader.locator('[data-group=exact] li > a');
    const more = reader.locator('button.more');
    expect(await hits.count()).toBe(50);
    while (await more.isVisible()) {
      const before = await hits.count();
      await more.click();
      await hits.nth(before).waitFor();
      expect(await hits.nth(before).evaluate((hit) => hit === document.activeElement)).toBe(true);
    }
    const hrefs = await hits.evaluateAll((all) => all.map((hit) => hit.getAttribute('href') ?? ''));
    const found = (plan: string): number[] =>
      sorted(taskNumbers(hrefs.filter((href) => href.startsWith(`/${plan}/tasks/`))));
    expect(found('many')).toEqual(Array.from({ length: 70 }, (_, i) => i + 1));
    expect(found('annotated')).toEqual([1, 3]);
  } finally {
    await fresh.close();
    many.server.close();
  }
});

/** Puts a plan beside those of a site: many short tasks, each of which says 安全. */
function addPlanOfTasks(root: string, count: number): void {
  const tasks = Array.from({ length: count }, (_, i) => `${i + 1}.推进安全工作。检查学校的门窗。`);
  const text = ['某市第三小学工作要点', '', '一、安全工作', ...tasks, ''].join('\n');
  mkdirSync(join(root, 'content/plans/many'));
  writeFileSync(join(root, 'seeds/many.txt'), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(
    join(root, 'content/plans/many/plan.yaml'),
    `id: many\ntitle: 某市第三小学工作要点\nsource: seeds/many.txt\nsha256: ${sha256}\n`,
  );
}

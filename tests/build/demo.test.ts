import Ajv from 'ajv/dist/2020.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve.ts';
import { findOverflow, findViolations } from '../support/looks.ts';
import { launchBrowser } from '../support/browser.ts';
import { readCsv } from '../support/csv.ts';
import { readPages, validator } from '../support/pages.ts';
import { shareSite } from '../support/shared-sites.ts';
import { listFiles, project, readText } from '../support/site.ts';

const { code, stderr, out } = await shareSite('demo');
const page = (path: string): string => readText(out, path, 'index.html');
const plain = (html: string): string => html.replace(/<[^>]*>/gu, '');
const compared = 'compare/2031/2032';
const comparison = JSON.parse(readText(out, compared, 'comparison.json'));

test('the demonstration is built without a fault, from nothing of the site itself', () => {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(listFiles(out).filter((file) => file.startsWith('20xx/'))).toEqual([]);
  expect(listFiles(`${project}/tests/fixtures/demo`, 'permalinks.txt')).toEqual([]);
});

test('every page whose head is that of a list has the style of it', () => {
  const lists = readPages(out).filter(({ html }) => html.includes('class="lists"'));
  expect(lists.length).toBeGreaterThan(5);
  for (const { file, html } of lists) expect(html, file).toMatch(/\.lists\{/u);
});

test('every page says before all else that the plans are invented', () => {
  for (const { file, html } of readPages(out)) {
    expect(plain(html.slice(html.indexOf('<body'))).trim(), file).toMatch(/^演示：青岭市/u);
  }
  expect(readText(out, '2031/data/plan.txt')).toContain('全文系编造');
});

describe('what became of a plan in the next', () => {
  const html = page(compared);

  test('tasks are kept, changed, split, merged, moved, new and without a match', () => {
    const kinds = new Set(comparison.tasks.map(({ kind }: { kind: string }) => kind));
    expect([...kinds].sort()).toEqual(['changed', 'kept', 'merged', 'split']);
    expect(comparison.tasks.some(({ moved }: { moved: boolean }) => moved)).toBe(true);
    expect([comparison.added, comparison.dropped]).toEqual([
      [13, 19, 22],
      [11, 20, 22],
    ]);
    const counts = Array.from(html.matchAll(/<a href="#aside-(\w+)"[^>]*>\s*<b>(\d+)/gu));
    expect(Object.fromEntries(counts.map(([, id, n]) => [id, Number(n)]))).toMatchObject({
      added: 3,
      dropped: 3,
      changed: comparison.tasks.filter(({ kind }: { kind: string }) => kind !== 'kept').length,
      kept: 3,
    });
  });

  test('an editor has confirmed one pair and refused one, and says why of both', () => {
    expect(plain(html)).toContain('配对由编者确认');
    expect(plain(html)).toContain('两项都在社区办学');
    expect(plain(html).match(/不是同一项，校外培训机构和校外托管机构是两类机构/gu)).toHaveLength(2);
  });

  test('figures are drawn once wide and once narrow, each pair named, with a table and three files', () => {
    const titles = Array.from(
      html.matchAll(/<title>([^<]*：2031年[^<]*)<\/title>/gu),
      ([, t]) => t,
    );
    expect(titles.length % 2).toBe(0);
    expect(titles).toContain(
      '“县中提升计划”专项资金：2031年8000万元，2032年1.2亿元，差+4000万元，第8项第2句',
    );
    for (const svg of html.match(/<svg class="(?:wide|narrow)".*?<\/svg>/gsu) ?? []) {
      expect(svg.match(/<a (?![^>]*tabindex="-1")[^>]*>/gu)).toHaveLength(1);
    }
    const rows = readCsv(readText(out, compared, 'figures.csv'));
    expect(rows).toHaveLength(3 * comparison.figures.length);
    for (const type of ['svg', 'png', 'csv']) expect(html).toContain(`figures.${type}`);
  });

  test('what differs in unit or is a range has no difference', () => {
    const reasons = comparison.figures.flatMap(
      (figure: { noDifference?: string }) => figure.noDifference ?? [],
    );
    expect(reasons.sort()).toEqual(['name', 'range', 'unit']);
  });

  test('the data fit the schema beside them', () => {
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readText(out, compared, 'comparison.schema.json')),
    );
    expect(validate(comparison), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...comparison, tasks: [{}] })).toBe(false);
  });
});

test('an audience, a programme and a document lead to the same in the other year, and back', () => {
  for (const [a, b] of [
    ['2031', '2032'],
    ['2032', '2031'],
  ] as const) {
    expect(page(`${a}/audiences/teacher`)).toContain(`href="/${b}/audiences/teacher/"`);
    expect(page(`${a}/initiatives`)).toContain(`href="/${b}/initiatives/#county-schools"`);
    expect(page(`${a}/documents`)).toContain(`href="/${b}/documents/#group-measures"`);
    expect(page('glossary/group-schooling')).toContain(`href="/${b}/tasks/7/`);
    expect(page('plans')).toContain(`href="/${a}/"`);
  }
  expect(page('2032/documents')).not.toContain('/2031/documents/#ai-guide');
  expect(readText(out, 'llms.txt')).toContain('(/plans/)');
});

test('its pages of several plans are valid HTML', async () => {
  for (const path of [compared, 'plans', '2031/initiatives', '2032/audiences/teacher', '']) {
    const { results } = await validator.validateString(page(path));
    expect(
      results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      path,
    ).toEqual([]);
  }
});

describe('in a browser', () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serveSite(out);
  });
  afterAll(async () => {
    await browser?.close();
    served?.server.close();
  });

  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    '%i pixels, %s: axe has nothing to report, and nothing scrolls sideways',
    async (width, colorScheme) => {
      for (const path of [`${compared}/`, 'plans/', '2031/initiatives/', '2031/tasks/1/1/']) {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          colorScheme,
          bypassCSP: true,
        });
        const reader = await context.newPage();
        await reader.goto(served.url + path);
        const violations = await findViolations(reader);
        const overflow = await reader.evaluate(findOverflow);
        expect({ path, violations, overflow }).toEqual({ path, violations: [], overflow: 0 });
        await context.close();
      }
    },
  );
});

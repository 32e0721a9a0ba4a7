import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert } from '../../src/import/convert.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import type { Sentence } from '../../src/text/schema.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtSite, project } from '../support/site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const phrases =
  '全面加强桥梁养护工作，|坚持以人为本；|推进“四好农村路”建设，|完成投资3.5亿元，|比上年增长9.1%，|落实《公路法》要求，|培训2000人次，|推广BIM系统，|各站（所）抓好落实。';
/** A paragraph of an invented plan: the same number gives the same words. */
const paragraph = (n: number): string =>
  Array.from({ length: 4 + (n % 9) }, (_, i) => phrases.split('|')[(n * 7 + i * 5) % 9])
    .join('')
    .replace(/[，；。]$/u, '。');
const rows = [
  ['序号', '任务', '责任单位'],
  ...Array.from({ length: 12 }, (_, i) => [String(i + 1), paragraph(i), '东片养护站']),
];
const texts = [
  '青石县二〇三一年桥梁养护工作要点',
  paragraph(3),
  ...[1, 2, 3].flatMap((n) => [
    `${'一二三'[n - 1]}、护路`,
    ...[1, 2, 3, 4].map((task) => `${task}.${paragraph(n * 4 + task)}`),
  ]),
];
const written = [...texts, ...rows.map((row) => `| ${row.join(' | ')} |`), '青石县交通局'];

async function print(style: string, format: string, margin: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  const [title, ...others] = texts;
  const foot = '— <span class="pageNumber"></span> —';
  try {
    await page.setContent(
      `<style>body{margin:0;line-height:1.75}h1,center{text-align:center}td{border:1px solid}table{border-collapse:collapse}tr{break-inside:avoid}p{margin:0}${style}</style>
      <h1>${title}</h1>${others.map((text) => `<p>${text}</p>`).join('')}
      <table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>
      <div style="text-align:right">青石县交通局</div>`,
    );
    return await page.pdf({
      format,
      margin: { top: '2cm', bottom: '2cm', left: margin, right: margin },
      displayHeaderFooter: true,
      headerTemplate: '<div style="font-size:8pt;width:100%;text-align:center">青石县文件</div>',
      footerTemplate: `<div style="font-size:9pt;width:100%;text-align:center">${foot}</div>`,
    });
  } finally {
    await page.close();
  }
}

describe('a plan that was printed into a PDF gives its paragraphs and tables again', () => {
  test.each([
    ['justified, with indents', 'body{font-size:12pt;text-align:justify}p{text-indent:2em}', 'A4'],
    ['large, on small pages', 'body{font-size:16pt;text-align:justify}p{text-indent:2em}', 'A5'],
    ['in blocks that are set apart', 'body{font-size:10.5pt}p{margin-bottom:.8em}', 'A4'],
    ['in a typeface without serifs', 'body{font:14pt/2 sans-serif}p{text-indent:2em}', 'Letter'],
  ])('%s', async (_name, style, format) => {
    for (const margin of ['2cm', '3.2cm']) {
      const { text, remarks } = await convert(await print(style, format, margin));
      expect(text.split('\n').filter(Boolean)).toEqual(written);
      const left = remarks.find(({ kind }) => kind === 'footer')?.words;
      expect(left).toContain('青石县文件');
      expect(left).toContain('— 2 —');
    }
  });
});

const plain = (text: string): string => text.replace(/\[\d+\]|\s+/gu, '');
const paragraphsOf = (sentences: readonly Sentence[]): string[] => {
  const found = new Map<number, string>();
  for (const { paragraph: n, text } of sentences) found.set(n, (found.get(n) ?? '') + text);
  return [...found.values()].map(plain);
};

test.each(readSite(project).plans)(
  'the booklet of $plan.id has each paragraph of the plan, all but a few of them on a line',
  async ({ plan, tasks }) => {
    const { text } = await convert(readFileSync(join(builtSite, plan.id, 'plan.pdf')));
    const lines = new Set(text.split('\n').map(plain));
    const all = [plan.general, ...tasks.map(({ sentences }) => sentences.slice(1))];
    const wanted = all.flatMap(paragraphsOf);
    const broken = wanted.filter((each) => !lines.has(each));
    // Numbers of notes between two lines may stand nearer to the one that they do not belong to.
    expect(broken.length / wanted.length).toBeLessThan(0.05);
    for (const each of broken) expect(plain(text)).toContain(each);
  },
);

test('a scan without text, and what is no PDF inside, are told', async () => {
  const page = await browser.newPage();
  await page.setContent('<svg width="99" height="99"><rect width="99" height="99"/></svg>');
  const scan = await page.pdf();
  await page.close();
  await expect(convert(scan)).rejects.toMatchObject({ found: { en: /without text/u } });
  await expect(convert(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({
    found: { en: 'a damaged PDF file' },
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { pdf as format } from '../../../src/files/formats.ts';
import { printPdf } from '../../../src/files/pdf.ts';
import { planParts } from '../../../src/text/compose.ts';
import { strings } from '../../../src/words/strings.ts';
import { firstPlan } from '../../support/first-plan.ts';
import { readPages } from '../../support/pages.ts';
import { readPdf } from '../../support/pdf.ts';
import { annotatedSite, builtSite, readText, runBuild, workFolder } from '../../support/site.ts';

const { plan, sections, tasks, notes, targets } = firstPlan;
const bytes = readFileSync(`${builtSite}/${plan.id}/plan.pdf`);
const pdf = await readPdf(bytes);
const squeeze = (text: string): string => text.replace(/\s+/gu, '');
/** The text of each page without the numbers of notes and of pages. */
const texts = pdf.pages.map((page, i) => {
  const number = `${i + 1}/${pdf.pages.length}`;
  const inside = page.text.startsWith(number) ? page.text.slice(number.length) : page.text;
  return inside.replaceAll(/\[\d+\]/gu, '');
});
const text = texts.join('');

test('every page is A4', () => {
  for (const { width, height } of pdf.pages) {
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  }
  expect(pdf.pages.length).toBeGreaterThan(10);
});

test('it holds every word of the plan, in order', () => {
  let from = text.indexOf(strings.contents);
  for (const part of planParts(plan, sections, tasks)) {
    const at = text.indexOf(squeeze(part.text), from);
    expect(at, `“${part.text}” after ${text.slice(from - 30, from)}`).toBeGreaterThanOrEqual(from);
    from = at + squeeze(part.text).length;
  }
});

test('it holds no character that the page does not: a font shows 工 and the radical ⼯ alike', () => {
  const onPage = new Set(readText(builtSite, plan.id, 'print/index.html'));
  expect([...new Set(text)].filter((character) => !onPage.has(character))).toEqual([]);
});

test('it holds every note in words, and every figure', () => {
  for (const note of notes) expect(text).toContain(squeeze(note.text));
  for (const { indicator } of targets) expect(text).toContain(squeeze(indicator));
});

test('its contents tell the page on which each part stands', () => {
  const listed = pdf.bookmarks.filter(({ depth }) => depth > 1);
  const contents = texts.find((words) => words.startsWith(strings.contents)) ?? '';
  for (const task of tasks) {
    const page = listed.find(({ title }) => title.includes(squeeze(task.title.text)))?.page;
    expect(page).toBeDefined();
    expect(contents).toContain(`${squeeze(task.title.text)}${page}`);
    expect(texts[(page ?? 0) - 1]).toContain(squeeze(task.title.text));
  }
});

test('it has a bookmark for the plan, each section under it, and each task under that', () => {
  const [first] = pdf.bookmarks;
  expect(first).toMatchObject({ title: squeeze(plan.title), depth: 1, page: 1 });
  const titles = (depth: number): string[] =>
    pdf.bookmarks.filter((bookmark) => bookmark.depth === depth).map(({ title }) => title);
  const withMarker = ({ marker, title }: (typeof tasks)[number]): string =>
    squeeze((marker?.text ?? '') + title.text);
  for (const section of sections) {
    expect(titles(2).some((title) => title.includes(squeeze(section.title?.text ?? '')))).toBe(
      true,
    );
  }
  for (const task of tasks) {
    expect(titles(3).some((title) => title.startsWith(withMarker(task)))).toBe(true);
  }
});

test('it is tagged, with its title and language', () => {
  expect(pdf.isTagged).toBe(true);
  expect([...pdf.roles]).toEqual(
    expect.arrayContaining([
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Table',
      'TH',
      'TD',
      'Figure',
      'Link',
    ]),
  );
  expect(pdf.info).toMatchObject({ Title: plan.title, Language: strings.language });
});

test('it embeds the packaged font and no other, none as drawings', () => {
  const fonts = pdf.pages.flatMap((page) => page.fonts);
  expect(fonts.length).toBeGreaterThan(0);
  for (const { name, isType3Font, missingFile } of fonts) {
    expect(name).toMatch(/^[A-Z]{6}\+NotoSerifSC-(?:Regular|Bold)$/u);
    expect([isType3Font, missingFile]).toEqual([false, false]);
  }
});

test('it is the same to the byte from another browser process, and has no date', async () => {
  const browser = await launchBrowser();
  try {
    const html = readText(builtSite, plan.id, 'print/index.html');
    const again = await printPdf(browser, {
      html,
      url: undefined,
      title: plan.title,
      language: strings.language,
    });
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  } finally {
    await browser.close();
  }
  expect(pdf.info).not.toHaveProperty('CreationDate');
  expect(pdf.info).not.toHaveProperty('ModDate');
});

test('a link to it tells its size', () => {
  for (const page of ['print', 'full']) {
    expect(readText(builtSite, plan.id, page, 'index.html')).toContain(
      `<a href="/${plan.id}/plan.pdf" type="application/pdf">${format.label}</a><small>${strings.printing.size(bytes.length)}</small>`,
    );
  }
});

test('without a browser a site is built without it, without links to it, and says so', () => {
  const out = `${workFolder}/no-browser`;
  const { code, stdout } = runBuild(['--root', annotatedSite, '--out', out], {
    JIHUA_BROWSER: 'none',
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}no PDF: it needs Chromium or Chrome \(.+\)$/mu);
  expect(existsSync(`${out}/annotated/plan.pdf`)).toBe(false);
  for (const { file, html } of readPages(out)) {
    expect(html, file).not.toMatch(/plan\.pdf|data-made/u);
  }
});

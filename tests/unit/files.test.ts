import { initEpubFile } from '@lingo-reader/epub-parser';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import Ajv from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import mammoth from 'mammoth';
import { marked } from 'marked';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PublishedPlan } from '../../src/exports/published-plan.ts';
import { writeTaskJson, writeTaskSchema } from '../../src/exports/task-json.ts';
import { writeDocx } from '../../src/files/docx.ts';
import { identifierOf, writeEpub } from '../../src/files/epub.ts';
import { formats } from '../../src/files/formats.ts';
import { writeMarkdown, writeTaskMarkdown } from '../../src/files/markdown.ts';
import { statedDate } from '../../src/files/stated-date.ts';
import { kinds } from '../../src/kinds/registry.ts';
import { readLines } from '../../src/text/source.ts';
import { annotated, first, second } from '../support/published-plans.ts';
import { workFolder } from '../support/site.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

/** A plan of these lines, of which nothing is said. */
function publishLines(...lines: string[]): { plan: PublishedPlan; seed: string } {
  const { cut, ...parsed } = makeSmallPlan(...lines);
  const none = Object.fromEntries(kinds.map(({ name }) => [name, []]));
  const named = { ...parsed.plan, source: 'seeds/p.txt', sha256: '0'.repeat(64) };
  const plan = {
    ...parsed,
    plan: named,
    ...none,
    audiences: [],
    terms: [],
  } as unknown as PublishedPlan;
  return { plan, seed: cut({ start: 0, end: parsed.plan.length }) };
}

/** What word processors, XML and Markdown would read as their own. */
const hard = publishLines(
  '各处、各校：',
  '总的要求<b>是</b>& &amp; ]]> *全市* _教育_ `工作` ~~统筹~~ $a$ <!-- 注 --> [链](http://a.example/) ![图](b)。',
  '一、# 加强 管理  与　服务',
  '# 不是标题，> 不是引文，- 不是列表。',
  '（一）1. 投入',
  '1.安排*4*亿元。 两格之后  还有𠮷字；“引文”！',
  '+ 另起一段的句子。1) 也是。',
  '2.**建立**机制。https://a.example/?b=1&c=2 www.b.example/c~d 和 a@b.example 看这里。',
  '（二）考核',
  '3.考核。',
  '二、附则',
  '4.解释权\\*属\\市局。',
  '某市教育局',
  '2024年3月1日',
);

const plans = [
  ['the first plan', first],
  ['the second plan', second],
  ['the annotated plan', annotated],
  ['hard characters', hard],
] as const;

/** The non-blank lines of a source without white space, for forms in which a task's title stands apart. */
const dense = (text: string): string => text.replace(/\s+/gu, '');

type HtmlNode = {
  type: string;
  data?: string;
  name?: string;
  attribs?: Record<string, string>;
  children?: HtmlNode[];
};

/** The words of a page without those of elements that are left out. */
function wordsOf(html: string, isLeftOut: (element: HtmlNode) => boolean = () => false): string {
  const walk = (node: HtmlNode): string => {
    if (node.type === 'text') return node.data ?? '';
    if (node.type === 'comment' || isLeftOut(node)) return '';
    return (node.children ?? []).map(walk).join('');
  };
  return walk(parseDocument(html) as unknown as HtmlNode);
}

const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

describe.each(plans)('%s', (_, { plan, seed }) => {
  test('gives the same bytes in every format each time', async () => {
    const made = formats.flatMap(({ make }) => make ?? []);
    expect(made).toHaveLength(4);
    for (const make of made) {
      expect(Buffer.compare(await make(plan), await make(plan))).toBe(0);
    }
  });

  test('is, as text, its source', async () => {
    const text = formats.find(({ mediaType }) => mediaType === 'text/plain')!;
    expect(Buffer.from(await text.make!(plan)).equals(Buffer.from(seed))).toBe(true);
  });

  test('has in a Word document the lines of its source, read by mammoth', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(plan)) });
    const lines = readLines(seed.replace(/^\ufeff/u, '')).map(({ text }) => text);
    // Mammoth ends a paragraph with two line ends; a title that runs on has a paragraph of its own.
    const paragraphs = value.split('\n\n').filter((text) => text !== '');
    for (const line of lines) {
      let text = paragraphs.shift();
      if (text !== line) text = `${text}${paragraphs.shift()}`;
      expect(text.replace(/\s/gu, '')).toBe(line.replace(/\s/gu, ''));
    }
    expect(paragraphs).toEqual([]);
  });

  test('has in a Word document headings by their levels', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await writeDocx(plan)) });
    const headings = [...value.matchAll(/<h[1-6]>/gu)].length;
    const titles = plan.sections.filter(({ heading }) => heading).length;
    const groups = plan.sections.flatMap((section) => section.groups).length;
    expect(headings).toBe(titles + groups + plan.tasks.length);
  });

  test('passes the checker of EPUB without a remark', async () => {
    const { messages } = await EpubCheck.validate(writeEpub(plan));
    expect(messages).toEqual([]);
  });

  test('has in an electronic book the words of its source, read by another parser', async () => {
    const file = writeEpub(plan);
    const book = await initEpubFile(file, join(workFolder, 'epub'));
    expect(book.getMetadata()).toMatchObject({ title: plan.plan.title, language: 'zh-CN' });
    const chapters = book.getSpine().filter(({ id }) => /^(?:front|section)/u.test(id));
    const pages = await Promise.all(chapters.map(({ id }) => book.loadChapter(id)));
    const words = pages.map(({ html }) =>
      wordsOf(html, ({ name, attribs }) => name === 'aside' || attribs?.['class'] === 'ref'),
    );
    expect(dense(words.join(''))).toBe(dense(seed.replace(/^\ufeff/u, '')));
  });

  test('has in an electronic book a table of contents as deep as the plan', () => {
    const navigation = partsOf(writeEpub(plan))['EPUB/nav.xhtml'] ?? '';
    const [, toc = ''] = /<nav epub:type="toc"[^>]*>([^]*?)<\/nav>/u.exec(navigation) ?? [];
    const depths = [...toc.matchAll(/<(\/?)ol>|<a /gu)].reduce(
      ({ depth, found }, [tag, close]) =>
        tag === '<a '
          ? { depth, found: [...found, depth] }
          : { depth: depth + (close ? -1 : 1), found },
      { depth: 0, found: [] as number[] },
    ).found;
    const groups = plan.sections.flatMap((section) => section.groups);
    const headings = plan.sections.filter(({ heading }) => heading).length;
    // Beside the plan's own headings, what stands before them and what the book says of itself.
    expect(depths.length).toBe(2 + headings + groups.length + plan.tasks.length);
    expect(Math.max(...depths)).toBe(groups.length > 0 ? 3 : 2);
  });

  test('has in Markdown the words of its source, read by a parser, and its headings', () => {
    const markdown = writeMarkdown(plan);
    const html = marked.parse(markdown, { async: false });
    expect(dense(wordsOf(html))).toBe(dense(seed.replace(/^\ufeff/u, '')));
    expect(html).not.toMatch(/<(?:em|strong|code|del|ul|ol|blockquote|img|hr|table|b)\b/u);
    const headings = [...html.matchAll(/<h([1-6])>/gu)].map(([, level]) => Number(level));
    expect(headings[0]).toBe(1);
    expect(headings.length).toBe(
      1 +
        plan.sections.filter(({ heading }) => heading).length +
        plan.sections.flatMap(({ groups }) => groups).length +
        plan.tasks.length,
    );
  });

  test('has in the files of its tasks what plan.json says of them, as their schema demands', () => {
    const validate = new Ajv({ strict: false, formats: { date: true } }).compile(
      JSON.parse(writeTaskSchema()) as object,
    );
    const met = Object.fromEntries(kinds.map(({ name }) => [name, new Set<string>()]));
    for (const task of plan.tasks) {
      const links = { page: '/', markdown: '/', plan: '/', schema: '../data/task.schema.json' };
      const file = JSON.parse(writeTaskJson(plan, task.n, links)) as Record<string, unknown>;
      expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
      expect(file['task']).toEqual(JSON.parse(JSON.stringify(task)));
      for (const { name } of kinds) {
        for (const entry of file[name] as object[]) met[name]?.add(JSON.stringify(entry));
      }
    }
    // Every figure, name, note and relation that stands in a task is in a file.
    for (const { name } of kinds) {
      const inTasks = (plan as unknown as Record<string, object[]>)[name]?.filter((entry) =>
        /"task":\d/u.test(JSON.stringify(entry)),
      );
      expect(met[name]?.size, name).toBe(inTasks?.length);
    }
  });

  test('has in the Markdown of a task its words, and the editor’s line below a rule', () => {
    for (const task of plan.tasks) {
      const html = marked.parse(writeTaskMarkdown(task, 'ORIGIN'), { async: false });
      const [text = '', origin = ''] = html.split(/<hr\s*\/?>/u);
      const source = [...(task.marker ? [task.marker] : []), ...task.sentences];
      expect(dense(wordsOf(text))).toBe(dense(source.map((part) => part.text).join('')));
      expect(wordsOf(origin).trim()).toBe('ORIGIN');
    }
  });
});

test('a Word document has the page of GB/T 9704-2012', async () => {
  const parts = partsOf(await writeDocx(hard.plan));
  const document = parts['word/document.xml'] ?? '';
  const section = document.slice(document.lastIndexOf('<w:sectPr'));
  const number = (name: string): number =>
    Number(new RegExp(`w:${name}="(-?\\d+)"`, 'u').exec(section)?.[1]);
  const millimetres = (name: string): number => (number(name) / 1440) * 25.4;
  expect(millimetres('w')).toBeCloseTo(210, 1);
  expect(millimetres('h')).toBeCloseTo(297, 1);
  expect(millimetres('top')).toBeCloseTo(37, 1);
  expect(millimetres('left')).toBeCloseTo(28, 1);
  expect(210 - millimetres('left') - millimetres('right')).toBeCloseTo(156, 1);
  expect(297 - millimetres('top') - millimetres('bottom')).toBeCloseTo(225, 1);
  // 22 lines fill the page, and no more fit; nor do more than 28 characters fit in a line.
  expect(Math.floor((225 / 25.4) * (1440 / number('linePitch')))).toBe(22);
  const styles = parts['word/styles.xml'] ?? '';
  const spacing = Number(/<w:spacing w:val="(-?\d+)"\/>/u.exec(styles)?.[1]);
  expect(Math.floor(((156 / 25.4) * 1440) / (16 * 20 + spacing))).toBe(28);
  expect(styles).toContain('w:eastAsia="zh-CN"');
  expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders');
  expect([parts['word/footer1.xml'], parts['word/footer2.xml']].join('')).toMatch(
    /w:val="right"[^]*PAGE[^]*w:val="left"[^]*PAGE/u,
  );
});

test('a Word document has no date, and no maker but who issued the plan', async () => {
  const core = partsOf(await writeDocx(hard.plan))['docProps/core.xml'] ?? '';
  expect(core).toContain('<dc:title>工作计划</dc:title>');
  expect(core).not.toMatch(/created|modified|creator|Un-named/u);
  const { plan } = hard;
  const issued = { ...plan, plan: { ...plan.plan, issuer: '甲&乙局' } };
  expect(partsOf(await writeDocx(issued))['docProps/core.xml']).toContain(
    '<dc:creator>甲&amp;乙局</dc:creator>',
  );
});

test('an electronic book begins with its media type, stored', () => {
  const file = Buffer.from(writeEpub(hard.plan));
  expect(file.subarray(30, 38).toString()).toBe('mimetype');
  expect(file.subarray(38, 58).toString()).toBe('application/epub+zip');
});

test('an electronic book is named by the plan’s id and its words, and by nothing else', () => {
  const plan = { id: 'p', sha256: 'a'.repeat(64) };
  const form = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
  expect(identifierOf(plan)).toMatch(form);
  expect(identifierOf({ ...plan, id: 'q' })).not.toBe(identifierOf(plan));
  expect(identifierOf({ ...plan, sha256: 'b'.repeat(64) })).not.toBe(identifierOf(plan));
});

test('notes stand in an electronic book as footnotes, once in a chapter that refers to them', () => {
  const pages = Object.values(partsOf(writeEpub(annotated.plan)));
  const text = pages.join('');
  const inText = annotated.plan.notes.length;
  expect(inText).toBeGreaterThan(0);
  for (const note of annotated.plan.notes) {
    const own = pages.filter((page) => page.includes(`href="#note-${note.id}"`));
    expect(own.length, note.id).toBeGreaterThan(0);
    for (const page of own) expect(page.split(`<aside id="note-${note.id}"`).length).toBe(2);
  }
  expect(text).not.toMatch(/(?:src|href)="https?:/u);
});

test.each([
  ['时间:2022-04-04 12:49:00', '2022-04-04T00:00:00Z'],
  ['发布日期：2024年3月1日', '2024-03-01T00:00:00Z'],
  ['20*年3月', '1980-01-01T00:00:00Z'],
  ['2024-02-31', '1980-01-01T00:00:00Z'],
  [undefined, '1980-01-01T00:00:00Z'],
])('a date line %s states the day %s', (text, day) => {
  const dateLine = text === undefined ? undefined : { text, meaning: '' };
  expect(statedDate({ dateLine, preface: [], front: [], closing: [] })).toBe(day);
});

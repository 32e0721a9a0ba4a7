import { isAttachment, isPageNumber } from './matter.ts';
import { quoteBriefly } from './errors.ts';
import { type Message, type Said, joined, listed } from './say.ts';
import type { MatterPart, Task } from './schema.ts';
import type { Line } from './source.ts';
import { countCodePoints } from './span.ts';
import { readMarker } from './structure.ts';
import { readCells } from './tables.ts';

/** What may have been misread: published as it is, told to the editor. */
export type Doubt = {
  kind:
    | 'number'
    | 'broken-lines'
    | 'page-number'
    | 'one-line'
    | 'long-title'
    | 'table'
    | 'heading'
    | 'second-text';
  /** The first line concerned. */
  line: number;
  expected: Message;
  found: Message;
};

/** A line that ends as sentences, headings of lists and quotations do. */
const isEnded = /[。；;！!？?：:…”’"』」）)】\]》]$/u;

/** A label and its value: 责任单位：教育局, 完成时限：12月. */
const isLabelled = /^\p{Script=Han}{2,8}[：:][^，。；]{1,30}$/u;

/** A number within a line, after the end of a sentence. */
const innerNumber =
  /[。；;！!？?]\s*(?:[二三四五六七八九十]+、|[（(][二三四五六七八九十]+[）)]|[2-9][.．、](?!\d))/gu;

/** How long a line must be, as a share of the longest, to be one that was broken for its width. */
const wide = 0.75;

/**
 * Finds what may have been misread in the body of a plan: lines broken in mid-sentence, page numbers, several
 * numbers in one line, long first sentences, tables.
 * @param lines between title and closing matter; `headings` are those that only their place tells
 */
export function findDoubts(
  lines: readonly Line[],
  { tasks, closing }: { tasks: readonly Task[]; closing: readonly MatterPart[] },
  headings: readonly Line[] = [],
): Doubt[] {
  const doubts: Doubt[] = [];
  if (headings.length > 0) {
    doubts.push({
      kind: 'heading',
      line: headings[0]?.line ?? 1,
      expected: { en: 'headings with numbers', zh: '有序号的标题' },
      found: joined`${{ en: 'lines without a number that are read as headings', zh: '没有序号、读作标题的行' }}: ${listLines(headings)}`,
    });
  }
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  const broken = lines.filter(({ text }, i) => {
    const next = lines[i + 1];
    if (!next || isEnded.test(text) || readMarker(next) || readCells(lines, i)) return false;
    if (isLabelled.test(text) || isLabelled.test(next.text)) return false;
    return /[,，、]$/u.test(text) || (text.length >= wide * longest && longest >= 12);
  });
  if (broken.length > 0) {
    doubts.push({
      kind: 'broken-lines',
      line: broken[0]?.line ?? 1,
      expected: { en: 'a paragraph on one line', zh: '一段在一行里' },
      found: joined`${{ en: 'lines that seem to be broken in mid-sentence', zh: '像是在句子中间断开的行' }}: ${listLines(broken)}`,
    });
  }
  const pages = lines.filter(({ text }) => isPageNumber(text));
  if (pages.length > 0) {
    doubts.push({
      kind: 'page-number',
      line: pages[0]?.line ?? 1,
      expected: { en: 'the text alone', zh: '只有正文' },
      found: joined`${{ en: 'what seem to be page numbers', zh: '像是页码的行' }}: ${listLines(pages)}`,
    });
  }
  for (const { line, text } of lines) {
    const inner = text.match(innerNumber) ?? [];
    if (inner.length < 2) continue;
    const first = (inner[0] ?? '').slice(1).trim();
    doubts.push({
      kind: 'one-line',
      line,
      expected: { en: 'each number at the start of a line', zh: '每个序号都在一行的开头' },
      found: {
        en: `${inner.length} numbers within a line, the first “${first}”`,
        zh: `一行中间有 ${inner.length} 个序号，第一个是“${first}”`,
      },
    });
  }
  for (const { n, isUntitled, marker, sentences } of tasks) {
    if (!isUntitled || !marker) continue;
    const length = countCodePoints(sentences[0].text);
    doubts.push({
      kind: 'long-title',
      line: sentences[0].line,
      expected: {
        en: `a short first sentence as the title of task ${n}`,
        zh: `第${n}项任务的第一句简短，可作标题`,
      },
      found: {
        en: `one of ${length} characters: the task has no title`,
        zh: `第一句有 ${length} 个字，这项任务没有标题`,
      },
    });
  }
  const second = closing.findIndex(
    ({ kind, text, start, end, line }) =>
      kind === 'text' && readMarker({ text, start, end, line })?.ordinal === 1,
  );
  const part = closing[second];
  if (part && !closing.slice(0, second).some(({ text }) => isAttachment(text))) {
    doubts.push({
      kind: 'second-text',
      line: part.line,
      expected: { en: 'one text in a file', zh: '一个文件只有一篇' },
      found: joined`${{ en: 'numbers that begin anew after the signature', zh: '落款之后序号又从头开始' }}: ${quoteBriefly(part.text)}`,
    });
  }
  const rows = lines.map((_, i) => readCells(lines, i));
  rows.forEach((row, i) => {
    if (!row || rows[i - 1]) return;
    const count = rows.slice(i).findIndex((one) => !one);
    const length = count < 0 ? rows.length - i : count;
    doubts.push({
      kind: 'table',
      line: lines[i]?.line ?? 1,
      expected: { en: 'a table', zh: '一张表' },
      found: {
        en: `${length} lines that are read as rows of ${row.length} cells`,
        zh: `有 ${length} 行读作表格，每行 ${row.length} 格`,
      },
    });
  });
  return doubts;
}

const mostListed = 12;

function listLines(lines: readonly Line[]): Said {
  const numbers = lines.slice(0, mostListed).map(({ line }) => String(line));
  const more = lines.length - mostListed;
  return joined`${listed(numbers)}${more > 0 ? { en: ` and ${more} more`, zh: `等 ${lines.length} 行` } : ''}`;
}

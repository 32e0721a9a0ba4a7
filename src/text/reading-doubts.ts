import { isPageNumber } from './matter.ts';
import type { ParsedText } from './parse.ts';
import type { Line } from './source.ts';
import { countCodePoints } from './span.ts';
import { readMarker } from './structure.ts';
import { readCells } from './tables.ts';

/** What may have been misread: published as it is, told to the editor. */
export type Doubt = {
  kind: 'number' | 'broken-lines' | 'page-number' | 'one-line' | 'long-title' | 'table';
  /** The first line concerned. */
  line: number;
  expected: string;
  found: string;
};

/** A line that ends as sentences, headings of lists and quotations do. */
const isEnded = /[。；;！!？?：:…”’"』」）)】\]》]$/u;

/** A number within a line, after the end of a sentence. */
const innerNumber =
  /[。；;！!？?]\s*(?:[二三四五六七八九十]+、|[（(][二三四五六七八九十]+[）)]|[2-9][.．、](?!\d))/gu;

/** How long a line must be, as a share of the longest, to be one that was broken for its width. */
const wide = 0.75;

/**
 * Finds what may have been misread in the body of a plan: lines broken in mid-sentence, page numbers, several
 * numbers in one line, long first sentences, tables.
 * @param lines between title and closing matter
 */
export function findDoubts(lines: readonly Line[], { tasks }: Pick<ParsedText, 'tasks'>): Doubt[] {
  const doubts: Doubt[] = [];
  const longest = Math.max(0, ...lines.map(({ text }) => text.length));
  const broken = lines.filter(({ text }, i) => {
    const next = lines[i + 1];
    if (!next || isEnded.test(text) || readMarker(next) || readCells(lines, i)) return false;
    return /[,，、]$/u.test(text) || (text.length >= wide * longest && longest >= 12);
  });
  if (broken.length > 0) {
    doubts.push({
      kind: 'broken-lines',
      line: broken[0]?.line ?? 1,
      expected: 'a paragraph on one line',
      found: `lines that seem to be broken in mid-sentence: ${listLines(broken)}`,
    });
  }
  const pages = lines.filter(({ text }) => isPageNumber(text));
  if (pages.length > 0) {
    doubts.push({
      kind: 'page-number',
      line: pages[0]?.line ?? 1,
      expected: 'the text alone',
      found: `what seem to be page numbers: ${listLines(pages)}`,
    });
  }
  for (const { line, text } of lines) {
    const inner = text.match(innerNumber) ?? [];
    if (inner.length < 2) continue;
    doubts.push({
      kind: 'one-line',
      line,
      expected: 'each number at the start of a line',
      found: `${inner.length} numbers within a line, the first “${(inner[0] ?? '').slice(1).trim()}”`,
    });
  }
  for (const { n, isUntitled, marker, sentences } of tasks) {
    if (!isUntitled || !marker) continue;
    doubts.push({
      kind: 'long-title',
      line: sentences[0].line,
      expected: `a short first sentence as the title of task ${n}`,
      found: `one of ${countCodePoints(sentences[0].text)} characters: the task has no title`,
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
      expected: 'a table',
      found: `${length} lines that are read as rows of ${row.length} cells`,
    });
  });
  return doubts;
}

const mostListed = 12;

function listLines(lines: readonly Line[]): string {
  const numbers = lines.slice(0, mostListed).map(({ line }) => line);
  return (
    numbers.join(', ') + (lines.length > mostListed ? ` and ${lines.length - mostListed} more` : '')
  );
}

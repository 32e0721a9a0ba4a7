import { isPageNumber } from '../text/matter.ts';
import { readMarker } from '../text/structure.ts';
import { type PageOfGlyphs, type PrintedLine, joint, linesOf } from './glyphs.ts';
import { type Imported, Writing } from './imported.ts';
import { type PrintedTable, findTables } from './printed-tables.ts';
import { plainCharacters } from './plain-characters.ts';

/** A page as lines and tables from the top down. */
type Page = { width: number; height: number; blocks: Block[] };
type Block = { line: PrintedLine; table?: never } | { table: PrintedTable; line?: never };

/**
 * Puts what is printed on pages together again as paragraphs and tables. A line goes on in the next one if that one's
 * first piece had no room left on it, and starts where lines of the paragraph start; else a paragraph ends there. Page
 * numbers, and what stands at the same place of several pages, are left out, and told.
 */
export function readPages(pages: readonly PageOfGlyphs[]): Imported {
  const writing = new Writing();
  const read = pages.map((page) => readPage(page, writing));
  leaveOutFurniture(read, writing);
  leaveOutFootnotes(read, writing);
  const assembly = new Assembly(read, writing);
  for (const page of read) assembly.addPage(page);
  assembly.end();
  return writing.finish();
}

function readPage(page: PageOfGlyphs, writing: Writing): Page {
  const { width, height, rules, turned, pictures } = page;
  const isScanned = page.glyphs.length === 0;
  if (isScanned && page.invisible.length > 0)
    writing.remark('recognised', linesOf(page.invisible)[0]?.text ?? '');
  else writing.remark('hidden', page.invisible.map(({ text }) => text).join(''));
  writing.remark('turned', turned);
  if (pictures > 0) writing.remark('picture', `×${pictures}`);
  const { tables, rest } = findTables({ rules, glyphs: isScanned ? page.invisible : page.glyphs });
  const clean = (text: string): string =>
    plainCharacters(text, (one) => writing.remark('radical', one));
  const blocks = [
    ...linesOf(rest).map((line) => ({
      y: line.y,
      block: { line: { ...line, text: clean(line.text) } },
    })),
    ...tables.map((table) => ({
      y: table.top,
      block: { table: { ...table, rows: table.rows.map((row) => row.map(clean)) } },
    })),
  ].toSorted((a, b) => a.y - b.y);
  return { width, height, blocks: blocks.map(({ block }) => block) };
}

/** How many lines from the top and from the foot of a page may be furniture. */
const outermost = 3;
/** How far from its place on another page such a line may be, in points. */
const samePlace = 4;
const bareNumber = /^[\divxlcIVXLC]{1,5}$/u;

/** Takes page numbers and what is repeated at the same place out of pages, from the edges inwards. */
function leaveOutFurniture(pages: readonly Page[], writing: Writing): void {
  const isNumber = ({ text }: PrintedLine): boolean => isPageNumber(text) || bareNumber.test(text);
  const alike = (text: string): string => text.replace(/\d+/gu, '#').replace(/\s+/gu, '');
  const outer = pages.map(({ blocks }) => [
    ...blocks.slice(0, outermost),
    ...blocks.slice(-outermost),
  ]);
  const isRepeated = (line: PrintedLine): boolean => {
    const wanted = alike(line.text);
    const count = outer.filter((blocks) =>
      blocks.some(
        ({ line: other }) =>
          other && Math.abs(other.y - line.y) <= samePlace && alike(other.text) === wanted,
      ),
    ).length;
    return count > 2 || (count === 2 && pages.length <= 6);
  };
  for (const { blocks, height } of pages) {
    const isFurniture = (block: Block | undefined): boolean => {
      const line = block?.line;
      if (!line) return false;
      const isAtEdge = line.y < 0.12 * height || line.y > 0.88 * height;
      return (isAtEdge && isNumber(line)) || isRepeated(line);
    };
    const above = blocks.slice(0, outermost).findIndex((block) => !isFurniture(block));
    const head = blocks.splice(0, above < 0 ? Math.min(outermost, blocks.length) : above);
    let foot = blocks.length;
    while (foot > 0 && blocks.length - foot < outermost && isFurniture(blocks[foot - 1])) foot -= 1;
    for (const { line } of [...head, ...blocks.splice(foot)])
      writing.remark('footer', line?.text ?? '');
  }
}

const noteMark = /^(?:[①-⑳㉑-㊿*＊※†]|[[［〔]?\d{1,3}[\]］〕]?\s|注[：:\d])/u;

/** Takes footnotes out: lines in smaller type at the foot of a page, from the first that has a mark on. */
function leaveOutFootnotes(pages: readonly Page[], writing: Writing): void {
  const sizes = pages.flatMap(linesIn).map(({ size }) => size);
  const body = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  for (const { blocks } of pages) {
    const small = blocks.findLastIndex(({ line }) => !line || line.size > 0.88 * body) + 1;
    const first = blocks.findIndex(({ line }, i) => i >= small && line && noteMark.test(line.text));
    if (first <= 0) continue;
    for (const { line } of blocks.splice(first)) writing.remark('footnote', line?.text ?? '');
  }
}

/** Where the lines of a page begin and end, in points. */
type Margins = { left: number; right: number };

/** A paragraph that may go on: `next` is where its lines after the first begin, from the left margin. */
type OpenParagraph = {
  text: string;
  last: PrintedLine;
  next: number | undefined;
  page: Page;
  margins: Margins;
};

/** What items begin with beside the numbers of plans: the number of a note, a bullet, a dash. */
const itemMark = /^(?:[[［〔]\d{1,3}[\]］〕]|[●○■□◆◇▪•·—–-])/u;

class Assembly {
  readonly #writing: Writing;
  readonly #marginsOf: (page: Page) => Margins;
  readonly #pitchOf: (size: number) => number;
  #open: OpenParagraph | undefined;
  #table: PrintedTable | undefined;

  constructor(pages: readonly Page[], writing: Writing) {
    this.#writing = writing;
    this.#marginsOf = findMargins(pages);
    this.#pitchOf = findPitches(pages);
  }

  addPage(page: Page): void {
    const margins = this.#marginsOf(page);
    for (const { line, table } of page.blocks) {
      if (table) {
        this.#endParagraph();
        this.#addTable(table);
      } else this.#addLine(line, page, margins);
    }
  }

  end(): void {
    this.#endParagraph();
    this.#endTable();
  }

  #addLine(line: PrintedLine, page: Page, margins: Margins): void {
    const open = this.#open;
    const here = { last: line, page, margins };
    if (open && this.#goesOn(open, line, page, margins)) {
      const text = open.text + joint(open.text, line.text) + line.text;
      this.#open = { ...here, text, next: open.next ?? line.left - margins.left };
      return;
    }
    this.#endParagraph();
    this.#endTable();
    this.#open = { ...here, text: line.text, next: undefined };
  }

  #goesOn(open: OpenParagraph, line: PrintedLine, page: Page, margins: Margins): boolean {
    const { text, last, next } = open;
    const { size } = line;
    if (text.includes('\t') || line.text.includes('\t')) return false;
    if (Math.abs(size - last.size) > 0.12 * Math.max(size, last.size)) return false;
    if (open.page === page && line.y - last.y > this.#pitchOf(size) + 0.4 * size) return false;
    if (last.right + line.firstWidth < open.margins.right - 0.6 * size) return false;
    const isNumbered = (words: string): boolean =>
      readMarker({ start: 0, end: words.length, line: 1, text: words }) !== undefined;
    // Where paragraphs have no indent, the end of a sentence and a number after it tell them apart.
    const isEnded = /[。！？!?;；：:]$/u.test(text);
    if (isEnded && isNumbered(line.text)) return false;
    const indent = line.left - margins.left;
    if (next !== undefined && Math.abs(indent - next) < 0.6 * size) return true;
    const isCentred = ({ left, right }: PrintedLine, within: Margins): boolean =>
      Math.abs(left + right - within.left - within.right) < size;
    if (!isEnded && isCentred(last, open.margins) && isCentred(line, margins)) return true;
    if (next !== undefined) return false;
    const before = last.left - open.margins.left;
    // A paragraph may be indented as a whole; what parts two that begin alike is the mark that ends
    // the first, or that it is a heading.
    const isHeading =
      isNumbered(text) && !/[，。；：、,;:]/u.test(text.replace(/^.{0,6}?[、.．]/u, ''));
    if (!isEnded && !isHeading && Math.abs(indent - before) < 0.3 * size) return true;
    // Lines begin at the margin, or all those of an item behind its number or mark.
    const isItem =
      (isNumbered(text) || itemMark.test(text)) &&
      indent > before + 0.5 * size &&
      indent < before + 4 * size;
    return Math.abs(indent) < 0.8 * size || isItem;
  }

  #endParagraph(): void {
    if (this.#open) this.#writing.paragraph(this.#open.text);
    this.#open = undefined;
  }

  #addTable(table: PrintedTable): void {
    const before = this.#table;
    const isSame =
      before?.columns.length === table.columns.length &&
      before.columns.every((x, i) => Math.abs(x - (table.columns[i] ?? 0)) <= samePlace);
    if (!isSame) {
      this.#endTable();
      this.#table = table;
      return;
    }
    // A table that goes on prints its heads again.
    const [heads = [], ...others] = table.rows;
    const isRepeated = heads.join('\t') === before.rows[0]?.join('\t');
    if (isRepeated) this.#writing.remark('footer', heads.join(' '));
    this.#table = { ...before, rows: [...before.rows, ...(isRepeated ? others : table.rows)] };
  }

  #endTable(): void {
    const table = this.#table;
    this.#table = undefined;
    if (!table) return;
    if (table.isMerged) this.#writing.remark('cells', (table.rows[0] ?? []).join(' '));
    this.#writing.table(table.rows);
  }
}

const linesIn = (page: Page): PrintedLine[] => page.blocks.flatMap(({ line }) => line ?? []);

/** The fewest lines that tell the margins of pages of a kind. */
const enoughLines = 8;

/**
 * The margins of each page: of all pages of its width on its side of the leaf, since both may differ. The left one is
 * where a good part of the lines begin, the right one where the widest end; it is as wide as the left one where lines
 * are all too short to tell.
 */
function findMargins(pages: readonly Page[]): (page: Page) => Margins {
  const found = new Map<string, Margins>();
  return (page) => {
    const alike = pages.filter(({ width }) => Math.abs(width - page.width) <= samePlace);
    const parity = alike.indexOf(page) % 2;
    const side = alike.filter((_, i) => i % 2 === parity).flatMap(linesIn);
    const isEnough = side.length >= enoughLines;
    const key = `${page.width} ${isEnough ? parity : ''}`;
    const margins = found.get(key) ?? measure(isEnough ? side : alike.flatMap(linesIn), page.width);
    found.set(key, margins);
    return margins;
  };
}

function measure(lines: readonly PrintedLine[], width: number): Margins {
  const { size = 0 } = lines[Math.floor(lines.length / 2)] ?? {};
  const lefts = lines.map(({ left }) => left).toSorted((a, b) => a - b);
  const rights = lines.map(({ right }) => right).toSorted((a, b) => b - a);
  const share = Math.max(2, 0.08 * lines.length);
  const left =
    lefts.find((x) => lefts.filter((other) => Math.abs(other - x) < 0.5 * size).length >= share) ??
    lefts[0] ??
    0;
  const mirrored = width - left;
  // One line that goes beyond all others has a margin of its own.
  const right = rights.find((x, i) => x < mirrored + size || x - (rights[i + 1] ?? 0) < size) ?? 0;
  const ending = rights.filter((x) => Math.abs(x - right) < size).length;
  const isTold =
    right > mirrored - 3 * size || (right > 0.6 * width && ending > 0.3 * lines.length);
  return { left, right: isTold ? right : mirrored };
}

/** How far lines of a size stand apart within a paragraph: the smallest distance that a good part of them have, in points. */
function findPitches(pages: readonly Page[]): (size: number) => number {
  const distances = new Map<number, number[]>();
  for (const page of pages) {
    const lines = linesIn(page);
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      if (!before || Math.round(before.size) !== Math.round(line.size)) return;
      const list = distances.get(Math.round(line.size)) ?? [];
      distances.set(Math.round(line.size), [...list, line.y - before.y]);
    });
  }
  return (size) => {
    const list = (distances.get(Math.round(size)) ?? []).toSorted((a, b) => a - b);
    const share = Math.max(2, 0.15 * list.length);
    const pitch = list.find((d) => list.filter((other) => Math.abs(other - d) < 1).length >= share);
    // Two lines alone tell nothing; plans are set with two ems at most.
    return pitch ?? 2 * size;
  };
}

import { parseDocument } from 'htmlparser2';
import { writeNumber } from './number-formats.ts';
import { type Imported, Writing } from './imported.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Tag = Extract<Node, { name: string; attribs: Record<string, string> }>;

/** The encoding that a page states in its first bytes (HTML Standard, prescan of a byte stream). */
export function statedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ??
    /^<\?xml[^>]*encoding=["']([\w.:-]+)/iu.exec(head)?.[1]
  );
}

const isTag = (node: Node): node is Tag => 'attribs' in node;
const childrenOf = (node: Node): Node[] => ('children' in node ? (node.children as Node[]) : []);
const attribute = (tag: Tag, name: string): string => tag.attribs[name] ?? '';

/** What is never text of a page, and what stands around one. */
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'canvas',
  'audio',
  'video',
  'link',
  'meta',
  'rp',
]);
const around = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'textarea',
  'input',
  'dialog',
  'menu',
]);
const roles =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog)$/u;
const names =
  /(?:^|[-_\s])(?:nav(?:bar|igation)?|menu|footer|foot|copyright|sidebar|side|breadcrumbs?|crumbs?|share|related|recommend|toolbar|pagination|pager|comments?|banner|ads?|qrcode|topbar|search)(?:$|[-_\s\d])/iu;
const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** The line of a site beside an article: how often it was read, how large its type is to be. */
const counts =
  /(?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[：:]|字[号体](?:大小)?\s*[：:]\s*[[【(（]?\s*(?:大|小|默认|T)/u;

/** A paragraph of a page, or a table; with the elements around it from the outermost, and the share of it that is links. */
type Leaf = { path: readonly Tag[]; text: string; rows?: string[][]; links: number };

/**
 * Reads a saved page: its main text from the title on, numbered lists with their numbers, tables. The navigation and
 * whatever else stands around the text is left out, and told with its words.
 */
export function readHtml(html: string): Imported {
  const page = parseDocument(html.replace(/^\ufeff/u, ''));
  const reader = new PageReader(hiddenSelectors(page.children as Node[]));
  reader.read(page.children as Node[], []);
  reader.flush([]);
  const { leaves, writing } = reader;
  const isAround = findAround(leaves);
  const { from, to } = findMain(leaves, titleOf(page.children as Node[]), isAround);
  leaves.forEach((leaf, i) => {
    const isKept = i >= from && i < to && !isAround(leaf) && !counts.test(leaf.text);
    if (!isKept) writing.remark('navigation', leaf.rows?.flat().join(' ') ?? leaf.text);
    else if (leaf.rows) writing.table(leaf.rows);
    else {
      writing.paragraph(leaf.text);
      if (leaf.path.some(({ name }) => name === 'h1')) writing.titles.push(leaf.text.trim());
    }
  });
  return writing.finish();
}

const isAroundTag = (tag: Tag): boolean =>
  around.has(tag.name) ||
  roles.test(attribute(tag, 'role')) ||
  names.test(attribute(tag, 'class')) ||
  names.test(attribute(tag, 'id'));

const lengthOf = ({ text, rows }: Leaf): number => (rows?.flat().join('') ?? text).length;

/**
 * Tells what stands around the text of a page, by the names of elements; but for one that holds half of the page, as
 * forms do where a server makes a page of one, and for the only heading of the first order, which a header may hold.
 */
function findAround(leaves: readonly Leaf[]): (leaf: Leaf) => boolean {
  const total = leaves.reduce((sum, leaf) => sum + lengthOf(leaf), 0);
  const held = new Map<Tag, number>();
  for (const leaf of leaves)
    for (const tag of leaf.path) held.set(tag, (held.get(tag) ?? 0) + lengthOf(leaf));
  const isHeading = ({ path }: Leaf): boolean => path.some(({ name }) => name === 'h1');
  const headings = leaves.filter(isHeading);
  return (leaf) =>
    !(isHeading(leaf) && headings.length === 1) &&
    leaf.path.some((tag) => isAroundTag(tag) && (held.get(tag) ?? 0) < 0.5 * total);
}

const hides = (style: string): boolean =>
  /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/u.test(
    style.replace(/\s+/gu, '').toLowerCase(),
  );

/** The classes and ids, each alone in a selector, that the style elements of a page do not show. */
function hiddenSelectors(nodes: readonly Node[]): Set<string> {
  const found = new Set<string>();
  const walk = (node: Node): void => {
    if (isTag(node) && node.name === 'style') {
      // What is hidden on paper or narrow windows only is shown: such rules stand in blocks of their own.
      const rules = rawText(node).replace(/@[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
      for (const [, selectors = '', style = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
        if (!hides(style)) continue;
        for (const selector of selectors.split(',')) found.add(selector.trim());
      }
    } else childrenOf(node).forEach(walk);
  };
  nodes.forEach(walk);
  return found;
}

/** A title that the page gives itself in its head. */
function titleOf(nodes: readonly Node[]): string {
  let title = '';
  const walk = (node: Node): void => {
    if (isTag(node) && node.name === 'meta' && /^articletitle$/iu.test(attribute(node, 'name')))
      title = attribute(node, 'content');
    if (isTag(node) && node.name === 'title' && title === '') title = rawText(node);
    childrenOf(node).forEach(walk);
  };
  nodes.forEach(walk);
  return title.replace(/\s+/gu, '');
}

const rawText = (node: Node): string =>
  'data' in node && !isTag(node) ? String(node.data) : childrenOf(node).map(rawText).join('');

/**
 * Where the main text of a page begins and ends: the innermost element that holds nine tenths of what reads like text,
 * in more than one paragraph, from the heading before it on.
 */
function findMain(
  leaves: readonly Leaf[],
  title: string,
  isAround: (leaf: Leaf) => boolean,
): { from: number; to: number } {
  const weightOf = ({ text, rows, links }: Leaf): number => {
    if (rows) return rows.flat().join('').length;
    const isText =
      /[。；，、：]/u.test(text) ||
      /^\s*(?:第?[一二三四五六七八九十\d]+[、.．章节条]|[（(])/u.test(text);
    return isText && links < 0.3 ? text.length : 0;
  };
  const body = leaves.filter((leaf) => !isAround(leaf));
  const total = body.reduce((sum, leaf) => sum + weightOf(leaf), 0);
  if (total === 0) return { from: 0, to: leaves.length };
  const held = new Map<Tag, number>();
  for (const leaf of body)
    for (const tag of leaf.path) held.set(tag, (held.get(tag) ?? 0) + weightOf(leaf));
  let main: Tag | undefined;
  for (const leaf of body) {
    for (const tag of leaf.path)
      if (
        (held.get(tag) ?? 0) >= 0.9 * total &&
        body.filter(({ path }) => path.includes(tag)).length > 1 &&
        (!main || (leaf.path.indexOf(main) < leaf.path.indexOf(tag) && leaf.path.includes(main)))
      )
        main = tag;
  }
  const isIn = (leaf: Leaf): boolean => !main || leaf.path.includes(main);
  let from = leaves.findIndex(isIn);
  let to = leaves.findLastIndex(isIn) + 1;
  // The title stands before the text, often in an element of its own.
  const squeezed = (leaf: Leaf): string => leaf.text.replace(/\s+/gu, '');
  const isTitle = (leaf: Leaf): boolean =>
    !isAround(leaf) &&
    squeezed(leaf).length >= 4 &&
    (leaf.path.some(({ name }) => name === 'h1') ||
      (title !== '' && title.startsWith(squeezed(leaf))));
  const first = leaves.findIndex((leaf) => !isAround(leaf) && weightOf(leaf) > 0 && isIn(leaf));
  const head = leaves.slice(0, Math.max(first, 0) + 1).findLastIndex(isTitle);
  if (head >= 0 && head < from) from = head;
  while (from < to - 1 && !isTitle(leaves[from] as Leaf) && (leaves[from]?.links ?? 0) > 0.6)
    from += 1;
  while (to > from + 1 && (leaves[to - 1]?.links ?? 0) > 0.6) to -= 1;
  return { from, to };
}

const orders: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'cjk-decimal': 'ideographDigital',
  'cjk-ideographic': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'trad-chinese-formal': 'ideographLegalTraditional',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
};

class PageReader {
  readonly leaves: Leaf[] = [];
  readonly writing = new Writing();
  readonly #hidden: ReadonlySet<string>;
  #text = '';
  /** The number or bullet of an item whose first paragraph is to come. */
  #mark = '';
  #linked = 0;
  #isPre = false;
  #isLink = false;

  /** @param hidden selectors of a class or an id that the page's own rules do not show */
  constructor(hidden: ReadonlySet<string> = new Set()) {
    this.#hidden = hidden;
  }

  /** Ends the paragraph that is being read. */
  flush(path: readonly Tag[]): void {
    const text = this.#text
      .split('\n')
      .map((line) => line.replace(/^[ \t]+|[ \t]+$/gu, ''))
      .join('\n')
      .replace(/^\n+|\n+$/gu, '');
    const length = text.replace(/\s+/gu, '').length;
    if (length > 0) {
      const whole = this.#mark + text;
      this.#mark = '';
      this.leaves.push({ path, text: whole, links: Math.min(1, this.#linked / length) });
    }
    this.#text = '';
    this.#linked = 0;
  }

  read(nodes: readonly Node[], path: readonly Tag[]): void {
    for (const node of nodes) {
      if (isTag(node)) this.#readTag(node, path);
      else if (node.type === 'text' || node.type === 'cdata') this.#readText(rawText(node));
    }
  }

  #readText(raw: string): void {
    const text = this.#isPre ? raw.replace(/\r\n?/gu, '\n') : collapse(this.#text, raw);
    this.#text += text;
    if (this.#isLink) this.#linked += text.replace(/\s+/gu, '').length;
  }

  #readTag(tag: Tag, path: readonly Tag[]): void {
    const { name } = tag;
    if (silent.has(name)) return;
    if ('hidden' in tag.attribs || hides(attribute(tag, 'style')) || this.#isHidden(tag)) {
      this.writing.remark('hidden', rawText(tag));
      return;
    }
    if (name === 'br') {
      this.#text += '\n';
      return;
    }
    if (name === 'img') {
      this.writing.remark('picture', attribute(tag, 'alt') || '…');
      return;
    }
    if (name === 'rt') {
      const isBracketed = childrenOf(tag.parent as Node).some(
        (child) => isTag(child) && child.name === 'rp',
      );
      this.#text += isBracketed || rawText(tag).trim() !== '' ? `（${rawText(tag).trim()}）` : '';
      return;
    }
    const inner = [...path, tag];
    if (!blocks.has(name)) {
      const before = this.#isLink;
      this.#isLink ||= name === 'a' && 'href' in tag.attribs;
      this.read(childrenOf(tag), inner);
      this.#isLink = before;
      return;
    }
    this.flush(path);
    if (name === 'table' && this.#readTable(tag, inner)) return;
    if (name === 'li') this.#mark += this.#itemMark(tag);
    const before = this.#isPre;
    this.#isPre ||= name === 'pre';
    this.read(childrenOf(tag), inner);
    this.flush(inner);
    if (name === 'li') this.#mark = '';
    this.#isPre = before;
  }

  #isHidden(tag: Tag): boolean {
    const classes = attribute(tag, 'class').split(/\s+/u);
    return (
      this.#hidden.has(`#${attribute(tag, 'id')}`) ||
      classes.some((one) => this.#hidden.has(`.${one}`))
    );
  }

  /** The number or bullet that a browser prints before an item. */
  #itemMark(item: Tag): string {
    const list = item.parent as Tag | null;
    if (!list || !('attribs' in list)) return '';
    const styleOf = (tag: Tag): string | undefined =>
      /list-style(?:-type)?:[^;]*?([a-z-]+)/iu.exec(
        attribute(tag, 'style').replace(/\s/gu, ''),
      )?.[1];
    const type =
      styleOf(item) ?? styleOf(list) ?? (attribute(item, 'type') || attribute(list, 'type'));
    if (type === 'none') return '';
    if (list.name === 'ul') return isAroundTag(list) ? '' : '● ';
    if (list.name !== 'ol') return '';
    const items = childrenOf(list).filter(
      (child): child is Tag => isTag(child) && child.name === 'li',
    );
    const isReversed = 'reversed' in list.attribs;
    let n = Number.parseInt(attribute(list, 'start'), 10);
    if (Number.isNaN(n)) n = isReversed ? items.length : 1;
    for (const each of items) {
      const own = Number.parseInt(attribute(each, 'value'), 10);
      if (!Number.isNaN(own)) n = own;
      if (each === item) break;
      n += isReversed ? -1 : 1;
    }
    const number = writeNumber(n, orders[type] ?? 'decimal');
    return /^(?:cjk|simp|trad)/u.test(type) ? `${number}、` : `${number}. `;
  }

  /** A table of words and figures; one that only lays out a page is read like any other element. */
  #readTable(table: Tag, path: readonly Tag[]): boolean {
    const all = (node: Node, wanted: string): Tag[] =>
      childrenOf(node).flatMap((child) =>
        !isTag(child)
          ? []
          : child.name === wanted
            ? [child]
            : child.name === 'table'
              ? []
              : all(child, wanted),
      );
    const holdsTable = (node: Node): boolean =>
      childrenOf(node).some(
        (child) => isTag(child) && (child.name === 'table' || holdsTable(child)),
      );
    const rows = all(table, 'tr').map((row) =>
      childrenOf(row).filter((child): child is Tag => isTag(child) && /^t[dh]$/u.test(child.name)),
    );
    if (holdsTable(table) || /^(?:presentation|none)$/u.test(attribute(table, 'role')))
      return false;
    const wide = rows.filter((row) => row.length > 1);
    if (rows.length < 2 || wide.length < 2) return false;
    const grid: (string | undefined)[][] = rows.map(() => []);
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row) {
        while (grid[y]?.[x] !== undefined) x += 1;
        const text = this.#cellText(cell);
        const [columns, depth] = ['colspan', 'rowspan'].map((name) =>
          Math.min(100, Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1)),
        );
        for (let dy = 0; dy < (depth ?? 1); dy += 1) {
          for (let dx = 0; dx < (columns ?? 1); dx += 1) {
            const line = grid[y + dy];
            if (line) line[x + dx] = dx + dy === 0 ? text : '';
          }
        }
        x += columns ?? 1;
      }
    });
    const cells = grid.map((row) => Array.from(row, (cell) => cell ?? ''));
    // Long texts in few rows are a page that is laid out by a table.
    if (cells.flat().some((cell) => cell.length > 400)) return false;
    if (rows.flat().some((cell) => attribute(cell, 'colspan') || attribute(cell, 'rowspan')))
      this.writing.remark('cells', (cells[0] ?? []).join(' '));
    const caption = all(table, 'caption')[0];
    if (caption) {
      this.read(childrenOf(caption), path);
      this.flush(path);
    }
    this.leaves.push({ path, text: '', rows: cells, links: 0 });
    return true;
  }

  #cellText(cell: Tag): string {
    const inner = new PageReader(this.#hidden);
    inner.read(childrenOf(cell), []);
    inner.flush([]);
    return inner.leaves
      .map(({ text, rows }) => rows?.flat().join(' ') ?? text)
      .join(' ')
      .replace(/\s+/gu, ' ');
  }
}

const full = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/** White space as a browser sets it; a line break between two wide characters is none (CSS Text 3, 4.1.3). */
function collapse(before: string, raw: string): string {
  const text = raw.replace(/[ \t\r\n\f]+/gu, (space, at: number) => {
    const previous = at > 0 ? raw.charAt(at - 1) : (before.at(-1) ?? '');
    const next = raw.charAt(at + space.length);
    return /[\r\n]/u.test(space) && full.test(previous) && (next === '' || full.test(next))
      ? ''
      : ' ';
  });
  return /[ \n]$/u.test(before) || before === '' ? text.replace(/^ +/u, '') : text;
}

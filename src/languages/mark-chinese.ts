/** Elements whose text is no text of the page, or has its language from elsewhere. */
const left = /^(?:script|style|title|textarea)$/u;

/** Elements that hold text alone. */
const textOnly = 'option';

/** Elements that close themselves. */
const single = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;

const han = /\p{Script=Han}/u;
const latin = /\p{Script=Latin}/u;

/** A tag that says in which language its element is. */
const saysLanguage = /\slang=/u;

/** What a tag says in words of the interface: they would be taken for Chinese with the element's text. */
const saysLatin = /\s(?:aria-label|alt|title|placeholder)="[^"]*\p{Script=Latin}/u;

/** A run of Chinese in a text of another language, with the marks and numbers inside it. */
const run =
  /[“‘《「（【〔]*\p{Script=Han}(?:[^\p{Script=Latin}<>&]*[\p{Script=Han}”’》」）】〕。，、；：！？…—%])*/gu;

/**
 * Says of the Chinese on a page whose interface is in another language that it is Chinese, for what reads aloud, breaks
 * lines and chooses glyphs (WCAG 2.2, 3.1.2). The outermost element that has nothing else says it; a run in a text stands
 * in a `span` that does; in a drawing in a `tspan`, as HTML ends an SVG at an element of its own.
 *
 * @param html a whole page
 */
export function markChinese(html: string): string {
  let marked = '';
  /** The open elements: each one's name, and whether its text is known to be Chinese or is left alone. */
  const open: { name: string; isDone: boolean }[] = [];
  const parts = html.match(/<!--[^]*?-->|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/gu) ?? [];
  for (const [i, part] of parts.entries()) {
    if (!part.startsWith('<')) {
      const around = open.some(({ name }) => name === 'svg') ? 'tspan' : 'span';
      marked += open.at(-1)?.isDone
        ? part
        : part.replace(run, `<${around} lang="zh-CN">$&</${around}>`);
      continue;
    }
    const { slash, name } = readTag(part);
    if (isAlone(part, name)) {
      marked += part;
      continue;
    }
    if (slash !== '') {
      while (open.length > 0 && open.pop()?.name !== name);
      marked += part;
      continue;
    }
    const isDone =
      (open.at(-1)?.isDone ?? false) ||
      left.test(name) ||
      (saysLanguage.test(part) && name !== 'html');
    const isChinese =
      !isDone &&
      !saysLatin.test(part) &&
      (name === textOnly ? han.test(parts[i + 1] ?? '') : hasOnlyChinese(parts, i + 1));
    marked += isChinese ? `${part.slice(0, -1)} lang="zh-CN">` : part;
    open.push({ name, isDone: isDone || isChinese || name === textOnly });
  }
  return marked;
}

/** An element's name, none of a comment, and the slash of a tag that ends one. */
function readTag(tag: string): { slash: string; name: string } {
  const [, slash = '', name = ''] = /^<(\/?)([\w-]+)/u.exec(tag) ?? [];
  return { slash, name };
}

const isAlone = (tag: string, name: string): boolean =>
  name === '' || single.test(name) || tag.endsWith('/>');

/**
 * Whether all text of an element is Chinese, and nothing in it says its language or speaks another.
 * @param from the first part after its tag
 */
function hasOnlyChinese(parts: readonly string[], from: number): boolean {
  let isChinese = false;
  let depth = 1;
  for (let i = from; depth > 0; i += 1) {
    const part = parts[i];
    if (part === undefined) return false;
    if (!part.startsWith('<')) {
      if (latin.test(part.replace(/&#?\w+;/gu, ''))) return false;
      isChinese ||= han.test(part);
      continue;
    }
    const { slash, name } = readTag(part);
    if (left.test(name) || saysLanguage.test(part) || saysLatin.test(part)) return false;
    if (!isAlone(part, name)) depth += slash === '' ? 1 : -1;
  }
  return isChinese;
}

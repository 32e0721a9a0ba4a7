/** Elements whose text is no text of the page, or has its language from elsewhere. */
const left = /^(?:script|style|title|textarea)$/u;

/** Elements that hold text alone. */
const textOnly = 'option';

/** Elements that close themselves. */
const single = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;

const han = /\p{Script=Han}/u;

/** A run of Chinese in a text of another language, with the marks and numbers inside it. */
const run =
  /[“‘《「（【〔]*\p{Script=Han}(?:[^\p{Script=Latin}<>&]*[\p{Script=Han}”’》」）】〕。，、；：！？…—%])*/gu;

/**
 * Says of the Chinese on a page whose interface is in another language that it is Chinese, for what reads aloud, breaks
 * lines and chooses glyphs (WCAG 2.2, 3.1.2). An element that has nothing else says it itself; a run in a text stands in
 * a `span` that does; in a drawing in a `tspan`, as HTML ends an SVG at an element of its own.
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
    const [, slash = '', name = ''] = /^<(\/?)([\w-]+)/u.exec(part) ?? [];
    if (name === '' || single.test(name)) {
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
      (/\slang=/u.test(part) && name !== 'html');
    // What holds one text and no element says it of itself.
    const text = parts[i + 1] ?? '';
    const isWhole =
      (parts[i + 2] ?? '').startsWith(`</${name}`) &&
      !/\p{Script=Latin}/u.test(text.replace(/&#?\w+;/gu, ''));
    const isChinese = !isDone && han.test(text) && (isWhole || name === textOnly);
    marked += isChinese ? `${part.slice(0, -1)} lang="zh-CN">` : part;
    open.push({ name, isDone: isDone || isChinese || name === textOnly });
  }
  return marked;
}

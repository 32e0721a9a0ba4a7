import { type Node, isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Additions } from './named.ts';

/**
 * A file with entries at its end, and with mentions at the end of those that entries have: what is there keeps its
 * comments, its order and its every byte.
 * @param name of the file, without `.yaml`
 */
export function extendFile(
  name: string,
  text: string | undefined,
  {
    entries,
    mentions = new Map(),
  }: {
    entries: readonly Readonly<Record<string, unknown>>[];
    mentions?: Additions['mentions'];
  },
): string {
  const schema = `# yaml-language-server: $schema=../../../docs/schemas/${name}.json\n`;
  if (entries.length === 0 && mentions.size === 0) return text ?? `${schema}[]\n`;
  const before = mentions.size === 0 ? (text ?? schema) : addMentions(text ?? schema, mentions);
  if (entries.length === 0) return before;
  const added = entries.map((entry) => stringify([entry], { lineWidth: 0 })).join('\n');
  const document = parseDocument(before);
  const { contents } = document;
  if (isSeq(contents) && contents.items.length > 0 && contents.flow === true) {
    for (const entry of entries) contents.add(document.createNode(entry) as never);
    return document.toString({ lineWidth: 0 });
  }
  if (isMap(contents)) throw new TypeError(`${name}.yaml is no list`);
  const isEmpty = isSeq(contents) && contents.items.length === 0;
  const [from = 0, to = 0] = (isEmpty && contents.range) || [];
  const kept = isEmpty ? before.slice(0, from) + before.slice(to).trimStart() : before;
  return `${kept}${kept === '' || kept.endsWith('\n') ? '' : '\n'}\n${added}`;
}

/** Mentions behind the last one of an entry, written as far in as that is. */
function addMentions(text: string, mentions: Additions['mentions']): string {
  const document = parseDocument(text);
  const lists = [...mentions].map(([i, added]) => {
    return { i, added, list: document.getIn([i, 'mentions'], true) };
  });
  const inserts = lists.map(({ added, list }) => {
    const last = isSeq(list) && list.flow !== true ? (list.items.at(-1) as Node) : undefined;
    if (!last?.range) return undefined;
    const [start, end] = last.range;
    const dash = /[^\n]*-[ \t]*$/u.exec(text.slice(0, start))?.[0] ?? '-';
    const indent = ' '.repeat(dash.indexOf('-'));
    const words = stringify(added, { lineWidth: 0 }).trimEnd().replace(/^/gmu, indent);
    // Behind a comment of the same line, if there is one.
    const lineEnd = text.indexOf('\n', Math.max(0, end - 1));
    return { at: lineEnd < 0 ? text.length : lineEnd, words: `\n${words}` };
  });
  if (inserts.some((insert) => insert === undefined)) {
    // In brackets there are no lines to add to.
    for (const { i, added } of lists)
      for (const mention of added) document.addIn([i, 'mentions'], document.createNode(mention));
    return document.toString({ lineWidth: 0 });
  }
  let extended = text;
  for (const { at, words } of inserts
    .filter((one) => one !== undefined)
    .sort((a, b) => b.at - a.at))
    extended = extended.slice(0, at) + words + extended.slice(at);
  return extended;
}

import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';

/** Where something stands in a file: keys, and places in lists. */
export type Path = readonly (string | number)[];

/** What a field may hold. */
export type Value =
  string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** A field to write, or, without a value, to take out. */
export type Change = { path: Path; value?: Value | undefined };

const asWide = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;

/**
 * A YAML text with fields changed. All else stays byte for byte as it is: comments, order, quotation marks, line ends.
 * The document model proves each change; where its words cannot be set into the text, the model writes the whole text,
 * which keeps comments and order.
 * @param order of keys: a field that is new stands behind those that come before it
 * @throws RangeError for a path that leads to no field
 */
export function editYaml(
  text: string,
  changes: readonly Change[],
  order: readonly string[],
): string {
  return changes.reduce((before, change) => changeField(before, change, order), text);
}

function changeField(text: string, { path, value }: Change, order: readonly string[]): string {
  const document = parseDocument(text);
  const key = path.at(-1);
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(map) || typeof key !== 'string') throw new RangeError(`no field at ${path.join('.')}`);
  const at = map.items.findIndex(({ key: node }) => isScalar(node) && node.value === key);
  if (at < 0 && value === undefined) return text;
  const edited =
    value === undefined
      ? cutField(text, map, at)
      : at < 0
        ? insertField(text, map, key, value, order)
        : replaceValue(text, map, at, value);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  const wanted: unknown = document.toJS();
  const read = edited === undefined ? undefined : parseDocument(edited);
  if (read?.errors.length === 0 && isDeepStrictEqual(read.toJS(), wanted)) return edited ?? text;
  return document.toString(asWide);
}

const start = ({ key }: Pair): number => (key as Node).range?.[0] ?? 0;

/** Where the words of a field end; a block scalar has the line ends behind it, too. */
function end(text: string, { key, value }: Pair): number {
  const last = ((value as Node | null) ?? (key as Node)).range?.[1] ?? 0;
  return text.slice(0, last).trimEnd().length;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/\r?\n|$/u);
  return at + Math.max(0, found);
}

const lineBreak = (text: string): string => /\r?\n/u.exec(text)?.[0] ?? '\n';

/** Takes a field out with its line. A comment on it is left in its place. */
function cutField(text: string, { items, flow }: YAMLMap, at: number): string | undefined {
  const [before, field, behind] = [items[at - 1], items[at], items[at + 1]];
  if (!field || !(before ?? behind)) return undefined;
  const [from, to] = [start(field), end(text, field)];
  if (flow) {
    return before
      ? text.slice(0, end(text, before)) + text.slice(to)
      : text.slice(0, from) + text.slice(behind ? start(behind) : to);
  }
  const comment = text.slice(to, lineEnd(text, to)).trim();
  if (comment !== '') return text.slice(0, from) + comment + text.slice(lineEnd(text, to));
  if (before) {
    const next = lineEnd(text, to);
    const line = lineStart(text, from);
    // The last line of a file may have no end: then the one before it has none.
    return next === text.length
      ? text.slice(0, line).replace(/\r?\n$/u, '')
      : text.slice(0, line) + text.slice(next).replace(/^\r?\n/u, '');
  }
  // The first field stands behind the dash of its entry.
  return text.slice(0, from) + text.slice(lineEnd(text, to)).replace(/^\s+/u, '');
}

function insertField(
  text: string,
  { items, flow, range }: YAMLMap,
  key: string,
  value: Value,
  order: readonly string[],
): string | undefined {
  const rank = (name: unknown): number => {
    const found = order.indexOf(String(name));
    return found < 0 ? order.length : found;
  };
  const before = items.findLast(({ key: node }) => rank((node as Scalar).value) < rank(key));
  const written = `${key}: ${write(value, flow === true)}`;
  const [first] = items;
  if (!first)
    return range ? `${text.slice(0, range[0])}{ ${written} }${text.slice(range[1])}` : undefined;
  if (flow) {
    const at = before ? end(text, before) : start(first);
    return text.slice(0, at) + (before ? `, ${written}` : `${written}, `) + text.slice(at);
  }
  const margin = ' '.repeat(start(first) - lineStart(text, start(first)));
  const at = before ? lineEnd(text, end(text, before)) : start(first);
  const added = before
    ? `${lineBreak(text)}${margin}${written}`
    : `${written}${lineBreak(text)}${margin}`;
  return text.slice(0, at) + added + text.slice(at);
}

function replaceValue(text: string, map: YAMLMap, at: number, value: Value): string | undefined {
  const field = map.items[at];
  const node = field?.value as Node | null | undefined;
  const keyEnd = (field?.key as Node | undefined)?.range?.[1];
  if (!field || keyEnd === undefined) return undefined;
  const colon = text.indexOf(':', keyEnd) + 1;
  const written = write(value, map.flow === true, isScalar(node) ? node.type : undefined);
  // A list in lines of its own becomes one behind its key.
  const from = isScalar(node) && node.range && node.range[0] > colon ? node.range[0] : undefined;
  const to = Math.max(colon, end(text, field));
  return from === undefined
    ? `${text.slice(0, colon)} ${written}${text.slice(to)}`
    : text.slice(0, from) + written + text.slice(to);
}

/** A value as YAML on one line, within quotation marks of the sort that were there. */
function write(value: Value, inBrackets: boolean, type?: Scalar['type']): string {
  const document = new Document(inBrackets || typeof value === 'object' ? [value] : { a: value });
  const { contents } = document;
  visit(document, {
    Scalar: (at, node) => {
      if (at === 'key' || typeof node.value !== 'string') return;
      // Words of several lines would have lines of their own, too.
      if (node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
      else if (type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE') node.type = type;
    },
  });
  if (isSeq(contents)) contents.flow = true;
  const written = document.toString(asWide).trim();
  return isSeq(contents) ? written.replace(/^\[ ?| ?\]$/gu, '') : written.slice('a: '.length);
}

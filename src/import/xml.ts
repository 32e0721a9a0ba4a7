import { Parser } from 'htmlparser2';

/** An element of XML; a child that is a string is text. Names have the usual prefix of their namespace. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
};

/** The prefixes that Office Open XML (ECMA-376) is written with; a file may choose others, or the strict namespaces. */
const usual: [RegExp, string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/u, 'w'],
  [/\/drawingml\/(?:2006\/)?main$/u, 'a'],
  [/\/officeDocument\/(?:2006\/)?math$/u, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/u, 'r'],
  [/\/markup-compatibility\/2006$/u, 'mc'],
  [/schemas-microsoft-com:vml$/u, 'v'],
];

/** Parses XML, as its root element; an empty one if there is none. */
export function parseXml(bytes: Uint8Array | undefined): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  if (!bytes) return root;
  const open = [root];
  const prefixes = new Map<string, string>();
  const named = (name: string): string => {
    const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name];
    const known = prefixes.get(prefix) ?? prefix;
    return known === '' ? (local ?? '') : `${known}:${local ?? ''}`;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        for (const [key, value] of Object.entries(attributes)) {
          const [, prefix] = /^xmlns(?::(.+))?$/u.exec(key) ?? ['', null];
          const known = usual.find(([address]) => address.test(value))?.[1];
          if (prefix !== null && known !== undefined) prefixes.set(prefix ?? '', known);
        }
        const element: Element = {
          name: named(name),
          attributes: Object.fromEntries(
            Object.entries(attributes).map(([key, value]) => [
              key.includes(':') ? named(key) : key,
              value,
            ]),
          ),
          children: [],
        };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => open.at(-1)?.children.push(text),
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeXml(bytes));
  return root.children.find((child) => typeof child !== 'string') ?? root;
}

/** XML is UTF-8, or UTF-16 with a byte order mark. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

export const elementsOf = (element: Element | undefined): Element[] =>
  (element?.children ?? []).filter((child) => typeof child !== 'string');

/** The first child of a name, along a path of names. */
export function childAt(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (at, name) => elementsOf(at).find((child) => child.name === name),
    element,
  );
}

/** All elements of a name below another, in order. */
export function findAll(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

/** An attribute w:val of the child at a path. */
export const valueAt = (element: Element | undefined, ...path: string[]): string | undefined =>
  childAt(element, ...path)?.attributes['w:val'];

/** All text below an element. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

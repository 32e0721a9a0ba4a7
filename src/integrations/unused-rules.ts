import postcss, { type ChildNode } from 'postcss';

/** A selector, and the elements, classes and ids without which it cannot match. */
type Selector = { text: string; needs: readonly string[] };
type Declaration = { property: string; text: string };
type Node =
  | { kind: 'rule'; selectors: readonly Selector[]; declarations: readonly Declaration[] }
  | { kind: 'group'; open: string; nodes: readonly Node[] }
  | { kind: 'other'; text: string };

const sheets = new Map<string, readonly Node[]>();

/**
 * Leaves out the rules that can match nothing on a page, and the custom properties that nothing there refers to.
 * Selectors are judged by the elements, classes, ids and roles they name; states, other attributes and what stands in
 * `:is()` and `:not()` are taken to be there.
 *
 * @param html the page
 * @param later what scripts of the page may add: their code, and the styles they load
 */
export function dropUnused(css: string, html: string, later: LaterParts = nothingLater): string {
  const here = namesIn(html);
  const has = (name: string): boolean => here.has(name) || later.names.has(name);
  const sheet = sheets.get(css) ?? read(postcss.parse(css).nodes);
  sheets.set(css, sheet);
  const nodes = keepNodes(sheet, has);
  const outside = new Set([...referencesIn(html), ...later.references]);
  // A property may be used by another that is used by none.
  for (let kept = '', before = css; ; before = kept) {
    const used = new Set([...referencesIn(before), ...outside]);
    kept = write(nodes, used);
    if (kept === before) return kept;
  }
}

/** What scripts may bring to a page: words that may name elements, classes and ids, and properties referred to. */
export type LaterParts = { names: ReadonlySet<string>; references: ReadonlySet<string> };

const nothingLater: LaterParts = { names: new Set(), references: new Set() };

/**
 * Reads what scripts may bring. The names of what they make stand in texts by themselves: `i`, `found first`; those in
 * selectors, by which they only look for something, do not.
 * @param scripts their code
 * @param styles that they load
 */
export function readLaterParts(
  scripts: readonly string[],
  styles: readonly string[] = [],
): LaterParts {
  const code = scripts.join('\n');
  const texts = Array.from(code.matchAll(/(["'`])([\w -]+)\1/gu), ([, , words = '']) => words);
  const roles = Array.from(code.matchAll(/\brole["'`]?[:,]\s*["'`]([\w-]+)/gu), ([, role = '']) =>
    nameOfRole(role),
  );
  return {
    names: new Set([...texts.flatMap((words) => words.split(' ')), ...roles]),
    references: new Set(referencesIn([code, ...styles].join('\n'))),
  };
}

/** What `[role=search]` needs: no element or class is called that. */
const nameOfRole = (role: string): string => `role=${role}`;

function namesIn(html: string): Set<string> {
  const names = new Set<string>();
  for (const [, role = ''] of html.matchAll(/\srole="?([\w-]+)/gu)) names.add(nameOfRole(role));
  for (const [, tag = ''] of html.matchAll(/<([a-z][\w-]*)/giu)) names.add(tag.toLowerCase());
  for (const [, quoted, bare] of html.matchAll(/\s(?:class|id)=(?:"([^"]*)"|([^\s">]+))/gu)) {
    for (const name of (quoted ?? bare ?? '').split(/\s+/u)) names.add(name);
  }
  return names;
}

const referencesIn = (text: string): string[] => text.match(/--[\w-]+(?=\s*[,)])/gu) ?? [];

function read(nodes: readonly ChildNode[]): Node[] {
  return nodes.map((node): Node => {
    if (node.type === 'rule' && node.nodes.every(({ type }) => type === 'decl')) {
      return {
        kind: 'rule',
        selectors: node.selectors.map((text) => ({ text, needs: needsOf(text) })),
        declarations: node.nodes.flatMap((child) =>
          child.type === 'decl' ? [{ property: child.prop, text: String(child) }] : [],
        ),
      };
    }
    const isGroup = node.type === 'atrule' && /^(?:media|supports)$/u.test(node.name);
    return isGroup && node.nodes
      ? { kind: 'group', open: `@${node.name} ${node.params}`, nodes: read(node.nodes) }
      : { kind: 'other', text: String(node) };
  });
}

/** None for a selector that is not understood. */
function needsOf(selector: string): string[] {
  if (selector.includes('\\')) return [];
  const withoutNot = selector.replace(/:(?:not|is)\([^()]*\)/gu, '');
  const roles = Array.from(withoutNot.matchAll(/\[role=["']?([\w-]+)["']?\]/gu), ([, role = '']) =>
    nameOfRole(role),
  );
  let bare = selector.replace(/"[^"]*"|'[^']*'/gu, '');
  // One of the selectors in `:has()` must match like any other: what all of them need.
  const within = Array.from(bare.matchAll(/:has\(([^()]*)\)/gu), ([, list = '']) => {
    const [first = [], ...others] = list.split(',').map(needsOf);
    return first.filter((name) => others.every((needs) => needs.includes(name)));
  });
  for (let before = ''; bare !== before;) {
    before = bare;
    bare = bare.replace(/\([^()]*\)|\[[^\]]*\]/gu, '');
  }
  const own = Array.from(
    bare.matchAll(/::?[\w-]+|([.#]?)([a-z_][\w-]*)/giu),
    // Names of elements are the same in either case.
    ([, sign, name = '']) => (sign === '' ? name.toLowerCase() : name),
  );
  return [...own.filter(Boolean), ...roles, ...within.flat()];
}

function keepNodes(nodes: readonly Node[], has: (name: string) => boolean): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.kind === 'rule') {
      const selectors = node.selectors.filter(({ needs }) => needs.every(has));
      return selectors.length > 0 ? [{ ...node, selectors }] : [];
    }
    if (node.kind === 'other') return [node];
    const kept = keepNodes(node.nodes, has);
    return kept.length > 0 ? [{ ...node, nodes: kept }] : [];
  });
}

function write(nodes: readonly Node[], used: ReadonlySet<string>): string {
  return nodes
    .map((node) => {
      if (node.kind === 'other')
        return /^@import|^@charset/u.test(node.text) ? `${node.text};` : node.text;
      if (node.kind === 'group') {
        const inner = write(node.nodes, used);
        return inner && `${node.open}{${inner}}`;
      }
      const body = node.declarations
        .filter(({ property }) => !property.startsWith('--') || used.has(property))
        .map(({ text }) => text)
        .join(';');
      return body && `${node.selectors.map(({ text }) => text).join(',')}{${body}}`;
    })
    .join('');
}

import postcss, { type Root } from 'postcss';

/** A stylesheet with the classes that its selectors ask for. */
type Sheet = { root: Root; classes: ReadonlySet<string> };

const sheets = new Map<string, Sheet>();
const kept = new Map<string, string>();

/**
 * Leaves out the rules that no element of a page can match, because a class they ask for is nowhere on it.
 * @param css a stylesheet
 * @param isOnPage whether a class may stand on the page, or be set there by a script
 * @returns the stylesheet with the other rules only; rules without a class all stay
 */
export function keepUsedRules(css: string, isOnPage: (name: string) => boolean): string {
  const { root, classes } = readSheet(css);
  const missing = new Set([...classes].filter((name) => !isOnPage(name)));
  if (missing.size === 0) return css;
  const key = `${[...missing].join(' ')}\n${css}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const used = root.clone();
  used.walkRules((rule) => {
    const selectors = rule.selectors.filter(
      (selector) => !neededBy(selector).some((name) => missing.has(name)),
    );
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selector = selectors.join(',');
  });
  used.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  const result = used.toString();
  kept.set(key, result);
  return result;
}

function readSheet(css: string): Sheet {
  const known = sheets.get(css);
  if (known) return known;
  const root = postcss.parse(css);
  const classes = new Set<string>();
  root.walkRules((rule) => {
    for (const name of rule.selectors.flatMap(neededBy)) classes.add(name);
  });
  const sheet = { root, classes };
  sheets.set(css, sheet);
  return sheet;
}

/** The classes without which a selector matches nothing: not those it rules out, nor those it has a choice of. */
export function neededBy(selector: string): string[] {
  const plain = withoutChoices(selector.replace(/\[[^\]]*\]/gu, ''));
  return Array.from(plain.matchAll(/\.(-?[a-z_][\w-]*)/giu), ([, name = '']) => name);
}

function withoutChoices(selector: string): string {
  const [opening] = /:(?:not|is|where|has)\(/u.exec(selector) ?? [];
  if (opening === undefined) return selector;
  const start = selector.indexOf(opening);
  const first = start + opening.length;
  let end = first;
  for (let depth = 1; depth > 0 && end < selector.length; end += 1) {
    if (selector[end] === '(') depth += 1;
    else if (selector[end] === ')') depth -= 1;
  }
  const inner = selector.slice(first, end - 1);
  // What an element must hold is needed as well, unless it may be one of several things.
  const needed = opening === ':has(' && !inner.includes(',') ? withoutChoices(inner) : '';
  return `${selector.slice(0, start)} ${needed} ${withoutChoices(selector.slice(end))}`;
}

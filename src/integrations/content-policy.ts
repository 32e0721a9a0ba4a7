import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { firstPaintScript } from '../reading-settings/first-paint.ts';
import { flattenLayers } from './cascade.ts';
import { loadSite } from '../loaders/read-site.ts';
import { readVocabulary } from '../loaders/read-vocabulary.ts';
import { settings } from '../settings.ts';
import { bindEnds } from '../setting/last-lines.ts';
import { breakTitles } from '../setting/title-lines.ts';
import {
  type PropertyNames,
  numberNotes,
  readPropertyNames,
  shortenProperties,
  shortenValues,
} from './shorten.ts';
import { type LaterParts, dropUnused, readLaterParts } from './unused-rules.ts';

/** A source of a content policy: what has this hash, and nothing else. */
const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the policy of every page says; each adds the hash of its own style. */
export const commonPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  `script-src 'self' 'wasm-unsafe-eval' ${hashOf(firstPaintScript)}`,
];

/** The rules of a stylesheet as browsers of 2020 read them, in few bytes. */
const shortened = new Map<string, string>();
function plainRules(css: string): string {
  const rules = shortened.get(css) ?? shortenValues(flattenLayers(css));
  shortened.set(css, rules);
  return rules;
}

/** Sets each page's content policy, when the page is as it will be published. */
export function contentPolicies(): AstroIntegration {
  return {
    name: 'jihua-content-policies',
    hooks: {
      'astro:build:done': ({ dir }) => setContentPolicies(fileURLToPath(dir)),
    },
  };
}

/** So short a name of the field stands on one line of a title in any window. */
const longestTerm = 4;

/** Sets the content policy of every page in a folder, and flattens the layers of every stylesheet. */
async function setContentPolicies(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const textsOf = async (form: RegExp): Promise<Map<string, string>> =>
    new Map(
      await Promise.all(
        names
          .filter((file) => form.test(file))
          .map(
            async (file) => [basename(file), await readFile(join(folder, file), 'utf8')] as const,
          ),
      ),
    );
  const laterOf = makeLaterOf(await textsOf(/\.js$/u), await textsOf(/\.css$/u));
  const properties = readPropertyNames(join(process.cwd(), 'src'));
  const { plans } = loadSite(settings.root);
  const terms = readVocabulary(settings.root, plans)
    .askedTerms.map(({ term }) => term)
    .filter((term) => term.length <= longestTerm);
  for (const name of names.filter((file) => file.endsWith('.css'))) {
    const file = join(folder, name);
    const rules = plainRules(await readFile(file, 'utf8'));
    await writeFile(file, shortenProperties(rules, properties));
  }
  for (const name of names.filter((file) => file.endsWith('.html'))) {
    const file = join(folder, name);
    const html = await readFile(file, 'utf8');
    await writeFile(file, setContentPolicy(html, laterOf(html), properties, terms));
  }
}

/** Only a page with a box for search comes to its code. */
const searchCode = /^(?:plan-search|search-)/u;

/** What the scripts of a page may bring to it: those that it names, and those that they load. */
function makeLaterOf(
  scripts: ReadonlyMap<string, string>,
  styles: ReadonlyMap<string, string>,
): (html: string) => LaterParts {
  const known = new Map<string, LaterParts>();
  const importsOf = (file: string): string[] =>
    Array.from(
      (scripts.get(file) ?? '').matchAll(/["'`](?:\.\/)([^"'`]+\.js)["'`]/gu),
      ([, name = '']) => name,
    );
  return (html) => {
    const hasSearch = html.includes('<plan-search');
    const own = Array.from(
      html.matchAll(/<script[^>]* src="[^"]*\/([^"/]+)"/gu),
      ([, name = '']) => name,
    );
    const key = [hasSearch, ...own].join();
    const before = known.get(key);
    if (before) return before;
    const reached = new Set<string>();
    const walk = (file: string): void => {
      if (reached.has(file) || (!hasSearch && searchCode.test(file))) return;
      reached.add(file);
      importsOf(file).forEach(walk);
    };
    own.forEach(walk);
    const code = [...reached].map((file) => scripts.get(file) ?? '');
    const parts = readLaterParts(
      code,
      [...styles].flatMap(([name, css]) => (code.some((text) => text.includes(name)) ? css : [])),
    );
    // Without the box its own rules find nothing: its name stands in the script of every page, which looks for it.
    const names = new Set([...parts.names].filter((name) => hasSearch || name !== 'plan-search'));
    const found = { ...parts, names };
    known.set(key, found);
    return found;
  };
}

/**
 * Gathers the styles of a page into one element, and sets the policy that allows that and no other
 * (Content Security Policy Level 3). A hash cannot be compressed: one instead of a dozen makes a page a
 * tenth lighter. Rules that nothing on the page can need are left out.
 *
 * @param html a whole page as it was built
 * @param later what the scripts of the site may bring to a page that runs one
 * @param properties what custom properties are called in the stylesheets that scripts bring
 * @param terms names of the field that no title breaks, see breakTitles
 * @returns the page with its policy before its style
 */
export function setContentPolicy(
  html: string,
  later?: LaterParts,
  properties: PropertyNames = new Map(),
  terms: readonly string[] = [],
): string {
  let css = '';
  const bare = breakTitles(bindEnds(numberNotes(html)), terms).replace(
    /<style[^>]*>([^]*?)<\/style>/gu,
    (_, rules: string) => {
      css += rules;
      return '';
    },
  );
  const hasScript = /<script[^>]* src=/u.test(bare);
  css = dropUnused(plainRules(css), bare, hasScript ? later : undefined);
  css = shortenProperties(css, properties);
  const policy = [...commonPolicy, `style-src 'self' ${hashOf(css)}`].join(';');
  // Before the title, which every page has, and so before all that the policy speaks of.
  const title = '<title>';
  if (!bare.includes(title)) throw new Error(`a page without ${title}`);
  const head = `<meta http-equiv="content-security-policy" content="${policy}">`;
  const set = bare.replace(/<[^>]*["\s(,]var\(--[^>]*>/gu, (tag) =>
    shortenProperties(tag, properties),
  );
  // A function's result is taken as it is: in a string, `$&` of a rule would be read as a reference.
  return set.replace(title, () => `${head}<style>${css}</style>${title}`);
}

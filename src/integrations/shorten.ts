import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';

/*
 * Names and values that mean the same in fewer bytes. A task page, with all it asks for, may weigh 10 KB with brotli;
 * names that explain themselves are for the source.
 */

/** What no browser needs any more that we support: all of them know the property without a prefix. */
const needless = /^-webkit-text-decoration-/u;

/** Writes the values of a stylesheet without the spaces that they can do without, and `clamp()` as such. */
export function shortenValues(css: string): string {
  const root = postcss.parse(css);
  root.walkDecls((declaration) => {
    if (needless.test(declaration.prop)) declaration.remove();
    else declaration.value = shortenValue(declaration.value);
  });
  return root.toString();
}

function shortenValue(value: string): string {
  return (
    value
      // What is quoted stays as it is.
      .replace(/("[^"]*"|'[^']*')|\s*([,/])\s+/gu, (_, quoted?: string, mark?: string) =>
        String(quoted ?? mark),
      )
      // The bundler takes browsers of 2020 for older than they are.
      .replace(/\bmax\(([^(),]+),min\(([^(),]+),([^(),]+)\)\)/gu, 'clamp($1,$2,$3)')
  );
}

/** What each custom property of a site is called in what is built: `--ink-2` is `--c`, say. */
export type PropertyNames = ReadonlyMap<string, string>;

const property = /--[a-z][\w-]*/gu;

/** Names the custom properties that stylesheets define, in the order in which they come. */
export function namePropertiesOf(sheets: readonly string[]): PropertyNames {
  const defined = sheets.flatMap((css) =>
    Array.from(css.matchAll(/(?<=[{;\s])--[a-z][\w-]*(?=\s*:)/gu), ([name]) => name),
  );
  const names = [...new Set(defined)];
  return new Map(names.map((name, i) => [name, `--${shortName(i)}`]));
}

/** `a` to `z`, then `aa` and on. */
function shortName(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : shortName(Math.floor(n / 26) - 1) + last;
}

/** What the bundler writes `light-dark()` with, for browsers that do not know it. */
const bundlersOwn = '{--lightningcss-light:;--lightningcss-dark:}';

/** The names of the custom properties that the stylesheets of a source define, and of those that the bundler adds. */
export function readPropertyNames(source: string): PropertyNames {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const sheets = files.filter((file) => file.endsWith('.css')).sort();
  return namePropertiesOf([
    bundlersOwn,
    ...sheets.map((file) => readFileSync(join(source, file), 'utf8')),
  ]);
}

/** Calls custom properties by their short names, in a stylesheet or in the attributes of a page. */
export function shortenProperties(text: string, names: PropertyNames): string {
  return text.replace(property, (name) => names.get(name) ?? name);
}

/**
 * Numbers the notes and terms of a page. Their ids, `aside-term-credit`, are for the page's own use and no addresses:
 * see urls.ts.
 */
export function numberNotes(html: string): string {
  const numbers = new Map<string, number>();
  const note = /(?<=\s(?:id|href|aria-[a-z]+)="#?)aside-(?:term|note)-[^"\s]+(?=")/gu;
  return html.replace(note, (id) => {
    const n = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, n);
    return `aside-n${n}`;
  });
}

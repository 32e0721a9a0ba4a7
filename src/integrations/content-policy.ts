import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flattenLayers } from './cascade.ts';
import { keepUsedRules } from './used-rules.ts';

/**
 * Sets the content policy of every page in a folder, flattens the layers of every stylesheet, and leaves out of a
 * page the rules for what it does not hold.
 */
export async function setContentPolicies(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((file) => file.endsWith('.css'))) {
    const file = join(folder, name);
    await writeFile(file, flattenLayers(await readFile(file, 'utf8')));
  }
  const inScripts = new Set<string>();
  for (const name of names.filter((file) => file.startsWith('_astro/') && file.endsWith('.js'))) {
    for (const word of wordsOf(await readFile(join(folder, name), 'utf8'))) inScripts.add(word);
  }
  for (const name of names.filter((file) => file.endsWith('.html'))) {
    const file = join(folder, name);
    await writeFile(file, setContentPolicy(await readFile(file, 'utf8'), inScripts));
  }
}

/** What a class may be called, wherever it stands in a script. */
const wordsOf = (text: string): string[] => text.match(/[a-z_][\w-]*/giu) ?? [];

/** The classes on a page. */
const classesOf = (html: string): string[] =>
  Array.from(html.matchAll(/ class="([^"]*)"/gu), ([, names = '']) => names.split(/\s+/u)).flat();

/**
 * Gathers the styles of a page into one element, and sets the policy that allows that and no other
 * (Content Security Policy Level 3). A hash cannot be compressed: one instead of a dozen makes a page a
 * tenth lighter.
 *
 * @param html a whole page as it was built
 * @param inScripts the words of the scripts, which may set classes; without them every rule stays
 * @returns the page with its policy before its style
 */
export function setContentPolicy(html: string, inScripts?: ReadonlySet<string>): string {
  let css = '';
  const bare = html.replace(/<style[^>]*>([^]*?)<\/style>/gu, (_, rules: string) => {
    css += rules;
    return '';
  });
  css = flattenLayers(css);
  if (inScripts) {
    const classes = new Set(classesOf(bare));
    css = keepUsedRules(css, (name) => classes.has(name) || inScripts.has(name));
  }
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = [
    "default-src 'none'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'sha256-${hash}'`,
  ].join(';');
  const charset = '<meta charset="utf-8">';
  if (!bare.includes(charset)) throw new Error(`a page without ${charset}`);
  const head = `<meta http-equiv="content-security-policy" content="${policy}">`;
  // A function's result is taken as it is: in a string, `$&` of a rule would be read as a reference.
  return bare.replace(charset, () => `${charset}${head}<style>${css}</style>`);
}

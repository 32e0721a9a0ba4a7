import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A language of the interface that has a words file of its own, `src/languages/en.ts`. */
type Translation = 'en';

const source = join(import.meta.dirname, '..');

/** The words files that `language.ts` is made of: those whose words pages show. */
const shown =
  /^(?:words\/(?:strings|text-words|joining-words)|kinds\/(?:[\w-]+\/)?words|(?:tables|comparison|exports|files|reading-settings)\/words)\.ts$/u;

/** What kinds of annotations say to editors only. */
const forEditors = /^kinds\/[\w-]+\/words\.ts$/u;

/**
 * The code of a words file in another language: the same names, from the one file of that language. Each takes a copy of
 * it, of which a bundler keeps what is asked for, so that no page loads the words of another.
 *
 * @param path of a file, absolute
 * @returns undefined for every file but those whose words pages show
 */
function standIn(path: string, language: Translation): string | undefined {
  const file = relative(source, path).replaceAll(sep, '/');
  if (!shown.test(file)) return undefined;
  const names = Array.from(
    readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gmu),
    ([, name = '']) => name,
  );
  const isOwn = (name: string): boolean => name === 'fileWords' && forEditors.test(file);
  const own = names.filter(isOwn);
  const said = names.filter((name) => !isOwn(name));
  const translated = join(source, 'languages', `${language}.ts`);
  const from = (names: readonly string[], target: string): string =>
    names.length > 0 ? `export { ${names.join(', ')} } from ${JSON.stringify(target)};\n` : '';
  return from(said, `${translated}?for=${file}`) + from(own, `${path}?own`);
}

/** A Vite plugin that has pages and their scripts speak a language; none for Chinese, which the files are in. */
export function wordsOf(language: 'zh' | Translation): {
  name: string;
  enforce: 'pre';
  load(id: string): string | undefined;
} {
  return {
    name: 'jihua-words',
    enforce: 'pre',
    load: (id) => (language === 'zh' || id.includes('?') ? undefined : standIn(id, language)),
  };
}

/** Has the program itself speak a language to readers, in what it makes without a bundler: indexes, files. */
export function useWordsOf(language: Translation): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      next(/^\/.*\?/u.test(specifier) ? fileAddress(specifier) : specifier, context),
    load(url, context, next) {
      const code = /^file:[^?]*$/u.test(url) ? standIn(fileURLToPath(url), language) : undefined;
      if (code === undefined) return next(url, context);
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}

/** A path with a query as an address. */
function fileAddress(path: string): string {
  const [file = '', query = ''] = path.split('?', 2);
  return `${pathToFileURL(file).href}?${query}`;
}

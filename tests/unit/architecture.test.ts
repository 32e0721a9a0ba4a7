import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listFiles, readText } from '../support/site.ts';

/** What each part of the house may import: other parts of ours, and packages. The rest is forbidden. */
const rules: Record<string, { ours: string[]; packages: string[] }> = {
  text: { ours: [], packages: ['zod', 'yaml'] },
  words: { ours: [], packages: [] },
  comparison: { ours: ['corrections', 'kinds', 'text'], packages: ['diff', 'zod'] },
  corrections: { ours: ['text', 'urls.ts'], packages: ['diff', 'yaml', 'zod', 'node:'] },
  tables: { ours: ['text'], packages: [] },
  kinds: { ours: ['tables', 'text', 'words'], packages: ['zod'] },
  site: { ours: ['kinds', 'text', 'words'], packages: ['pinyin-pro', 'zod'] },
  setting: { ours: ['kinds', 'text'], packages: [] },
  charts: { ours: ['setting'], packages: ['d3'] },
  'plan-charts': {
    ours: [
      'charts',
      'comparison',
      'kinds',
      'setting',
      'styles',
      'tables',
      'text',
      'urls.ts',
      'words',
    ],
    packages: ['sharp'],
  },
  citation: { ours: ['words'], packages: ['lean-qr'] },
  previews: {
    ours: ['kinds', 'sentence-places.ts', 'setting', 'text', 'urls.ts', 'words'],
    packages: ['fontkitten', 'sharp', 'wawoff2', 'node:'],
  },
  search: { ours: ['kinds', 'site', 'text', 'urls.ts', 'words'], packages: [] },
  exports: {
    ours: [
      'citation',
      'comparison',
      'kinds',
      'setting',
      'site',
      'tables',
      'text',
      'urls.ts',
      'words',
    ],
    packages: ['zod'],
  },
  files: {
    ours: ['exports', 'kinds', 'text', 'words'],
    packages: [
      '@cantoo/pdf-lib',
      '@sparticuz/chromium',
      'docx',
      'fflate',
      'mdast',
      'mdast-util-to-markdown',
      'playwright-core',
      'node:',
    ],
  },
  loaders: {
    ours: ['comparison', 'corrections', 'kinds', 'settings.ts', 'site', 'text'],
    packages: ['astro', 'satteri', 'zod', 'node:'],
  },
  icons: { ours: [], packages: ['sharp'] },
  manual: { ours: [], packages: ['satteri'] },
  import: { ours: ['text'], packages: ['fflate', 'htmlparser2', 'unpdf', 'node:'] },
  offline: { ours: [], packages: ['workbox-routing', 'workbox-strategies'] },
  integrations: {
    ours: [
      'citation',
      'corrections',
      'files',
      'kinds',
      'languages',
      'loaders',
      'offline',
      'previews',
      'reading-settings',
      'search',
      'setting',
      'settings.ts',
      'site',
      'styles',
      'text',
      'urls.ts',
      'words',
    ],
    packages: [
      'astro',
      'browserslist-to-esbuild',
      'esbuild',
      'htmlparser2',
      'opencc-js',
      'pagefind',
      'pinyin-pro',
      'playwright-core',
      'postcss',
      'node:',
    ],
  },
  'reading-settings': { ours: [], packages: [] },
  elements: {
    ours: [
      'citation',
      'number-list.ts',
      'reading-settings',
      'search',
      'setting',
      'styles',
      'text',
      'urls.ts',
      'words',
    ],
    packages: [],
  },
  components: {
    ours: [
      'citation',
      'charts',
      'comparison',
      'corrections',
      'endnotes.ts',
      'files',
      'plan-charts',
      'kinds',
      'queries.ts',
      'setting',
      'site',
      'styles',
      'text',
      'urls.ts',
      'words',
    ],
    packages: ['astro:content'],
  },
  layouts: {
    ours: [
      'components',
      'kinds',
      'queries.ts',
      'reading-settings',
      'styles',
      'text',
      'urls.ts',
      'words',
    ],
    packages: [],
  },
  pages: {
    ours: [
      'charts',
      'comparison',
      'components',
      'corrections',
      'endnotes.ts',
      'exports',
      'files',
      'icons',
      'plan-charts',
      'kinds',
      'layouts',
      'manual',
      'queries.ts',
      'reading-settings',
      'sentence-marks.ts',
      'sentence-places.ts',
      'setting',
      'settings.ts',
      'site',
      'styles',
      'tables',
      'text',
      'urls.ts',
      'words',
    ],
    packages: ['astro', 'astro:content', 'node:'],
  },
  styles: { ours: [], packages: [] },
  reference: { ours: ['comparison', 'kinds', 'site', 'text'], packages: ['zod'] },
  draft: { ours: ['kinds', 'text'], packages: ['pinyin-pro', 'yaml'] },
  desk: {
    ours: ['draft', 'elements', 'kinds', 'loaders', 'reference', 'text', 'urls.ts'],
    packages: ['esbuild', 'yaml', 'zod', 'node:'],
  },
  commands: {
    ours: [
      'corrections',
      'desk',
      'draft',
      'import',
      'integrations',
      'kinds',
      'languages',
      'loaders',
      'manual',
      'reference',
      'text',
      'urls.ts',
    ],
    packages: ['astro', 'sirv', 'node:'],
  },
  'language.ts': {
    ours: ['comparison', 'exports', 'files', 'kinds', 'reading-settings', 'tables', 'words'],
    packages: [],
  },
  languages: { ours: ['language.ts'], packages: ['node:'] },
  'content.config.ts': {
    ours: ['comparison', 'corrections', 'kinds', 'loaders', 'site', 'text'],
    packages: ['astro:content'],
  },
  'queries.ts': {
    ours: ['comparison', 'corrections', 'kinds', 'site', 'text'],
    packages: ['astro:content'],
  },
  'sentence-marks.ts': { ours: ['kinds', 'setting', 'site', 'text', 'urls.ts'], packages: [] },
  'endnotes.ts': { ours: ['kinds', 'setting', 'site', 'text'], packages: [] },
  'number-list.ts': { ours: [], packages: [] },
  'sentence-places.ts': { ours: ['text', 'urls.ts', 'words'], packages: [] },
  'settings.ts': { ours: [], packages: ['node:'] },
  'urls.ts': { ours: ['corrections', 'kinds', 'number-list.ts'], packages: [] },
};

/** What a file imports: for an Astro component, what its frontmatter does. */
function importsOf(file: string): string[] {
  const text = readText('src', file);
  const code = file.endsWith('.astro') ? (text.split(/^---$/mu)[1] ?? '') : text;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

const files = listFiles('src').filter(
  (file) => /\.(?:ts|astro)$/u.test(file) && !file.endsWith('.d.ts'),
);
const partOf = (file: string): string => file.split('/')[0] ?? file;

describe('imports point where the design allows', () => {
  test.each(files)('%s', (file) => {
    const part = partOf(file);
    const rule = rules[part];
    if (!rule) throw new Error(`src/${part} has no place in the design`);
    for (const target of importsOf(file)) {
      if (target.startsWith('.')) {
        const other = partOf(normalize(join(dirname(file), target)));
        if (other !== part) expect(rule.ours, `${file} imports ${target}`).toContain(other);
      } else {
        const allowed = rule.packages.some((name) =>
          name.endsWith(':')
            ? target.startsWith(name)
            : target === name || target.startsWith(`${name}/`),
        );
        expect(allowed, `${file} imports ${target}`).toBe(true);
      }
    }
  });

  test('words files import nothing, and a language only them', () => {
    for (const file of files.filter((name) => /(?:^|\/)(?:words|strings)\.ts$/u.test(name))) {
      expect(importsOf(file), file).toEqual([]);
    }
    for (const target of importsOf('language.ts'))
      expect(target).toMatch(/(?:words|strings|registry)\.ts$/u);
  });

  test('addresses are made in urls.ts', () => {
    const makers = files.filter((file) =>
      /`[^`\n]*\/(?:tasks|sections|targets|charts|audiences|glossary|guides|full|print|data|search)\/[^`\n]*`|`[^`\n]*\$\{[^}]*\}\/#/u.test(
        readText('src', file).replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*|^import .*$/gmu, ''),
      ),
    );
    expect(makers).toEqual(['urls.ts']);
  });

  test('no import leads back to where it came from, types included', () => {
    const next = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => normalize(join(dirname(file), target))),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const other of next.get(file) ?? []) walk(other, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  test('only queries.ts asks the content collections', () => {
    const askers = files.filter((file) =>
      /\bget(?:Collection|Entry)\b/u.test(readText('src', file)),
    );
    expect(askers).toEqual(['queries.ts']);
  });

  test('colours are set in tokens.css, those of high contrast in the sheet of the settings, and nowhere else', () => {
    const setters = listFiles('src').filter((file) => {
      const text = readText('src', file).replace(/\/\*[^]*?\*\//gu, '');
      // In a stylesheet `#` begins an id only in a selector; elsewhere only an address has one that looks like a colour.
      return file.endsWith('.css')
        ? /:[^;{}]*(?:#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch)a?\()/iu.test(text)
        : /(?<!href=|Url)["'`(:]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})["'`)]/iu.test(text);
    });
    expect(setters).toEqual(['styles/reading-settings.css', 'styles/tokens.css']);
  });

  test('no code knows this plan', () => {
    const names = files.filter((file) =>
      /20xx|\b41\b/u.test(readText('src', file).replace(/\/\*\*?[^]*?\*\/|\/\/.*/gu, '')),
    );
    expect(names).toEqual([]);
  });
});

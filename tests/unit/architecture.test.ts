import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listFiles, readText } from '../support/site.ts';

/** What each part of the house may import: other parts of ours, and packages. The rest is forbidden. */
const rules: Record<string, { ours: string[]; packages: string[] }> = {
  plan: { ours: [], packages: ['zod', 'yaml'] },
  charts: { ours: [], packages: ['d3'] },
  search: { ours: ['plan'], packages: [] },
  exports: {
    ours: ['charts', 'places.ts', 'plan', 'strings.ts', 'urls.ts'],
    packages: ['sharp', 'zod'],
  },
  loaders: { ours: ['plan', 'settings.ts'], packages: ['astro', 'satteri', 'zod', 'node:'] },
  integrations: {
    ours: ['loaders', 'search', 'plan', 'settings.ts'],
    packages: ['astro', 'esbuild', 'htmlparser2', 'opencc-js', 'pagefind', 'pinyin-pro', 'node:'],
  },
  elements: { ours: ['search', 'strings.ts', 'styles'], packages: [] },
  components: {
    ours: ['charts', 'places.ts', 'plan', 'queries.ts', 'strings.ts', 'styles', 'urls.ts'],
    packages: ['astro:content'],
  },
  layouts: {
    ours: ['components', 'plan', 'queries.ts', 'strings.ts', 'styles', 'urls.ts'],
    packages: [],
  },
  pages: {
    ours: [
      'components',
      'exports',
      'layouts',
      'places.ts',
      'plan',
      'queries.ts',
      'sentence-marks.ts',
      'settings.ts',
      'strings.ts',
      'styles',
      'urls.ts',
    ],
    packages: ['astro', 'astro:content', 'node:'],
  },
  commands: { ours: ['loaders', 'plan'], packages: ['astro', 'sirv', 'node:'] },
  'content.config.ts': { ours: ['loaders', 'plan'], packages: ['astro:content'] },
  'places.ts': { ours: ['plan', 'strings.ts', 'urls.ts'], packages: [] },
  'queries.ts': { ours: ['plan'], packages: ['astro:content'] },
  'sentence-marks.ts': { ours: ['plan', 'urls.ts'], packages: [] },
  'settings.ts': { ours: [], packages: ['node:'] },
  'strings.ts': { ours: [], packages: [] },
  'urls.ts': { ours: ['plan'], packages: [] },
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

  test('only queries.ts asks the content collections', () => {
    const askers = files.filter((file) =>
      /\bget(?:Collection|Entry)\b/u.test(readText('src', file)),
    );
    expect(askers).toEqual(['queries.ts']);
  });

  test('no code knows this plan', () => {
    const names = files.filter((file) =>
      /20xx|\b41\b/u.test(readText('src', file).replace(/\/\*\*?[^]*?\*\/|\/\/.*/gu, '')),
    );
    expect(names).toEqual([]);
  });
});

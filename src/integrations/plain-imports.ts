/**
 * A Vite plugin that leaves `import()` to the browser. Vite's own helper fetches the styles and parts of what
 * is imported beforehand; here styles are asked for by those who need them, and the helper with its list of files is a
 * quarter of the script of a reading page.
 */
type Bundle = Record<string, { code?: string }>;

export function plainImports(): {
  name: string;
  enforce: 'pre';
  load(id: string): string | undefined;
  generateBundle: { order: 'post'; handler(options: unknown, bundle: Bundle): void };
} {
  return {
    name: 'jihua-plain-imports',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js'
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.code === undefined) continue;
          chunk.code = chunk.code
            .replace(/^const __vite__mapDeps=.*\n/mu, '')
            .replace(/,__vite__mapDeps\(\[[\d,]*\]\)/gu, '');
        }
      },
    },
  };
}

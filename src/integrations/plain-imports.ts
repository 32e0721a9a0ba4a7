/**
 * A Vite plugin that leaves `import()` to the browser. Vite's own helper fetches the styles and parts of what
 * is imported beforehand; here each has neither, and the helper is a quarter of the script of a reading page.
 */
export function plainImports(): {
  name: string;
  enforce: 'pre';
  load(id: string): string | undefined;
} {
  return {
    name: 'jihua-plain-imports',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js'
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
  };
}

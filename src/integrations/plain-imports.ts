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
        for (const [file, chunk] of Object.entries(bundle)) {
          if (chunk.code === undefined) continue;
          if (isHelper(file)) delete bundle[file];
          chunk.code = withoutHelper(
            chunk.code
              .replace(/^const __vite__mapDeps=.*\n/mu, '')
              .replace(/,__vite__mapDeps\(\[[\d,]*\]\)/gu, ''),
          );
        }
      },
    },
  };
}

/** Whether a file has nothing but the helper: it has one of its own where several scripts call it. */
const isHelper = (file: string): boolean => /(?:^|\/)preload-helper\.[\w-]+\.js$/u.test(file);

const imported = /import\{\w+ as (\w+)\}from"\.\/preload-helper\.[\w-]+\.js";/u;

/** The code in which the helper stands or is imported, with what it is called for in the place of the calls. */
function withoutHelper(code: string): string {
  const name = imported.exec(code)?.[1] ?? /\b(\w+)=(\w+)=>\2\(\)/u.exec(code)?.[1];
  if (name === undefined) return code;
  const call = `${name}(()=>import(`;
  // What else is done with a part once it is there, `async()=>{…}`, is still called by the helper.
  const own = code.includes(`${name}(async()=>`) ? `var ${name}=e=>e();` : '';
  let plain = code.replace(imported, () => own);
  for (let at = plain.indexOf(call); at >= 0; at = plain.indexOf(call, at)) {
    const start = at + name.length + 1;
    let depth = 1;
    let end = start;
    for (; depth > 0 && end < plain.length; end += 1) {
      depth += Number(plain[end] === '(') - Number(plain[end] === ')');
    }
    const load = plain.slice(start, end - 1).replace(/^\(\)=>|,\[\]$/gu, '');
    plain = plain.slice(0, at) + load + plain.slice(end);
  }
  return plain;
}

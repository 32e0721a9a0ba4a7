import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { createIndex } from 'pagefind';
import { chooseDesign, encodingOf } from '../search/index-design.ts';
import browserslistToEsbuild from 'browserslist-to-esbuild';
import { type SearchRecord, includedCharacters, pageHtml } from '../search/records.ts';

/**
 * What is an index's own of Pagefind's files. Its interfaces and worker are left out, and the fragments:
 * the manifest holds the texts, which costs less and spares a reading of each hit.
 */
const ownFiles = /^(?:pagefind-entry\.json|pagefind\..*\.pf_meta|index\/.*)$/u;

/** One copy for all indexes, so that a browser fetches it once. No index here has a stemmer. */
const sharedWasm = 'wasm.unknown.pagefind';

/**
 * Writes a Pagefind index, and what all indexes of a site share.
 * @param out the folder of the site
 * @param pages the records on each page of the index
 * @returns the ids under which Pagefind finds the pages, in their order
 */
export async function writePages(
  out: string,
  folder: string,
  pages: readonly (readonly SearchRecord[])[],
): Promise<string[]> {
  const records = pages.flat();
  const encoding = encodingOf(chooseDesign(records.length));
  const { index, errors } = await createIndex({ includeCharacters: includedCharacters(records) });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const [i, page] of pages.entries()) {
    const added = await index.addHTMLFile({ url: `/${i}/`, content: pageHtml(page, encoding) });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  const shared = join(out, 'search');
  const ids = new Map<number, string>();
  for (const { path, content } of files) {
    if (ownFiles.test(path)) writeInto(folder, path, content);
    else if (path === sharedWasm) writeInto(shared, path, content);
    else if (path === 'pagefind.js') {
      writeInto(shared, path, await shrinkScript(Buffer.from(content).toString()));
    } else for (const [id, page] of readFragment(path, content)) ids.set(page, id);
  }
  await index.deleteIndex();
  return pages.map((_page, i) => {
    const id = ids.get(i);
    if (id === undefined) throw new Error(`Pagefind: no fragment of page ${i}`);
    return id;
  });
}

/** The id and the number of each page in a fragment file; none of another file. */
function readFragment(path: string, content: Uint8Array): [id: string, page: number][] {
  const [, id = ''] = /^fragment\/(.+)\.pf_fragment$/u.exec(path) ?? [];
  if (id === '') return [];
  type Fragment = { url: string };
  const signature = 'pagefind_dcd';
  const json = gunzipSync(content).toString().slice(signature.length);
  const parsed = JSON.parse(json) as Fragment | Record<string, Fragment>;
  const fragments = typeof parsed.url === 'string' ? { [id]: parsed as Fragment } : parsed;
  return Object.entries(fragments as Record<string, Fragment>).map(([name, { url }]) => [
    name,
    Number(url.replaceAll('/', '')),
  ]);
}

/**
 * Stretches of Pagefind 1.6.0's browser code that are never called here, or do more than is needed, each from its first
 * words to those behind it, with what stands in its place.
 */
const unused: readonly (readonly [from: string, to: string, instead?: string])[] = [
  // Fragments, and excerpts of them: the texts stand in the manifest.
  ['async _loadFragmentGroup(', 'async getPtr()'],
  ['async options(', 'decompress(data'],
  ['async set_ranking(', 'async init(language'],
  ['async filters()', 'async search(term'],
  // Of results only the ids are used. Nothing is logged.
  [
    'let resultsInterface=results.map(',
    'return response;}};',
    'const response={results:results.map(({p})=>({id:p}))};',
  ],
  ['const log=(str)=>', 'log(`Starting', 'const log=()=>{};'],
  // The wrapper that chooses a worker, and the merging of indexes.
  ['export{createInstance,', ''],
];

let shrunk: { from: string; script: string } | undefined;

/**
 * Pagefind's browser code without what is not used here, half of its bytes, and with one WebAssembly file
 * beside it for all indexes.
 * @throws Error if it is not that of Pagefind 1.6.0
 */
async function shrinkScript(script: string): Promise<string> {
  if (shrunk?.from === script) return shrunk.script;
  let contents = script;
  for (const [from, to, instead = ''] of unused) {
    const start = contents.indexOf(from);
    const end = to === '' ? contents.length : contents.indexOf(to, start);
    if (start < 0 || end < 0) throw new Error(`pagefind.js has no “${from}…${to}”`);
    contents = contents.slice(0, start) + instead + contents.slice(end);
  }
  const ownWasm = '`${this.basePath}wasm.${language}.pagefind`';
  if (!contents.includes(ownWasm)) throw new Error(`pagefind.js has no ${ownWasm}`);
  contents = contents.replace(ownWasm, `new URL('${sharedWasm}',import.meta.url)`);
  const { outputFiles } = await build({
    stdin: { contents: `${contents};export{PagefindInstance}` },
    bundle: true,
    minify: true,
    format: 'esm',
    target: browserslistToEsbuild(),
    // A fault of old Safari in rare patterns, which are not used here; esbuild would refuse all patterns.
    supported: { destructuring: true },
    // What fails is thrown too, and told to the reader.
    drop: ['console'],
    write: false,
  });
  shrunk = { from: script, script: outputFiles[0]?.text ?? '' };
  return shrunk.script;
}

/** Writes a file and the folders it needs. */
export function writeInto(folder: string, path: string, content: Uint8Array | string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { Converter } from 'opencc-js/t2cn';
import { close, createIndex } from 'pagefind';
import { pinyin } from 'pinyin-pro';
import { readGuideOutlines } from '../loaders/guide-loader.ts';
import { readSite } from '../loaders/read-site.ts';
import { readVocabulary } from '../loaders/read-vocabulary.ts';
import type { GuideOutline } from '../plan/guides.ts';
import type { PlanTree } from '../plan/tree.ts';
import type { Everyday, Related, Vocabulary } from '../plan/vocabulary.ts';
import { findVariants } from '../search/fold.ts';
import { chooseDesign } from '../search/index-design.ts';
import type { AllManifest, AudienceTasks, PlanManifest } from '../search/pagefind-index.ts';
import type { Readings } from '../search/pinyin.ts';
import {
  type SearchRecord,
  findSuggestions,
  includedCharacters,
  namedRecords,
  packRecord,
  pageHtml,
  planRecords,
  unpackRecord,
} from '../search/records.ts';
import { packRelated, textOf } from '../search/related.ts';
import { settings } from '../settings.ts';

/**
 * What an index needs of Pagefind's files. Its own interfaces and worker are left out, and the fragments:
 * the manifest holds the texts, which costs less and spares a reading of each hit.
 */
const neededFiles = /^(?:pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\..*|index\/.*)$/u;

/**
 * Makes the search indexes: one for each plan, so that searching a plan costs the same however many
 * there are, and one for all plans together where there are several.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'jihua-search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { plans } = readSite(settings.root);
        await writeIndexes(fileURLToPath(dir), plans, {
          vocabulary: readVocabulary(settings.root, plans),
          guides: readGuideOutlines(settings.root),
        });
      },
    },
  };
}

type Editorial = { vocabulary: Vocabulary; guides: readonly GuideOutline[] };

/** Writes the indexes of plans into the folder of a built site. */
export async function writeIndexes(
  out: string,
  plans: readonly PlanTree[],
  editorial: Editorial,
): Promise<void> {
  const several = plans.length > 1;
  try {
    for (const tree of plans) {
      await writePlanIndex(join(out, tree.plan.id, 'search'), tree, editorial, several);
    }
    if (several) await writeAllIndex(join(out, 'search/all'), plans);
  } finally {
    await close();
  }
}

async function writePlanIndex(
  folder: string,
  tree: PlanTree,
  { vocabulary, guides }: Editorial,
  several: boolean,
): Promise<void> {
  const records = planRecords(tree);
  const named = namedRecords(tree, guides);
  const pages = records.map((record) => [record]);
  const { ids, script } = await writePages(folder, pages);
  // One copy for all indexes, so that a browser fetches it once.
  writeInto(join(folder, '../../search'), 'pagefind.js', await shrinkScript(script));
  const texts = [...records, ...named].map(({ sentences }) => sentences.join(''));
  writeJson(folder, 'manifest.json', {
    title: tree.plan.title,
    sections: tree.sections.map(({ n, numeral, title }) => [
      numeral ?? String(n),
      title?.text ?? '',
    ]),
    audiences: audienceTasks(tree),
    suggestions: findSuggestions(records, 6),
    several,
    variants: findVariants(texts),
    records: records.map(packRecord),
    ids,
    named: named.map(packRecord),
  } satisfies PlanManifest);
  const text = textOf(records.map((record) => unpackRecord(packRecord(record))));
  writeJson(folder, 'related.json', packRelated(relatedOf(text, vocabulary), text));
  writeJson(folder, 'readings.json', readingsOf(records, vocabulary.everyday));
}

async function writeAllIndex(folder: string, plans: readonly PlanTree[]): Promise<void> {
  const pages = plans.map(planRecords);
  const { ids } = await writePages(folder, pages);
  writeJson(folder, 'manifest.json', {
    records: pages.flat().length,
    variants: findVariants(pages.flat().flatMap(({ sentences }) => sentences)),
    plans: plans.map(({ plan }) => plan.id),
    ids,
  } satisfies AllManifest);
}

/**
 * Writes a Pagefind index of pages, each of one or more records.
 * @returns the ids under which it finds the pages, in their order, and Pagefind's browser code
 */
async function writePages(
  folder: string,
  pages: readonly (readonly SearchRecord[])[],
): Promise<{ ids: string[]; script: string }> {
  const records = pages.flat();
  const design = chooseDesign(records.length);
  const { index, errors } = await createIndex({ includeCharacters: includedCharacters(records) });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const [i, page] of pages.entries()) {
    const added = await index.addHTMLFile({ url: `/${i}/`, content: pageHtml(page, design) });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  const ids = new Map<number, string>();
  let script = '';
  for (const { path, content } of files) {
    if (neededFiles.test(path)) writeInto(folder, path, content);
    else if (path === 'pagefind.js') script = Buffer.from(content).toString();
    else for (const [id, page] of readFragment(path, content)) ids.set(page, id);
  }
  await index.deleteIndex();
  return {
    ids: pages.map((_page, i) => {
      const id = ids.get(i);
      if (id === undefined) throw new Error(`Pagefind: no fragment of page ${i}`);
      return id;
    }),
    script,
  };
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

let shrunk: { from: string; script: string } | undefined;

/**
 * Pagefind's browser code without what is not used here: its wrapper for workers, its merging of indexes
 * and its spaces, a third of its bytes.
 */
async function shrinkScript(script: string): Promise<string> {
  if (shrunk?.from === script) return shrunk.script;
  const exported = /export\{createInstance,[^}]*\};?\s*$/u;
  if (!exported.test(script) || !script.includes('PagefindInstance=class')) {
    throw new Error('pagefind.js is not as that of Pagefind 1.6.0');
  }
  const { outputFiles } = await build({
    stdin: { contents: script.replace(exported, 'export{PagefindInstance};') },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  shrunk = { from: script, script: outputFiles[0]?.text ?? '' };
  return shrunk.script;
}

/** The tasks of each audience; none as long as a plan does not say whom its tasks are for. */
function audienceTasks(_tree: PlanTree): AudienceTasks[] {
  return [];
}

function relatedOf(text: string, vocabulary: Vocabulary): Related {
  const everyday: Related['everyday'] = [];
  for (const { words, means } of vocabulary.everyday) {
    const here = means.filter((meaning) => text.includes(meaning));
    if (here.length > 0) everyday.push([words, here]);
  }
  return { traditional: traditionalFormsOf(text, everyday), everyday, drop: vocabulary.drop };
}

/** The traditional characters of a text's and its vocabulary's simplified ones, in pairs. */
function traditionalFormsOf(text: string, everyday: Related['everyday']): string {
  const wanted = new Set(text + JSON.stringify(everyday));
  const simplify = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code);
    const simplified = simplify(character);
    if (simplified !== character && wanted.has(simplified) && !wanted.has(character)) {
      pairs += character + simplified;
    }
  }
  return pairs;
}

/** Readings as they occur in context, so that 重 is zhong in 重点 and chong where it is repeated. */
function readingsOf(records: readonly SearchRecord[], everyday: Everyday): Readings {
  const readings = new Map<string, Set<string>>();
  const texts = [
    ...records.flatMap(({ sentences }) => sentences),
    ...everyday.flatMap(({ words }) => words),
  ];
  for (const text of texts) {
    const characters = Array.from(text);
    const spelled = pinyin(text, { toneType: 'none', type: 'array', v: true });
    if (spelled.length !== characters.length)
      throw new Error(`pinyin of “${text}” does not fit it`);
    characters.forEach((character, i) => {
      if (!/\p{Script=Han}/u.test(character)) return;
      const known = readings.get(character) ?? new Set();
      readings.set(character, known.add(spelled[i] ?? ''));
    });
  }
  return Object.fromEntries(
    [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([c, set]) => [c, [...set].join('|')]),
  );
}

function writeInto(folder: string, path: string, content: Uint8Array | string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function writeJson(folder: string, path: string, value: unknown): void {
  writeInto(folder, path, JSON.stringify(value));
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Converter } from 'opencc-js/t2cn';
import { close, createIndex } from 'pagefind';
import { pinyin } from 'pinyin-pro';
import { loadSite } from '../loaders/read-site.ts';
import { readVocabulary } from '../loaders/read-vocabulary.ts';
import { findVariants } from '../search/fold.ts';
import { chooseDesign } from '../search/index-design.ts';
import type { IndexManifest } from '../search/pagefind-index.ts';
import type { Readings } from '../search/pinyin.ts';
import {
  type SearchRecord,
  findSuggestions,
  includedCharacters,
  planRecords,
  recordHtml,
  recordUrl,
} from '../search/records.ts';
import type { Everyday, Related, Vocabulary } from '../plan/vocabulary.ts';
import type { PlanTree } from '../plan/tree.ts';
import { settings } from '../settings.ts';

/** What an index needs of Pagefind's files; its own interfaces and worker are left out. */
const neededFiles =
  /^(?:pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\..*|(?:index|fragment)\/.*)$/u;

/**
 * Makes the search indexes: one for each plan, so that searching a plan costs the same however many
 * there are, and one for all plans together where there are several.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'jihua-search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const { plans } = loadSite(settings.root);
        const recordsOf = new Map(plans.map((tree) => [tree, planRecords(tree)]));
        const context = {
          vocabulary: readVocabulary(settings.root, plans),
          several: plans.length > 1,
        };
        try {
          for (const [tree, records] of recordsOf) {
            await writeIndex(join(out, tree.plan.id, 'search'), [tree], records, context);
          }
          if (context.several) {
            await writeIndex(
              join(out, 'search/all'),
              plans,
              [...recordsOf.values()].flat(),
              context,
            );
          }
        } finally {
          await close();
        }
      },
    },
  };
}

function textOf(records: readonly SearchRecord[]): string {
  return records.map(({ sentences }) => sentences.join('')).join('\n');
}

async function writeIndex(
  folder: string,
  trees: readonly PlanTree[],
  records: readonly SearchRecord[],
  { vocabulary, several }: { vocabulary: Vocabulary; several: boolean },
): Promise<void> {
  const design = chooseDesign(records.length);
  const { index, errors } = await createIndex({
    includeCharacters: includedCharacters(records),
    ...(design.maxFragments === undefined ? {} : { maxFragments: design.maxFragments }),
  });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({
      url: recordUrl(record),
      content: recordHtml(record, design),
    });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) {
    if (neededFiles.test(path)) writeInto(folder, path, content);
    // One copy for all indexes, so that a browser fetches it once.
    else if (path === 'pagefind.js') writeInto(join(folder, '../../search'), path, content);
  }
  await index.deleteIndex();
  const text = textOf(records);
  writeJson(folder, 'manifest.json', {
    records: records.length,
    variants: findVariants([text]),
    plans: Object.fromEntries(
      trees.map((tree) => [tree.plan.id, describePlan(tree, trees.length)]),
    ),
    suggestions: findSuggestions(records, 6),
    several,
  } satisfies IndexManifest);
  writeJson(folder, 'related.json', relatedOf(text, vocabulary));
  writeJson(folder, 'readings.json', readingsOf(records, vocabulary.everyday));
}

/** Section titles are left out where there are many plans: a hit then shows its section's number. */
function describePlan({ plan, sections }: PlanTree, plans: number): IndexManifest['plans'][string] {
  const titled = plans === 1 ? sections : [];
  return {
    title: plan.title,
    sections: titled.map(({ n, numeral, title }) => [numeral ?? String(n), title?.text ?? '']),
  };
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

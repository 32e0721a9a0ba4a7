import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Converter } from 'opencc-js/t2cn';
import { close } from 'pagefind';
import { pinyin } from 'pinyin-pro';
import { readGuideOutlines } from '../loaders/guide-loader.ts';
import { type SiteContent, loadSite } from '../loaders/read-site.ts';
import { readVocabulary } from '../loaders/read-vocabulary.ts';
import type { GuideOutline } from '../site/guides.ts';
import type { PlanTree } from '../kinds/tree.ts';
import type { Everyday, Related, Vocabulary } from '../site/vocabulary.ts';
import { findVariants } from '../search/fold.ts';
import type { AllManifest, AudienceTasks, PlanManifest } from '../search/pagefind-index.ts';
import type { Readings } from '../search/pinyin.ts';
import {
  type SearchRecord,
  findSuggestions,
  groupBySection,
  packNames,
  packRecord,
  packSections,
  planRecords,
  unpackRecord,
} from '../search/records.ts';
import { namedRecords, recordTypes } from '../search/named-records.ts';
import { packRelated, textOf } from '../search/related.ts';
import { settings } from '../settings.ts';
import { writeInto, writePages } from './pagefind-files.ts';

/**
 * Makes the search indexes: one for each plan, so that searching a plan costs the same however many
 * there are, and one for all plans together where there are several.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'jihua-search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const content = loadSite(settings.root);
        await writeIndexes(fileURLToPath(dir), content, {
          vocabulary: readVocabulary(settings.root, content.plans),
          guides: readGuideOutlines(settings.root),
        });
      },
    },
  };
}

/** What a plan's index needs that is not the plan's own. */
type Editorial = Pick<SiteContent, 'audiences' | 'terms'> & {
  vocabulary: Vocabulary;
  guides: readonly GuideOutline[];
};

/** Writes the indexes of plans into the folder of a built site. */
export async function writeIndexes(
  out: string,
  { plans, audiences, terms }: SiteContent,
  others: Omit<Editorial, 'audiences' | 'terms'>,
): Promise<void> {
  const editorial = { audiences, terms, ...others };
  const several = plans.length > 1;
  try {
    for (const tree of plans) {
      await writePlanIndex(out, tree, editorial, several);
    }
    if (several) await writeAllIndex(out, plans, others.vocabulary);
  } finally {
    await close();
  }
}

async function writePlanIndex(
  out: string,
  tree: PlanTree,
  editorial: Editorial,
  several: boolean,
): Promise<void> {
  const folder = join(out, tree.plan.id, 'search');
  const records = planRecords(tree);
  const { vocabulary } = editorial;
  const named = namedRecords(tree, editorial);
  const ids = await writePages(out, folder, groupBySection(records));
  const texts = [...records, ...named].map(({ sentences }) => sentences.join(''));
  writeJson(folder, 'manifest.json', {
    title: tree.plan.title,
    sections: packSections(tree.sections),
    types: recordTypes,
    audiences: audienceTasks(tree, editorial),
    suggestions: findSuggestions(records, 6),
    several,
    variants: findVariants(texts),
    records: records.map((record) => packRecord(record, recordTypes)),
    ids,
    named: packNames(
      named.filter(({ type }) => type !== 'audience'),
      recordTypes,
    ),
  } satisfies PlanManifest);
  const text = textOfRecords(records);
  const related = relatedOf(text, vocabulary);
  writeJson(folder, 'related.json', packRelated(related, text));
  writeJson(folder, 'traditional.json', traditionalFormsOf(text, related.everyday));
  writeJson(folder, 'readings.json', readingsOf(records, vocabulary.everyday));
}

async function writeAllIndex(
  out: string,
  plans: readonly PlanTree[],
  vocabulary: Vocabulary,
): Promise<void> {
  const folder = join(out, 'search/all');
  const pages = plans.map(planRecords);
  const ids = await writePages(out, folder, pages);
  writeJson(folder, 'manifest.json', {
    records: pages.flat().length,
    variants: findVariants(pages.flat().flatMap(({ sentences }) => sentences)),
    plans: plans.map(({ plan }) => plan.id),
    ids,
  } satisfies AllManifest);
  const text = textOfRecords(pages.flat());
  writeJson(
    folder,
    'traditional.json',
    traditionalFormsOf(text, relatedOf(text, vocabulary).everyday),
  );
}

/** The text of records as a reader's browser has it, which places in it count from. */
function textOfRecords(records: readonly SearchRecord[]): string {
  return textOf(
    records.map((record) => unpackRecord(packRecord(record, recordTypes), recordTypes)),
  );
}

/** The tasks of each audience that the plan concerns, in the order of the controlled list. */
function audienceTasks(
  { concerns }: PlanTree,
  { audiences }: Pick<Editorial, 'audiences'>,
): AudienceTasks[] {
  return audiences.flatMap(({ code, name }): AudienceTasks[] => {
    const tasks = concerns.filter((concern) => concern.code === code).map(({ task }) => task);
    return tasks.length > 0 ? [[code, name, [...new Set(tasks)]]] : [];
  });
}

function relatedOf(text: string, vocabulary: Vocabulary): Related {
  const everyday: Related['everyday'] = [];
  for (const { words, means } of vocabulary.everyday) {
    const here = means.filter((meaning) => text.includes(meaning));
    if (here.length > 0) everyday.push([words, here]);
  }
  return { everyday, drop: vocabulary.drop };
}

/** The traditional characters of a text's and its vocabulary's simplified ones, in pairs. */
function traditionalFormsOf(text: string, everyday: Related['everyday']): string {
  const wanted = new Set(text + JSON.stringify(everyday));
  return everyTraditional()
    .filter(([character, simplified]) => wanted.has(simplified) && !wanted.has(character))
    .flat()
    .join('');
}

type TraditionalPair = [traditional: string, simplified: string];
let traditionalPairs: TraditionalPair[] | undefined;

/** Every traditional character with its simplified one, where they differ. */
function everyTraditional(): readonly TraditionalPair[] {
  // The 21,000 conversions take a tenth of a second and are the same for every plan.
  traditionalPairs ??= convertEvery();
  return traditionalPairs;
}

function convertEvery(): TraditionalPair[] {
  const simplify = Converter({ from: 't', to: 'cn' });
  return Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i))
    .map((character): TraditionalPair => [character, simplify(character)])
    .filter(([character, simplified]) => simplified !== character);
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

function writeJson(folder: string, path: string, value: unknown): void {
  writeInto(folder, path, JSON.stringify(value));
}

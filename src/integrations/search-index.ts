import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Converter as Traditionalizer } from 'opencc-js/cn2t';
import { Converter as Simplifier } from 'opencc-js/t2cn';
import { close } from 'pagefind';
import { pinyin } from 'pinyin-pro';
import { readGuideOutlines } from '../loaders/guide-loader.ts';
import { type SiteContent, loadSite } from '../loaders/read-site.ts';
import { readVocabulary } from '../loaders/read-vocabulary.ts';
import type { GuideOutline } from '../site/guides.ts';
import type { PlanTree } from '../kinds/tree.ts';
import type { EnglishWords, Related, Vocabulary } from '../site/vocabulary.ts';
import { occurrences } from '../search/answer.ts';
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
  unpackNames,
  unpackRecord,
} from '../search/records.ts';
import { namedRecords, recordTypes } from '../search/named-records.ts';
import { type PackedRelated, packRelated, textOf } from '../search/related.ts';
import type { SoundTable } from '../search/sounds.ts';
import { edgesIn, findEdges, isSplinter, makeFinder, packEdges } from '../search/word-edges.ts';
import { levelOne, levelTwo, mayBeTraditional, otherPairs } from '../search/gb2312.ts';
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
          guides: readGuideOutlines(settings.root, content),
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
    writeJson(join(out, 'search'), 'sounds.json', soundTable());
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
  const ids = await writePages(out, folder, groupBySection(planRecords(tree)));
  const { manifest, ...others } = planFiles(tree, editorial, several);
  writeJson(folder, 'manifest.json', { ...manifest, ids } satisfies PlanManifest);
  for (const [name, value] of Object.entries(others)) writeJson(folder, `${name}.json`, value);
}

/** What search loads of a plan, beside what Pagefind makes. */
export type PlanFiles = {
  manifest: Omit<PlanManifest, 'ids'>;
  related: PackedRelated;
  traditional: string;
  readings: Readings;
  explanations: string;
  english: EnglishWords;
};

/** @param several whether the site has other plans */
export function planFiles(tree: PlanTree, editorial: Editorial, several: boolean): PlanFiles {
  const records = planRecords(tree);
  const { vocabulary } = editorial;
  const named = namedRecords(tree, editorial);
  const texts = [...records, ...named].map(({ sentences }) => sentences.join(''));
  const edges = edgesOf(records, named, vocabulary);
  const text = textOfRecords(records);
  const related = relatedOf(tree, records, edges, vocabulary);
  const explanations = explanationsOf(named);
  const pairs = [...related.everyday, ...related.unmentioned];
  const words = [...pairs.flatMap(([said]) => said), ...related.asked.flat()];
  return {
    manifest: {
      // They quote the text; in this order both compress best.
      named: packNames(
        named.filter(({ type }) => type !== 'audience'),
        recordTypes,
      ),
      title: tree.plan.title,
      sections: packSections(tree.sections),
      types: recordTypes,
      audiences: audienceTasks(tree, editorial),
      suggestions: findSuggestions(records, 6),
      several,
      variants: findVariants(texts),
      records: records.map((record) => packRecord(record, recordTypes)),
      edges: packEdges(edges),
    },
    related: packRelated(related, text),
    traditional: traditionalFormsOf([...texts, ...words, explanations]),
    readings: readingsOf(records),
    explanations,
    english: englishOf(text, vocabulary),
  };
}

/** Where the words of each record begin and end. What editors name, or know as words, is not cut across. */
function edgesOf(
  records: readonly SearchRecord[],
  named: readonly SearchRecord[],
  { everyday, askedTerms }: Vocabulary,
): { text: string; edges: Set<number> }[] {
  const known = [
    ...everyday.flatMap(({ means }) => means),
    ...askedTerms.map(({ term }) => term),
    ...named.flatMap(({ sentences }) => sentences.slice(0, 1).map((name) => name.trim())),
  ];
  // Shorter ones may themselves lie across the words of a text.
  const terms = [...new Set(known)].filter((term) => Array.from(term).length >= 4);
  const termsIn = makeFinder(terms, 4);
  return records.map(({ sentences }) => {
    const text = sentences.join('');
    const edges = findEdges(text, termsIn(text));
    let end = 0;
    for (const sentence of sentences) edges.add((end += sentence.length));
    return { text, edges };
  });
}

async function writeAllIndex(
  out: string,
  plans: readonly PlanTree[],
  vocabulary: Vocabulary,
): Promise<void> {
  const folder = join(out, 'search/all');
  const pages = plans.map(planRecords);
  const ids = await writePages(out, folder, pages);
  const texts = pages.flat().flatMap(({ sentences }) => sentences);
  writeJson(folder, 'manifest.json', {
    records: pages.flat().length,
    variants: findVariants(texts),
    plans: plans.map(({ plan }) => plan.id),
    ids,
  } satisfies AllManifest);
  const everyday = vocabulary.everyday.flatMap(({ words }) => words);
  writeJson(folder, 'traditional.json', traditionalFormsOf([...texts, ...everyday]));
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

/** What is explained of each named thing, a line a thing, in the order in which a manifest has them. */
function explanationsOf(named: readonly SearchRecord[]): string {
  const things = named.filter(({ type }) => type !== 'audience');
  const explanations = new Map(things.map(({ path, explanation = '' }) => [path, explanation]));
  return unpackNames(packNames(things, recordTypes), recordTypes)
    .map(({ path }) => explanations.get(path) ?? '')
    .join('\n');
}

/** What of the vocabulary is awake in a plan: what leads to words that stand there, and what does not stand there. */
function relatedOf(
  { plan, tasks }: PlanTree,
  records: readonly SearchRecord[],
  edged: readonly { text: string; edges: Set<number> }[],
  { everyday, drop, general, askedTerms, askedSentences, unmentioned }: Vocabulary,
): Related {
  const standing = (words: readonly string[]): string[] =>
    words.filter((word) => edged.some(({ text }) => text.includes(word)));
  // 校服 does not stand in 学校服务.
  const texts = edged.map(({ text, edges }) => edgesIn(text, edges));
  const standsAsWord = (word: string): boolean =>
    texts.some((text) => occurrences(text.text, word).some((range) => !isSplinter(text, range)));
  const pairs = [
    ...everyday.map(({ words, means }): [string[], string[]] => [words, standing(means)]),
    ...askedTerms.map(({ term, asked }): [string[], string[]] => [asked, standing([term])]),
  ];
  const ofPlan = new Map(
    askedSentences.get(plan.id)?.map(({ task, sentence, asked }) => [`${task}.${sentence}`, asked]),
  );
  return {
    everyday: pairs.filter(([, means]) => means.length > 0),
    drop,
    general,
    asked: [
      ...tasks.flatMap(({ n, sentences }) =>
        sentences.map((sentence) => ofPlan.get(`${n}.${sentence.n}`) ?? []),
      ),
      // Tasks are the first records of a plan; nobody writes how the others are asked for.
      ...records
        .filter(({ type }) => type !== 'task')
        .flatMap(({ sentences }) => sentences.map((): string[] => [])),
    ],
    unmentioned: unmentioned
      .filter(({ words }) => !words.some(standsAsWord))
      .map(({ words, near }) => [words, standing(near)]),
  };
}

/** English words for what stands in a plan. */
const englishOf = (text: string, { english }: Vocabulary): EnglishWords =>
  english
    .map(({ words, means }) => [words, means.filter((word) => text.includes(word))] as const)
    .filter(([, means]) => means.length > 0);

/** The traditional characters of the simplified ones of texts, in pairs. */
function traditionalFormsOf(texts: readonly string[]): string {
  const wanted = new Set(texts.join(''));
  const pairs = everyTraditional().filter(
    ([character = '', simplified = '']) =>
      wanted.has(simplified) && (!wanted.has(character) || mayBeTraditional(character)),
  );
  return [...new Set([...pairs, ...texts.flatMap(learnTraditional)])].join('');
}

/** The standards by which readers type traditional characters: OpenCC's own, those of Taiwan and of Hong Kong. */
const standards = ['t', 'tw', 'hk'] as const;

let traditionalPairs: readonly string[] | undefined;

/** Every traditional character followed by its simplified one, where they differ. */
function everyTraditional(): readonly string[] {
  // The 60,000 conversions take a tenth of a second and are the same for every plan.
  traditionalPairs ??= [...standards.flatMap(pairsOf), ...otherPairs];
  return traditionalPairs;
}

function pairsOf(from: (typeof standards)[number]): string[] {
  const simplify = Simplifier({ from, to: 'cn' });
  return Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i))
    .map((character): string[] => [character, simplify(character)])
    .filter(([character, simplified]) => simplified !== character)
    .map((pair) => pair.join(''));
}

let traditionalizers: ((text: string) => string)[] | undefined;

/** The pairs that only the words of a text show: 像 for 象 in 想象. */
function learnTraditional(text: string): string[] {
  traditionalizers ??= standards.map((to) => Traditionalizer({ from: 'cn', to }));
  return traditionalizers.flatMap((convert) => {
    const converted = convert(text);
    if (converted.length !== text.length) return [];
    return text
      .split('')
      .flatMap((c, at) => (converted[at] === c ? [] : [converted.charAt(at) + c]));
  });
}

/** Readings as they occur in context, so that 重 is zhong in 重点 and chong where it is repeated. */
function readingsOf(records: readonly SearchRecord[]): Readings {
  const readings = new Map<string, Set<string>>();
  for (const text of records.flatMap(({ sentences }) => sentences)) {
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

/** The readings of the characters of GB/T 2312. */
export function soundTable(): SoundTable {
  const readingsOfOne = (character: string): string[] => [
    ...new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })),
  ];
  const first = levelOne().map((character) => ({ character, all: readingsOfOne(character) }));
  const chosen = chooseInOrder(first.map(({ all }) => all));
  const runs: { reading: string; count: number }[] = [];
  for (const reading of chosen) {
    const last = runs.at(-1);
    if (last?.reading === reading) last.count += 1;
    else runs.push({ reading, count: 1 });
  }
  return {
    levelOne: runs.map(({ reading, count }) => reading + String(count)).join(''),
    levelTwo: levelTwo()
      .map((character) => readingsOfOne(character)[0] ?? '')
      .join(' '),
    others: first
      .map(({ character, all }, i) => {
        const others = all.filter((reading) => reading !== chosen[i]);
        return others.length > 0 ? character + others.join(' ') : '';
      })
      .join(''),
  };
}

/**
 * Chooses one of the readings of each character so that they stand in order, with as few exceptions as can be: the
 * standard's order is that of the readings that were common when it was made.
 */
function chooseInOrder(choices: readonly (readonly string[])[]): string[] {
  // The standard has ü where it has u.
  const keyOf = (reading: string): string => reading.replace(/v$/u, 'u~').replace('v', 'u');
  const readings = [...new Set(choices.flat())].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const places = new Map(readings.map((reading, i) => [reading, i]));
  // For each reading, how many characters up to here fit if the last has it, and which the one before had.
  let fits = readings.map(() => 0);
  const before: number[][] = [];
  for (const all of choices) {
    const own = new Set(all.map((reading) => places.get(reading)));
    let best = 0;
    const from: number[] = [];
    fits = fits.map((fit, i) => {
      if (fit > (fits[best] ?? 0)) best = i;
      from.push(best);
      return (fits[best] ?? 0) + (own.has(i) ? 1 : 0);
    });
    before.push(from);
  }
  let at = fits.indexOf(Math.max(...fits));
  const chosen: string[] = [];
  for (const from of before.reverse()) {
    chosen.unshift(readings[at] ?? '');
    at = from[at] ?? 0;
  }
  return chosen;
}

function writeJson(folder: string, path: string, value: unknown): void {
  writeInto(folder, path, JSON.stringify(value));
}

import type { Related } from '../site/vocabulary.ts';
import type { SearchIndex } from './engine.ts';
import { chooseDesign } from './index-design.ts';
import type { Readings } from './pinyin.ts';
import {
  type FoundRecord,
  type PackedNames,
  type PackedRecord,
  type PackedSection,
  audienceRecord,
  groupBySection,
  packRecord,
  type RecordTypes,
  unpackNames,
  unpackRecord,
} from './records.ts';
import { type PackedRelated, unpackRelated } from './related.ts';

/** The tasks of an audience: its code, its name, their numbers. */
export type AudienceTasks = [code: string, name: string, tasks: number[]];

/** The `manifest.json` beside the index of a plan: all that its pages do not need of Pagefind. */
export type PlanManifest = {
  title: string;
  sections: PackedSection[];
  /** What is found here, in the order in which groups of results are shown. */
  types: RecordTypes;
  audiences: AudienceTasks[];
  suggestions: string[];
  /** Whether the site has other plans, and so an index of all. */
  several: boolean;
  variants: string;
  /** The plan's own text. */
  records: PackedRecord[];
  /** Pagefind's ids of the pages of the index, which are the groups of groupBySection. */
  ids: string[];
  /** Named things, except audiences, which are told above. */
  named: PackedNames[];
};

/**
 * The `manifest.json` beside the index of all plans. Its pages are the plans, so that it stays small and
 * quick however many tasks they have; the records are read from the manifests of the plans themselves.
 */
export type AllManifest = {
  /** How many records the plans have together; the design of the index follows from it. */
  records: number;
  variants: string;
  plans: string[];
  ids: string[];
};

type PlanAbout = Pick<PlanManifest, 'title' | 'sections'>;

/** An index, and what a view of its answers must know. */
export type OpenIndex = SearchIndex & {
  /** The plans whose records were read. */
  plans: ReadonlyMap<string, PlanAbout>;
  /** How many plans there are in the index. */
  planCount: number;
  audiences: readonly AudienceTasks[];
  suggestions: readonly string[];
  several: boolean;
};

// The part of Pagefind's browser code that is used here.
type Pagefind = {
  init(language: string, options: { load_wasm: boolean }): Promise<void>;
  search(query: string): Promise<{ results: { id: string }[] }>;
};
type PagefindModule = {
  PagefindInstance: new (options: { basePath: string; baseUrl: string }) => Pagefind;
};

/** Where an index lies: `folder` with a slash at its end, and the address of pagefind.js. */
export type IndexPlace = { folder: string; script: string };

/**
 * Opens the index of a plan.
 * @param start whether Pagefind is started at once, or only when something is to be found
 * @throws whatever fetching or starting WebAssembly throws
 */
export async function openPlan(place: IndexPlace, start = true): Promise<OpenIndex> {
  const { folder } = place;
  const [manifest] = await Promise.all([
    fetchJson<PlanManifest>(`${folder}manifest.json`),
    start ? startPagefind(place).catch(() => undefined) : undefined,
  ]);
  const records = manifest.records.map((record) => unpackRecord(record, manifest.types));
  const blocks = groupBySection(records);
  const [plan = ''] = records[0]?.path.split('/') ?? [];
  let related: Promise<Related> | undefined;
  let traditional: Promise<string> | undefined;
  let readings: Promise<Readings> | undefined;
  return {
    plans: new Map([[plan, manifest]]),
    planCount: 1,
    types: manifest.types,
    audiences: manifest.audiences,
    suggestions: manifest.suggestions,
    several: manifest.several,
    variants: manifest.variants,
    mostRead: Number.POSITIVE_INFINITY,
    named: [
      ...unpackNames(manifest.named, manifest.types),
      ...manifest.audiences.map(([code, name]) =>
        unpackRecord(packRecord(audienceRecord(plan, code, name), manifest.types), manifest.types),
      ),
    ],
    find: findPages(place, manifest.ids, records.length),
    read: async (block) => blocks[block] ?? [],
    all: async () => records,
    related: () =>
      (related ??= fetchJson<PackedRelated>(`${folder}related.json`).then((packed) =>
        unpackRelated(packed, records),
      )),
    traditional: () => (traditional ??= fetchJson<string>(`${folder}traditional.json`)),
    readings: () => (readings ??= fetchJson<Readings>(`${folder}readings.json`)),
  };
}

/**
 * Opens the index of all plans. Named things are left out: their words stand in the tasks anyway, and to
 * know those of every plan would cost more than the index.
 * @param manifestUrl the address of a plan's manifest
 * @param current the index of the current plan, in which what is near or related is sought
 */
export async function openAll(
  place: IndexPlace,
  manifestUrl: (plan: string) => string,
  current: OpenIndex,
): Promise<OpenIndex> {
  const [manifest] = await Promise.all([
    fetchJson<AllManifest>(`${place.folder}manifest.json`),
    startPagefind(place).catch(() => undefined),
  ]);
  const plans = new Map(current.plans);
  let traditional: Promise<string> | undefined;
  const known = new Map<string, Promise<readonly FoundRecord[]>>();
  const readPlan = async (plan: string): Promise<readonly FoundRecord[]> => {
    if (current.plans.has(plan)) return current.all();
    const about = await fetchJson<PlanManifest>(manifestUrl(plan));
    plans.set(plan, about);
    return about.records.map((record) => unpackRecord(record, about.types));
  };
  return {
    ...current,
    plans,
    planCount: manifest.plans.length,
    audiences: [],
    variants: manifest.variants,
    mostRead: plansAtATime,
    named: [],
    find: findPages(place, manifest.ids, manifest.records),
    read: (block) => {
      const plan = manifest.plans[block] ?? '';
      const records = known.get(plan) ?? readPlan(plan);
      known.set(plan, records);
      records.catch(() => known.delete(plan));
      return records;
    },
    // The current plan's own table lacks the characters that stand in other plans only.
    traditional: () => (traditional ??= fetchJson<string>(`${place.folder}traditional.json`)),
  };
}

const plansAtATime = 4;

const started = new Map<string, Promise<Pagefind>>();

function startPagefind({ folder, script }: IndexPlace): Promise<Pagefind> {
  const start = async (): Promise<Pagefind> => {
    const { PagefindInstance } = (await import(/* @vite-ignore */ script)) as PagefindModule;
    const pagefind = new PagefindInstance({ basePath: folder, baseUrl: '/' });
    await pagefind.init('zh-cn', { load_wasm: true });
    return pagefind;
  };
  const known = started.get(folder) ?? start();
  started.set(folder, known);
  // A failure may pass, and the next search tries again; what the browser refuses it will refuse again.
  known.catch((error: unknown) => {
    if (!(error instanceof WebAssembly.CompileError)) started.delete(folder);
  });
  return known;
}

/**
 * Looks a literal up among the pages of an index. Where Pagefind cannot run, every page is an answer, and those who
 * ask look through its text: browsers before 2021 start no WebAssembly under a strict content policy.
 */
function findPages(
  place: IndexPlace,
  ids: readonly string[],
  records: number,
): SearchIndex['find'] {
  const design = chooseDesign(records);
  const places = new Map(ids.map((id, i) => [id, i]));
  return async (literal) => {
    const phrase = design.phrase(literal);
    // Without the quotation marks that a phrase cannot hold, it would find more than was asked.
    if (phrase === '' || literal.includes('"')) return [];
    const pagefind = await startPagefind(place).catch(() => undefined);
    if (!pagefind) return [...places.values()];
    const { results } = await pagefind.search(phrase);
    return results.flatMap(({ id }) => places.get(id) ?? []);
  };
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

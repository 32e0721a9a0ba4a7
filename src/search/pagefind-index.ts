import type { SearchIndex } from './answer.ts';
import { audiencePath } from '../urls.ts';
import { chooseDesign } from './index-design.ts';
import type { Readings } from './pinyin.ts';
import {
  type FoundRecord,
  type PackedNames,
  type PackedRecord,
  type PackedSection,
  groupBySection,
  type RecordTypes,
  unpackNames,
  unpackRecord,
} from './records.ts';
import type { PackedRelated } from './related.ts';
import type { SoundTable } from './sounds.ts';
import type { EnglishWords } from '../site/vocabulary.ts';
import { unpackEdges } from './word-edges.ts';

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
  /** Where their words begin and end, see packEdges. */
  edges: string;
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
  PagefindInstance: new (options: {
    basePath: string;
    baseUrl: string;
    /** Added to the address of the index's entry, as `?ts=`. */
    metaCacheTag: string;
  }) => Pagefind;
};

/**
 * Where an index lies: `folder` with a slash at its end, and the address of pagefind.js. What is loaded from there is of
 * one deployment, `version`: a browser that keeps another one does not mix the two.
 */
export type IndexPlace = { folder: string; script: string; version: string };

/** The address of a file of an index, of the deployment that asks. */
const ofVersion = (address: string, version: string): string => `${address}?v=${version}`;

/**
 * Opens the index of a plan.
 * @param start whether Pagefind is started at once, or only when something is to be found
 * @throws whatever fetching or starting WebAssembly throws
 */
export async function openPlan(place: IndexPlace, start = true): Promise<OpenIndex> {
  const { folder, script, version } = place;
  const load = <T>(name: string, from = folder): Promise<T> =>
    fetchJson(ofVersion(`${from}${name}.json`, version));
  const [manifest] = await Promise.all([
    load<PlanManifest>('manifest'),
    start && hasWebAssembly() ? startPagefind(place) : undefined,
  ]);
  const own = planIndex(manifest, {
    related: () => load('related'),
    traditional: () => load('traditional'),
    readings: () => load('readings'),
    explanations: () => load('explanations'),
    english: () => load('english'),
    sounds: () => load('sounds', script.replace(/[^/]*$/u, '')),
  });
  if (!hasWebAssembly()) return own;
  return { ...own, find: findPages(place, manifest.ids, manifest.records.length) };
}

/** What is loaded only when it is needed. */
export type LateFiles = {
  related(): Promise<PackedRelated>;
  traditional(): Promise<string>;
  readings(): Promise<Readings>;
  explanations(): Promise<string>;
  english(): Promise<EnglishWords>;
  sounds(): Promise<SoundTable>;
};

/** The index of a plan, which finds words by reading the texts through. */
export function planIndex(manifest: Omit<PlanManifest, 'ids'>, late: LateFiles): OpenIndex {
  const records = unpackRecords(manifest);
  const blocks = groupBySection(records);
  const [plan = ''] = records[0]?.path.split('/') ?? [];
  const audience = manifest.types.findIndex(([type]) => type === 'audience');
  return {
    plans: new Map([[plan, manifest]]),
    planCount: 1,
    types: manifest.types,
    audiences: manifest.audiences,
    suggestions: manifest.suggestions,
    several: manifest.several,
    variants: manifest.variants,
    numerals: manifest.sections.map(([numeral]) => numeral),
    mostRead: Number.POSITIVE_INFINITY,
    named: [
      ...unpackNames(manifest.named, manifest.types),
      ...manifest.audiences.map(([code, name]) =>
        unpackRecord([audiencePath(plan, code), audience, 0, '', `${name}\n`], manifest.types),
      ),
    ],
    find: async (literal) => blocks.flatMap((block, i) => (holds(block, literal) ? [i] : [])),
    read: async (block) => blocks[block] ?? [],
    all: async () => records,
    related: loadOnce(() => late.related()),
    traditional: loadOnce(() => late.traditional()),
    readings: loadOnce(() => late.readings()),
    explanations: loadOnce(() => late.explanations()),
    english: loadOnce(() => late.english()),
    sounds: loadOnce(() => late.sounds()),
  };
}

function unpackRecords({
  records,
  types,
  edges,
}: Pick<PlanManifest, 'records' | 'types' | 'edges'>): FoundRecord[] {
  return unpackEdges(
    edges,
    records.map((record) => unpackRecord(record, types)),
  );
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
    fetchJson<AllManifest>(ofVersion(`${place.folder}manifest.json`, place.version)),
    hasWebAssembly() ? startPagefind(place) : undefined,
  ]);
  const plans = new Map(current.plans);
  const known = new Map<string, Promise<readonly FoundRecord[]>>();
  const readPlan = async (plan: string): Promise<readonly FoundRecord[]> => {
    if (current.plans.has(plan)) return current.all();
    const about = await fetchJson<PlanManifest>(ofVersion(manifestUrl(plan), place.version));
    plans.set(plan, about);
    return unpackRecords(about);
  };
  const read = (block: number): Promise<readonly FoundRecord[]> => {
    const plan = manifest.plans[block] ?? '';
    const records = known.get(plan) ?? readPlan(plan);
    known.set(plan, records);
    records.catch(() => known.delete(plan));
    return records;
  };
  const findByReading = async (literal: string): Promise<number[]> => {
    const all = await Promise.all(manifest.plans.map((_plan, block) => read(block)));
    return all.flatMap((records, block) => (holds(records, literal) ? [block] : []));
  };
  return {
    ...current,
    plans,
    planCount: manifest.plans.length,
    audiences: [],
    variants: manifest.variants,
    mostRead: plansAtATime,
    named: [],
    find: hasWebAssembly() ? findPages(place, manifest.ids, manifest.records) : findByReading,
    read,
    // The current plan's own table lacks the characters that stand in other plans only.
    traditional: loadOnce(() =>
      fetchJson<string>(ofVersion(`${place.folder}traditional.json`, place.version)),
    ),
  };
}

const plansAtATime = 4;

const started = new Map<string, Promise<Pagefind>>();

function startPagefind({ folder, script, version }: IndexPlace): Promise<Pagefind> {
  const start = async (): Promise<Pagefind> => {
    const { PagefindInstance } = (await import(
      /* @vite-ignore */ ofVersion(script, version)
    )) as PagefindModule;
    const pagefind = new PagefindInstance({
      basePath: folder,
      baseUrl: '/',
      metaCacheTag: version,
    });
    await pagefind.init('zh-cn', { load_wasm: true });
    return pagefind;
  };
  const known =
    started.get(folder) ??
    start().catch((error: unknown) => {
      throw new LoadError(script, error);
    });
  started.set(folder, known);
  // A failure may pass: the next search tries again.
  known.catch(() => started.delete(folder));
  return known;
}

let webAssembly: boolean | undefined;

/**
 * Whether the page may run WebAssembly. Engines that do not know 'wasm-unsafe-eval' (Chromium before 97,
 * Safari before 16, Firefox before 102) may not under the site's policy; there the texts are read through.
 */
function hasWebAssembly(): boolean {
  if (webAssembly === undefined) {
    try {
      // The smallest module: the magic number and the version.
      new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
      webAssembly = true;
    } catch {
      webAssembly = false;
    }
  }
  return webAssembly;
}

function holds(records: readonly FoundRecord[], literal: string): boolean {
  return records.some(({ text }) => text.includes(literal));
}

/** Looks a literal up among the pages of an index. */
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
    const pagefind = await startPagefind(place);
    const { results } = await pagefind.search(phrase);
    return results.flatMap(({ id }) => places.get(id) ?? []);
  };
}

/** A file of the index, or Pagefind itself, did not come or could not be started. */
export class LoadError extends Error {
  /** What did not come, with the reason that the browser gives. */
  declare readonly address: string;

  constructor(address: string, reason: unknown) {
    super(`${address}: ${String(reason)}`);
    this.address = this.message;
  }
}

async function fetchJson<T>(url: string): Promise<T> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as T;
  } catch (error) {
    throw new LoadError(url, error);
  }
}

/** Loads a file when it is first asked for, and again after a failure. */
function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

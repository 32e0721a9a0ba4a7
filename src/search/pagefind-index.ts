import { type Found, type SearchIndex, inPlanOrder } from './engine.ts';
import { type IndexDesign, chooseDesign } from './index-design.ts';
import type { Readings } from './pinyin.ts';
import { type FoundRecord, readRecord } from './records.ts';
import type { Related } from '../plan/vocabulary.ts';

/** What the folder of an index says of itself: `manifest.json`. */
export type IndexManifest = {
  /** How many records there are; the design of the index follows from it. */
  records: number;
  variants: string;
  plans: Record<string, { title: string; sections: [numeral: string, title: string][] }>;
  suggestions: string[];
  /** Whether the site has other plans, and so an index of all. */
  several: boolean;
};

// The part of Pagefind's browser API that is used here.
type Fragment = { url: string; raw_content: string };
type PagefindResult = { id: string; data(): Promise<Fragment> };
type Pagefind = {
  init(): Promise<void>;
  search(query: string | null): Promise<{ results: PagefindResult[] }>;
};
type PagefindModule = {
  createInstance(options: { basePath: string; baseUrl: string; noWorker: boolean }): Pagefind;
};

/**
 * Opens a Pagefind index made by the build.
 * @param folder the address of the index, with a slash at its end
 * @param script the address of pagefind.js
 * @throws whatever fetching or starting WebAssembly throws
 */
export async function openIndex(
  folder: string,
  script: string,
): Promise<SearchIndex & { manifest: IndexManifest }> {
  const [module, manifest] = await Promise.all([
    import(/* @vite-ignore */ script) as Promise<PagefindModule>,
    fetchJson<IndexManifest>(`${folder}manifest.json`),
  ]);
  const pagefind = module.createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
  await pagefind.init();
  const design = chooseDesign(manifest.records);
  const records = new Map<string, Promise<FoundRecord>>();
  const read = ({ id, data }: PagefindResult): Promise<FoundRecord> => {
    const known = records.get(id) ?? readFragment(data, design);
    records.set(id, known);
    return known;
  };
  const find = async (literal: string): Promise<Found[]> => {
    const phrase = design.phrase(literal);
    // Without the quotation marks that a phrase cannot hold, it would find more than was asked.
    if (phrase === '' || literal.includes('"')) return [];
    const { results } = await pagefind.search(phrase);
    return results.map((result) => ({ id: result.id, read: () => read(result) }));
  };
  let all: Promise<FoundRecord[]> | undefined;
  let related: Promise<Related> | undefined;
  let readings: Promise<Readings> | undefined;
  return {
    manifest,
    variants: manifest.variants,
    mostRead: design.mostRead,
    find,
    all: () =>
      (all ??= pagefind
        .search(null)
        .then(({ results }) => Promise.all(results.map(read)))
        .then(inPlanOrder)),
    related: () => (related ??= fetchJson<Related>(`${folder}related.json`)),
    readings: () => (readings ??= fetchJson<Readings>(`${folder}readings.json`)),
  };
}

async function readFragment(
  data: () => Promise<Fragment>,
  design: IndexDesign,
): Promise<FoundRecord> {
  const { url, raw_content: rawContent } = await data();
  return readRecord(url, design.decode(rawContent));
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

import { readGuideOutlines } from '../../src/loaders/guide-loader.ts';
import { readSite } from '../../src/loaders/read-site.ts';
import { readVocabulary } from '../../src/loaders/read-vocabulary.ts';
import { planFiles, soundTable } from '../../src/integrations/search-index.ts';
import type { SearchIndex } from '../../src/search/answer.ts';
import { type OpenIndex, planIndex } from '../../src/search/pagefind-index.ts';
import type { PlanTree } from '../../src/kinds/tree.ts';
import { recordTypes } from '../../src/search/named-records.ts';
import { type FoundRecord, packRecord, unpackRecord } from '../../src/search/records.ts';
import { packRelated, textOf } from '../../src/search/related.ts';
import { findEdges, packEdges, unpackEdges } from '../../src/search/word-edges.ts';
import type { Related } from '../../src/site/vocabulary.ts';

/** The index of a plan of a site, as its build makes it, but for Pagefind. */
export function openIndex(root: string, tree: PlanTree): OpenIndex {
  const content = readSite(root);
  const { plans, audiences, terms } = content;
  const vocabulary = readVocabulary(root, plans);
  const guides = readGuideOutlines(root, content);
  const { manifest, ...late } = planFiles(tree, { audiences, terms, vocabulary, guides }, false);
  // What travels is text.
  const travel = <Value>(value: Value): Promise<Value> =>
    Promise.resolve(JSON.parse(JSON.stringify(value)) as Value);
  return planIndex(manifest, {
    related: () => travel(late.related),
    traditional: () => travel(late.traditional),
    readings: () => travel(late.readings),
    explanations: () => travel(late.explanations),
    english: () => travel(late.english),
    sounds: () => travel(sounds()),
  });
}

let table: ReturnType<typeof soundTable> | undefined;

/** The table of sounds, made once. */
export function sounds(): ReturnType<typeof soundTable> {
  table ??= soundTable();
  return table;
}

const nothing: Related = { everyday: [], drop: [], general: [], asked: [], unmentioned: [] };

/** An index of made records: of one plan a record a block, of several a plan a block. */
export function makeIndex(
  blocks: readonly (readonly FoundRecord[])[],
  {
    related = nothing,
    ...more
  }: Partial<Omit<SearchIndex, 'related'>> & { related?: Partial<Related> | (() => never) } = {},
): SearchIndex {
  const records = blocks.flat();
  return {
    variants: '',
    mostRead: 2,
    named: [],
    types: recordTypes,
    numerals: [],
    find: (literal) =>
      Promise.resolve(
        blocks.flatMap((block, i) => (block.some(({ text }) => text.includes(literal)) ? [i] : [])),
      ),
    read: (block) => Promise.resolve(blocks[block] ?? []),
    all: () => Promise.resolve(records),
    related: () =>
      Promise.resolve(
        packRelated(
          { ...nothing, ...(typeof related === 'function' ? related() : related) },
          textOf(records),
        ),
      ),
    traditional: () => Promise.resolve(''),
    readings: () => Promise.resolve({}),
    explanations: () => Promise.resolve(''),
    english: () => Promise.resolve([]),
    sounds: () => Promise.resolve({ levelOne: '', levelTwo: '', others: '' }),
    ...more,
  };
}

/** The record of a task. */
export const makeRecord = (path: string, ...sentences: string[]): FoundRecord =>
  unpackRecord(
    packRecord({ path, type: 'task', section: 1, idPrefix: 's', sentences }, recordTypes),
    recordTypes,
  );

/** Records with the edges of their words. */
export function withEdges(records: readonly FoundRecord[]): FoundRecord[] {
  return unpackEdges(
    packEdges(records.map(({ text }) => ({ text, edges: findEdges(text, []) }))),
    records,
  );
}

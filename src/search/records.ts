import { planPath, sectionPath, taskPath } from '../urls.ts';
import type { ParsedPlan } from '../text/compose.ts';
import type { Section, Sentence } from '../text/schema.ts';
import type { Encoding } from './index-design.ts';

/** The parts of a plan's own text: they make its Pagefind index. All else that is found is a named thing. */
export const textTypes = ['task', 'section', 'general'] as const;

/** A type of record and what it is called, in the order in which groups of results are shown: the text's first. */
export type RecordTypes = readonly (readonly [type: string, label: string])[];

/** A page as search sees it: its address from the site's root, its sentences, the first its title. */
export type SearchRecord = {
  path: string;
  type: string;
  section: number | undefined;
  /** Sentences are found at `#<idPrefix><n>`; without prefix the page has no addresses within. */
  idPrefix: string;
  sentences: string[];
  /** What editors say of it, apart from what names it. */
  explanation?: string;
};

/** The records of a plan: its tasks, section headings and general requirement. Markers are not text. */
export function planRecords({ plan, sections, tasks }: ParsedPlan): SearchRecord[] {
  const words = (sentences: readonly Sentence[]): string[] => sentences.map(({ text }) => text);
  const records: SearchRecord[] = tasks.map((task) => ({
    path: taskPath(plan.id, task.n),
    type: 'task',
    section: task.section,
    idPrefix: 's',
    sentences: words(task.sentences),
  }));
  for (const { n, heading, lead, groups } of sections) {
    const more = groups.flatMap((group) => [group.heading.text, ...words(group.lead)]);
    if (!heading) continue;
    records.push({
      path: sectionPath(plan.id, n),
      type: 'section',
      section: n,
      idPrefix: '',
      sentences: [heading.text, ...words(lead), ...more],
    });
  }
  if (plan.general.length > 0) {
    records.push({
      path: planPath(plan.id),
      type: 'general',
      section: undefined,
      idPrefix: 'g',
      sentences: words(plan.general),
    });
  }
  return records;
}

/** The records of a plan by section, the general requirement apart: each group a page of its index. */
export function groupBySection<Item extends Pick<SearchRecord, 'section'>>(
  records: readonly Item[],
): Item[][] {
  const groups = new Map<number | undefined, Item[]>();
  for (const record of records) {
    const group = groups.get(record.section) ?? [];
    group.push(record);
    groups.set(record.section, group);
  }
  return [...groups.values()];
}

/** A line break ends each text, so that no query finds the end of one and the start of the next. */
export function joinTexts(texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text ? [`${text.replaceAll('\n', ' ')}\n`] : []));
}

/** A group of tasks as it stands in a manifest. */
type PackedGroup = [numeral: string, title: string, tasks: number[]];

/** A section as it stands in a manifest; that of a plan without sections has neither numeral nor title. */
export type PackedSection = [numeral: string, title: string, ...groups: PackedGroup[]];

export function packSections(sections: readonly Section[]): PackedSection[] {
  return sections.map(({ numeral, title, groups }) => [
    numeral ?? '',
    title?.text ?? '',
    ...groups.map((group): PackedGroup => [group.numeral, group.title.text, group.tasks]),
  ]);
}

function indexOf(types: RecordTypes, type: string): number {
  return types.findIndex(([name]) => name === type);
}

/** A record as it stands in a manifest: path, place of its type among all types, section or 0, idPrefix, sentences. */
export type PackedRecord = [
  path: string,
  type: number,
  section: number,
  idPrefix: string,
  ...sentences: string[],
];

export function packRecord(record: SearchRecord, types: RecordTypes): PackedRecord {
  const { path, type, section, idPrefix, sentences } = record;
  return [path, indexOf(types, type), section ?? 0, idPrefix, ...sentences];
}

/** A record as the engine reads it. Sentences are slices of `text`, in UTF-16 units. */
export type FoundRecord = {
  path: string;
  type: string;
  section: number | undefined;
  idPrefix: string;
  text: string;
  sentences: { start: number; end: number }[];
  /** Whether a word begins or ends at a place in `text`; left out where that is not known. */
  isEdge?: (at: number) => boolean;
};

export function unpackRecord(
  [path, type, section, idPrefix, ...sentences]: PackedRecord,
  types: RecordTypes,
): FoundRecord {
  let end = 0;
  return {
    path,
    type: types[type]?.[0] ?? 'task',
    section: section || undefined,
    idPrefix,
    text: sentences.join(''),
    sentences: sentences.map((sentence) => {
      const start = end;
      end += sentence.length;
      return { start, end: sentence.endsWith('\n') ? end - 1 : end };
    }),
  };
}

/**
 * Named things of one type as they stand in a manifest, column by column, which compresses best: the type,
 * what stands before and after the ids in their paths, ids, sections or 0, texts a line and a blank line
 * between things.
 */
export type PackedNames = [
  type: number,
  before: string,
  after: string,
  ids: string,
  sections: string,
  texts: string,
];

export function packNames(named: readonly SearchRecord[], types: RecordTypes): PackedNames[] {
  const groups = new Map<string, { record: SearchRecord; id: string }[]>();
  for (const record of named) {
    const [, before = '', id = '', after = ''] = /^(.*[/#])([^/#]+)(\/?)$/u.exec(record.path) ?? [];
    const key = [indexOf(types, record.type), before, after].join('\n');
    const group = groups.get(key) ?? [];
    group.push({ record, id });
    groups.set(key, group);
  }
  return [...groups].map(([key, things]) => {
    const [type, before = '', after = ''] = key.split('\n');
    return [
      Number(type),
      before,
      after,
      things.map(({ id }) => id).join(' '),
      things.map(({ record }) => record.section ?? 0).join(' '),
      things.map(({ record }) => record.sentences.join('')).join('\n'),
    ];
  });
}

export function unpackNames(groups: readonly PackedNames[], types: RecordTypes): FoundRecord[] {
  return groups.flatMap(([type, before, after, ids, sections, texts]) => {
    const lines = texts.slice(0, -1).split('\n\n');
    const sectionOf = sections.split(' ').map(Number);
    return ids.split(' ').map((id, i) => {
      const sentences = (lines[i] ?? '').split('\n').map((line) => `${line}\n`);
      return unpackRecord([before + id + after, type, sectionOf[i] ?? 0, '', ...sentences], types);
    });
  });
}

/** The page that is fed to Pagefind for a group of records. */
export function pageHtml(records: readonly SearchRecord[], { language, encode }: Encoding): string {
  const texts = records.map(({ sentences }) => sentences.join(''));
  return `<html lang="${language}"><body><p data-pagefind-body>${encode(texts)}</p></body></html>`;
}

/** The characters Pagefind must keep in its index: all that are no letters or digits. */
export function includedCharacters(records: readonly SearchRecord[]): string {
  const marks = new Set<string>();
  for (const { sentences } of records) {
    for (const character of sentences.join('')) {
      if (!/[\p{L}\p{N}\s"]/u.test(character)) marks.add(character);
    }
  }
  return [...marks].sort().join('');
}

/** Words in quotation marks, the first of each section: what an empty search box may suggest. */
export function findSuggestions(records: readonly SearchRecord[], count: number): string[] {
  const suggestions = new Map<string, string>();
  for (const { type, path, section, sentences } of records) {
    const [plan] = path.split('/');
    const place = `${plan}/${section}`;
    if (type !== 'task' || suggestions.has(place)) continue;
    const [word] = /(?<=“)\p{Script=Han}{3,7}(?=”)/u.exec(sentences.join('')) ?? [];
    if (word !== undefined) suggestions.set(place, word);
  }
  return [...new Set(suggestions.values())].slice(0, count);
}

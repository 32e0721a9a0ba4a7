import type { Audience } from '../kinds/audiences/audiences.ts';
import type { Term } from '../site/glossary.ts';
import type { GuideOutline } from '../site/guides.ts';
import type { Note } from '../kinds/notes/notes.ts';
import { printTarget } from '../setting/printed.ts';
import type { ParsedPlan } from '../text/compose.ts';
import type { Section, Sentence } from '../text/schema.ts';
import type { PlanTree } from '../kinds/tree.ts';
import type { IndexDesign } from './index-design.ts';

/**
 * What search finds, in the order in which its groups are shown. The first three are the plan's own text
 * and make its Pagefind index; the others are named things, kept in its manifest and found by `includes`.
 * Their labels are `searchStrings.type`.
 */
export const recordTypes = [
  'task',
  'section',
  'general',
  'target',
  'document',
  'initiative',
  'meeting',
  'term',
  'audience',
  'note',
  'guide',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** A page as search sees it: its address from the site's root, its sentences, the first its title. */
export type SearchRecord = {
  path: string;
  type: RecordType;
  section: number | undefined;
  /** Sentences are found at `#<idPrefix><n>`; without prefix the page has no addresses within. */
  idPrefix: string;
  sentences: string[];
};

/** The records of a plan: its tasks, section headings and general requirement. Markers are not text. */
export function planRecords({ plan, sections, tasks }: ParsedPlan): SearchRecord[] {
  const words = (sentences: readonly Sentence[]): string[] => sentences.map(({ text }) => text);
  const records: SearchRecord[] = tasks.map((task) => ({
    path: `${plan.id}/tasks/${task.n}/`,
    type: 'task',
    section: task.section,
    idPrefix: 's',
    sentences: words(task.sentences),
  }));
  for (const { n, heading, lead, groups } of sections) {
    const more = groups.flatMap((group) => [group.heading.text, ...words(group.lead)]);
    if (!heading) continue;
    records.push({
      path: `${plan.id}/sections/${n}/`,
      type: 'section',
      section: n,
      idPrefix: '',
      sentences: [heading.text, ...words(lead), ...more],
    });
  }
  if (plan.general.length > 0) {
    records.push({
      path: `${plan.id}/`,
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

/** What a site says beside its plans: in no plan's tree, but found with each of them. */
type Editorial = {
  guides: readonly GuideOutline[];
  terms: readonly Term[];
  audiences: readonly Audience[];
};

/**
 * The named things of a plan and of the site. `sentences` are a name and short texts about it, which do not
 * follow one upon another; `path` may end with an anchor. Definitions are left out: there are so many that
 * they would cost more than the plan's text.
 */
export function namedRecords(
  tree: PlanTree,
  { guides, terms, audiences }: Editorial,
): SearchRecord[] {
  const { plan, tasks } = tree;
  const sectionOf = (task: number | undefined): number | undefined =>
    tasks.find(({ n }) => n === task)?.section;
  const named = (
    type: RecordType,
    path: string,
    texts: readonly (string | undefined)[],
    place: { task?: number | undefined; section?: number | undefined } = {},
  ): SearchRecord => ({
    path,
    type,
    section: place.section ?? sectionOf(place.task),
    idPrefix: '',
    sentences: joinTexts(texts),
  });
  const text = planRecords(tree).flatMap(({ sentences }) => sentences.join(''));
  const isUsed = ({ term, aliases }: Term): boolean =>
    [term, ...aliases].some((word) => text.some((part) => part.includes(word)));
  return [
    ...tree.targets.map((target) =>
      named(
        'target',
        `${plan.id}/targets/${target.id}/`,
        [`${printTarget(target).text} ${target.indicator}`, target.span.text],
        target,
      ),
    ),
    ...tree.documents.map(({ id, name, aliases, note, mentions }) =>
      named('document', `${plan.id}/documents/#${id}`, [name, ...aliases, note], mentions[0]),
    ),
    ...tree.initiatives.map(({ id, name, aliases, summary, note, mentions }) =>
      named(
        'initiative',
        `${plan.id}/initiatives/#${id}`,
        [name, ...aliases, summary ?? note],
        mentions[0],
      ),
    ),
    ...tree.meetings.map(({ id, name, aliases, note, mentions }) =>
      named('meeting', `${plan.id}/meetings/#${id}`, [name, ...aliases, note], mentions[0]),
    ),
    ...terms
      .filter(isUsed)
      .map(({ id, term, aliases }) => named('term', `glossary/${id}/`, [term, ...aliases])),
    ...audiences
      .filter(({ code }) => tree.concerns.some((concern) => concern.code === code))
      .map(({ code, name }) => audienceRecord(plan.id, code, name)),
    ...tree.notes.map(({ id, kind, title, mentions }) =>
      named(
        'note',
        `${plan.id}/notes/#${id}`,
        // Readers look for words that puzzle them; what is masked or let be seen is told by its title.
        [title, ...(puzzles.has(kind) ? new Set(mentions.map(({ quote }) => quote)) : [])],
        mentions[0],
      ),
    ),
    ...guides.map(({ id, title, description, headings }) =>
      named('guide', `guides/${id}/`, [title, description, ...headings]),
    ),
  ];
}

const puzzles: ReadonlySet<Note['kind']> = new Set(['damaged', 'doubtful']);

export function audienceRecord(plan: string, code: string, name: string): SearchRecord {
  return {
    path: `${plan}/audiences/${code}/`,
    type: 'audience',
    section: undefined,
    idPrefix: '',
    sentences: joinTexts([name]),
  };
}

/** A line break ends each text, so that no query finds the end of one and the start of the next. */
function joinTexts(texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text ? [`${text.replaceAll('\n', ' ')}\n`] : []));
}

/** A section as it stands in a manifest; that of a plan without sections has neither numeral nor title. */
export type PackedSection = [numeral: string, title: string];

export function packSections(sections: readonly Section[]): PackedSection[] {
  return sections.map(({ numeral, title }) => [numeral ?? '', title?.text ?? '']);
}

/** A record as it stands in a manifest: path, type, section or 0, idPrefix, sentences. */
export type PackedRecord = [
  path: string,
  type: number,
  section: number,
  idPrefix: string,
  ...sentences: string[],
];

export function packRecord(record: SearchRecord): PackedRecord {
  const { path, type, section, idPrefix, sentences } = record;
  return [path, recordTypes.indexOf(type), section ?? 0, idPrefix, ...sentences];
}

/** A record as the engine reads it. Sentences are slices of `text`, in UTF-16 units. */
export type FoundRecord = {
  path: string;
  type: RecordType;
  section: number | undefined;
  idPrefix: string;
  text: string;
  sentences: { start: number; end: number }[];
};

export function unpackRecord([
  path,
  type,
  section,
  idPrefix,
  ...sentences
]: PackedRecord): FoundRecord {
  let end = 0;
  return {
    path,
    type: recordTypes[type] ?? 'task',
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

export function packNames(named: readonly SearchRecord[]): PackedNames[] {
  const groups = new Map<string, { record: SearchRecord; id: string }[]>();
  for (const record of named) {
    const [, before = '', id = '', after = ''] = /^(.*[/#])([^/#]+)(\/?)$/u.exec(record.path) ?? [];
    const key = [recordTypes.indexOf(record.type), before, after].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), { record, id }]);
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

export function unpackNames(groups: readonly PackedNames[]): FoundRecord[] {
  return groups.flatMap(([type, before, after, ids, sections, texts]) => {
    const lines = texts.slice(0, -1).split('\n\n');
    const sectionOf = sections.split(' ').map(Number);
    return ids.split(' ').map((id, i) => {
      const sentences = (lines[i] ?? '').split('\n').map((line) => `${line}\n`);
      return unpackRecord([before + id + after, type, sectionOf[i] ?? 0, '', ...sentences]);
    });
  });
}

/** The page that is fed to Pagefind for a group of records. */
export function pageHtml(records: readonly SearchRecord[], design: IndexDesign): string {
  const texts = records.map(({ sentences }) => sentences.join(''));
  return `<html lang="${design.language}"><body><p data-pagefind-body>${design.encode(texts)}</p></body></html>`;
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

import type { Plan, Section, Sentence, Task } from '../plan/schema.ts';
import type { IndexDesign } from './index-design.ts';

export const recordTypes = ['task', 'section', 'general', 'guide'] as const;
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

type Tree = { plan: Plan; sections: readonly Section[]; tasks: readonly Task[] };

/** The records of a plan: its tasks, section headings and general requirement. Markers are not text. */
export function planRecords({ plan, sections, tasks }: Tree): SearchRecord[] {
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

/**
 * The address under which a record is indexed. What the reader of a hit must know travels in it, since
 * Pagefind searches everything else it stores: `/20xx/tasks/3/#task.1.s.11.53`.
 */
export function recordUrl({ path, type, section, idPrefix, sentences }: SearchRecord): string {
  const lengths = sentences.map((sentence) => sentence.length);
  return `/${path}#${[type, section ?? '', idPrefix, ...lengths].join('.')}`;
}

/** A record as it comes back from the index. Sentences are slices of `text`, in UTF-16 units. */
export type FoundRecord = {
  path: string;
  type: RecordType;
  section: number | undefined;
  idPrefix: string;
  text: string;
  sentences: { start: number; end: number }[];
};

/** The record that recordUrl and the text of a fragment describe. */
export function readRecord(url: string, text: string): FoundRecord {
  const [path = '', facts = ''] = url.split('#');
  const [type, section, idPrefix = '', ...lengths] = facts.split('.');
  let end = 0;
  const sentences = lengths.map((length) => ({ start: end, end: (end += Number(length)) }));
  return {
    path: path.replace(/^\//u, ''),
    type: recordTypes.find((known) => known === type) ?? 'task',
    section: section ? Number(section) : undefined,
    idPrefix,
    text,
    sentences,
  };
}

/** The page that is fed to Pagefind for a record. */
export function recordHtml(record: SearchRecord, design: IndexDesign): string {
  const text = record.sentences.join('');
  return `<html lang="${design.language}"><body><p data-pagefind-body>${design.encode(text)}</p></body></html>`;
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

import type { Place } from './corrections/places.ts';
import type { ListName } from './kinds/lists.ts';
import { writeNumbers } from './number-list.ts';

/** Every address of the site is made here. All begin with the base path and end with a slash or a file name. */
const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/u, '/');

/** The path of the whole site, all languages of the interface. */
const wholeSite = import.meta.env?.ONLY === 'en' ? base.replace(/en\/$/u, '') : base;

/** A page of the site with its interface in a language, from an address here. */
export const inLanguage = (page: string, language: string): string =>
  wholeSite + (language === 'zh' ? '' : `${language}/`) + page.slice(base.length);

/** The address of a file or page given from the site's root, without a leading slash. */
export const rootUrl = (path: string): string => `${base}${path}`;

export const homeUrl = (): string => base;

/**
 * The picture that a program for chat shows of a page, from the page's own path or address. No promise of its own:
 * programs ask the page for it each time.
 */
export const previewOf = (page: string): string => `${page}preview.png`;

/** Paths from the site's root: what search records have, whatever the base. */
export const offlineUrl = (): string => rootUrl('offline/');
export const homePath = '';
export const planPath = (plan: string): string => `${plan}/`;
export const sectionPath = (plan: string, n: number): string => `${plan}/sections/${n}/`;
export const taskPath = (plan: string, n: number): string => `${plan}/tasks/${n}/`;
const generalPath = (plan: string): string => `${plan}/general/`;
export const fullPath = (plan: string): string => `${plan}/full/`;
export const audiencePath = (plan: string, code: string): string => `${plan}/audiences/${code}/`;

export const planUrl = (plan: string): string => rootUrl(planPath(plan));

export const sectionUrl = (plan: string, n: number): string => rootUrl(sectionPath(plan, n));

/** A group of tasks, on the page of its section. */
export const groupUrl = (plan: string, section: number, group: number): string =>
  `${sectionUrl(plan, section)}#${groupId(section, group)}`;

/**
 * Where a sentence stands: in a task, else under the heading of a section or of one of its groups, else in the
 * general requirement.
 */
export type SentencePlace = {
  task?: number | undefined;
  section?: number | undefined;
  group?: number | undefined;
};

/** The page of one sentence, from the site's root: an address without a hash, which some programs drop. */
export const sentencePath = (
  plan: string,
  { task, section, group }: SentencePlace,
  sentence: number,
): string => {
  if (task !== undefined) return `${taskPath(plan, task)}${sentence}/`;
  if (section === undefined) return `${generalPath(plan)}${sentence}/`;
  return `${sectionPath(plan, section)}${group === undefined ? sentence : `g${group}s${sentence}`}/`;
};

/** The page of one sentence: /20xx/tasks/3/6/ */
export const sentenceUrl = (plan: string, place: SentencePlace, sentence: number): string =>
  rootUrl(sentencePath(plan, place, sentence));

/** A sentence where the text runs on: on the page of its task, of its section, or of the plan. */
export const sentenceInTextUrl = (
  plan: string,
  { task, section, group }: SentencePlace,
  sentence: number,
): string => {
  if (task !== undefined) return taskUrl(plan, task, sentence);
  if (section === undefined) return `${planUrl(plan)}#${generalId(sentence)}`;
  return `${sectionUrl(plan, section)}#${leadId(section, group, sentence)}`;
};

/** The page about reading settings, and about what reads aloud. */
export const settingsUrl = (id?: typeof aloudId): string =>
  rootUrl('settings/') + (id === undefined ? '' : `#${id}`);
export const aloudId = 'aloud';

/** What characters are in another form: see src/reading-settings/forms.ts. */
export const formsPath = (name: 'traditional' | 'pinyin'): string => `settings/${name}.json`;
export const formsUrl = (name: Parameters<typeof formsPath>[0]): string => rootUrl(formsPath(name));

/** The lists of a plan's sections, tasks and charts, and the general requirement. */
export const sectionsUrl = (plan: string): string => rootUrl(`${plan}/sections/`);
export const tasksUrl = (plan: string): string => rootUrl(`${plan}/tasks/`);
export const chartsUrl = (plan: string): string => rootUrl(`${plan}/charts/`);
export const generalUrl = (plan: string): string => rootUrl(generalPath(plan));

/** A task, or one of its sentences. */
export const taskUrl = (plan: string, n: number, sentence?: number): string =>
  rootUrl(taskPath(plan, n) + (sentence === undefined ? '' : `#${sentenceId(sentence)}`));

/** The number of a target, in its sentence. */
export const taskTargetUrl = (plan: string, task: number, target: string): string =>
  rootUrl(`${plan}/tasks/${task}/#${target}`);

/** All figures of a plan. */
export const targetsUrl = (plan: string): string => rootUrl(`${plan}/targets/`);

export const targetPath = (plan: string, id: string): string => `${plan}/targets/${id}/`;
export const targetUrl = (plan: string, id: string): string => rootUrl(targetPath(plan, id));

/** The page of a list of a plan. */
export const listUrl = (plan: string, list: ListName): string => rootUrl(`${plan}/${list}/`);

/** The anchor of an entry on the page of its list. */
export const anchorUrl = (plan: string, list: ListName, id: string): string =>
  `${listUrl(plan, list)}#${id}`;

/** A list, as far as addresses depend on it: its path, and whether entries have pages or anchors. */
type Listed = { path: string; entries: 'pages' | 'anchors' };

/** An entry of a list, from the site's root. */
export const listedPath = (plan: string, { path, entries }: Listed, id: string): string =>
  `${plan}/${path}/${entries === 'pages' ? `${id}/` : `#${id}`}`;

/** An entry of a list. */
export const listedUrl = (plan: string, list: Listed, id: string): string =>
  rootUrl(listedPath(plan, list, id));

/** What a plan says to one audience. */
export const audienceUrl = (plan: string, code: string): string =>
  rootUrl(audiencePath(plan, code));

/** Ids for a page's own use begin with `aside-`: they are no published addresses. */

/** The id of a term's definition beside the sentence that uses it, and of a task among the related ones. */
export const termNoteId = (id: string): string => `aside-term-${id}`;
export const noteNoteId = (id: string, sentence: number): string => `aside-note-${id}-${sentence}`;
/** The id of the list of all ways in, at the foot of every page. */
export const directoryId = 'aside-directory';
export const factsId = 'aside-facts';
export const contentsId = 'aside-contents';
/** The heading of a letter in the glossary; of the terms that begin with none it is empty. */
export const letterId = (letter: string): string =>
  `aside-letter${letter && `-${letter.toLowerCase()}`}`;
export const relatedId = (task: number): string => `aside-task-${task}`;

/** On the list of related tasks, a section, and two tasks that belong together. */
export const partId = (section: number): string => `aside-part-${section}`;
export const pairId = (from: number, to: number): string => `aside-pair-${from}-${to}`;

export const glossaryUrl = (): string => rootUrl('glossary/');
/** The terms of a letter. */
export const letterUrl = (letter: string): string => rootUrl(`glossary/#${letterId(letter)}`);
export const termPath = (id: string): string => `glossary/${id}/`;
export const termUrl = (id: string): string => rootUrl(termPath(id));

export const chartPath = (plan: string, id: string): string => `${plan}/charts/${id}/`;
export const chartUrl = (plan: string, id: string): string => rootUrl(chartPath(plan, id));

/** A chart or a sentence without the site around it, to be set into pages of other sites. */
export const chartEmbedUrl = (plan: string, id: string): string => `${chartUrl(plan, id)}embed/`;
export const sentenceEmbedPath = (plan: string, place: SentencePlace, sentence: number): string =>
  `${sentencePath(plan, place, sentence)}embed/`;

/** On a page with a chart, what stands below its drawing. */
export const pastChartId = (id: string): string => `aside-past-${id}`;

/** A chart as a file. */
export const chartFileUrl = (plan: string, id: string, type: 'svg' | 'png' | 'csv'): string =>
  rootUrl(`${plan}/charts/${id}.${type}`);

/** The whole text, or the place of a section, a task or a sentence in it. */
export const fullUrl = (
  plan: string,
  place: { section?: number; task?: number; sentence?: number } = {},
): string => {
  const id =
    place.task !== undefined
      ? fullTextId(place.task, place.sentence)
      : place.section !== undefined
        ? fullTextSectionId(place.section)
        : undefined;
  return rootUrl(fullPath(plan) + (id === undefined ? '' : `#${id}`));
};

/** The booklet of a plan: all of it on one page to print, or the tasks with these numbers. */
export const printPath = (plan: string): string => `${plan}/print/`;
export const printUrl = (plan: string, tasks: readonly number[] = []): string =>
  rootUrl(printPath(plan) + (tasks.length > 0 ? `?tasks=${writeNumbers(tasks)}` : ''));

/** Ids on the page of the booklet: a part of it, a task, and an endnote of a task or of what stands before it. */
export const bookletId = (part: string): string => `aside-${part}`;
export const endnoteId = (place: string, n: number): string => `aside-${place}-${n}`;

/** The QR code of a page, as a file beside it. */
export const qrName = 'qr.svg';
export const qrUrl = (page: string): string => page.replace(/\/?$/u, `/${qrName}`);

/** A whole plan as a file, from the site's root. */
export const wholeFilePath = (plan: string, name: string): string => `${plan}/${name}`;

export const guidePath = (id: string): string => `guides/${id}/`;
export const guideUrl = (id: string): string => rootUrl(guidePath(id));

/** The id of a sentence on its task's page. */
export const sentenceId = (n: number): string => `s${n}`;

/** The id of a task, or of its sentence, in the whole text. */
export const fullTextId = (task: number, sentence?: number): string =>
  sentence === undefined ? `t${task}` : `t${task}s${sentence}`;

/** The id of a group in the whole text and on the page of its section. */
export const groupId = (section: number, group: number): string => `p${section}g${group}`;

/** The id of a sentence under the heading of a section or of one of its groups, there and in the whole text. */
export const leadId = (section: number, group: number | undefined, sentence: number): string =>
  `${group === undefined ? fullTextSectionId(section) : groupId(section, group)}s${sentence}`;

/** The id of a section in the whole text. */
export const fullTextSectionId = (section: number): string => `p${section}`;

export const guidesUrl = (): string => rootUrl('guides/');

/** The manual of the editors, on a site that shows it. */
export const manualUrl = (): string => rootUrl('about/editing/');

/** The id of a sentence of the general requirement. */
export const generalId = (sentence: number): string => `g${sentence}`;

/** The page about a plan's open data, and one of its files. */
export const dataUrl = (plan: string): string => rootUrl(`${plan}/data/`);
export const dataFileUrl = (plan: string, name: string): string => `${dataUrl(plan)}${name}`;

/** A whole plan as one file, by the file's name. */
const planFilePath = (plan: string, name: string): string => planPath(plan) + name;
export const planFileUrl = (plan: string, name: string): string =>
  rootUrl(planFilePath(plan, name));

/** A task as a file. */
export const taskFileUrl = (plan: string, n: number, type: 'json' | 'md'): string =>
  rootUrl(`${plan}/tasks/${n}.${type}`);

/** The source document of a plan, as a file. */
export const seedUrl = (plan: { id: string }): string => dataFileUrl(plan.id, 'plan.txt');

/** A plan compared with a later one, the same as data, and the list of all plans. */
const comparePath = (earlier: string, later: string): string => `compare/${earlier}/${later}/`;
export const compareUrl = (earlier: string, later: string): string =>
  rootUrl(comparePath(earlier, later));
export const compareDataUrl = (earlier: string, later: string): string =>
  `${compareUrl(earlier, later)}comparison.json`;
export const compareFileUrl = (
  earlier: string,
  later: string,
  type: 'svg' | 'png' | 'csv',
): string => `${compareUrl(earlier, later)}figures.${type}`;
export const plansUrl = (): string => rootUrl('plans/');

export const searchUrl = (): string => rootUrl('search/');

/** The folder of the search index of a plan, and of all plans together. */
export const indexUrl = (plan: string): string => rootUrl(`${plan}/search/`);
export const allIndexUrl = (): string => rootUrl('search/all/');

/** Pagefind's browser code, one copy for all indexes. */
export const pagefindUrl = (): string => rootUrl('search/pagefind.js');

/** An address in two parts: a page from the site's root, and the id on it. */
export type AddressParts = { page: string; id?: string | undefined };

/** An address as the list of published ones has it: `/20xx/tasks/3/#s2`. */
export const promisedAddress = ({ page, id }: AddressParts): string =>
  `/${page}${id === undefined ? '' : `#${id}`}`;

/** The link to an address in two parts. */
export const addressUrl = ({ page, id }: AddressParts): string =>
  rootUrl(page + (id === undefined ? '' : `#${id}`));

/** Every address that shows the words of one place of a plan, the oldest first; always as many for one kind. */
export function placeAddresses(plan: string, place: Place): [AddressParts, ...AddressParts[]] {
  const full = fullPath(plan);
  const inTexts = (section: number, id: string): [AddressParts, AddressParts] => [
    { page: sectionPath(plan, section), id },
    { page: full, id },
  ];
  const onPages = (where: SentencePlace, sentence: number): AddressParts[] => [
    { page: sentencePath(plan, where, sentence) },
    { page: sentenceEmbedPath(plan, where, sentence) },
  ];
  switch (place.kind) {
    case 'front':
    case 'closing':
      return [{ page: full }];
    case 'general': {
      const id = generalId(place.sentence);
      return [{ page: planPath(plan), id }, { page: full, id }, ...onPages({}, place.sentence)];
    }
    case 'section': {
      const { section } = place;
      return [
        { page: sectionPath(plan, section) },
        ...inTexts(section, fullTextSectionId(section)),
      ];
    }
    case 'group':
      return inTexts(place.section, groupId(place.section, place.group));
    case 'lead': {
      const { section, group, sentence } = place;
      return [
        ...inTexts(section, leadId(section, group, sentence)),
        ...onPages({ section, group }, sentence),
      ];
    }
    case 'task': {
      const { section, task } = place;
      return [{ page: taskPath(plan, task) }, ...inTexts(section, fullTextId(task))];
    }
    case 'sentence': {
      const { section, task, sentence } = place;
      return [
        { page: taskPath(plan, task), id: sentenceId(sentence) },
        ...inTexts(section, fullTextId(task, sentence)),
        ...onPages({ task }, sentence),
      ];
    }
  }
}

/** On a page, the list of what was on it before a correction. */
export const formerListId = 'aside-former';

/** What was corrected in a plan's text, and one of those corrections. */
export const correctionsPath = (plan: string): string => `${plan}/corrections/`;
export const correctionsUrl = (plan: string, correction?: string): string =>
  rootUrl(correctionsPath(plan) + (correction === undefined ? '' : `#${correctionId(correction)}`));
export const correctionId = (correction: string): string => `c${correction}`;

/** The text of a plan as it was until a correction, as a file. */
export const earlierTextUrl = (plan: string, correction: string): string =>
  rootUrl(`${correctionsPath(plan)}${correction}.txt`);

/** The editors' changes, as a page and as a feed. */
export const changesUrl = (): string => rootUrl('changes/');
export const changeId = (change: string): string => `d${change}`;
export const changeUrl = (change: string): string => `${changesUrl()}#${changeId(change)}`;
export const feedUrl = (): string => rootUrl('feed.xml');

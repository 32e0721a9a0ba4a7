import { readOrdinal } from '../text/numerals.ts';
import { fullPath, sectionPath, taskPath } from '../urls.ts';
import type { Answer, Hit, SearchIndex } from './answer.ts';
import type { FoundRecord } from './records.ts';

const numeral = String.raw`[\d０-９零〇一二三四五六七八九十百两]+`;

/** A task, with or without a sentence, wherever it stands in what was pasted. */
const taskForm = new RegExp(
  String.raw`第\s*(${numeral})\s*(?:项|条)(?:任务|工作)?(?:[\s，,的、]*第\s*(${numeral})\s*句)?`,
  'u',
);
const sectionForm = new RegExp(String.raw`第\s*(${numeral})\s*(?:部分|章)`, 'u');
/** The rest are citations only if nothing else is asked. */
const shortTaskForm = /^(?:任务|t)?\s*(\d{1,3})\s*(?:[.．:：]\s*(\d{1,3})|[.．、])$/iu;
const namedTaskForm =
  /^(?:任务|t(?:asks?)?|items?)\s*(?:no\.?\s*)?(\d{1,3})(?:[\s,，]*s(?:entence)?\s*(\d{1,3}))?$/iu;
const namedSectionForm = /^(?:部分|sections?|part)\s*(?:no\.?\s*)?(\d{1,3})$/iu;
const headingForm = new RegExp(String.raw`^(?:(${numeral})、|[（(](${numeral})[）)])$`, 'u');
/** A number without 第, or without what it counts: a place only where no text has it. */
const bareTaskForm = new RegExp(
  String.raw`^(?:第\s*(${numeral})|(${numeral})\s*[项条]|(\d{1,3}))$`,
  'u',
);
const bareSectionForm = new RegExp(String.raw`^(${numeral})\s*(?:个?部分|章)$`, 'u');
/** From the end. */
const lastForm = new RegExp(
  String.raw`^(?:最后(?:的?一)?|倒数第?(${numeral}))\s*(?:个)?(项|条|任务|部分|章)(?:任务|工作)?$|^last\s+(task|item|section|part)$`,
  'iu',
);

/**
 * Finds what a query cites by number or by address: 第3项, 第3项第2句, 3.2, Task 3, 三、, (一), 最后一项, a page of the site.
 * @returns none for a place that the current plan does not have, so that words are looked up as words
 */
export async function findCited(query: string, index: SearchIndex): Promise<Hit[]> {
  const wanted = readAddress(query) ?? readPlace(query);
  if (!wanted) return [];
  const records = await index.all();
  const [plan = ''] = records[0]?.path.split('/') ?? [];
  const every = [...records, ...index.named];
  const find = (path: string): FoundRecord | undefined =>
    every.find((record) => record.path === path);
  // A site may lie below a base path, which records do not know.
  const findAt = (address: string): FoundRecord | undefined =>
    every.find(({ path }) => address.endsWith(`/${path}`));
  const hitAt = (record: FoundRecord | undefined, sentence?: number): Hit[] => {
    if (!record) return [];
    if (sentence === undefined) return [{ record, ranges: [] }];
    return record.sentences[sentence - 1] ? [{ record, ranges: [], best: sentence - 1 }] : [];
  };
  if (wanted.kind !== 'address') {
    const counted = wanted.fromEnd ? (await countOf(wanted, index)) + 1 - wanted.n : wanted.n;
    if (wanted.kind === 'task') return hitAt(find(taskPath(plan, counted)), wanted.sentence);
    const n = wanted.printed ? sectionPrinted(index, counted) : counted;
    return hitAt(find(sectionPath(plan, n)));
  }
  const { path, anchor } = wanted;
  const isFull = path.endsWith(`/${fullPath(plan)}`);
  const [, task, within] = /^t(\d+)(?:s(\d+))?$/u.exec(anchor) ?? [];
  if (isFull && task !== undefined) {
    return hitAt(find(taskPath(plan, Number(task))), within ? Number(within) : undefined);
  }
  const [, section] = /^p(\d+)/u.exec(anchor) ?? [];
  if (isFull && section !== undefined) return hitAt(find(sectionPath(plan, Number(section))));
  const record = findAt(`${path}#${anchor}`) ?? findAt(path);
  const [, sentence] = /^[a-z](\d+)$/u.exec(anchor) ?? [];
  return hitAt(record, record?.idPrefix && sentence ? Number(sentence) : undefined);
}

/** How many tasks or sections the current plan has. */
const countOf = async ({ kind }: Pick<Place, 'kind'>, index: SearchIndex): Promise<number> =>
  kind === 'task'
    ? (await index.all()).filter(({ type }) => type === 'task').length
    : index.numerals.length;

/** How many tasks or sections the current plan has, if a query is nothing but the number of one that it has not. */
export async function countWanting(query: string, index: SearchIndex): Promise<Answer['wanting']> {
  const place = readPlace(query);
  if (!place || place.isBare) return undefined;
  const rest = [taskForm, sectionForm, namedTaskForm, namedSectionForm].reduce(
    (words, form) => words.replace(form, ''),
    query.trim(),
  );
  if (!place.fromEnd && rest.trim() !== '') return undefined;
  const { kind, n } = place;
  const count = await countOf(place, index);
  return n < 1 || n > count ? { kind, count } : undefined;
}

type Place = {
  kind: 'task' | 'section';
  n: number;
  sentence?: number | undefined;
  /** Whether `n` is a numeral as the plan prints it. */
  printed?: boolean;
  /** Whether places are counted from the last. */
  fromEnd?: boolean;
  /** Whether it is a number that may as well be one of the text. */
  isBare?: boolean;
};
type Address = { kind: 'address'; path: string; anchor: string };

function readPlace(query: string): Place | undefined {
  const typed = query.trim();
  const last = lastForm.exec(typed);
  if (last) {
    const [, n, counted = '', english = ''] = last;
    const isTask = /^[项条任]|^[ti]/iu.test(counted + english);
    return {
      kind: isTask ? 'task' : 'section',
      n: n === undefined ? 1 : readOrdinal(n),
      fromEnd: true,
    };
  }
  const task = taskForm.exec(query) ?? shortTaskForm.exec(typed) ?? namedTaskForm.exec(typed);
  if (task) {
    const [, n = '', sentence] = task;
    return {
      kind: 'task',
      n: readOrdinal(n),
      sentence: sentence === undefined ? undefined : readOrdinal(sentence),
    };
  }
  const [, part] = sectionForm.exec(query) ?? namedSectionForm.exec(typed) ?? [];
  if (part !== undefined) return { kind: 'section', n: readOrdinal(part) };
  const heading = headingForm.exec(typed);
  const printed = heading?.[1] ?? heading?.[2];
  if (printed !== undefined) return { kind: 'section', n: readOrdinal(printed), printed: true };
  const bare = bareTaskForm.exec(typed);
  const bareTask = bare?.[1] ?? bare?.[2] ?? bare?.[3];
  if (bareTask !== undefined) return { kind: 'task', n: readOrdinal(bareTask), isBare: true };
  const [, bareSection] = bareSectionForm.exec(typed) ?? [];
  return bareSection === undefined
    ? undefined
    : { kind: 'section', n: readOrdinal(bareSection), isBare: true };
}

/** Whether a query is a number that a text may print as such: 3.2, 14项, 第三. */
export function isNumber(query: string): boolean {
  return /^\d+[.．]\d+$/u.test(query) || readPlace(query)?.isBare === true;
}

/** A pasted address, with or without its host, which is not looked at: a site may be moved. */
function readAddress(query: string): Address | undefined {
  if (!/^(?:https?:\/\/[^/]+|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?)?\/\S*$/iu.test(query))
    return undefined;
  const local = query.replace(/^(?:https?:\/\/)?[^/]*/iu, '').replace(/\?[^#]*/u, '');
  const [place = '', anchor = ''] = local.split('#');
  const path = place.endsWith('/') ? place : `${place}/`;
  return { kind: 'address', path, anchor };
}

/** The section that prints a numeral; sections of a plan need not begin with 一. */
function sectionPrinted({ numerals }: SearchIndex, n: number): number {
  const at = numerals.findIndex((printed) => readOrdinal(printed) === n);
  return at < 0 ? n : at + 1;
}

import { readOrdinal } from './numerals.ts';
import { quoteBriefly } from './errors.ts';
import {
  type NumberingForm,
  type Structure,
  headingForm,
  namedForms,
  numberingForms,
  wordForms,
} from './schema.ts';
import { splitSentences, withoutClosingMark } from './sentences.ts';
import type { Line, SourceText } from './source.ts';

const hanDigits = '零〇一二三四五六七八九十百千';
const han = `[${hanDigits}]+`;
const arabic = '[0-9０-９]+';
const either = `(?:${han}|${arabic})`;

/** What word processors leave within a marker: white space, soft hyphens, zero-width characters. */
const gap = '[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff]*';

/** A marker at the start of a line; a space in `pattern` stands for a gap. */
const startsWith = (pattern: string): RegExp =>
  new RegExp(`^ ${pattern}`.replaceAll(' ', gap), 'u');

/** What makes a decimal number of 7.8 at the start of a line: 7.8万人, and no second level. */
const units = '(?:[万亿个人名元年月日倍所米吨亩岁分成]|公里|公顷|千米|平方|百分|立方)';

/** A number without a mark stands off from its words by spaces, not by a tab as cells do: 一　总则. They count nothing. */
const space = '[\\x20\\u3000\\u00a0]+';
const word = '\\p{Script=Han}';
const words = `(?=${word})(?!${units}|[所场次家项套间座栋辆台户期届周位份批条件种门类支篇部册株头只对])`;

/**
 * What each form looks like at the start of a line; the numeral is the captured group. `1.` is no
 * marker when a digit follows: 7.8万人 and 2006.3.1 are numbers.
 */
const patterns: Record<NumberingForm, RegExp> = {
  // What no pattern tells: see markHeadings.
  标题: /(?!)/u,
  第一部分: startsWith(`第 (${either}) (?:部分|编|篇)(?: [、：:.．])?`),
  第一章: startsWith(`第 (${either}) 章(?: [、：:.．])?`),
  第一节: startsWith(`第 (${either}) 节(?: [、：:.．])?`),
  'Ⅰ、': startsWith(`([Ⅰ-Ⅻ]+|[IVX]{1,5})(?: [、.．:：]|(?=\\s+\\p{Script=Han}))(?![A-Za-z0-9])`),
  '一、': startsWith(
    `(?:(${han}) [、.．]|(${han})(?:[，,](?=${word})|(?=${space}${words}))(?!\\s*[是${hanDigits}]))`,
  ),
  三月: startsWith(
    `(?:(${either})(?: (?:[—–~-]{1,2}|[至、]) ${either})? 月(?: 份)?|第? (${either}) 季度|第 (${either}) 周) [：:]?$`,
  ),
  '（一）': startsWith(`(?:[（(] (${han}) [）)]|([㈠-㈩]))(?: [、.．])?`),
  '第一阶段：': startsWith(`第 (${either}) (?:阶段|步骤?|季度|周)(?: [：:、]|(?=[（(]))`),
  第一条: startsWith(`第 (${either}) 条(?: [、：:.．])?`),
  '1.': startsWith(
    `(?:(${arabic}) [.．、](?![0-9０-９])|([0-9０-９]{1,2})(?:[，,](?=${word})|(?=${space}${words}))|([⒈-⒛]))`,
  ),
  '1.1': startsWith(
    `[0-9０-９]{1,2}[.．]([0-9０-９]{1,2})(?:[.．、](?![0-9０-９]))? (?=\\p{Script=Han}|《|“)(?!${units})`,
  ),
  '（1）': startsWith(`(?:(?:[（(] )?(${arabic}) [）)]|([⑴-⒇]))(?: [、.．])?`),
  '①': startsWith(`([①-⑳㉑-㉟])(?: [、.．])?`),
  'A.': startsWith(`[（(]? ([A-Za-zＡ-Ｚ]) [.．、)）](?![A-Za-z0-9])`),
  '任务一：': startsWith(`(?:任务|工作|项目|行动|工程) (${either}) [：:]`),
  '第一，': startsWith(`第 (${han}) [，,]`),
  '三月：': startsWith(`(?:(${either}) 月(?: 份)?|第 (${either}) (?:季度|周)) [：:]`),
  一是: startsWith(`(${han}) 是 (?=\\p{Script=Han})`),
};

/** Forms that number headings when a plan uses only one form; the others number tasks. */
const headingForms = new Set<NumberingForm>([
  ...namedForms,
  '第一部分',
  '第一章',
  '第一节',
  'Ⅰ、',
  '一、',
  '（一）',
]);

/** A number at the start of a line: `length` in UTF-16 units, `ordinal` its value. A named heading has neither. */
export type Marker = { form: NumberingForm; length: number; numeral: string; ordinal: number };

/** The place of a letter in the alphabet: 2 of B. */
const letterAt = (letter: string): number =>
  letter.normalize('NFKC').toUpperCase().charCodeAt(0) - 64;

const markForms = numberingForms.filter((form) => !wordForms.includes(form));

/** The numbering marker a line starts with, if it has one of `forms`; those in words are none by themselves. */
export function readMarker(
  line: Line,
  forms: readonly NumberingForm[] = markForms,
): Marker | undefined {
  for (const form of forms) {
    if (form === headingForm && line.isHeading)
      return { form, length: 0, numeral: '', ordinal: NaN };
    const match = patterns[form].exec(line.text);
    const numeral = match?.slice(1).find((one) => one !== undefined);
    if (match && numeral !== undefined) {
      const length = namedForms.includes(form) ? 0 : match[0].length;
      const ordinal = form === 'A.' ? letterAt(numeral) : readOrdinal(numeral);
      return { form, length, numeral, ordinal };
    }
  }
  return undefined;
}

/** Which form marks which level of a plan; `groups` from the outermost. */
export type Levels = {
  sections?: NumberingForm | undefined;
  groups: readonly NumberingForm[];
  /** What numbers the tasks; of each section by itself where no form does in all of them. */
  tasks?: NumberingForm | readonly (NumberingForm | undefined)[] | undefined;
};

/** The levels as an editor names them. */
export function namedLevels({ sections, groups = [], tasks }: Structure): Levels {
  return { sections, groups: Array.isArray(groups) ? groups : [groups], tasks };
}

/**
 * Finds which forms number sections, groups and tasks. The forms that a plan uses, in the order of
 * GB/T 9704-2012 7.3.3, are nested: the outermost numbers sections. The deepest one that every branch has
 * numbers tasks, those between number groups, and what is deeper is a list inside a task. Where no form is in
 * all branches, each section has its own. With one form only, a heading form (一、 第一章) numbers sections,
 * whose paragraphs are the tasks; any other numbers tasks, and the plan has no sections, and so does a heading form
 * where a number has no more than its own line. Words number tasks (第一，) where no number does.
 *
 * @param lines that may be numbered; `body` are all, items of lists and rows of tables too
 * @throws PlanError structure-levels when there is no form, or none that numbers the tasks of a section
 */
export function findLevels(
  lines: readonly Line[],
  source: SourceText,
  body: readonly Line[] = lines,
): Levels {
  const all = lines.flatMap((line) => {
    const marker = readMarker(line);
    return marker ? [{ form: marker.form, ordinal: marker.ordinal, line }] : [];
  });
  const used = numberingForms.filter((form) => isUsed(form, all));
  const markers = all.filter(({ form }) => used.includes(form));
  const [first, ...deeper] = used;
  if (first === undefined) {
    const inWords = wordForms.find(
      (form) => lines.filter((line) => readMarker(line, [form])).length > 1,
    );
    if (inWords !== undefined) return { groups: [], tasks: inWords };
    const holdsNumbers = lines.some(({ text }) =>
      /[。；]\s*(?:[二三]、|[（(][二三][）)]|[23][.．、])/u.test(text),
    );
    throw source.error('structure-levels', lines[0]?.line ?? 1, {
      expected: {
        en: 'numbered lines, or `structure` in plan.yaml to name their forms',
        zh: '以序号开头的行，或在 plan.yaml 用 `structure` 写明序号的形式',
      },
      found: holdsNumbers
        ? {
            en: 'no numbered line, but lines that hold numbers within',
            zh: '没有以序号开头的行，但有的行中间有序号（各条没有分行）',
          }
        : { en: 'no numbered line', zh: '没有以序号开头的行' },
    });
  }
  if (deeper.length === 0) {
    const isHeading = namedForms.includes(first)
      ? !markers.every(({ line }) => holdsText(line))
      : headingForms.has(first) && !markers.some(({ line }) => isAlone(line, body));
    return isHeading ? { sections: first, groups: [] } : { groups: [], tasks: first };
  }
  const sections = branchesOf(markers, first);
  const branches = sections.flatMap((section) => section.branches);
  const shared = deepestShared(deeper, branches);
  const groups = (task: NumberingForm | undefined): NumberingForm[] =>
    task === undefined ? [] : deeper.slice(0, deeper.indexOf(task));
  if (shared !== undefined || branches.length === 0) {
    return { sections: first, groups: groups(shared), tasks: shared ?? deeper[0] };
  }
  const own = sections.map((section) => {
    const task = deepestShared(deeper, section.branches);
    if (task !== undefined || section.branches.length === 0) return task;
    throw source.error('structure-levels', section.line.line, {
      expected: {
        en: 'one form that numbers all tasks of a section, or `structure` in plan.yaml to name it',
        zh: '部分里的任务都用同一种序号，或在 plan.yaml 用 `structure` 写明',
      },
      found: {
        en: `${deeper.join(' ')}, none of them in every part of ${quoteBriefly(section.line.text)}`,
        zh: `${deeper.join(' ')}，没有一种在${quoteBriefly(section.line.text)}之下处处都有`,
      },
    });
  });
  return { sections: first, groups: [...new Set(own.flatMap(groups))], tasks: own };
}

/** Whether a line without a number is a title and its text: 加强学习。每月集中一次。 */
const holdsText = (line: Line): boolean => /[。：:]/u.test(withoutClosingMark(line.text));

type FoundMarker = { form: NumberingForm; ordinal: number; line: Line };

/** Whether lines that look like a form are numbered in it: what may be a number, a name or a list asks for more. */
function isUsed(form: NumberingForm, markers: readonly FoundMarker[]): boolean {
  const own = markers.filter((marker) => marker.form === form);
  const [first, second] = own;
  if (!first) return false;
  // 3.2 at the start of a line is a number unless 3.1 stands before it.
  if (form === '1.1') return first.ordinal === 1;
  if (!asksForTwo.includes(form)) return true;
  if (!second || (form !== '三月' && (first.ordinal !== 1 || second.ordinal !== 2))) return false;
  // Below a deeper number it is a list there.
  const before = markers[markers.indexOf(first) - 1];
  return form === 'A.' || !before || rankOf(before.form) < rankOf(form);
}

/** Letters and names of times, which begin sentences too. */
const asksForTwo: readonly NumberingForm[] = ['Ⅰ、', '三月', '第一阶段：', 'A.'];

const rankOf = (form: NumberingForm): number => numberingForms.indexOf(form);

/** Whether a numbered line is all that its number has: one sentence, and the next line has a number too. */
function isAlone(line: Line, lines: readonly Line[]): boolean {
  const next = lines[lines.indexOf(line) + 1];
  const { length } = splitSentences(line.text);
  return length < 2 && (next === undefined || readMarker(next) !== undefined);
}

/** The numbered lines below each section, as branches: each the forms from the section down to a line with none below. */
function branchesOf(
  markers: readonly { form: NumberingForm; line: Line }[],
  top: NumberingForm,
): { line: Line; branches: NumberingForm[][] }[] {
  const sections: { line: Line; branches: NumberingForm[][] }[] = [];
  let path: NumberingForm[] = [];
  markers.forEach(({ form, line }, i) => {
    if (form === top) {
      sections.push({ line, branches: [] });
      path = [];
      return;
    }
    path = [...path.filter((other) => rankOf(other) < rankOf(form)), form];
    const next = markers[i + 1];
    if (!next || rankOf(next.form) <= rankOf(form)) sections.at(-1)?.branches.push(path);
  });
  return sections;
}

/** The deepest form that stands in every branch; undefined if none does, or there is no branch. */
function deepestShared(
  forms: readonly NumberingForm[],
  branches: readonly (readonly NumberingForm[])[],
): NumberingForm | undefined {
  if (branches.length === 0) return undefined;
  return forms.findLast((form) => branches.every((branch) => branch.includes(form)));
}

import { readOrdinal } from './numerals.ts';
import { quoteBriefly } from './errors.ts';
import { type NumberingForm, type Structure, numberingForms, wordForms } from './schema.ts';
import { splitSentences } from './sentences.ts';
import type { Line, SourceText } from './source.ts';

const han = '[零〇一二三四五六七八九十百千]+';
const arabic = '[0-9０-９]+';
const either = `(?:${han}|${arabic})`;

/** What word processors leave within a marker: white space, soft hyphens, zero-width characters. */
const gap = '[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff]*';

/** A marker at the start of a line; a space in `pattern` stands for a gap. */
const startsWith = (pattern: string): RegExp =>
  new RegExp(`^ ${pattern}`.replaceAll(' ', gap), 'u');

/** What makes a decimal number of 7.8 at the start of a line: 7.8万人, and no second level. */
const units = '(?:[万亿个人名元年月日倍所米吨亩岁分成]|公里|公顷|千米|平方|百分|立方)';

/**
 * What each form looks like at the start of a line; the numeral is the captured group. `1.` is no
 * marker when a digit follows: 7.8万人 and 2006.3.1 are numbers.
 */
const patterns: Record<NumberingForm, RegExp> = {
  第一部分: startsWith(`第 (${either}) (?:部分|编|篇)(?: [、：:.．])?`),
  第一章: startsWith(`第 (${either}) 章(?: [、：:.．])?`),
  第一节: startsWith(`第 (${either}) 节(?: [、：:.．])?`),
  '一、': startsWith(`(${han}) [、.．]`),
  '（一）': startsWith(`[（(] (${han}) [）)](?: [、.．])?`),
  第一条: startsWith(`第 (${either}) 条(?: [、：:.．])?`),
  '1.': startsWith(`(${arabic}) [.．、](?![0-9０-９])`),
  '1.1': startsWith(
    `[0-9０-９]{1,2}[.．]([0-9０-９]{1,2})(?:[.．、](?![0-9０-９]))? (?=\\p{Script=Han}|《|“)(?!${units})`,
  ),
  '（1）': startsWith(`(?:[（(] )?(${arabic}) [）)](?: [、.．])?`),
  '①': startsWith(`([①-⑳])(?: [、.．])?`),
  '任务一：': startsWith(`(?:任务|工作|项目|行动|工程) (${either}) [：:]`),
  '第一，': startsWith(`第 (${han}) [，,]`),
  '三月：': startsWith(`(${either}) 月(?: 份)? [：:]`),
};

/** Forms that number headings when a plan uses only one form; the others number tasks. */
const headingForms = new Set<NumberingForm>(['第一部分', '第一章', '第一节', '一、', '（一）']);

/** A number at the start of a line: `length` in UTF-16 units, `ordinal` its value. */
export type Marker = { form: NumberingForm; length: number; numeral: string; ordinal: number };

const markForms = numberingForms.filter((form) => !wordForms.includes(form));

/** The numbering marker a line starts with, if it has one of `forms`; those in words are none by themselves. */
export function readMarker(
  line: Line,
  forms: readonly NumberingForm[] = markForms,
): Marker | undefined {
  for (const form of forms) {
    const match = patterns[form].exec(line.text);
    const numeral = match?.[1];
    if (match && numeral !== undefined) {
      return { form, length: match[0].length, numeral, ordinal: readOrdinal(numeral) };
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
  const markers = lines.flatMap((line) => {
    const marker = readMarker(line);
    return marker ? [{ form: marker.form, ordinal: marker.ordinal, line }] : [];
  });
  const used = numberingForms.filter(
    (form) =>
      markers.some((marker) => marker.form === form) &&
      // 3.2 at the start of a line is a number unless 3.1 stands before it.
      (form !== '1.1' || markers.find((marker) => marker.form === form)?.ordinal === 1),
  );
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
    const isHeading = headingForms.has(first) && !markers.some(({ line }) => isAlone(line, body));
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
  const rank = (form: NumberingForm): number => numberingForms.indexOf(form);
  const sections: { line: Line; branches: NumberingForm[][] }[] = [];
  let path: NumberingForm[] = [];
  markers.forEach(({ form, line }, i) => {
    if (form === top) {
      sections.push({ line, branches: [] });
      path = [];
      return;
    }
    path = [...path.filter((other) => rank(other) < rank(form)), form];
    const next = markers[i + 1];
    if (!next || rank(next.form) <= rank(form)) sections.at(-1)?.branches.push(path);
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

import { statedFacts } from '../text/compose.ts';
import type { Reading } from '../text/parse.ts';
import { type Message, type Said, joined, listed } from '../text/say.ts';
import {
  type MatterPart,
  type NumberingForm,
  type Part,
  type Section,
  type Structure,
  type Task,
  headingForm,
  namedForms,
  numberingForms,
} from '../text/schema.ts';
import { countCodePoints } from '../text/span.ts';
import { readMarker } from '../text/structure.ts';
import type { Conversion } from './convert.ts';
import { remarkWords, reportWords } from './words.ts';

/** How many characters of a task or a part the report quotes. */
const firstWords = 30;

const indented = (message: Message): Message => joined`    ${message}`;

const briefly = (text: string): string =>
  countCodePoints(text) > firstWords ? `${Array.from(text).slice(0, firstWords).join('')}…` : text;

/** What a converter did: its name, and every line that it left out or changed. */
export function reportConversion({ by, encoding, remarks }: Conversion): Message[] {
  return [
    joined`${reportWords.format}: ${by}`,
    ...(encoding === undefined ? [] : [joined`${reportWords.encoding}: ${encoding}`]),
    ...remarks.flatMap(({ kind, words }) => [
      joined`${remarkWords[kind]} (${words.length}): `,
      ...[...new Set(words)].map((each) => {
        const times = words.filter((other) => other === each).length;
        return indented(times > 1 ? `${each} ×${times}` : each);
      }),
    ]),
  ];
}

/** How a text is read: what stands around it, what it states of itself, its levels, sections and tasks. */
export function reportReading(title: string, reading: Reading): Message[] {
  const { preface, front, general, sections, tasks, closing } = reading;
  const { issuers, documentNumber, dated } = statedFacts(reading);
  const facts: [Message, string | undefined][] = [
    [reportWords.title, title],
    [reportWords.number, documentNumber?.text],
    [reportWords.issuer, issuers.map(({ text }) => text).join('、') || undefined],
    [reportWords.date, dated?.text],
  ];
  return [
    ...facts.map(([name, text]) => joined`${name}: ${text ?? reportWords.notFound}`),
    ...listParts(reportWords.preface, preface),
    ...listParts(
      reportWords.front,
      front.filter(({ kind }) => kind !== 'title'),
    ),
    ...listParts(reportWords.general, general),
    joined`${reportWords.levels}: ${describeLevels(reading)}`,
    joined`${reportWords.sections}: ${sections.length}, ${reportWords.tasks}: ${tasks.length}`,
    ...sections.flatMap((section) => [
      ...(section.heading ? [`${section.marker?.text ?? ''}${section.heading.text}`] : []),
      ...listTasks(section, tasks),
    ]),
    ...listParts(reportWords.closing, closing),
  ];
}

function listTasks(section: Section, tasks: readonly Task[]): string[] {
  let group: number | undefined;
  return section.tasks.flatMap((n) => {
    const task = tasks[n - 1];
    const heading = section.groups.find((one) => one.n === task?.group);
    const isNew = heading !== undefined && heading.n !== group;
    group = task?.group;
    return [
      ...(isNew ? [`  ${heading.marker?.text ?? ''}${heading.title.text}`] : []),
      `    ${task?.marker?.text ?? ''}${briefly(task?.sentences[0].text ?? '')}`,
    ];
  });
}

function listParts(name: Message, parts: readonly (Pick<Part, 'text'> | MatterPart)[]): Message[] {
  if (parts.length === 0) return [];
  return [joined`${name} (${parts.length}): `, ...parts.map(({ text }) => indented(briefly(text)))];
}

const numbered = numberingForms.filter((form) => !namedForms.includes(form));

/** The form of the number before words, or of a heading that has none. */
const formOf = (marker: Part | undefined, words: Part | undefined): NumberingForm | undefined => {
  if (!words) return undefined;
  if (!marker) return readMarker(words, namedForms)?.form ?? headingForm;
  const text = marker.text + marker.after + words.text;
  return readMarker({ ...marker, text }, numbered)?.form;
};

/** The form of number that marks each level of a plan, if a level has one form. */
export function structureOf({ sections, tasks }: Reading): Structure | undefined {
  const only = (forms: readonly (NumberingForm | undefined)[]): NumberingForm | undefined => {
    const known = [...new Set(forms.filter((form) => form !== undefined))];
    return known.length === 1 ? known[0] : undefined;
  };
  const ofSections = only(sections.map(({ marker, heading }) => formOf(marker, heading)));
  const ofTasks = only(
    tasks.map(({ marker, sentences }) => marker && formOf(marker, sentences[0])),
  );
  const groups = sections.flatMap((section) =>
    section.groups.map(({ marker, heading }) => formOf(marker, heading)),
  );
  const ofGroups = [...new Set(groups.filter((form) => form !== undefined))];
  if (ofSections === undefined && ofTasks === undefined) return undefined;
  const [first] = ofGroups;
  return {
    ...(ofSections === undefined ? {} : { sections: ofSections }),
    ...(first === undefined ? {} : { groups: ofGroups.length === 1 ? first : ofGroups }),
    ...(ofTasks === undefined ? {} : { tasks: ofTasks }),
  };
}

function describeLevels(reading: Reading): Message {
  const { sections, groups = [], tasks } = structureOf(reading) ?? {};
  const levels: [Message, NumberingForm | undefined][] = [
    [reportWords.sections, sections],
    ...[groups].flat().map((form): [Message, NumberingForm] => [reportWords.groups, form]),
    [reportWords.tasks, tasks],
  ];
  return listed(
    levels.flatMap(([name, form]) => (form === undefined ? [] : [joined`${name} “${form}”`])),
  );
}

/** How a command names the folder of a site, if it is not the one that it runs in. */
export const describeRoot = (root: string): string =>
  root === '.' ? '' : ` --root ${/\s/u.test(root) ? `"${root}"` : root}`;

/** What an editor does with a plan that was imported. */
export function nextSteps(
  id: string,
  planFile: string,
  current: string | undefined,
  { root, isNew }: { root: string; isNew: boolean },
): Said[] {
  const inRoot = describeRoot(root);
  const start = `npm start${inRoot === '' ? '' : ` --${inRoot}`}`;
  const promise = `npm run promise${inRoot === '' ? '' : ` --${inRoot}`}`;
  return [
    {
      en: `compare the report with the original, and check ${planFile}`,
      zh: `把这份报告与原件对照，核对 ${planFile}`,
    },
    ...(isNew
      ? [
          {
            en: 'content/site.yaml and content/vocabulary/audiences.yaml are new: the one names the site, the other, whom plans concern, is that of an education bureau; make both your own before the draft',
            zh: '新写了 content/site.yaml（网站的名称和说明）和 content/vocabulary/audiences.yaml（受众的词表，照教育局的写的）：先改成自己的，再提出标注',
          },
        ]
      : []),
    {
      en: `npm run draft -- ${id}${inRoot} proposes annotations, npm run desk -- ${id}${inRoot} is for deciding on them (may be left for later)`,
      zh: `npm run draft -- ${id}${inRoot} 提出标注，npm run desk -- ${id}${inRoot} 逐条核定（可以以后再做）`,
    },
    {
      en: `${start} makes the site and shows it; ${promise}, when it is to be published`,
      zh: `${start} 生成网站并预览，要发布时 ${promise}`,
    },
    ...(current === id
      ? []
      : [
          {
            en: `the home page presents the plan that content/site.yaml names, current: ${current ?? '…'}; for this one write current: ${id}`,
            zh: `首页介绍的是 content/site.yaml 的 current 所写的计划${current === undefined ? '' : `（现在是 ${current}）`}；要换成这一份，写 current: ${id}`,
          },
        ]),
  ];
}

import { type Pair, isMap, isScalar, isSeq, visit } from 'yaml';
import type { ParsedPlan } from './compose.ts';
import { PlanError } from './errors.ts';
import { readEach } from './faults.ts';
import { readCardinal } from './numerals.ts';
import { parseOnce } from './parsed-yaml.ts';
import type { Message } from './say.ts';

/** A place of a plan that an editor's words name: 第15项, 第三项第2句, 第6、14项, 第五部分. */
type CitedPlace = {
  words: string;
  index: number;
  kind: 'task' | 'section';
  numbers: number[];
  sentence?: number;
};

/** Keys whose words are the plan's or the reader's own: a number in them is no reference of the editor's. */
export const wordsOfOthers: ReadonlySet<string> = new Set([
  ...['quote', 'summaryQuote', 'name', 'aliases', 'action', 'asked', 'words', 'what'],
  ...['reading', 'masks', 'text', 'earlier', 'source', 'scope', 'qualifier', 'bodies'],
]);

const numeral = String.raw`(?:\d+|[零〇一二三四五六七八九十百]+)`;

// 第二十条第三项 and 《…》第三部分 are of a law or of another document.
const cited = new RegExp(
  String.raw`(?<![条款章节编》〉”’）)])第(${numeral}(?:[、,，和与至—-]${numeral})*)(项|部分)(?:第(${numeral})句)?`,
  'gu',
);

/** A numeral of such words. */
export const citedNumeral = new RegExp(numeral, 'gu');

export const readNumeral = (words: string): number =>
  /^\d+$/u.test(words) ? Number(words) : (readCardinal(words) ?? Number.NaN);

/** The places of a plan that words name. A numeral that is none names nothing. */
export function findCitedPlaces(text: string): CitedPlace[] {
  return [...text.matchAll(cited)].flatMap(({ 0: words, 1: list = '', 2: what, 3: s, index }) => {
    const numbers = list.split(/[、,，和与至—-]/u).map(readNumeral);
    const sentence = s === undefined ? undefined : readNumeral(s);
    if ([...numbers, sentence ?? 1].some(Number.isNaN)) return [];
    const kind = what === '项' ? 'task' : 'section';
    return [{ words, index, kind, numbers, ...(sentence === undefined ? {} : { sentence }) }];
  });
}

/** What is wrong with a place that words name; undefined if the plan has it. */
export function findMissingPlace(
  { kind, numbers, sentence }: CitedPlace,
  { plan, sections, tasks }: Pick<ParsedPlan, 'plan' | 'sections' | 'tasks'>,
): Message | undefined {
  const count = kind === 'task' ? tasks.length : sections.length;
  if (numbers.some((n) => n < 1 || n > count)) {
    return kind === 'task'
      ? {
          en: `a task of plan ${plan.id}, 1 to ${count}`,
          zh: `计划 ${plan.id} 的一项任务，第1项至第${count}项`,
        }
      : {
          en: `a section of plan ${plan.id}, 1 to ${count}`,
          zh: `计划 ${plan.id} 的一个部分，第1部分至第${count}部分`,
        };
  }
  const task = kind === 'task' ? numbers.at(-1) : undefined;
  const most = task === undefined ? undefined : tasks[task - 1]?.sentences.length;
  if (sentence === undefined || most === undefined || (sentence >= 1 && sentence <= most))
    return undefined;
  return {
    en: `a sentence of task ${task}, 1 to ${most}`,
    zh: `第${task}项的一句，第1句至第${most}句`,
  };
}

/**
 * Checks the places of a plan that editors' words name in one of its YAML files.
 * @throws PlanError, PlanErrors: reference-missing, with the line of each
 */
export function checkCitedPlaces(
  { file, text }: { file: string; text: string },
  plan: Pick<ParsedPlan, 'plan' | 'sections' | 'tasks'>,
): void {
  const { document, counter } = parseOnce(text);
  const found: { place: CitedPlace; line: number }[] = [];
  visit(document, {
    Scalar: (_, node, path) => {
      if (typeof node.value !== 'string' || !node.range) return;
      const pair = path.findLast((one): one is Pair => 'key' in one && !isMap(one) && !isSeq(one));
      if (pair?.key === node) return;
      if (pair && isScalar(pair.key) && wordsOfOthers.has(String(pair.key.value))) return;
      const [start, end] = node.range;
      // The words as the file has them, so that each has its own line.
      for (const place of findCitedPlaces(text.slice(start, end))) {
        found.push({ place, line: counter.linePos(start + place.index).line });
      }
    },
  });
  readEach(found, ({ place, line }) => {
    const expected = findMissingPlace(place, plan);
    if (expected)
      throw new PlanError(
        'reference-missing',
        { file, line },
        { expected, found: `“${place.words}”` },
      );
  });
}

import { readOrdinal } from './numerals.ts';
import { quoteBriefly } from './errors.ts';
import { type NumberingForm, type Structure, numberingForms } from './schema.ts';
import type { Line, SourceText } from './source.ts';

const han = '[零〇一二三四五六七八九十百千]+';
const arabic = '[0-9０-９]+';
const either = `(?:${han}|${arabic})`;

/**
 * What each form looks like at the start of a line; the numeral is the captured group. `1.` is no
 * marker when a digit follows: 7.8万人 and 2006.3.1 are numbers.
 */
const patterns: Record<NumberingForm, RegExp> = {
  第一部分: new RegExp(`^第(${either})(?:部分|编|篇)[、：:.．]?`, 'u'),
  第一章: new RegExp(`^第(${either})章[、：:.．]?`, 'u'),
  第一节: new RegExp(`^第(${either})节[、：:.．]?`, 'u'),
  '一、': new RegExp(`^(${han})[、.．]`, 'u'),
  '（一）': new RegExp(`^[（(](${han})[）)][、.．]?`, 'u'),
  第一条: new RegExp(`^第(${either})条[、：:.．]?`, 'u'),
  '1.': new RegExp(`^(${arabic})[.．、](?![0-9０-９])`, 'u'),
  '（1）': new RegExp(`^[（(]?(${arabic})[）)][、.．]?`, 'u'),
  '①': /^([①-⑳])[、.．]?/u,
};

/** Forms that number headings when a plan uses only one form; the others number tasks. */
const headingForms = new Set<NumberingForm>(['第一部分', '第一章', '第一节', '一、', '（一）']);

/** A number at the start of a line: `length` in UTF-16 units, `ordinal` its value. */
export type Marker = { form: NumberingForm; length: number; numeral: string; ordinal: number };

/** The numbering marker a line starts with, if it has one of `forms`. */
export function readMarker(
  line: Line,
  forms: readonly NumberingForm[] = numberingForms,
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

/**
 * Finds which forms number sections, groups and tasks. The forms that a plan uses, put in the order of
 * GB/T 9704-2012 7.3.3, are its levels: two are section and task, three have a group between them. With
 * one only, a heading form (一、 第一章) numbers sections, whose paragraphs are the tasks; any other
 * numbers tasks, and the plan has no sections.
 *
 * @throws PlanError structure-levels when there is no form, or more than three
 */
export function findStructure(lines: readonly Line[], source: SourceText): Structure {
  const firstLine = new Map<NumberingForm, Line>();
  for (const line of lines) {
    const form = readMarker(line)?.form;
    if (form !== undefined && !firstLine.has(form)) firstLine.set(form, line);
  }
  const levels = numberingForms.filter((form) => firstLine.has(form));
  const [first, second, third] = levels;
  const expected = 'one to three numbering forms, or `structure` in plan.yaml to name them';
  if (first === undefined) {
    throw source.error('structure-levels', lines[0]?.line ?? 1, {
      expected,
      found: 'no numbered line',
    });
  }
  if (second === undefined) return headingForms.has(first) ? { sections: first } : { tasks: first };
  if (third === undefined) return { sections: first, tasks: second };
  if (levels.length === 3) return { sections: first, groups: second, tasks: third };
  const deepest = firstLine.get(levels[3] ?? third);
  throw source.error('structure-levels', deepest?.line ?? 1, {
    expected,
    found: `${levels.join(' ')}, the last at ${quoteBriefly(deepest?.text ?? '')}`,
  });
}

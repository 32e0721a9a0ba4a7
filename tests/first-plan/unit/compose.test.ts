import { describe, expect, test } from 'vitest';
import { composePlan, countToRead, partWith } from '../../../src/text/compose.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

const spanOf = (words: string): { start: number; end: number } => {
  const start = Array.from(firstSeed.slice(0, firstSeed.indexOf(words))).length;
  return { start, end: start + Array.from(words).length };
};

describe('the part in which words stand', () => {
  test.each([
    [
      'a sentence of a task',
      '安排4亿元',
      /^继续加大对农村教育的投入,.*安排4亿元专项资金支持农村教育。$/u,
    ],
    ['a whole sentence', '统筹各级各类教育协调发展。', /^统筹各级各类教育协调发展。$/u],
    ['a heading', '从严治教', /从严治教/u],
    ['the general requirement', '十六届五中全会', /^20\*年全市教育工作总的要求是:.*;$/u],
    ['the date line', '2022-04-04', /2022-04-04/u],
  ])('is %s', (_case, words, expected) => {
    const part = partWith(firstPlan, spanOf(words));
    expect(part?.text).toMatch(expected);
    expect(part?.text).toContain(words);
  });

  test('is none where words reach into a second part', () => {
    const end = firstPlan.tasks[0]?.sentences[0].end ?? 0;
    expect(partWith(firstPlan, { start: end - 2, end: end + 2 })).toBeUndefined();
    expect(partWith(firstPlan, { start: -1, end: 1 })).toBeUndefined();
  });

  test('is found for every annotation that is quoted on a page of its own', () => {
    const { documents, initiatives, meetings, concerns } = firstPlan;
    const mentions = [...documents, ...initiatives, ...meetings].flatMap((thing) => thing.mentions);
    for (const { span } of concerns)
      expect(partWith(firstPlan, span)?.text, span.text).toContain(span.text);
    for (const { name } of mentions)
      expect(partWith(firstPlan, name)?.text, name.text).toContain(name.text);
  });
});

test('what there is to read is the source without its white space and its date line', () => {
  const [dateLine = ''] = /时间:.*/u.exec(firstSeed) ?? [];
  const read = firstSeed.replace(dateLine, '').replace(/\s/gu, '');
  expect(dateLine).not.toBe('');
  expect(countToRead(firstPlan)).toBe(Array.from(read).length);
});

test('the parts of a plan together are its source', () => {
  expect(composePlan(firstPlan.plan, firstPlan.sections, firstPlan.tasks)).toBe(firstSeed);
});

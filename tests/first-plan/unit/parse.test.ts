import { describe, expect, test } from 'vitest';
import { composePlan, planParts } from '../../../src/text/compose.ts';
import { parsePlan } from '../../../src/text/parse.ts';
import { readText } from '../../support/site.ts';

describe('the first plan', () => {
  const seed = readText('seeds/20xx-municipal-education-bureau-annual-work-plan.txt');
  const plan = parsePlan(seed, { id: 'p', file: 'f', title: '教育局年度工作计划(市)' });

  test('has ten sections, 41 tasks, one general requirement', () => {
    expect(plan.sections.map(({ numeral }) => numeral).join('')).toBe('一二三四五六七八九十');
    expect(plan.tasks.map(({ n }) => n)).toEqual(Array.from({ length: 41 }, (_, i) => i + 1));
    expect(plan.general[0]?.text).toMatch(/^20\*年全市教育工作总的要求是:/u);
    expect(plan.front.map(({ kind }) => kind)).toEqual(['title', 'date', 'title']);
  });

  test('is its parts put together', () =>
    expect(composePlan(plan, plan.sections, plan.tasks)).toBe(seed));

  test('titles are first sentences', () => {
    expect(plan.tasks[10]?.title.text).toBe('全面实施义务教育“两免一补”政策');
    expect(plan.tasks[40]?.title.text).toBe('狠抓工作落实');
  });

  test('offsets and lines are those of the file', () => {
    const lines = seed.split('\n');
    for (const part of planParts(plan, plan.sections, plan.tasks)) {
      expect(seed.slice(part.start, part.end)).toBe(part.text);
      expect(lines[part.line - 1]).toContain(part.text);
    }
  });

  test('task 3 is divided as it is punctuated', () => {
    expect(plan.tasks[2]?.sentences.map(({ text }) => text.slice(0, 6))).toEqual([
      '统筹城乡教育',
      '继续加大对农',
      '建立和完善城',
      '建立100对',
      '选派1000',
      '不少于100',
      '选派1000',
      '为600所郊',
      '加强农村地区',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Quotation, passagesOf, resolveQuotation } from '../../../src/text/anchor.ts';
import { PlanError } from '../../../src/text/errors.ts';
import { parsePlan } from '../../../src/text/parse.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

const where = { file: 'a.yaml', line: 7, id: 'x' };
const codePoints = Array.from(firstSeed);

function errorOf(quotation: Quotation): PlanError {
  try {
    resolveQuotation(firstPlan, quotation, where);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error('resolved');
}

describe('a quotation is resolved to its place in the source', () => {
  test.each<[Quotation, number | undefined, number]>([
    [{ task: 1, quote: '计划招收6460人' }, 3, 11],
    [{ task: 3, quote: '不少于10000人次' }, 6, 15],
    [{ task: 1, quote: '20*年', occurrence: 2 }, 3, 11],
    [{ part: 'general', quote: '20*年' }, 1, 7],
    [{ part: 'front', quote: '2022-04-04' }, undefined, 3],
    [{ section: 10, quote: '从严治教' }, undefined, 103],
    [{ task: 8, quote: '的国家“结对子”,开展校际间' }, 4, 27],
  ])('%j', (quotation, sentence, line) => {
    const anchor = resolveQuotation(firstPlan, quotation, where);
    expect(anchor.sentence).toBe(sentence);
    expect(anchor.span).toMatchObject({ text: quotation.quote, line });
    expect(codePoints.slice(anchor.span.start, anchor.span.end).join('')).toBe(quotation.quote);
  });

  test('any words of any task, wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...firstPlan.tasks),
        fc.nat(),
        fc.nat(40),
        (task, from, length) => {
          const [passage] = passagesOf(firstPlan, { task: task.n }) ?? [];
          const text = passage?.text ?? '';
          const start = from % text.length;
          const quote = text.slice(start, start + length + 1);
          const occurrence = text.slice(0, start + quote.length).split(quote).length - 1 || 1;
          const overlapping = text.indexOf(quote) !== start && occurrence === 1;
          fc.pre(!overlapping);
          const { span } = resolveQuotation(firstPlan, { task: task.n, quote, occurrence }, where);
          expect(codePoints.slice(span.start, span.end).join('')).toBe(quote);
        },
      ),
    );
  });

  test('offsets count code points, and a paragraph goes on to the next', () => {
    const text = '工作计划\n一、𠮷\n1.𠮷祥。第二句。\n第三句𠮷完。\n';
    const { sections, tasks, ...plan } = parsePlan(text, { id: 'p', file: 'f', title: '工作计划' });
    const anchor = resolveQuotation({ plan, sections, tasks }, { task: 1, quote: '𠮷完' }, where);
    expect(anchor).toMatchObject({ sentence: 3, span: { line: 4, text: '𠮷完' } });
    expect(Array.from(text).slice(anchor.span.start, anchor.span.end).join('')).toBe('𠮷完');
  });
});

describe('a quotation that cannot be resolved', () => {
  test('is told with the nearest words', () => {
    expect(errorOf({ task: 3, quote: '安排4亿员' }).message).toBe(
      'a.yaml:7: quote-missing: expected x: words of task 3; found “安排4亿员”; nearest: “安排4亿元”',
    );
  });

  test('is told with the task in which it stands', () => {
    expect(errorOf({ task: 2, quote: '安排4亿元' }).found).toMatch(
      /which stands in task 3; nearest/u,
    );
    expect(errorOf({ task: 2, quote: '开好局' }).found).toMatch(/which stands in part general/u);
  });

  test('is told with every place where it stands', () => {
    expect(errorOf({ task: 3, quote: '选派1000名' })).toMatchObject({
      code: 'quote-ambiguous',
      found: '“选派1000名” 2 times: “选派1000名城镇教师到农”, “选派1000名大学生到农村”',
    });
  });

  test.each<[Quotation, string]>([
    [{ task: 42, quote: '工作' }, 'task 42'],
    [{ section: 11, quote: '工作' }, 'section 11'],
  ])('names a place that is not there: %j', (quotation, found) =>
    expect(errorOf(quotation)).toMatchObject({ code: 'reference-missing', found }),
  );
});

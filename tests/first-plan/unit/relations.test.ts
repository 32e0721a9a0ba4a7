import { describe, expect, test } from 'vitest';
import { type Relation } from '../../../src/kinds/relations/relations.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

const pair = ({ from, to }: Relation): string => `${from.task}–${to.task}`;

describe('the relations of the first plan', () => {
  const { relations } = firstPlan;
  const between = (from: number, to: number): string[] =>
    relations.filter((one) => pair(one) === `${from}–${to}`).map(({ relation }) => relation);

  test.each([
    [12, 36, '中小学校办学条件标准'],
    [15, 36, '职业教育'],
  ])('tasks %d and %d share a name: %s', (from, to, name) => {
    const shared = relations.filter((one) => pair(one) === `${from}–${to}` && one.shared);
    expect(shared.map((one) => one.shared?.name).join()).toContain(name);
    expect(between(from, to)).toContain(shared[0]?.relation);
  });

  test('are as many as the names say: for each thing, every two of its tasks', () => {
    const { documents, initiatives, meetings } = firstPlan;
    const expected = [...documents, ...initiatives, ...meetings].reduce((sum, { mentions }) => {
      const tasks = new Set(mentions.flatMap(({ task }) => task ?? [])).size;
      return sum + (tasks * (tasks - 1)) / 2;
    }, 0);
    expect(relations.filter(({ shared }) => shared).length).toBe(expected);
  });

  test('lead forward, in order, and by words of both tasks', () => {
    const codePoints = Array.from(firstSeed);
    const order = relations.map(({ from, to }) => from.task * 100 + to.task);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const { from, to } of relations) {
      expect(from.task).toBeLessThan(to.task);
      for (const { task, span, quote } of [from, to]) {
        expect(codePoints.slice(span.start, span.end).join('')).toBe(quote);
        const sentences = firstPlan.tasks[task - 1]?.sentences ?? [];
        expect(sentences.map(({ text, after }) => text + after).join('')).toContain(quote);
      }
    }
  });

  test('say why where an editor judges, and what is shared where names do', () => {
    for (const { reason, shared } of relations)
      expect((reason === undefined) !== (shared === undefined)).toBe(true);
  });
});

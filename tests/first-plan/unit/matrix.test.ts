import { describe, expect, test } from 'vitest';
import { makeChart } from '../../../src/plan-charts/plan-charts.ts';
import { chartedPlan, firstPlan } from '../../support/first-plan.ts';

describe('whom the tasks of the first plan concern, drawn', () => {
  const figure = makeChart('matrix', chartedPlan);
  const pairs = new Set(firstPlan.concerns.map(({ task, code }) => `t${task}-${code}`));

  test('every task and everyone it concerns have one dot, which leads to the words that say so', () => {
    const keys = figure.wide.marks.flatMap(({ key }) => (key && pairs.has(key) ? [key] : []));
    expect(keys.sort()).toEqual([...pairs].sort());
    expect(figure.links.get('t1-senior-high')?.href).toBe('/20xx/tasks/1/#s2');
  });

  test('columns say their task by name to who points at them', () => {
    const head = figure.wide.marks.find(({ key }) => key === 't17');
    expect(head?.label).toBe(`第17项，${firstPlan.tasks[16]?.title.text}`);
  });

  test('both drawings have as many dots', () => {
    for (const drawing of [figure.wide, figure.narrow]) {
      const dotted = drawing.marks.filter(({ shapes }) =>
        shapes.some(({ type }) => type === 'circle'),
      );
      // The legend is one mark.
      expect(dotted).toHaveLength(pairs.size + 1);
    }
  });

  test('the title names who is concerned most, and the table has each with all tasks', () => {
    const counts = Map.groupBy(pairs, (pair) => pair.replace(/^t\d+-/u, ''));
    const most = Math.max(...[...counts.values()].map((all) => all.length));
    expect(figure.title).toBe(
      `${chartedPlan.tasks.length}项任务里，与“高等学校”有关的最多，${most}项`,
    );
    expect(figure.reading[0]?.text).toContain(`${counts.size} 类`);
    expect(figure.rows).toHaveLength(counts.size);
    const row = figure.rows.find(({ key }) => key === 'graduate');
    expect(row).toMatchObject({ printed: { text: '2' }, full: '支持与服务对象：第1、23项' });
  });
});

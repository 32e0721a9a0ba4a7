import { describe, expect, test } from 'vitest';
import type { Drawing, Shape } from '../../../src/charts/drawing.ts';
import { makeChart } from '../../../src/plan-charts/plan-charts.ts';
import { chartedPlan, firstPlan } from '../../support/first-plan.ts';

type Arc = Extract<Shape, { type: 'path' }>;
const arcsOf = ({ marks }: Drawing): (Arc & { key: string | undefined })[] =>
  marks.flatMap(({ key, shapes }) =>
    shapes.flatMap((shape) =>
      shape.type === 'path' && shape.role === 'arc' ? { ...shape, key } : [],
    ),
  );
const numbersIn = ({ marks }: Drawing): Extract<Shape, { type: 'text' }>[] =>
  marks.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.type === 'text' ? shape : [])));

describe('the relations of the first plan, drawn', () => {
  const figure = makeChart('links', chartedPlan);
  const pairs = new Set(firstPlan.relations.map(({ from, to }) => `t${from.task}-t${to.task}`));

  test.each(['wide', 'narrow'] as const)(
    'every two related tasks have one arc in the %s drawing',
    (size) => {
      expect(
        arcsOf(figure[size])
          .map(({ key }) => key ?? '')
          .sort(),
      ).toEqual([...pairs].sort());
      expect(numbersIn(figure[size])).toHaveLength(41);
    },
  );

  test('every arc leads to the reason on the page of the earlier task', () => {
    for (const pair of pairs) {
      const [from, to] = pair.match(/\d+/gu) ?? [];
      expect(figure.links.get(pair)?.href).toBe(`/20xx/tasks/${from}/#aside-task-${to}`);
    }
  });

  test('the table has a row for every relation', () => {
    expect(figure.rows).toHaveLength(firstPlan.relations.length);
  });
});

import { describe, expect, test } from 'vitest';
import { readCharts } from '../../src/kinds/charts/charts.ts';
import type { Target } from '../../src/kinds/targets/targets.ts';
import { drawChart } from '../../src/plan-charts/draw-chart.ts';

const span = { start: 0, end: 3, line: 1, text: '' };
const target = (id: string, kind: Target['kind'], fields: Partial<Target> = {}): Target => ({
  id,
  kind,
  plan: 'p',
  task: 1,
  quote: '30%',
  value: 30,
  unit: '%',
  normalised: 30,
  multiplier: 1,
  decimals: 0,
  indicator: id,
  span: { ...span, text: '30%' },
  quantity: { ...span, text: '30%' },
  ...fields,
});

const targets = [
  target('rate', 'share'),
  target('other-rate', 'share'),
  target('less', 'decline'),
  target('less-too', 'decline'),
  target('more', 'growth'),
  target('people', 'absolute', { unit: '人', normalised: 200, value: 200, quote: '200人' }),
  target('grown', 'growth', { of: 'people' }),
  target('city', 'absolute', { unit: '人', normalised: 500, value: 500, scope: '全市' }),
  target('floor', 'absolute', { unit: '人', normalised: 90, value: 90, qualifier: '不少于' }),
];

const readTitled = (title: string, ...ids: string[]) =>
  readCharts(JSON.stringify([{ id: 'c', title, form: 'figures', targets: ids }]), 'c.yaml', {
    plan: 'p',
    targets,
  });

test.each(['matrix', 'map', 'links'])(
  'the id %s is the site’s own: its address leads to what the site drew, or to what took its place',
  (id) => {
    const entry = { id, title: '图', form: 'figures', targets: ['rate'] };
    expect(() => readCharts(JSON.stringify([entry]), 'c.yaml', { plan: 'p', targets })).toThrow(
      /chart-duplicate/u,
    );
  },
);

const read = (form: string, ...ids: string[]) =>
  readCharts(JSON.stringify([{ id: 'c', title: '图', form, targets: ids }]), 'c.yaml', {
    plan: 'p',
    targets,
  });

describe('bars', () => {
  test('show shares among themselves, and changes of one way', () => {
    expect(read('bars', 'rate', 'other-rate')).toHaveLength(1);
    expect(read('bars', 'less', 'less-too')).toHaveLength(1);
  });

  test.each([
    ['rate', 'less'],
    ['more', 'less'],
    ['less', 'rate'],
  ])('do not compare %s with %s', (one, other) => {
    expect(() => read('bars', one, other)).toThrow(
      'chart-form: expected targets of one sort on one axis',
    );
  });

  test('compare one unit only', () => {
    expect(() => read('bars', 'people', 'rate')).toThrow('chart-form');
  });
});

test('a group has one scope, and groups have units and scopes of their own', () => {
  const group = (...groups: string[][]) =>
    readCharts(
      JSON.stringify([
        { id: 'c', title: '图', form: 'bars', groups: groups.map((ids) => ({ targets: ids })) },
      ]),
      'c.yaml',
      { plan: 'p', targets },
    );
  expect(() => group(['people', 'city'])).toThrow(
    'c.yaml:1: chart-scope: expected targets of one scope in one group, as that of people: none stated; found city: 全市',
  );
  expect(group(['people'], ['city'], ['rate', 'other-rate'])).toHaveLength(1);
});

describe('a title', () => {
  test.each([
    ['共200人', ['people']],
    ['不少于90人', ['floor']],
    ['增长30%，到200人', ['grown']],
    ['200人最多', ['people']],
    ['没有数', ['people']],
  ])('may say %s', (title, ids) => {
    expect(readTitled(title, ...ids)).toHaveLength(1);
  });

  test.each([
    ['共201人', ['people'], 'found “201人”; the chart has'],
    ['共200所', ['people'], 'found “200所”'],
    ['两百人，占一半', ['people'], 'found “一半”'],
    ['90人', ['floor'], 'found “90人”'],
    ['至少200人', ['people'], 'found “至少200人”'],
    ['不少于90人，最少', ['floor'], 'found “最少”'],
    ['全市最多', ['people', 'city'], 'found “最多”'],
    ['全市居首', ['people', 'city'], 'found “居首”'],
  ])('may not say %s', (title, ids, found) => {
    expect(() => readTitled(title, ...ids)).toThrow(/^c\.yaml:1: chart-title: expected /u);
    expect(() => readTitled(title, ...ids)).toThrow(found);
  });
});

test('growth shows changes of a printed figure, and refuses what it would leave out', () => {
  expect(read('growth', 'grown')).toHaveLength(1);
  expect(() => read('growth', 'less')).toThrow('others fit forms bars and figures');
  expect(() => read('growth', 'people')).toThrow('chart-form');
});

test('a change without a base says which way it goes', () => {
  const [chart] = read('figures', 'less', 'more', 'rate');
  if (!chart) throw new Error('no chart');
  const drawn = drawChart(chart, { targets, sections: [], notes: [] });
  const words = drawn.wide.marks.map(({ shapes }) =>
    shapes.flatMap((shape) =>
      shape.type === 'text' && shape.role === 'small' ? shape.words.text : [],
    ),
  );
  expect(words).toEqual([['下降'], ['增长'], []]);
  expect(drawn.reading.map(({ text }) => text).join('')).toBe('原文在第1项。');
});

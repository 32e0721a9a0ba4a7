import { describe, expect, test } from 'vitest';
import { parseDocument } from 'htmlparser2';
import { readSite } from '../../../src/loaders/read-site.ts';
import { readCharts } from '../../../src/kinds/charts/charts.ts';
import { writeChartCsv } from '../../../src/plan-charts/chart-csv.ts';
import { drawChart } from '../../../src/plan-charts/draw-chart.ts';
import { writeChartSvg } from '../../../src/plan-charts/chart-svg.ts';
import type { Drawing } from '../../../src/charts/drawing.ts';
import type { Target } from '../../../src/kinds/targets/targets.ts';
import { project } from '../../support/site.ts';

const [tree] = readSite(project).plans;
if (!tree) throw new Error('no plan');
const figureOf = (id: string) => {
  const chart = tree.charts.find((candidate) => candidate.id === id);
  if (!chart) throw new Error(`no chart ${id}`);
  return drawChart(chart, tree);
};

describe('a chart says what its title and its drawing do not', () => {
  test.each([
    [
      'enrolment',
      '原文在第1项。各组自用一根轴，组与组不能互比。“其士生”原文如此，当作“其中博士生”。',
    ],
    ['training', '原文在第3项、第18项。“不少于”是下限。同一人可能计入几次，人次不相加。'],
    [
      'enrolment-growth',
      '虚线框是由计划数和增减推算的基期，原文没有写，括号里是舍入允许的范围；深色是比基期多出的部分。',
    ],
    ['rural-project', '原文在第3项。“不少于”是下限。'],
    ['schools', '疑当作“流动人员子女”。'],
    ['by-section', '37个数字分在6个部分，第一部分最多，有20个；另有4个部分没有数字。'],
  ])('%s', (id, said) => {
    expect(
      figureOf(id)
        .reading.map(({ text }) => text)
        .join(''),
    ).toContain(said);
  });
});

const readingOf = (id: string): string =>
  figureOf(id)
    .reading.map(({ text }) => text)
    .join('');

/** How long a mark of bars is, by the figure it stands for. */
const barLengths = ({ marks }: Drawing): { target: Target; length: number }[] =>
  marks.flatMap(({ key, shapes }) => {
    const target = tree.targets.find(({ id }) => id === key);
    const rects = shapes.flatMap((shape) =>
      shape.type === 'rect' && shape.role.split(' ').includes('bar') ? [shape] : [],
    );
    if (!target || rects.length === 0) return [];
    const left = Math.min(...rects.map(({ x }) => x));
    return [{ target, length: Math.max(...rects.map(({ x, width }) => x + width)) - left }];
  });

/** That one length stands for one number in a whole drawing, to the tenth of a unit that it is rounded to. */
const isOneScale = (lengths: ReturnType<typeof barLengths>): boolean => {
  const longest = lengths.reduce((a, b) => (b.target.normalised > a.target.normalised ? b : a));
  const scale = longest.length / longest.target.normalised;
  return lengths.every(
    ({ target, length }) => Math.abs(length - target.normalised * scale) <= 2 || length <= 3,
  );
};

describe('a chart whose lengths or places do not compare says so', () => {
  test.each(tree.charts.map(({ id }) => [id]))('%s', (id) => {
    const { wide, narrow } = figureOf(id);
    const drawn = [wide, narrow].map(barLengths).filter((lengths) => lengths.length > 0);
    if (!drawn.every(isOneScale)) expect(readingOf(id)).toContain('不能互比');
  });

  test('two panels of growth have scales of their own, and so have groups; one group has one', () => {
    expect(isOneScale(barLengths(figureOf('enrolment-growth').wide))).toBe(false);
    expect(isOneScale(barLengths(figureOf('enrolment').wide))).toBe(false);
    expect(isOneScale(barLengths(figureOf('training').wide))).toBe(true);
  });
});

describe('a chart in groups', () => {
  const inGroups = tree.charts.filter(({ form, groups }) => form === 'bars' && groups.length > 1);

  test.each(inGroups.map(({ id }) => [id]))('%s names its groups above them', (id) => {
    const names = figureOf(id).rows.map(({ group }) => group);
    const drawn = figureOf(id).narrow.marks.flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.type === 'text' && shape.role === 'group' ? shape.words.text : [],
      ),
    );
    expect(drawn).toEqual([...new Set(names)]);
  });

  test('names none the most or the least, of all groups', () => {
    for (const { id } of inGroups) expect(readingOf(id)).not.toMatch(/最多|最少/u);
  });
});

test('a chart says of the figures it shows what the text says of their scope', () => {
  for (const { id } of tree.charts) {
    const shown = figureOf(id).rows.flatMap(({ key }) =>
      tree.targets.filter((target) => target.id === key && target.scope !== undefined),
    );
    const said =
      readingOf(id) +
      figureOf(id)
        .rows.map(({ label, group = '' }) => group + label.text)
        .join('');
    for (const { scope = '' } of shown) {
      expect(said, id).toContain(scope.replace(/高校$/u, ''));
      expect(readingOf(id), id).not.toMatch(/最多|最少/u);
    }
  }
});

test('a file that stands alone has the words of its page: reading, scopes, and what is printed so', () => {
  for (const id of ['enrolment', 'schools', 'enrolment-growth']) {
    const svg = writeChartSvg(figureOf(id), '甲');
    // Drawn as lines of text, not only described.
    const drawn = svg.replace(/<desc.*<\/desc>/u, '').replace(/<[^>]*>|\s/gu, '');
    expect(drawn).toContain(readingOf(id));
  }
});

test('the CSV of a chart has its table, with a byte order mark and a line that says what is computed', () => {
  const csv = writeChartCsv(figureOf('enrolment-growth'));
  expect(csv.startsWith('\uFEFFid,分组,项目,原文写法，或推算,完整数值,性质,出处\r\n')).toBe(true);
  expect(csv).toContain(
    't1-graduates,研究生（市属市管）,研究生（市属市管）,计划6460人,6460人,原文,第1项第3句\r\n',
  );
  expect(csv).toContain(',研究生（市属市管）,基期（推算）,约5921人,5919—5923人,推算,\r\n');
});

test('a cell that a spreadsheet would take for a formula is made safe', () => {
  const figure = figureOf('money');
  const [row] = figure.rows;
  if (!row) throw new Error('no row');
  const csv = writeChartCsv({ ...figure, rows: [{ ...row, label: { text: '=1+1,"x"' } }] });
  expect(csv).toContain(`,"'=1+1,""x""",`);
});

test('every chart is a well-formed SVG that stands alone, with title and description', () => {
  for (const { id } of tree.charts) {
    const svg = writeChartSvg(figureOf(id), '甲<乙>&“丙”');
    const document = parseDocument(svg, { xmlMode: true });
    expect(document.children.filter((node) => node.type === 'tag')).toHaveLength(1);
    expect(svg).toMatch(/<title id="title">.+<\/title>\n<desc id="reading">.+<\/desc>/u);
    expect(svg).toContain('甲&lt;乙&gt;&amp;');
    expect(svg).not.toMatch(/NaN|undefined|Infinity|var\(/u);
  }
});

describe('a chart compares', () => {
  const read = (...groups: string[][]) =>
    readCharts(
      JSON.stringify([
        { id: 'a', title: '甲', form: 'bars', groups: groups.map((targets) => ({ targets })) },
      ]),
      'c.yaml',
      { plan: tree.plan.id, targets: tree.targets },
    );

  test('no givers of support with receivers, in one group', () => {
    expect(() => read(['t11-migrant-schools', 't14-special-schools', 't3-universities'])).toThrow(
      'c.yaml:1: chart-sides: expected targets of those who receive support, as t11-migrant-schools is, in one group; found t3-universities, of those who give it',
    );
    expect(() =>
      read(['t11-migrant-schools', 't14-special-schools'], ['t3-universities']),
    ).not.toThrow();
  });

  test('those who neither give nor receive with anyone', () => {
    expect(() => read(['t8-olympic-schools', 't3-universities'])).not.toThrow();
  });
});

test('every target of the plan is on a chart, but those drawn as parts', () => {
  const shown = new Set(tree.charts.flatMap(({ id }) => figureOf(id).rows.map(({ key }) => key)));
  expect(tree.targets.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

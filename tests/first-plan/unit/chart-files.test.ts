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

describe('a chart says in one sentence what it shows', () => {
  test.each([
    [
      'enrolment',
      '本专科，计划8.4万人，其中本科4.2万人、高等职业学校4.2万人；普通高中，计划7.8万人；中等职业教育，计划5.7万人；研究生（市属市管），计划6460人，其中“其士生”492人、硕士生5968人。各项的口径原文不一：研究生（市属市管）写明是市属市管高校，其余没有写明。条的长短不能互比。“其士生”原文如此，当作“其中博士生”。',
    ],
    [
      'training',
      '最多的是培训职工250万人次左右；最少的是农村教师培训或交流，不少于10000人次。同一人可能计入几次，人次不相加。',
    ],
    [
      'enrolment-growth',
      '研究生（市属市管），计划6460人，增长9.1%，由此推算基期约5921人（5919—5923）',
    ],
    ['rural-project', '从对口支援的高校10所到农村教师培训或交流，不少于10000人次。'],
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
    // A part has a swatch before its caption too, which is no bar.
    const bars = rects.filter(({ height }) => height === Math.max(...rects.map((r) => r.height)));
    if (!target || bars.length === 0) return [];
    const left = Math.min(...bars.map(({ x }) => x));
    return [{ target, length: Math.max(...bars.map(({ x, width }) => x + width)) - left }];
  });

/** That one length stands for one number in a whole drawing, to the tenth of a unit that it is rounded to. */
const isOneScale = (lengths: ReturnType<typeof barLengths>): boolean => {
  const longest = lengths.reduce((a, b) => (b.target.normalised > a.target.normalised ? b : a));
  const scale = longest.length / longest.target.normalised;
  return lengths.every(
    ({ target, length }) => Math.abs(length - target.normalised * scale) <= 2 || length <= 1.5,
  );
};

describe('a chart whose lengths or places do not compare says so', () => {
  test.each(tree.charts.map(({ id }) => [id]))('%s', (id) => {
    const { wide, narrow } = figureOf(id);
    const drawn = [wide, narrow].map(barLengths).filter((lengths) => lengths.length > 0);
    const points = wide.marks.filter(({ shapes }) => shapes.some(({ type }) => type === 'circle'));
    const units = new Set(
      points.map(({ key }) => tree.targets.find((target) => target.id === key)?.unit),
    );
    if (!drawn.every(isOneScale) || units.size > 1) expect(readingOf(id)).toContain('不能互比');
  });

  test('two panels of growth have scales of their own, and the chart of enrolment has one', () => {
    expect(isOneScale(barLengths(figureOf('enrolment-growth').wide))).toBe(false);
    expect(isOneScale(barLengths(figureOf('enrolment').wide))).toBe(true);
  });
});

describe('a chart in groups', () => {
  const inGroups = tree.charts.filter(({ form, groups }) => form === 'bars' && groups.length > 1);

  test.each(inGroups.map((chart) => [chart.id, chart] as const))(
    '%s parts its groups by a mark that none of them has',
    (id, { groups }) => {
      const names = groups.map(({ name = '' }) => name);
      for (const name of names) expect(name).not.toContain('；');
      expect(readingOf(id)).toContain(`分${groups.length}组：${names.join('；')}。`);
    },
  );

  test('has no name with the mark that parts groups', () => {
    const groups = [{ name: '甲；乙', targets: ['t14-special-schools'] }];
    expect(() =>
      readCharts(JSON.stringify([{ id: 'a', title: '甲', form: 'bars', groups }]), 'c.yaml', {
        plan: tree.plan.id,
        targets: tree.targets,
      }),
    ).toThrow('a name without ；, which parts groups');
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
        .rows.map(({ label }) => label.text)
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

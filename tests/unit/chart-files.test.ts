import { describe, expect, test } from 'vitest';
import { parseDocument } from 'htmlparser2';
import { readSite } from '../../src/loaders/read-site.ts';
import { writeChartCsv } from '../../src/figures/chart-csv.ts';
import { makeFigure } from '../../src/figures/chart-figure.ts';
import { writeChartSvg } from '../../src/figures/chart-svg.ts';
import { project } from '../support/site.ts';

const [tree] = readSite(project).plans;
if (!tree) throw new Error('no plan');
const figureOf = (id: string) => {
  const chart = tree.charts.find((candidate) => candidate.id === id);
  if (!chart) throw new Error(`no chart ${id}`);
  return makeFigure(chart, tree);
};

describe('a chart says in one sentence what it shows', () => {
  test.each([
    [
      'enrolment',
      '最多的是本专科计划8.4万人，其中本科4.2万人、高等职业学校4.2万人；最少的是研究生（市属市管）计划6460人。',
    ],
    ['training', '同一人可能计入几次，人次不相加。'],
    [
      'enrolment-growth',
      '研究生（市属市管）计划6460人，增长9.1%，由此推算基期约5921人（5919—5923）',
    ],
    ['rural-project', '从对口支援的高校10所到农村教师培训或交流不少于10000人次。'],
    ['by-section', '37个数字分在6个部分，第一部分最多，有20个；另有4个部分没有数字。'],
  ])('%s', (id, said) => {
    expect(
      figureOf(id)
        .reading.map(({ text }) => text)
        .join(''),
    ).toContain(said);
  });
});

test('the CSV of a chart has its table, with a byte order mark and a line that says what is computed', () => {
  const csv = writeChartCsv(figureOf('enrolment-growth'));
  expect(csv.startsWith('\uFEFFid,分组,项目,写作,全数,性质,出处\r\n')).toBe(true);
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

test('every target of the plan is on a chart, but those drawn as parts', () => {
  const shown = new Set(tree.charts.flatMap(({ id }) => figureOf(id).rows.map(({ key }) => key)));
  expect(tree.targets.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

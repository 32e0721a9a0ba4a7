import { describe, expect, test } from 'vitest';
import { composePlan } from '../../src/text/compose.ts';
import { type Reading, parsePlan } from '../../src/text/parse.ts';
import type { MatterPart, Sentence, Structure } from '../../src/text/schema.ts';

/** Reads lines as a plan, and proves that none of them is lost. */
function read(title: string, lines: readonly string[], structure?: Structure): Reading {
  const text = `${lines.join('\n')}\n`;
  const plan = parsePlan(text, { id: 'p', file: 'seeds/p.txt', title, structure });
  expect(composePlan(plan, plan.sections, plan.tasks)).toBe(text);
  return plan;
}

const kinds = (parts: readonly MatterPart[]): string[] =>
  parts.map(({ kind, text }) => `${kind} ${text}`);
const textsOf = (sentences: readonly Sentence[] | undefined): string[] =>
  (sentences ?? []).map(({ text }) => text);
const titles = ({ tasks }: Reading): (string | undefined)[] =>
  tasks.map(({ title, isUntitled }) => (isUntitled ? undefined : title.text));
const doubts = (plan: Reading): string[] => plan.doubts.map(({ kind, line }) => `${kind} ${line}`);

const body = ['一、修桥', '1.查桥。查桥12座。', '2.养桥。雨季前做完。'];
const title = '青石县二〇三一年桥梁养护工作要点';

describe('what stands before a plan', () => {
  test('what a web page prints around it', () => {
    const plan = read(title, [
      '当前位置： 首页 > 政务公开 > 计划总结',
      '索引号：QS-2031-0019 | 发布机构：青石县交通局 | 文号：无',
      '浏览次数：88',
      title,
      '来源：青石县交通局　发布时间：2031-01-20　字号：[大 中 小]',
      ...body,
    ]);
    expect(plan.preface.map(({ kind }) => kind)).toEqual(['furniture', 'furniture', 'furniture']);
    expect(plan.front.map(({ kind }) => kind)).toEqual(['title', 'date']);
    expect(plan.general).toEqual([]);
    expect(titles(plan)).toEqual(['查桥', '养桥']);
  });

  test('the notice that carries it, signed and dated', () => {
    const plan = read(title, [
      '青石县交通局关于印发',
      `《${title}》的通知`,
      '青交〔2031〕7号',
      '',
      '各镇、各养护站：',
      `现将《${title}》印发给你们，请照此执行。`,
      '',
      '青石县交通局',
      '2031年1月20日',
      '（此件主动公开）',
      '',
      '青石县二〇三一年',
      '桥梁养护工作要点',
      '',
      '本年的总要求是：勤查、早修。',
      ...body,
    ]);
    expect(kinds(plan.preface)).toEqual([
      'title 青石县交通局关于印发',
      `title 《${title}》的通知`,
      'number 青交〔2031〕7号',
      'recipients 各镇、各养护站：',
      `text 现将《${title}》印发给你们，请照此执行。`,
      'issuer 青石县交通局',
      'date 2031年1月20日',
      'note （此件主动公开）',
    ]);
    expect(plan.front.map(({ kind }) => kind)).toEqual(['title', 'title']);
    expect(textsOf(plan.general)).toEqual(['本年的总要求是：勤查、早修。']);
  });

  test('a notice with numbers of its own', () => {
    const plan = read(title, [
      `关于印发《${title}》的通知`,
      '一、高度重视。各站要重视。',
      '二、抓好落实。各站要落实。',
      title,
      ...body,
    ]);
    expect(plan.preface).toHaveLength(3);
    expect(plan.sections).toHaveLength(1);
  });

  test('a title that is printed twice, date lines, a note, a table of contents', () => {
    const plan = read(title, [
      title,
      '2031年1月20日',
      '发布时间：2031-01-21 09:30',
      title,
      '（2031年1月18日局务会议通过）',
      '目　录',
      '一、修桥 ………… 1',
      '二、护路 ………… 2',
      ...body,
      '二、护路',
      '3.清沟。',
    ]);
    expect(plan.preface).toEqual([]);
    expect(plan.front.map(({ kind }) => kind)).toEqual([
      'title',
      'date',
      'date',
      'title',
      'note',
      'furniture',
      'furniture',
      'furniture',
    ]);
    expect(plan.sections).toHaveLength(2);
    expect(doubts(plan)).toEqual([]);
  });

  test('an address to listeners', () => {
    const plan = read(title, [title, '各位站长、同志们：', '今年只抓一件事。', ...body]);
    expect(plan.front.map(({ kind }) => kind)).toEqual(['title', 'recipients']);
    expect(textsOf(plan.general)).toEqual(['今年只抓一件事。']);
  });

  test('no title: the one in plan.yaml says that it is the editor’s', () => {
    const plan = read('青石县桥梁养护要点（编者拟）', ['今年的思路是：勤查、早修。', ...body]);
    expect(plan).toMatchObject({ isUntitled: true, front: [], preface: [] });
    expect(textsOf(plan.general)).toEqual(['今年的思路是：勤查、早修。']);
    expect(() => read('青石县桥梁养护要点', body)).toThrow(/plan-title.*（编者拟）/u);
  });
});

describe('what stands after a plan', () => {
  test('attachments, signature, note, copies, imprint and attached tables', () => {
    const plan = read(title, [
      title,
      ...body,
      '附件：1.分工表',
      '      2.名册',
      '',
      '青石县交通局',
      '2031年1月20日',
      '（联系人：甲某；联系电话：000）',
      '抄送：县委办公室，县人大办公室。',
      '青石县交通局办公室　2031年1月21日印发',
      '附件1',
      '分工表',
      '序号\t任务\t负责站',
      '1\t查桥\t东站',
      '2\t养桥\t西站',
      '附件2',
      '名册',
      '一、东站三人。',
      '二、西站二人。',
    ]);
    expect(titles(plan)).toEqual(['查桥', '养桥']);
    expect(plan.tasks[1]?.sentences).toHaveLength(2);
    expect(plan.closing.map(({ kind }) => kind)).toEqual(
      'attachments attachments issuer date note copies imprint heading heading row row row heading heading text text'.split(
        ' ',
      ),
    );
    expect(plan.closing[10]?.cells?.map(({ text }) => text)).toEqual(['1', '查桥', '东站']);
  });

  test('an attachment told of in the middle ends nothing', () => {
    const plan = read(title, [title, '一、修桥', '1.查桥。', '附：查桥的要点。', '2.养桥。']);
    expect(plan.closing).toEqual([]);
    expect(titles(plan)).toEqual(['查桥', '养桥']);
  });

  test('what a web page prints below', () => {
    const plan = read(title, [title, ...body, '责任编辑：乙某', '【打印】 【关闭】', '上一篇：无']);
    expect(plan.tasks).toHaveLength(2);
    expect(plan.closing.length).toBeGreaterThan(1);
  });
});

describe('the text of a plan', () => {
  test('sections with text and no task, and depth that differs', () => {
    const plan = read(title, [
      title,
      '一、指导思想',
      '以勤查早修为宗旨。',
      '二、目标',
      '1.桥况。完好率95%。',
      '三、措施',
      '（一）查',
      '1.日查。',
      '2.月查。',
      '（二）修',
      '1.小修。',
      '四、要求',
      '各站照办。',
      '三月底前报方案。',
    ]);
    expect(titles(plan)).toEqual([undefined, '桥况', '日查', '月查', '小修', undefined]);
    expect(plan.sections.map(({ tasks }) => tasks.length)).toEqual([1, 1, 3, 1]);
  });

  test('items of lists, by dash or bullet', () => {
    const plan = read(title, [
      title,
      '一、目标',
      '（一）桥况',
      '——完好率95%以上。',
      '——抽查率100%。不合格的重修。',
      '（二）人手',
      '● 招工6名。',
      '-  培训30人次。',
    ]);
    expect(titles(plan)).toEqual(['桥况', '人手']);
    expect(
      plan.tasks.flatMap(({ sentences }) => sentences.map(({ mark, text }) => [mark?.text, text])),
    ).toEqual([
      [undefined, '桥况'],
      ['——', '完好率95%以上。'],
      ['——', '抽查率100%。'],
      [undefined, '不合格的重修。'],
      [undefined, '人手'],
      ['●', '招工6名。'],
      ['-', '培训30人次。'],
    ]);
  });

  test.each([
    ['tabs', '\t'],
    ['strokes', ' | '],
    ['runs of spaces', '    '],
  ])('a table parted by %s is no list of tasks', (_name, gap) => {
    const plan = read(title, [
      title,
      '一、现状',
      '全县有桥90座。',
      ['指标', '去年', '今年'].join(gap),
      ['1.完好率', '93', '95'].join(gap),
      ['2.抽查率', '90', '100'].join(gap),
      '二、措施',
      '1.查桥。',
    ]);
    expect(plan.tasks).toHaveLength(2);
    expect(plan.tasks[0]?.sentences.map(({ cells }) => cells?.length)).toEqual([
      undefined,
      3,
      3,
      3,
    ]);
    expect(doubts(plan)).toEqual(['table 4']);
  });

  test('a form that numbers in one place only is a list in a task', () => {
    const plan = read(title, [
      title,
      '一、修桥',
      '1.查桥。其中：',
      '（1）东片3座。',
      '（2）西片2座。',
      '2.养桥。',
      '二、护路',
      '1.清沟。',
    ]);
    expect(titles(plan)).toEqual(['查桥', '养桥', '清沟']);
    expect(textsOf(plan.tasks[0]?.sentences)).toHaveLength(4);
  });

  test('numbers with points within', () => {
    const plan = read(title, [title, '1.修桥', '1.1查桥。', '1.2 养桥。', '2.护路', '2.1.清沟。']);
    expect(plan.sections.map((section) => section.title?.text)).toEqual(['修桥', '护路']);
    expect(titles(plan)).toEqual(['查桥', '养桥', '清沟']);
    expect(doubts(plan)).toEqual([]);
  });

  test('what is numbered in words within a task stays there', () => {
    const plan = read(title, [title, '一、修桥', '（一）查桥', '一是日查；', '二是月查。']);
    expect(textsOf(plan.tasks[0]?.sentences)).toEqual(['查桥', '一是日查；', '二是月查。']);
  });

  test('a long first sentence is no title; its first words stand for it in lists', () => {
    const long = `${'坚持把每一座桥查好，'.repeat(9)}让人放心过桥。`;
    const plan = read(title, [title, '一、总体要求', long, '二、修桥', `1.${long}`, '2.养桥。']);
    expect(titles(plan)).toEqual([undefined, undefined, '养桥']);
    expect(plan.tasks[0]?.title.text).toBe('坚持把每一座桥查好，坚持把每一座桥查好');
    expect(plan.tasks[0]?.sentences[0].text).toBe(long);
    expect(doubts(plan)).toEqual(['long-title 5']);
  });

  test('a long line without a closing mark is a heading', () => {
    const heading =
      '深入开展全县桥梁隐患大排查大整治专项行动和农村公路桥梁三年改造提升行动工程建设任务';
    const plan = read(title, [title, '一、修桥', `1.${heading}`, '查桥12座。', '2.养桥。']);
    expect(titles(plan)).toEqual([heading, '养桥']);
  });

  test('a heading without a number is its own words, and its place its numeral', () => {
    const plan = read(title, [
      title,
      '一、常规',
      '1.查桥。',
      '二、安排',
      '三月份',
      '1.修桥。',
      '第二季度：',
      '1.养桥。',
    ]);
    expect(plan.sections[1]?.groups).toMatchObject([
      { numeral: '1', heading: { text: '三月份' }, tasks: [2] },
      { numeral: '2', heading: { text: '第二季度：' }, tasks: [3] },
    ]);
    expect(plan.sections[1]?.groups[0]).not.toHaveProperty('marker');
    expect(doubts(plan)).toEqual([]);
  });

  test('headings that only their place tells, as an editor names them too', () => {
    const lines = [title, '主要工作', '1.查桥。', '2.修桥。', '有关要求', '各站照办。'];
    for (const structure of [undefined, { sections: '标题', tasks: '1.' } as const]) {
      const plan = read(title, lines, structure);
      expect(plan.sections.map((section) => section.title?.text)).toEqual(['主要工作', '有关要求']);
      expect(titles(plan)).toEqual(['查桥', '修桥', undefined]);
      expect(doubts(plan)).toEqual(structure ? [] : ['heading 2']);
    }
  });

  test('a short line in a task is no heading', () => {
    const plan = read(title, [title, '1.查桥。', '东片', '查桥3座。', '2.修桥。']);
    expect(plan.sections.map(({ heading }) => heading)).toEqual([undefined]);
    expect(titles(plan)).toEqual(['查桥', '修桥']);
  });

  test('soft breaks part lines', () => {
    const plan = read(title, [title, '一、修桥\u20281.查桥。\u20282.养桥。']);
    expect(titles(plan)).toEqual(['查桥', '养桥']);
  });
});

describe('what may have been misread is told with its line', () => {
  test('lines broken in mid-sentence', () => {
    const plan = read(title, [
      title,
      '今年的思路是：把全县每一座桥都查一遍，把查出的毛病都修',
      '好，让人放心过桥。',
      '一、修桥',
      '1.查桥。查桥12座，其中县道5座，乡道7座，六月底之前全部',
      '查完。',
    ]);
    expect(doubts(plan)).toEqual(['broken-lines 2']);
    expect(plan.doubts[0]?.found).toMatchObject({
      en: 'lines that seem to be broken in mid-sentence: 2, 5',
      zh: '像是在句子中间断开的行：2、5',
    });
  });

  test('page numbers', () => {
    expect(doubts(read(title, [title, ...body, '- 2 -', '3.修桥。']))).toContain('page-number 5');
  });

  test('several numbers on one line', () => {
    const line = '一、修桥。1.查桥。2.养桥。二、护路。3.清沟。三、评比。';
    expect(doubts(read(title, [title, line]))).toContain('one-line 2');
  });

  test('a number skipped, a number repeated', () => {
    const plan = read(title, [title, '一、修桥', '1.甲。', '3.乙。', '3.丙。', '三、路', '1.丁。']);
    expect(doubts(plan)).toEqual(['number 4', 'number 5', 'number 6']);
    expect(plan.tasks.map(({ marker }) => marker?.text)).toEqual(['1.', '3.', '3.', '1.']);
  });
});

import { parseDocument } from 'yaml';
import { describe, expect, test } from 'vitest';
import { draftPlan, draftedFiles } from '../../src/draft/draft.ts';
import { readAnnotations } from '../../src/kinds/annotations.ts';
import { readReviewed } from '../../src/text/review.ts';
import { vocabulary } from '../support/draft-scores.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const tree = makeSmallPlan(
  '一、办学条件',
  '1.扩大学位。2027年9月底前新建学校12所，新增学位不少于1.5万个，安排资金3000万元。',
  '2.队伍建设。贯彻《教师法》，制定《全市教师培训工作方案》，实施“青蓝工程”，选派教师120名，“双减”成效保持第3位。',
  '3.体育。面向3—6岁儿童，每天运动1小时，20*年参赛率达到95%，参赛率达到95%以上。贯彻《教师法》。',
);

const draft = (files: Partial<Record<string, string>> = {}) =>
  draftPlan(tree, (name) => files[name], { audiences: vocabulary, earlier: [] });
const entriesOf = (drafted: ReturnType<typeof draft>, name: string) =>
  parseDocument(drafted.find((file) => file.name === name)?.text ?? '').toJS() as Record<
    string,
    unknown
  >[];

describe('a draft', () => {
  test('leaves nothing over: with it every ledger is proven', () => {
    const drafted = draft();
    const annotations = readAnnotations(
      tree,
      (name) => {
        const text = drafted.find((file) => file.name === name)?.text;
        return text === undefined
          ? undefined
          : readReviewed({ file: `${name}.yaml`, text }).proposed;
      },
      vocabulary.map(({ words: _words, ...audience }, order) => ({ ...audience, order })),
    );
    expect(annotations.targets.length).toBeGreaterThan(0);
  });

  test('tells commitments from other numbers', () => {
    const targets = entriesOf(draft(), 'targets');
    expect(targets.map(({ value, unit, qualifier }) => [value, unit, qualifier])).toEqual([
      [12, '所', undefined],
      [1.5, '个', '不少于'],
      [3000, '元', undefined],
      [120, '名', undefined],
      [95, '%', '达到'],
      [95, '%', '达到…以上'],
    ]);
    expect(entriesOf(draft(), 'numerals').map(({ quote, kind }) => [quote, kind])).toEqual([
      ['2027年9月', 'date'],
      ['3', 'ordinal'],
      ['3—6', 'age-range'],
      ['1', 'other'],
      ['20*年', 'masked-year'],
    ]);
  });

  test('calls what is counted by its own words, not by those said of the figure', () => {
    const plan = makeSmallPlan(
      '一、甲',
      '1.乙。在线率达到98%以上，总量控制在18.3亿立方米以内，谋划项目20个左右，力争完成投资5亿元，比上年增长8.2%，占总数的26.3%。',
      '2.丙。预警提前量由2小时延长到4〜6小时，审批时限由20个工作日压缩到8个工作日，30日内答复，关停自备井110眼，满意度保持在95%以上。',
      '3.丁。治理面积120平方公里，其中坡耕地35平方公里、小流域85平方公里。新建30座，其中年内建成12座。服务热线为0791-88**66。',
    );
    const drafted = draftPlan(plan, () => undefined, { audiences: [], earlier: [] });
    expect(
      entriesOf(drafted, 'targets').map(({ quote, indicator, kind, of }) => [
        quote,
        indicator,
        of ? `${String(kind)} of ${String(of)}` : kind,
      ]),
    ).toEqual([
      ['98%', '在线率', 'share'],
      ['18.3亿立方米', '总量', 'absolute'],
      ['20个', '谋划项目', 'absolute'],
      ['5亿元', '完成投资', 'budget'],
      ['8.2%', '完成投资比上年增长', 'growth'],
      ['26.3%', '占总数', 'share'],
      ['4〜6小时', '预警提前量', 'absolute'],
      ['8个工作日', '审批时限', 'absolute'],
      ['110眼', '关停自备井', 'absolute'],
      ['95%', '满意度', 'share'],
      ['120平方公里', '治理面积', 'total'],
      ['35平方公里', '坡耕地', 'part of t3-draft-1'],
      ['85平方公里', '小流域', 'part of t3-draft-1'],
      ['30座', '新建', 'absolute'],
      ['12座', '年内建成', 'absolute'],
    ]);
    expect(entriesOf(drafted, 'numerals').map(({ quote, kind }) => [quote, kind])).toEqual([
      ['2', 'other'],
      ['20', 'other'],
      ['30', 'date'],
      ['0791-88**66', 'other'],
    ]);
  });

  test('takes 检察机关 for no part of the bureau', () => {
    const plan = makeSmallPlan('一、甲', '1.乙。与检察机关联合开展行动。', '2.丙。加强机关建设。');
    const drafted = draftPlan(plan, () => undefined, { audiences: vocabulary, earlier: [] });
    expect(entriesOf(drafted, 'audiences').map(({ basis }) => basis)).toEqual([
      'inferred',
      'explicit',
    ]);
  });

  test('names documents once, with all their places', () => {
    const documents = entriesOf(draft(), 'documents');
    expect(documents.map(({ name, kind, status }) => [name, kind, status])).toEqual([
      ['教师法', 'law', 'implement'],
      ['全市教师培训工作方案', 'scheme', 'draft'],
    ]);
    expect(documents[0]?.['mentions']).toHaveLength(2);
    expect(entriesOf(draft(), 'initiatives')).toMatchObject([
      { name: '青蓝工程', kind: 'project' },
    ]);
    expect(entriesOf(draft(), 'phrases')).toMatchObject([{ quote: '“双减”', kind: 'term' }]);
  });

  test('made again adds nothing, and changes nothing that an editor touched', () => {
    const first = Object.fromEntries(draft().map(({ name, text }) => [name, text]));
    const edited: Partial<Record<string, string>> = {
      ...first,
      targets: `# 我的注\n${first['targets']?.replace('pending', 'refused')}`,
    };
    const again = draft(edited);
    for (const name of draftedFiles) {
      const file = again.find((one) => one.name === name);
      expect(file?.text, name).toBe(edited[name]);
      expect(file?.proposals, name).toEqual([]);
    }
  });

  test('keeps to its ids, whatever an editor called what it proposed', () => {
    const first = Object.fromEntries(draft().map(({ name, text }) => [name, text]));
    const renamed = first['targets']?.replace('id: t1-draft-1', 'id: t1-schools');
    const again = draft({ ...first, targets: renamed, documents: '[]\n' });
    expect(again.find(({ name }) => name === 'targets')?.text).toBe(renamed);
    expect(entriesOf(again, 'documents').map(({ id }) => id)).toEqual(
      parseDocument(first['documents'] ?? '')
        .toJS()
        .map(({ id }: { id: string }) => id),
    );
    const withoutOne = renamed?.replace(/- id: t1-draft-2\n(?: .*\n)+/u, '');
    const ids = entriesOf(draft({ ...first, targets: withoutOne }), 'targets').map(({ id }) => id);
    expect(ids).toContain('t1-draft-2');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('adds a mention to what an editor has an entry for, and leaves its bytes', () => {
    const law = [
      '- id: law',
      '  name: 教师法 # 简称',
      '  kind: law',
      '  status: implement',
      '  mentions:',
      '    - task: 2',
      '      quote: 《教师法》 # 第一处',
      '',
    ].join('\n');
    const file = draft({ documents: law }).find(({ name }) => name === 'documents');
    expect(file?.text).toContain(law);
    expect(
      entriesOf(
        [file].filter((one) => one !== undefined),
        'documents',
      )[0],
    ).toMatchObject({
      id: 'law',
      mentions: [{ task: 2 }, { task: 3, quote: '《教师法》', action: '贯彻', review: 'pending' }],
    });
    const flow =
      '[{ id: law, name: 教师法, kind: law, status: cited, mentions: [{ task: 2, quote: 《教师法》 }] }]\n';
    expect(entriesOf(draft({ documents: flow }), 'documents')[0]?.['mentions']).toHaveLength(2);
  });

  test('knows the names of earlier plans', () => {
    const plan = makeSmallPlan('一、甲', '1.乙。继续做好蓝天课堂和春晖行动有关工作。');
    const [initiatives] = draftPlan(plan, () => undefined, {
      audiences: [],
      earlier: [
        { file: 'initiatives', plan: '2026', name: '春晖行动有关工作', fields: { kind: 'other' } },
      ],
    }).filter(({ name }) => name === 'initiatives');
    expect(initiatives?.proposals).toMatchObject([
      { name: '春晖行动有关工作', kind: 'other', proposed: '计划“2026”里有这个名称' },
    ]);
  });

  test('relates two tasks by words of which no third one has', () => {
    const plan = makeSmallPlan(
      '一、甲',
      '1.乙。建设残疾人辅助器具租赁点。',
      '2.丙。检查残疾人辅助器具租赁点。',
      '3.丁。改进作风。',
    );
    const [relations] = draftPlan(plan, () => undefined, { audiences: [], earlier: [] }).filter(
      ({ name }) => name === 'relations',
    );
    expect(relations?.proposals).toMatchObject([
      { relation: 'measure', from: { task: 1, quote: '残疾人辅助器具租赁点' }, to: { task: 2 } },
    ]);
  });
});

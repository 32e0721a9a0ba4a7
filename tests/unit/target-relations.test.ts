import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/text/parse.ts';
import { readQuantitiesIn } from '../../src/text/quantity.ts';
import { readTargets } from '../../src/kinds/targets/read-targets.ts';
import type { Target } from '../../src/kinds/targets/targets.ts';

type Entry = Record<string, unknown>;

/** What targets.yaml makes of a text of one task, and what it tells. */
function read(
  text: string,
  entries: readonly Entry[],
  isProven = false,
): { targets: Target[]; told: string[] } {
  const seed = `工作计划\n一、甲\n1.任务。${text}\n`;
  const { sections, tasks, ...plan } = parsePlan(seed, { id: 'p', file: 'f', title: '工作计划' });
  const told: string[] = [];
  const yaml = entries
    .map((entry, i) =>
      JSON.stringify({ id: `t${i + 1}`, task: 1, indicator: '数', kind: 'absolute', ...entry }),
    )
    .map((entry) => `- ${entry}\n`)
    .join('');
  const located = readTargets(
    yaml,
    't.yaml',
    { plan: { id: 'p', ...plan }, sections, tasks },
    { tell: (where, { found }) => told.push(`${where.line} ${JSON.stringify(found)}`), isProven },
  );
  return { targets: located.map(({ entry }) => entry), told };
}

describe('a unit that no list has', () => {
  test.each([
    ['全年开设60畦菜地。', '开设60畦菜地', 60, '畦', '60畦'],
    ['检修农机30余桶次。', '检修农机30余桶次', 30, '桶次', '30余桶次'],
    ['服务120亩次以上。', '服务120亩次以上', 120, '亩次', '120亩次'],
    ['投放2.5万尾鱼苗。', '投放2.5万尾鱼苗', 2.5, '尾', '2.5万尾'],
    ['建二十铺火炕。', '建二十铺火炕', 20, '铺', '二十铺'],
    ['放流3万尾。', '放流3万尾', 3, '万尾', '3万尾'],
    ['巡查６０趟。', '巡查６０趟', 60, '趟', '６０趟'],
  ])('%s', (text, quote, value, unit, printed) => {
    const qualifier = /以上/u.exec(text)?.[0] ?? /余/u.exec(text)?.[0];
    const { targets, told } = read(text, [{ quote, value, unit, qualifier }]);
    const bare = unit.replace('万', '');
    expect(targets[0]).toMatchObject({ unit: bare, quantity: { text: printed } });
    expect(told).toEqual([expect.stringContaining(`“${bare}”`)]);
  });

  test('is that of a range, and told once however often it stands', () => {
    const { targets, told } = read('编60—80畦,讲20畦,听9畦。', [
      { quote: '编60—80畦', value: 60, upTo: 80, unit: '畦' },
      { quote: '讲20畦', value: 20, unit: '畦' },
      { quote: '听9畦', value: 9 },
    ]);
    expect(targets.map(({ quantity }) => quantity.text)).toEqual(['60—80畦', '20畦', '9畦']);
    expect(told).toHaveLength(1);
  });

  test('is the character after the number, where the entry names none', () => {
    expect(
      read('开60节课,招200人。', [
        { quote: '开60节课', value: 60 },
        { quote: '招200人', value: 200 },
      ]).targets,
    ).toMatchObject([
      { unit: '节', quantity: { text: '60节' } },
      { unit: '人', quantity: { text: '200人' } },
    ]);
    // A particle, a preposition, a mark is no measure word.
    for (const text of ['得分达到95。', '得分95的学校。', '得分95以上。']) {
      const qualifier = /达到|以上/u.exec(text)?.[0];
      expect(read(text, [{ quote: text, value: 95, qualifier }]).targets[0]?.unit).toBe('');
    }
  });

  test('must stand in the words, right after the number', () => {
    expect(() => read('开60节课。', [{ quote: '开60节课', value: 60, unit: '课' }])).toThrow(
      't.yaml:1: target-unit',
    );
    expect(() => read('招200人。', [{ quote: '招200人', value: 200, unit: '节' }])).toThrow(
      'target-unit',
    );
  });

  test('a known one is told nothing of, and is not taken for another', () => {
    expect(read('招200人。', [{ quote: '招200人', value: 200, unit: '人' }]).told).toEqual([]);
    expect(readQuantitiesIn('讲60课时', ['课'])).toMatchObject([{ unit: '课时' }]);
  });

  test('万 and 亿 may be written with the unit, as printed', () => {
    const { targets } = read('投入3亿元,其中500万元维修。', [
      { quote: '投入3亿元', value: 3, unit: '亿元', kind: 'budget' },
      { quote: '其中500万元', value: 500, unit: '万元', kind: 'part', of: 't1' },
    ]);
    expect(targets).toMatchObject([
      { unit: '元', normalised: 3e8 },
      { unit: '元', normalised: 5e6, of: 't1' },
    ]);
  });
});

describe('a figure that is said of another', () => {
  const text = '新建20所,其中农村3所,山区1所;经费200万元,其中设备50万元;达标率90%。';
  const whole = { quote: '新建20所', value: 20, unit: '所' };
  const part = { quote: '农村3所', value: 3, unit: '所', kind: 'part' };

  test('is a part of any count or money, and of a part', () => {
    const { targets } = read(text, [
      whole,
      { ...part, of: 't1' },
      { ...part, quote: '山区1所', value: 1, of: 't2' },
      { quote: '经费200万元', value: 200, unit: '元', kind: 'budget' },
      { quote: '设备50万元', value: 50, unit: '元', kind: 'part', of: 't4' },
    ]);
    expect(targets.map(({ of }) => of)).toEqual([undefined, 't1', 't2', undefined, 't4']);
  });

  test('the parts are no more than the whole', () => {
    const fault =
      't.yaml:1: target-parts: expected t1: parts of no more than 20所, task 1; found 21: t2 21';
    expect(() =>
      read('新建20所,其中农村21所。', [whole, { ...part, quote: '农村21所', value: 21, of: 't1' }]),
    ).toThrow(fault);
    const bound = { ...part, quote: '农村不少于21所', value: 21, qualifier: '不少于', of: 't1' };
    expect(() => read('新建20所,其中农村不少于21所。', [whole, bound])).toThrow('target-parts');
    // What is left open may hold.
    const open = { ...part, quote: '农村不超过21所', value: 21, qualifier: '不超过', of: 't1' };
    expect(read('新建20所,其中农村不超过21所。', [whole, open]).targets).toHaveLength(2);
    const atLeast = { ...whole, quote: '新建不少于20所', qualifier: '不少于' };
    expect(
      read('新建不少于20所,其中农村21所。', [
        atLeast,
        { ...part, quote: '农村21所', value: 21, of: 't1' },
      ]).targets,
    ).toHaveLength(2);
  });

  test('a fault says which it may be of', () => {
    const money = { quote: '经费200万元', value: 200, unit: '元', kind: 'budget' };
    const wrong = { ...part, of: 't3' };
    expect(() => read(text, [whole, wrong, money])).toThrow(
      't.yaml:2: target-total: expected t2: the id of the whole of which it is a part, in the same unit, or kind absolute: t1 (20所); task 1; found “t3”, 元: another unit than 所',
    );
    expect(() => read(text, [whole, { ...part, of: 't9' }])).toThrow(
      'found “t9”, which is no target',
    );
    expect(() => read(text, [whole, { ...part, of: 't2' }])).toThrow('which is itself, or of it');
    expect(() =>
      read(text, [
        { ...part, of: 't2' },
        { ...part, quote: '山区1所', value: 1, of: 't1' },
      ]),
    ).toThrow('the plan has none that fits');
  });

  test('a part says of what, and what is no part or change does not', () => {
    expect(() => read(text, [part])).toThrow(
      'of: with kind part, the id of the whole of which it is a part',
    );
    expect(() => read(text, [{ ...whole, of: 't1' }])).toThrow('no `of` but with kind part');
  });
});

describe('a change', () => {
  const less = { quote: '比上年减少30%', value: 30, unit: '%', kind: 'decline' };

  test('needs no figure that changes', () => {
    expect(read('事故比上年减少30%。', [less]).targets).toMatchObject([
      { kind: 'decline', unit: '%' },
    ]);
  });

  test('is of any figure, in per cent or in its unit; percentage points are of a percentage', () => {
    const rate = { quote: '达标率90%', value: 90, unit: '%', kind: 'share' };
    const points = { quote: '提高2个百分点', value: 2, unit: '个百分点', kind: 'growth', of: 't1' };
    expect(read('达标率90%,提高2个百分点。', [rate, points]).targets).toHaveLength(2);
    const people = { quote: '招200人', value: 200, unit: '人' };
    const more = { quote: '增加20人', value: 20, unit: '人', kind: 'growth', of: 't1' };
    expect(read('招200人,增加20人。', [people, more]).targets).toHaveLength(2);
    expect(() => read('招200人,提高2个百分点。', [people, points])).toThrow(
      '人: another unit than 个百分点',
    );
    expect(() =>
      read('招200人,减少30%,又减少30%。', [
        people,
        { ...less, quote: '招200人,减少30%', of: 't1' },
        { ...less, quote: '又减少30%', of: 't2' },
      ]),
    ).toThrow('of kind decline, not');
  });
});

test('a total whose parts wait for review is none the worse', () => {
  const total = [{ quote: '治理120亩', value: 120, unit: '亩', kind: 'total' }];
  expect(() => read('治理120亩。', total)).toThrow(
    /target-total: expected t1: parts of this total/u,
  );
  expect(read('治理120亩。', total, true).targets).toMatchObject([{ kind: 'total' }]);
});

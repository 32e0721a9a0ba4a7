import { describe, expect, test } from 'vitest';
import { describeQualifier } from '../../../src/kinds/targets/target-words.ts';
import { inherited } from '../../../src/kinds/targets/inherited.ts';
import { type Target } from '../../../src/kinds/targets/targets.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

const { targets } = firstPlan;
const codePoints = Array.from(firstSeed);

describe('the targets of the first plan', () => {
  test('are the 37 that two readers found independently', () => {
    expect(targets.map(({ quantity }) => quantity.text).join(' ')).toBe(
      '7.8万人 5.7万人 6460人 9.1% 492人 5968人 8.4万人 5.3% 4.2万人 4.2万人 ' +
        '4亿元 10所 100对 1000名 10000人次 1000名 600所 50万人次 10万人次 30万人次 ' +
        '130所 100所 30所 20所 14所 23所 30% 10个 50个 10个 250万人次 2000名 10大 113个 69个 14个 7个',
    );
  });

  test('are not what is no commitment', () => {
    const words = targets.map(({ quantity }) => quantity.text).join();
    for (const other of ['15年', '3岁', '2008', '2020', '211', '985', '20*']) {
      expect(words).not.toContain(other);
    }
  });

  test('stand where they say, to the character', () => {
    for (const { span, quantity, quote, task = 0, sentence = 0 } of targets) {
      const text = firstPlan.tasks[task - 1]?.sentences[sentence - 1]?.text;
      expect(codePoints.slice(span.start, span.end).join('')).toBe(quote);
      expect(codePoints.slice(quantity.start, quantity.end).join('')).toBe(quantity.text);
      expect(text).toContain(quote);
      expect(quote).toContain(quantity.text);
    }
  });

  const byId = (id: string): Target | undefined => targets.find((target) => target.id === id);

  test.each([
    ['t1-senior-high', 7.8, 78000, '人', '计划'],
    ['t3-fund', 4, 400000000, '元', undefined],
    ['t3-rural-teacher-training', 10000, 10000, '人次', '不少于'],
    ['t3-labour-transfer-training', 10, 100000, '人次', undefined],
    ['t11-migrant-schools', 20, 20, '所', '左右'],
    ['t18-worker-training', 250, 2500000, '人次', '左右'],
    ['t23-discipline-groups', 10, 10, '个', undefined],
  ])('%s is %d, in full %d %s', (id, value, normalised, unit, qualifier) => {
    expect(byId(id)).toMatchObject({ value, normalised, unit });
    expect(byId(id)?.qualifier).toBe(qualifier);
  });

  test('the “十百千万工程” is the four items before the full stop', () => {
    const items = targets.filter(({ indicator }) => indicator.includes('十百千万工程'));
    expect(items.map(({ normalised }) => normalised)).toEqual([10, 100, 1000, 10000]);
    expect(items.map(({ sentence }) => sentence)).toEqual([3, 4, 5, 6]);
  });
});

describe('what a figure has from its total', () => {
  const { targets } = firstPlan;
  const named = (id: string): Target => {
    const target = targets.find((candidate) => candidate.id === id);
    if (!target) throw new Error(`no target ${id}`);
    return target;
  };

  test.each([
    ['t1-graduates', '计划'],
    ['t1-qishisheng', '随总数：计划'],
    ['t1-masters', '随总数：计划'],
    ['t1-bachelors', '随总数：计划'],
    ['t1-higher-vocational', '随总数：计划'],
    ['t1-graduates-growth', '随增长的指标：计划'],
    ['t3-fund', undefined],
    ['t3-rural-teacher-training', '不少于'],
  ])('%s is qualified by %s', (id, said) => {
    expect(describeQualifier(named(id), targets)).toBe(said);
  });

  test('is its scope and the editor’s word, unless it has its own', () => {
    for (const id of ['t1-graduates-growth', 't1-qishisheng', 't1-masters'])
      expect(inherited('scope', named(id), targets), id).toBe('市属市管高校');
    for (const id of ['t1-undergraduates', 't1-undergraduates-growth', 't1-bachelors']) {
      expect(inherited('scope', named(id), targets), id).toBeUndefined();
      expect(inherited('note', named(id), targets), id).toContain('没有写明是哪些高校');
    }
    const own = { ...named('t1-masters'), scope: '硕士生' };
    expect(inherited('scope', own, targets)).toBe('硕士生');
  });
});

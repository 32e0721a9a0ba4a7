import { describe, expect, test } from 'vitest';
import { PlanError } from '../../src/text/errors.ts';
import { parsePlan } from '../../src/text/parse.ts';
import { readTargets } from '../../src/kinds/targets/read-targets.ts';
import type { Target } from '../../src/kinds/targets/targets.ts';

describe('an entry is checked against its quotation', () => {
  const seed =
    '工作计划\n总要求。全年投入约3亿元。\n一、甲\n1.招生。新建10—20所学校,完成率不低于90.0%。\n';
  const { sections, tasks, ...plan } = parsePlan(seed, { id: 'p', file: 'f', title: '工作计划' });
  const read = (entry: Record<string, unknown>): Target | undefined =>
    readTargets(
      JSON.stringify([{ id: 'a', indicator: '甲', beneficiary: '乙', kind: 'absolute', ...entry }]),
      't.yaml',
      { plan: { id: 'p', ...plan }, sections, tasks },
    )[0]?.entry;
  const schools = { task: 1, quote: '新建10—20所学校', value: 10, unit: '所' };

  test('a range needs both its ends', () => {
    expect(read({ ...schools, upTo: 20 })).toMatchObject({ normalised: 10, upTo: 20 });
    expect(() => read(schools)).toThrow('target-value');
  });

  test('a target may stand in the general requirement', () => {
    const quotation = { part: 'general', quote: '投入约3亿元', qualifier: '约' };
    expect(read({ ...quotation, value: 3, unit: '元', kind: 'budget' })).toMatchObject({
      sentence: 2,
      normalised: 3e8,
    });
  });

  test('a qualifier outside the quotation counts too, and the printed precision is kept', () => {
    const rate = { task: 1, quote: '90.0%', value: 90, unit: '%', kind: 'share' };
    expect(() => read(rate)).toThrow('target-qualifier');
    expect(read({ ...rate, qualifier: '不低于' })).toMatchObject({ decimals: 1, multiplier: 1 });
  });

  test('a part says of what', () => {
    expect(() => read({ ...schools, upTo: 20, kind: 'part' })).toThrow('of: with kind part');
  });

  test('a scope is printed in its sentence', () => {
    expect(read({ ...schools, upTo: 20, scope: '学校' })).toMatchObject({ scope: '学校' });
    expect(() => read({ ...schools, upTo: 20, scope: '市属学校' })).toThrow(
      't.yaml:1: target-scope: expected a: words of “新建10—20所学校,完成率不低于90.0%。”, task 1; found “市属学校”',
    );
  });

  test.each([
    ['s2', 'the id of a sentence'],
    ['main', 'which pages keep for themselves'],
    ['aside-related', 'which pages keep for themselves'],
  ])('the id “%s” is taken on its page', (id, clash) => {
    expect(() => read({ ...schools, upTo: 20, id })).toThrow(
      `t.yaml:1: target-duplicate: expected an id of its own in task 1; found “${id}”, ${clash}`,
    );
    expect(read({ ...schools, upTo: 20, id: `t-${id}` })).toMatchObject({ id: `t-${id}` });
  });

  test('an error is a PlanError with the line of the key', () => {
    expect(() => read({ ...schools, upTo: 30 })).toThrow(PlanError);
    expect(() => read({ ...schools, upTo: 30 })).toThrow(
      't.yaml:1: target-value: expected a: a number in “新建10—20所学校”, task 1: 10—20所; found 10 to 30',
    );
  });
});

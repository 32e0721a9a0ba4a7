import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Finding,
  findAdditionFault,
  findConsistency,
  sumParts,
} from '../../../src/kinds/targets/consistency.ts';
import type { Target } from '../../../src/kinds/targets/targets.ts';
import { firstPlan } from '../../support/first-plan.ts';

const findings = findConsistency(firstPlan.targets);
const ofKind = <Kind extends Finding['kind']>(kind: Kind): Extract<Finding, { kind: Kind }>[] =>
  findings.filter((finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind);

const [model] = firstPlan.targets;
const make = (fields: Partial<Target>): Target => {
  if (!model) throw new Error('the plan has no targets');
  const { qualifier: _qualifier, addsTo: _addsTo, ...plain } = model;
  const target = { ...plain, multiplier: 1, decimals: 0, ...fields };
  return { ...target, value: target.normalised / target.multiplier };
};

describe('the first plan', () => {
  test('its two sums hold: 492+5968=6460, 4.2万+4.2万=8.4万', () => {
    expect(
      ofKind('sum').map(({ total, parts, sum, difference, holds }) => ({
        total: total.normalised,
        parts: parts.map(({ normalised }) => normalised),
        sum,
        difference,
        holds,
      })),
    ).toEqual([
      { total: 6460, parts: [492, 5968], sum: 6460, difference: 0, holds: true },
      { total: 84000, parts: [42000, 42000], sum: 84000, difference: 0, holds: true },
    ]);
  });

  test('6460 at +9.1 % comes from about 5921, 8.4万 at +5.3 % from about 79800', () => {
    expect(
      ofKind('base').map(({ target, about, low, high }) => [target.normalised, about, low, high]),
    ).toEqual([
      [6460, 5921, 5919, 5923],
      [84000, 79800, 79260, 80285],
    ]);
  });

  test('the one total that may be derived is the intake of 高中阶段', () => {
    expect(ofKind('derived-total')).toMatchObject([
      { name: '高中阶段招生', sum: 135000, unit: '人', parts: [{ value: 7.8 }, { value: 5.7 }] },
    ]);
  });
});

test('every whole number that would print this growth is within the interval, and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 20_000 }),
      fc.integer({ min: 0, max: 500 }),
      (base, tenths) => {
        const now = Math.round((base * (1000 + tenths)) / 1000);
        const target = make({ id: 'a', normalised: now });
        const growth = make({
          kind: 'growth',
          of: 'a',
          unit: '%',
          decimals: 1,
          normalised: tenths / 10,
        });
        const [found] = findConsistency([target, growth]);
        if (found?.kind !== 'base') throw new Error('no base');
        const prints = (from: number): boolean =>
          Math.abs((now - from) * 2000 - tenths * 2 * from) <= from;
        expect(prints(found.low) || found.low > found.high).toBe(true);
        expect(prints(found.high) || found.low > found.high).toBe(true);
        expect(prints(found.low - 1)).toBe(false);
        expect(prints(found.high + 1)).toBe(false);
      },
    ),
  );
});

test('a decline implies a higher base', () => {
  const target = make({ id: 'a', normalised: 900 });
  const decline = make({ kind: 'decline', of: 'a', unit: '%', normalised: 10 });
  expect(findConsistency([target, decline])).toMatchObject([{ kind: 'base', about: 1000 }]);
});

test('nothing is implied by what is no exact number', () => {
  const target = make({ id: 'a', normalised: 900, qualifier: '左右' });
  const growth = make({ kind: 'growth', of: 'a', unit: '%', normalised: 10 });
  expect(findConsistency([target, growth])).toEqual([]);
});

test('parts of rounded numbers may miss their total by the rounding, and by no more', () => {
  const tenThousands = (id: string, kind: Target['kind'], normalised: number): Target =>
    make({
      id,
      kind,
      normalised,
      multiplier: 10000,
      decimals: 1,
      ...(kind === 'part' ? { of: 't' } : {}),
    });
  const sum = (a: number, b: number): unknown =>
    sumParts(tenThousands('t', 'total', 84000), [
      tenThousands('a', 'part', a),
      tenThousands('b', 'part', b),
    ]);
  expect(sum(42000, 43000)).toMatchObject({ difference: 1000, holds: true });
  expect(sum(42000, 44000)).toMatchObject({ difference: 2000, holds: false });
});

test('decimals are added without noise', () => {
  const part = (id: string, normalised: number): Target =>
    make({ id, kind: 'part', of: 't', normalised, decimals: 1 });
  expect(
    sumParts(make({ id: 't', kind: 'total', normalised: 0.3, decimals: 1 }), [
      part('a', 0.1),
      part('b', 0.2),
    ]),
  ).toMatchObject({ sum: 0.3, difference: 0 });
});

test.each<[string, Partial<Target>[]]>([
  ['alone', [{}]],
  ['different units', [{}, { unit: '人次' }]],
  ['which do not add up', [{ unit: '人次' }, { unit: '人次' }]],
  ['which is not an exact number', [{}, { qualifier: '不少于' }]],
])('figures are not added: %s', (why, fields) =>
  expect(findAdditionFault(fields.map(make))?.en).toContain(why),
);

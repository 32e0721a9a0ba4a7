import { describe, expect, test } from 'vitest';
import {
  type Relation,
  deriveRelations,
  mostTied,
  pairRelations,
  readRelations,
} from '../../src/kinds/relations/relations.ts';
import type { Mention, Named } from '../../src/kinds/named.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const tree = makeSmallPlan(
  '一、甲',
  '1.资助。资助学生。',
  '2.收费。减免费用。',
  '3.督导。检查收费。',
);

const words = ['', '资助学生', '减免费用', '检查收费'];
const relate = (from: number, to: number, relation = 'measure') => ({
  relation,
  reason: '都为减轻负担。',
  from: { task: from, quote: words[from] ?? '无' },
  to: { task: to, quote: words[to] ?? '无' },
});
const read = (...entries: object[]) => readRelations(JSON.stringify(entries), 'r.yaml', tree);
const pair = ({ from, to }: Relation): string => `${from.task}–${to.task}`;

describe('relations that editors write', () => {
  test('lead from the earlier task to the later, each with its own words', () => {
    expect(read(relate(3, 1))[0]).toMatchObject({
      plan: 'p',
      relation: 'measure',
      reason: '都为减轻负担。',
      from: { task: 1, sentence: 2, quote: '资助学生', span: { line: 3 } },
      to: { task: 3, sentence: 2, quote: '检查收费', span: { line: 5 } },
    });
  });

  test('stand in the order of the tasks', () => {
    expect(read(relate(2, 3), relate(3, 1), relate(1, 2)).map(pair)).toEqual(['1–2', '1–3', '2–3']);
  });

  test('may be two between two tasks, for two relations', () => {
    expect(read(relate(1, 2), relate(1, 2, 'follow-up'))).toHaveLength(2);
  });

  test.each<[string, object[], string]>([
    [
      'to the same task',
      [relate(2, 2)],
      'relation-self: expected another task than 2; found task 2, “减免费用”',
    ],
    [
      'there and back',
      [relate(1, 2), relate(2, 1)],
      'relation-double: expected tasks 1 and 2 related once as measure; found the relation on line 1, and this one',
    ],
    [
      'to a task that is not there',
      [relate(1, 4)],
      'reference-missing: expected relation of tasks 1 and 4: a task, 1 to 3; found task 4',
    ],
    [
      'by words of another task',
      [{ ...relate(1, 2), to: { task: 2, quote: '资助学生' } }],
      'quote-missing: expected relation of tasks 1 and 2: words of task 2; found “资助学生”, which stands in task 1; nearest: ',
    ],
    ['by a relation that only names make', [relate(1, 2, 'initiative')], 'yaml-value'],
    ['without a reason', [{ ...relate(1, 2), reason: '' }], 'yaml-value'],
  ])('are refused %s', (_case, entries, message) => {
    expect(() => read(...entries)).toThrow(message);
  });
});

test('two tasks are one pair, whatever relates them', () => {
  const relations = read(relate(2, 3), relate(1, 2), relate(2, 1, 'audience'));
  expect(
    pairRelations(relations).map(({ from, to, relations: all }) => [
      from,
      to,
      all.map(({ relation }) => relation),
    ]),
  ).toEqual([
    [1, 2, ['audience', 'measure']],
    [2, 3, ['measure']],
  ]);
});

describe('relations that shared names make', () => {
  const mention = (task: number | undefined, quote: string): Mention => {
    const span = { start: (task ?? 0) * 10, end: (task ?? 0) * 10 + 2, line: 1, text: quote };
    return {
      ...(task === undefined ? { part: 'general' } : { task, sentence: 1 }),
      quote,
      span,
      name: span,
    };
  };
  const thing = (id: string, ...mentions: [Mention, ...Mention[]]): Named => ({
    id,
    plan: 'p',
    name: `${id}工程`,
    aliases: [],
    mentions,
  });

  test('join every two tasks that mention a thing, by their first mention of it', () => {
    const relations = deriveRelations('initiative', [
      thing('a', mention(5, '又'), mention(2, '乙'), mention(2, '再'), mention(9, '丙')),
    ]);
    expect(relations.map(pair)).toEqual(['2–5', '2–9', '5–9']);
    expect(relations[0]).toMatchObject({
      relation: 'initiative',
      shared: { id: 'a', name: 'a工程' },
      from: { quote: '乙' },
      to: { quote: '又' },
    });
    expect(relations[0]).not.toHaveProperty('reason');
  });

  test('join nothing where a thing stands in one task, or in none', () => {
    const alone = thing('a', mention(1, '甲'), mention(1, '又'), mention(undefined, '总'));
    expect(deriveRelations('document', [alone, thing('b', mention(undefined, '总'))])).toEqual([]);
  });

  test('relate no tasks where more than twelve mention a thing', () => {
    const shared = (tasks: number) =>
      deriveRelations('document', [
        thing(
          'a',
          mention(1, '甲'),
          ...Array.from({ length: tasks - 1 }, (_, i) => mention(i + 2, '甲')),
        ),
      ]);
    expect(shared(mostTied)).toHaveLength((12 * 11) / 2);
    expect(shared(mostTied + 1)).toEqual([]);
  });

  test('stand in the order of the tasks, whatever the order of the things', () => {
    const relations = deriveRelations('meeting', [
      thing('a', mention(7, '甲'), mention(8, '甲')),
      thing('b', mention(1, '乙'), mention(8, '乙')),
    ]);
    expect(relations.map(pair)).toEqual(['1–8', '7–8']);
  });
});

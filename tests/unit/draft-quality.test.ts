import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftPlan } from '../../src/draft/draft.ts';
import { readAnnotations } from '../../src/kinds/annotations.ts';
import { readReviewed } from '../../src/text/review.ts';
import {
  type Gold,
  floors,
  pairsOf,
  proposeFor,
  readExcerpts,
  score,
  vocabulary,
} from '../support/draft-scores.ts';
import { generatePlan } from '../support/generated-plan.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const sets: [string, { text: string; gold: Partial<Gold> }[]][] = [
  ['excerpts by which rules were tuned', readExcerpts('tuned')],
  ['excerpts by which they were not', readExcerpts('held-out')],
  ['generated plans', [1, 2, 3].map(generatePlan)],
];

describe.each(sets)('of %s a draft', (name, plans) => {
  const proposed = plans.map(({ text, gold }) => ({ gold, proposed: proposeFor(text) }));
  test.each(Object.entries(floors))(
    'proposes %s that are right, and most of them',
    (kind, floor) => {
      const {
        precision,
        recall,
        kind: right,
        missed,
        wrong,
      } = score(pairsOf(kind as keyof Gold, proposed));
      const told = `missed: ${missed.join('; ')}\nwrong: ${wrong.join('; ')}`;
      // Generated sentences name more than those whom they are made to name.
      const isBeside = kind === 'audiences' && name === 'generated plans';
      if (!isBeside) expect(precision, told).toBeGreaterThanOrEqual(floor.precision);
      expect(recall, told).toBeGreaterThanOrEqual(floor.recall);
      expect(right, told).toBeGreaterThanOrEqual(floor.kind);
    },
  );
});

/** Reads a plan with all that a draft proposes of it: every ledger is proven, no marks cross. */
function readWithDrafts(lines: readonly string[]): void {
  const tree = makeSmallPlan(...lines);
  const drafted = draftPlan(tree, () => undefined, { audiences: vocabulary, earlier: [] });
  readAnnotations(
    tree,
    (name) => {
      const text = drafted.find((file) => file.name === name)?.text;
      return text === undefined ? undefined : readReviewed({ file: `${name}.yaml`, text }).proposed;
    },
    vocabulary.map(({ words: _words, ...audience }, order) => ({ ...audience, order })),
  );
}

test('what is proposed of a plan is without fault', () => {
  for (const { text } of sets.flatMap(([, plans]) => plans))
    expect(() => readWithDrafts(text.trimEnd().split('\n'))).not.toThrow();
});

test('whatever stands in a plan, what is proposed is without fault', () => {
  const pieces = fc.constantFrom(
    ...(
      '制定 实施 开展 落实 修订 召开 组织 建设 评选 的 和 、 ， ； 。 ： “ ” “甲” “子，丑”的 校园健身计划 《 》 《乙办法》 * 20*年 12所 3.5万人 1:1 三年 ' +
      '教师 学生 高校 管理办法 行动计划 工程 活动 政策 制度 会议 党的二十大 示范学校 责任单位：丙科 （丁科负责） 等 工作 以“戊”为主题'
    ).split(' '),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(pieces, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 4 }),
      (tasks) => {
        readWithDrafts(['一、甲', ...tasks.map((task, i) => `${i + 1}.己。${task.join('')}`)]);
      },
    ),
    // The same plans in each run; of other thousands this one was found to have a fault.
    {
      seed: 1,
      numRuns: 150,
      examples: [[[['责任单位：丙科', '等', '责任单位：丙科', '制定'], ['制定']]]],
    },
  );
});

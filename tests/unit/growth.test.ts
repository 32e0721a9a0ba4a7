import { countSteps } from '../support/count-steps.ts';
import { describe, expect, test } from 'vitest';
import { planFiles } from '../../src/integrations/search-index.ts';
import { dataFiles } from '../../src/exports/data-files.ts';
import { publishPlan } from '../../src/exports/published-plan.ts';
import { readAnnotations } from '../../src/kinds/annotations.ts';
import { type Audience, concernsByTask } from '../../src/kinds/audiences/audiences.ts';
import { relationsByTask } from '../../src/kinds/relations/relations.ts';
import { targetsIn } from '../../src/kinds/targets/printed.ts';
import { describeFindings } from '../../src/plan-charts/findings.ts';
import { makeChart } from '../../src/plan-charts/plan-charts.ts';
import type { PlanTree } from '../../src/kinds/tree.ts';
import { markSentence, mentionedAcross, mentionedIn } from '../../src/sentence-marks.ts';
import type { Term } from '../../src/site/glossary.ts';
import type { Vocabulary } from '../../src/site/vocabulary.ts';
import { composePlan, partWith } from '../../src/text/compose.ts';
import { findFaults } from '../../src/text/faults.ts';
import type { ParsedPlan } from '../../src/text/compose.ts';
import { findPlanWords } from '../../src/setting/plan-words.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

/** A shape of plans: its lines, and the task that the i-th of its matters stands in. */
type Shape = { lines: (matters: number) => string[]; taskOf: (i: number) => number };

const matter = (i: number): string =>
  `办第${i}号事，安排${i}万元，比上年增长5%。贯彻《办法${i}》，照顾教师，开展“阳光${i}”活动。𠀀某某*事。`;

const shapes: Record<string, Shape> = {
  'many sections': {
    lines: (matters) =>
      Array.from({ length: matters }, (_, i) => [
        ...(i % 10 === 0 ? [`第${i / 10 + 1}章 甲`] : []),
        `${i + 1}.${matter(i)}`,
      ]).flat(),
    taskOf: (i) => i + 1,
  },
  'one section': {
    lines: (matters) => [
      '一、甲',
      ...Array.from({ length: matters }, (_, i) => `${i + 1}.${matter(i)}`),
    ],
    taskOf: (i) => i + 1,
  },
  'one task': {
    lines: (matters) => [
      '一、甲',
      '1.乙。',
      ...Array.from({ length: matters }, (_, i) => matter(i)),
    ],
    taskOf: () => 1,
  },
};

const audiences: Audience[] = [
  { code: 'teacher', name: '教师', group: 'educator', definition: '教师', see: [], order: 0 },
];
const terms: Term[] = [
  { id: 'sunshine', term: '阳光', aliases: [], source: '编者', related: [], definition: '阳光。' },
];
const vocabulary: Vocabulary = {
  everyday: [{ words: ['老师'], means: ['教师'], who: [] }],
  drop: ['怎么'],
  general: [],
  askedTerms: [{ term: '阳光', asked: ['太阳'] }],
  askedSentences: new Map(),
  english: [],
  unmentioned: [{ name: '校服', words: ['校服'], near: ['教师'] }],
};

/** What editors would write of such a plan, as JSON, which is YAML too. `spoil` alters each quotation. */
function filesOf(
  matters: number,
  { taskOf }: Shape,
  spoil: (quote: string) => string = (quote) => quote,
): Record<string, object[]> {
  const list = <Entry>(make: (i: number) => Entry): Entry[] =>
    Array.from({ length: matters }, (_, i) => make(i));
  const place = (i: number, quote: string, occurrence?: number) => ({
    task: taskOf(i),
    quote: spoil(quote),
    ...(occurrence !== undefined && taskOf(1) === 1 ? { occurrence } : {}),
  });
  const figure = { beneficiary: '教师', indicator: '经费' };
  return {
    targets: list((i) => [
      {
        id: `f-${i}`,
        ...place(i, `安排${i}万元，比`),
        value: i,
        unit: '元',
        kind: 'absolute',
        ...figure,
      },
      {
        id: `g-${i}`,
        ...place(i, '比上年增长5%', i + 1),
        value: 5,
        unit: '%',
        kind: 'growth',
        of: `f-${i}`,
        ...figure,
      },
    ]).flat(),
    numerals: list((i) => [
      { ...place(i, `第${i}号`), kind: 'ordinal' },
      { ...place(i, `办法${i}》`), kind: 'name' },
      { ...place(i, `阳光${i}”`), kind: 'name' },
    ]).flat(),
    documents: list((i) => ({
      id: `d-${i}`,
      name: `办法${i}`,
      kind: 'measures',
      status: 'implement',
      mentions: [place(i, `《办法${i}》`)],
    })),
    initiatives: [
      ...list((i) => ({
        id: `i-${i}`,
        name: `阳光${i}”活动`,
        kind: 'campaign',
        mentions: [place(i, `“阳光${i}”活动`)],
      })),
    ],
    phrases: [],
    audiences: list((i) => ({
      code: 'teacher',
      role: 'beneficiary',
      basis: 'explicit',
      ...place(i, '照顾教师', i + 1),
    })),
    meetings: [
      {
        id: 'm',
        name: '某',
        status: 'cited',
        mentions: list((i) => place(i, '某某*', i + 1)),
      },
    ],
    notes: [
      {
        id: 'n',
        kind: 'mask',
        masks: 'name',
        title: '遮去',
        text: '遮去',
        certainty: 'certain',
        mentions: list((i) => place(i, '*', i + 1)),
      },
    ],
    relations:
      taskOf(1) === 1
        ? []
        : list((i) => i)
            .slice(1)
            .map((i) => ({
              relation: 'measure',
              reason: '一事。',
              from: place(i - 1, '照顾教师'),
              to: place(i, '照顾教师'),
            })),
  };
}

function annotate(plan: ParsedPlan, files: Record<string, object[]>): PlanTree {
  const annotations = readAnnotations(
    plan,
    (name) => files[name] && { file: `${name}.yaml`, text: JSON.stringify(files[name]) },
    audiences,
  );
  return { plan: plan.plan, sections: [...plan.sections], tasks: [...plan.tasks], ...annotations };
}

function faultsOf(run: () => void): number {
  try {
    run();
    return 0;
  } catch (error) {
    return findFaults(error).length;
  }
}

describe.each(Object.entries(shapes))('work grows as the text does, with %s', (_name, shape) => {
  const sizes = [30, 240] as const;
  const plans = sizes.map((matters) => {
    const { cut: _, ...plan } = makeSmallPlan(...shape.lines(matters));
    const files = filesOf(matters, shape);
    return { matters, plan, files, tree: annotate(plan, files) };
  });
  type Sized = (typeof plans)[number];

  /** Eight times the text may take twelve times the steps, since what is sorted is sought in, and not sixty-four times. */
  const expectLinear = (work: (sized: Sized) => void): void => {
    // What is made once for all plans is not to be counted.
    const [first] = plans;
    if (first) work(first);
    const [less = 0, more = 0] = plans.map((sized) => countSteps(() => work(sized)));
    expect(less).toBeGreaterThan(10);
    expect(more / less).toBeLessThan(12);
  };
  /** The same plan as another object, of which nothing is known yet. */
  const fresh = ({ tree }: Sized): PlanTree => structuredClone(tree);

  test('what is counted has entries of every kind that it is to have', () => {
    for (const { tree, matters } of plans) {
      expect(tree.targets).toHaveLength(2 * matters);
      expect(tree.concerns).toHaveLength(matters);
      expect(tree.documents).toHaveLength(matters);
    }
  });

  test('reading the text', () =>
    expectLinear(({ matters }) => makeSmallPlan(...shape.lines(matters))));

  test('putting it back together', () =>
    expectLinear(({ tree }) => composePlan(tree.plan, tree.sections, tree.tasks)));

  test('finding every quotation, and proving that nothing is left over', () =>
    expectLinear(({ plan, files }) => annotate(structuredClone(plan), files)));

  test('telling that everything is left over', () =>
    expectLinear(({ plan, matters }) => {
      const files = { targets: [], numerals: [], documents: [], initiatives: [], phrases: [] };
      const others = { notes: [], audiences: [] };
      const faults = faultsOf(() => annotate(structuredClone(plan), { ...files, ...others }));
      expect(faults).toBeGreaterThan(5 * matters);
    }));

  // The nearest words are sought in the place, which must not be the whole plan.
  test.skipIf(shape === shapes['one task'])('telling that no quotation is right', () =>
    expectLinear(({ plan, matters }) => {
      const files = filesOf(matters, shape, (quote) => `${quote}了`);
      const faults = faultsOf(() => annotate(structuredClone(plan), files));
      expect(faults).toBeGreaterThan(5 * matters);
    }),
  );

  test('marking every sentence, and what stands beside it', () =>
    expectLinear((sized) => {
      const tree = fresh(sized);
      const byTask = concernsByTask(tree.concerns);
      const related = relationsByTask(tree.relations);
      for (const task of tree.tasks) {
        for (const sentence of task.sentences) {
          markSentence(sentence, tree, [], (id) => id);
          mentionedIn(sentence, tree.notes);
          targetsIn(sentence, tree.targets);
        }
        byTask.get(task.n);
        related.get(task.n);
      }
    }));

  test('the page of every figure', () =>
    expectLinear((sized) => {
      const tree = fresh(sized);
      for (const target of tree.targets) {
        describeFindings(target, tree.targets);
        mentionedAcross(target.span, tree.notes);
        partWith(tree, target.span);
        findPlanWords(target.indicator, tree);
      }
    }));

  test('the matrix', () =>
    expectLinear((sized) => makeChart('matrix', { ...fresh(sized), audiences })));

  // JSON is written by the engine.
  const written = dataFiles.filter(({ name }) => !name.endsWith('.json'));
  test.each(written.map((file) => [file.name, file] as const))('%s', (_file, { write, isOf }) => {
    const published = plans.map((sized) => publishPlan(fresh(sized), { audiences, terms }));
    if (published.some((plan) => isOf?.(plan) === false)) return;
    expectLinear((sized) => {
      const plan = published[plans.indexOf(sized)];
      if (plan) write(plan);
    });
  });

  test('what search knows of it', () =>
    expectLinear((sized) => {
      planFiles(fresh(sized), { audiences, terms, vocabulary, guides: [] }, false);
    }));
});

import { z } from 'zod';
import type { Where } from '../../text/anchor.ts';
import { type ErrorCode, PlanError, quoteBriefly } from '../../text/errors.ts';
import { readEach } from '../../text/faults.ts';
import { atLeastOne, idSchema } from '../../text/schema.ts';
import { idIn } from '../references.ts';
import type { Target } from '../targets/targets.ts';
import { parseYaml } from '../../text/yaml.ts';
import { type Message, type Said, joined, listed, say, told } from '../../text/say.ts';
import { findConsistency, isExact, unitOf } from '../targets/consistency.ts';
import { inherited } from '../targets/inherited.ts';
import { isKnownUnit, readQuantitiesIn } from '../../text/quantity.ts';
import { ownId } from '../../text/phrases.ts';

/**
 * How a chart shows its targets: `bars` from zero; `stacked`, the same with totals divided into their parts;
 * `growth`, figures beside the base that their growth implies; `figures`, set large, whatever they count; `sections`,
 * how many targets each section has, of all targets.
 */
const chartForms = ['bars', 'stacked', 'growth', 'figures', 'sections'] as const;

/** The charts of a plan as a whole, which are made without an entry: whom its tasks concern. */
export const planCharts = ['matrix'] as const;

type PlanChart = (typeof planCharts)[number];

export function isPlanChart(id: string): id is PlanChart {
  return planCharts.some((chart) => chart === id);
}

/** The charts of a plan as a whole that it has something for. */
export function planChartsOf(plan: { concerns: readonly unknown[] }): PlanChart[] {
  const shown = { matrix: plan.concerns };
  return planCharts.filter((chart) => shown[chart].length > 0);
}

/**
 * Charts that plans once had, and what took the place of each: the chart of the plan as a whole whose drawing is its file
 * now, the list if that says the same better, and the open data with its numbers. An address that was published leads
 * there; no other chart takes the id.
 */
export const retiredCharts = {
  map: { chart: 'matrix', list: undefined, data: 'tasks.csv' },
  links: { chart: 'matrix', list: 'relations', data: 'links.csv' },
} as const satisfies Record<string, { chart: PlanChart; list: string | undefined; data: string }>;

export type RetiredChart = keyof typeof retiredCharts;

export function isRetiredChart(id: string): id is RetiredChart {
  return Object.hasOwn(retiredCharts, id);
}

const targetIds = atLeastOne(idIn('targets'));

const groupSchema = z.strictObject({ name: z.string().min(1).optional(), targets: targetIds });

const entryFields = {
  /** Unique in the plan: the tail of an address. */
  id: idSchema,
  /** What the numbers say; each number in it is one of the chart's. */
  title: z.string().min(1),
  /** What the chart is about, above its title. */
  topic: z.string().min(1).optional(),
  /** Whether it stands among the others; one that does not keeps its address and its files. */
  listed: z.boolean().optional(),
  form: z.enum(chartForms),
};

/** `content/plans/<plan>/charts.yaml`: which targets each chart shows. `targets` is one group without a name. */
export const chartsFileSchema = z.array(
  z
    .strictObject({
      ...entryFields,
      targets: targetIds.optional(),
      groups: z.array(groupSchema).min(1).optional(),
    })
    .refine(
      ({ form, targets, groups }) =>
        [targets, groups].filter(Boolean).length === (form === 'sections' ? 0 : 1),
      {
        error: told({
          en: '`targets` or `groups`; neither with form sections',
          zh: '`targets` 和 `groups` 写一个；form 是 sections 时都不写',
        }),
      },
    ),
);

export const chartSchema = z.strictObject({
  ...entryFields,
  plan: z.string(),
  /** Its place among the charts of the plan, from 0. */
  order: z.int().nonnegative(),
  groups: z.array(groupSchema),
});

export type Chart = z.infer<typeof chartSchema>;

/** The charts that stand among others on pages and paper. */
export const listedCharts = (charts: readonly Chart[]): Chart[] =>
  charts.filter(({ listed = true }) => listed);

/**
 * Reads `charts.yaml` and checks that each chart can show what it names.
 * @param targets of the plan
 * @returns charts in the order of the file
 * @throws PlanError yaml-…, chart-…: the first fault found
 */
export function readCharts(
  text: string,
  file: string,
  { plan, targets }: { plan: string; targets: readonly Target[] },
): Chart[] {
  const { data, lineOf } = parseYaml(text, file, chartsFileSchema);
  return readEach(data, (entry, i) => {
    const first = data.findIndex(({ id }) => id === entry.id);
    if (first < i || isPlanChart(entry.id) || isRetiredChart(entry.id)) {
      const other =
        first < i
          ? {
              en: `the id on line ${lineOf([first, 'id'])}`,
              zh: `与第 ${lineOf([first, 'id'])} 行的编号相同`,
            }
          : { en: 'a chart that the site makes, or once made', zh: '网站自己画的图，或者画过的图' };
      throw new PlanError(
        'chart-duplicate',
        { file, line: lineOf([i, 'id']) },
        { expected: ownId, found: joined`“${entry.id}”, ${other}` },
      );
    }
    const { targets: listed, groups: named, ...fields } = entry;
    const groups = named ?? (listed ? [{ targets: listed }] : []);
    const where = (group: number, item: number): Where => ({
      file,
      line: lineOf(named ? [i, 'groups', group, 'targets', item] : [i, 'targets', item]),
      id: entry.id,
    });
    checkTargets(fields.form, groups, targets, where);
    checkTitle(entry.title, groups, targets, { file, line: lineOf([i, 'title']), id: entry.id });
    return { ...fields, plan, order: i, groups };
  });
}

type Suit = {
  expected: Said;
  test: (target: Target, targets: readonly Target[]) => boolean;
};

/** What the targets of a form must be, if anything. */
const suits: Partial<Record<Chart['form'], Suit>> = {
  stacked: {
    expected: {
      en: 'a number of things or money that is no part of another',
      zh: '人、事物或钱的数目，且不是别的目标的分项',
    },
    test: ({ kind }) => scaleOf(kind) === 'count' && kind !== 'part',
  },
  growth: {
    expected: {
      en: 'growth or decline of a figure that is printed as an exact number (others fit forms bars and figures)',
      zh: '增长或减少，而且原文给出了增减的那个数的准确数目（其余的可以用 bars 或 figures）',
    },
    test: (target, targets) =>
      findConsistency(targets).some((one) => one.kind === 'base' && one.growth === target),
  },
};

/** What a length on an axis stands for: so much of it, a part of a whole, a change. They are not compared with one another. */
function scaleOf(kind: Target['kind']): 'count' | 'share' | 'growth' | 'decline' {
  return kind === 'share' || kind === 'growth' || kind === 'decline' ? kind : 'count';
}

function checkTargets(
  form: Chart['form'],
  groups: Chart['groups'],
  targets: readonly Target[],
  where: (group: number, item: number) => Where,
): void {
  const shown: Target[] = [];
  readEach(groups, (group, g) =>
    readEach(group.targets, (id, t) => {
      const fault = (code: ErrorCode, expected: Said, found: Message): PlanError =>
        new PlanError(code, where(g, t), { expected, found });
      const target = targets.find((candidate) => candidate.id === id);
      if (!target || shown.includes(target)) {
        const again = { en: ', for the second time', zh: '，第二次列出' };
        const expected = { en: 'the id of a target, once', zh: '一个目标的编号，只列一次' };
        throw fault(
          'chart-target',
          expected,
          joined`${quoteBriefly(id, 40)}${target ? again : ''}`,
        );
      }
      const suit = suits[form];
      if (suit && !suit.test(target, targets)) {
        throw fault(
          'chart-form',
          {
            en: `${suit.expected.en} in a chart of form ${form}`,
            zh: `form 为 ${form} 的图里是${suit.expected.zh}`,
          },
          {
            en: `${id}, ${target.quantity.text} of kind ${target.kind}`,
            zh: `${id}，${target.quantity.text}，kind 是 ${target.kind}`,
          },
        );
      }
      const one = targets.find((candidate) => t > 0 && candidate.id === group.targets[0]);
      const isCompared = form === 'bars' || form === 'stacked';
      if (isCompared && one && scaleOf(one.kind) !== scaleOf(target.kind)) {
        throw fault(
          'chart-form',
          {
            en: `targets of one sort on one axis, as ${one.id} of kind ${one.kind} is: numbers, shares, growth, or decline`,
            zh: `一条坐标轴上只放一类目标：数目、比例、增长或减少（${one.id} 的 kind 是 ${one.kind}）`,
          },
          { en: `${id} of kind ${target.kind}`, zh: `${id}，kind 是 ${target.kind}` },
        );
      }
      if (isCompared && one && one.unit !== target.unit) {
        const [unit, other] = [unitOf(one.unit), unitOf(target.unit)];
        throw fault(
          'chart-unit',
          {
            en: `targets in ${say(unit, 'en')}, as ${one.id} is, on one axis`,
            zh: `一条坐标轴上的目标单位相同（${one.id}：${say(unit, 'zh')}）`,
          },
          { en: `${id} in ${say(other, 'en')}`, zh: `${id}：${say(other, 'zh')}` },
        );
      }
      const [scope, other] = [one, target].map((each) => each && inherited('scope', each, targets));
      if (isCompared && one && scope !== other) {
        const name = (stated: string | undefined): Message =>
          stated ?? { en: 'none stated', zh: '没有写明' };
        throw fault(
          'chart-scope',
          joined`${{ en: 'targets of one scope in one group, as that of', zh: '一组里的目标口径相同，与' }} ${one.id}${{ en: '', zh: ' 一样' }}: ${name(scope)}`,
          joined`${id}: ${name(other)}`,
        );
      }
      const opposite = group.targets
        .slice(0, t)
        .flatMap((other) => targets.filter((candidate) => candidate.id === other))
        .find(
          ({ side }) => side !== undefined && target.side !== undefined && side !== target.side,
        );
      if (isCompared && opposite) {
        throw fault(
          'chart-sides',
          {
            en: `targets of those who ${opposite.side === 'gives' ? 'give' : 'receive'} support, as ${opposite.id} is, in one group`,
            zh: `一组里都是${opposite.side === 'gives' ? '给予' : '接受'}支持的一方，与 ${opposite.id} 一样`,
          },
          {
            en: `${id}, of those who ${target.side === 'gives' ? 'give' : 'receive'} it`,
            zh: `${id}，${target.side === 'gives' ? '给予' : '接受'}支持的一方`,
          },
        );
      }
      shown.push(target);
    }),
  );
}

/** Words that put one thing before another. */
const ranking = /最[多少大小高低]|[居占列排]首|首位|第一/u;

/**
 * Checks what a title claims. Its numbers are numbers of the chart, with what qualifies them: those it names, their parts,
 * and what they are parts or changes of. It ranks only exact numbers of one scope: 不少于 may be more.
 */
function checkTitle(
  title: string,
  groups: Chart['groups'],
  targets: readonly Target[],
  where: Where,
): void {
  const shown = targets.filter(({ id }) => groups.some((group) => group.targets.includes(id)));
  const near = targets.filter(
    (target) =>
      shown.includes(target) || shown.some(({ id, of }) => target.of === id || target.id === of),
  );
  const unlisted = near.map(({ unit }) => unit).filter((unit) => !isKnownUnit(unit));
  for (const { text, qualifier = '', ...said } of readQuantitiesIn(title, unlisted)) {
    const isShown = near.some(
      (target) =>
        target.normalised === said.normalised &&
        target.unit === said.unit &&
        (target.qualifier ?? '') === qualifier,
    );
    if (isShown) continue;
    throw new PlanError('chart-title', where, {
      expected: {
        en: 'numbers of the chart in its title, as the plan prints and qualifies them',
        zh: '标题里的数都是图里的数，写法和限定词与原文一致',
      },
      found: joined`${quoteBriefly(qualifier + text)}; ${{ en: 'the chart has', zh: '图里有' }} ${listed(
        near.map((target) => (target.qualifier ?? '') + target.quantity.text),
      )}`,
    });
  }
  const ranked = ranking.exec(title);
  const scopes = new Set(shown.map((target) => inherited('scope', target, targets)));
  if (ranked && (scopes.size > 1 || !shown.every(isExact))) {
    throw new PlanError('chart-title', where, {
      expected: {
        en: 'no ranking of numbers that are bounds, round, or of different scopes',
        zh: '不给有上下限的、约数或者口径不同的数排先后',
      },
      found: quoteBriefly(ranked[0]),
    });
  }
}

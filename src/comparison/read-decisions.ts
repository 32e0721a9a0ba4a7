import { PlanError } from '../text/errors.ts';
import { readEach } from '../text/faults.ts';
import { oneOf } from '../text/phrases.ts';
import { type Said, joined } from '../text/say.ts';
import { type YamlFile, parseYaml } from '../text/yaml.ts';
import { type ComparedPlan, comparePlans } from './compare-plans.ts';
import { type PairDecisions, comparisonsFileSchema } from './decisions.ts';

/**
 * Reads `content/comparisons.yaml`.
 * @throws PlanError yaml-…, reference-missing, comparison-double, comparison-refusal
 */
export function readDecisions(
  text: string,
  file: string,
  plans: readonly ComparedPlan[],
): PairDecisions[] {
  const yaml = parseYaml(text, file, comparisonsFileSchema);
  readEach(yaml.data, (pair, i) => {
    const earlier = findPlan(yaml, plans, i, 'earlier');
    const later = findPlan(yaml, plans, i, 'later');
    refuseDouble(yaml, i);
    for (const kind of ['tasks', 'targets'] as const) {
      readEach<Decision, void>(pair[kind], (one, k) => {
        refuseMissing(yaml, [i, kind, k, 'earlier'], one.earlier, earlier);
        refuseMissing(yaml, [i, kind, k, 'later'], one.later, later);
        refuseContradiction(yaml, i, kind, k);
      });
      readEach<Decision, void>(pair[kind], (_, k) =>
        refuseIdle(yaml, [earlier, later], i, kind, k),
      );
    }
  });
  return yaml.data;
}

/** A decision on a pair of tasks, by their numbers, or of figures, by their ids. */
type Decision = PairDecisions['tasks' | 'targets'][number];

type Yaml = YamlFile<PairDecisions[]>;

function findPlan(
  { data, file, lineOf }: Yaml,
  plans: readonly ComparedPlan[],
  i: number,
  side: 'earlier' | 'later',
): ComparedPlan {
  const id = data[i]?.[side];
  const found = plans.find(({ plan }) => plan.id === id);
  const isOther = side === 'earlier' || data[i]?.earlier !== id;
  if (found && isOther) return found;
  throw new PlanError(
    'reference-missing',
    { file, line: lineOf([i, side]) },
    {
      expected: joined`${isOther ? { en: 'a plan', zh: '一份计划' } : { en: 'another plan than the earlier one', zh: '与 earlier 不同的一份计划' }}, ${oneOf(plans.map(({ plan }) => plan.id))}`,
      found: `“${id}”`,
    },
  );
}

function refuseDouble({ data, file, lineOf }: Yaml, i: number): void {
  const isSame = (a: PairDecisions | undefined, b: PairDecisions | undefined): boolean =>
    [a?.earlier, a?.later].sort().join() === [b?.earlier, b?.later].sort().join();
  const first = data.findIndex((other) => isSame(other, data[i]));
  if (first === i) return;
  throw new PlanError(
    'comparison-double',
    { file, line: lineOf([i]) },
    {
      expected: { en: 'two plans that are compared once', zh: '两份计划只对照一次' },
      found: {
        en: `those of line ${lineOf([first])} again`,
        zh: `与第 ${lineOf([first])} 行的两份相同`,
      },
    },
  );
}

function refuseMissing(
  { file, lineOf }: Yaml,
  path: readonly PropertyKey[],
  named: number | string,
  { plan, tasks, targets }: ComparedPlan,
): void {
  const isThere =
    typeof named === 'number' ? named <= tasks.length : targets.some(({ id }) => id === named);
  if (isThere) return;
  throw new PlanError(
    'reference-missing',
    { file, line: lineOf(path) },
    {
      expected:
        typeof named === 'number'
          ? {
              en: `a task of ${plan.id}, 1 to ${tasks.length}`,
              zh: `计划 ${plan.id} 的任务，1 到 ${tasks.length}`,
            }
          : { en: `a target of ${plan.id}`, zh: `计划 ${plan.id} 的目标` },
      found: `“${named}”`,
    },
  );
}

/** Two decisions on one pair; and matches of several tasks with several, or of one figure with several. */
function refuseContradiction(
  { data, file, lineOf }: Yaml,
  i: number,
  kind: 'tasks' | 'targets',
  k: number,
): void {
  const all = data[i]?.[kind] ?? [];
  const one = all[k];
  if (!one) return;
  const fail = (expected: Said, other: number): never => {
    throw new PlanError(
      'comparison-double',
      { file, line: lineOf([i, kind, k]) },
      {
        expected,
        found: {
          en: `line ${lineOf([i, kind, other])} again`,
          zh: `与第 ${lineOf([i, kind, other])} 行重复`,
        },
      },
    );
  };
  const same = all.findIndex((other) => other.earlier === one.earlier && other.later === one.later);
  if (same < k) fail({ en: 'a pair that is decided once', zh: '一对只决定一次' }, same);
  if (one.decision !== 'confirm') return;
  const confirmed = all.slice(0, k).map((other, at) => ({ ...other, at }));
  const [from, to] = [
    confirmed.find((other) => other.decision === 'confirm' && other.earlier === one.earlier),
    confirmed.find((other) => other.decision === 'confirm' && other.later === one.later),
  ];
  const clash = kind === 'targets' ? (from ?? to) : from && to ? to : undefined;
  if (clash) {
    fail(
      {
        en: 'one task with one or several, or one figure with one',
        zh: '任务一对一或一对几，目标一对一',
      },
      clash.at,
    );
  }
  const end = from ?? to;
  if (kind === 'tasks' && end) {
    const key = from ? 'later' : 'earlier';
    const chained = confirmed.find(
      (other) => other.decision === 'confirm' && other.at !== end.at && other[key] === end[key],
    );
    if (chained) {
      fail({ en: 'one task with one or several', zh: '任务一对一或一对几' }, chained.at);
    }
  }
}

/** A refusal of what nothing proposes says nothing, and hides a slip. */
function refuseIdle(
  { data, file, lineOf }: Yaml,
  [earlier, later]: readonly [ComparedPlan, ComparedPlan],
  i: number,
  kind: 'tasks' | 'targets',
  k: number,
): void {
  const pair = data[i];
  const one = pair?.[kind][k];
  if (!pair || one?.decision !== 'refuse') return;
  const without = { ...pair, [kind]: pair[kind].filter((_, at) => at !== k) };
  const comparison = comparePlans(earlier, later, without);
  const isProposed =
    kind === 'tasks'
      ? comparison.tasks.some(
          (match) =>
            match.earlier.includes(one.earlier as number) &&
            match.later.includes(one.later as number),
        )
      : comparison.figures.some(
          (match) => match.earlier === one.earlier && match.later === one.later,
        );
  if (isProposed) return;
  throw new PlanError(
    'comparison-refusal',
    { file, line: lineOf([i, kind, k]) },
    {
      expected: { en: 'a match that is proposed', zh: '程序提出的一对' },
      found: {
        en: `${one.earlier} and ${one.later}, which is none`,
        zh: `${one.earlier} 与 ${one.later}，程序没有提出`,
      },
    },
  );
}

import { alignTexts } from '../corrections/align.ts';
import type { PlanTree } from '../kinds/tree.ts';
import type { Section, Task } from '../text/schema.ts';
import { assign } from './assignment.ts';
import type {
  Comparison,
  FigureMatch,
  Reason,
  SectionMatch,
  SentenceChange,
  Sureness,
  TaskMatch,
} from './comparison.ts';
import type { PairDecisions } from './decisions.ts';
import { matchFigures } from './figures.ts';
import { type TaskPairs, containedShare, pairTasks, shareOfTasks, textOf } from './match-tasks.ts';
import { matchNames, sameThing } from './names.ts';
import { compareWords, countWords, shareOf } from './wording.ts';

/** A plan, as far as it is compared. */
export type ComparedPlan = Pick<
  PlanTree,
  'sections' | 'tasks' | 'targets' | 'documents' | 'initiatives'
> & { plan: { id: string } };

/** Shares of common words from which a match is near, or alike; under them it is possible. */
const shares = { near: 0.85, alike: 0.5 };

/** A name that more tasks of a plan have tells nothing of one of them. */
const fewTasks = 3;

/** Sections so alike, by title and by tasks, are one. */
const leastSection = 0.3;

/**
 * Compares two plans by their words, and by what editors decided.
 * @param decided what editors confirmed and refused
 */
export function comparePlans(
  earlier: ComparedPlan,
  later: ComparedPlan,
  decided?: PairDecisions,
): Comparison {
  const { tasks = [], targets = [] } = decided ?? {};
  const of = (decision: 'confirm' | 'refuse') =>
    tasks
      .filter((one) => one.decision === decision)
      .map((one) => [one.earlier - 1, one.later - 1] as const);
  const refused = new Set(of('refuse').map(String));
  const names = sharedNames(earlier, later);
  const pairs = pairTasks(earlier.tasks, later.tasks, {
    isRefused: (i, j) => refused.has(String([i, j])),
    confirmed: of('confirm'),
    haveName: (i, j) => names.some((name) => name.earlier.has(i + 1) && name.later.has(j + 1)),
  });
  const partner = new Map(pairs.flatMap((pair) => pair.earlier.map((i) => [i + 1, pair] as const)));
  const areMatched = (a: number, b: number): boolean =>
    partner.get(a)?.later.includes(b - 1) ?? false;
  const figures = matchFigures(earlier.targets, later.targets, areMatched, {
    confirmed: targets.filter(({ decision }) => decision === 'confirm'),
    refused: targets.filter(({ decision }) => decision === 'refuse'),
  });
  const sections = matchSections(earlier, later, areMatched);
  const whyOf = (pair: TaskPairs): string | undefined =>
    tasks.find(
      (one) =>
        one.decision === 'confirm' &&
        pair.earlier.includes(one.earlier - 1) &&
        pair.later.includes(one.later - 1),
    )?.why;
  const matches = pairs.map((pair) =>
    describeMatch(earlier, later, pair, { names, figures, sections, why: whyOf(pair) }),
  );
  const [from, to] = [matches.flatMap((one) => one.earlier), matches.flatMap((one) => one.later)];
  const missing = (all: readonly Task[], found: readonly number[]): number[] =>
    all.map(({ n }) => n).filter((n) => !found.includes(n));
  const announced = earlier.documents.filter(
    ({ status }) => status === 'draft' || status === 'revise',
  );
  return {
    earlier: earlier.plan.id,
    later: later.plan.id,
    sections,
    tasks: matches.sort((a, b) => (a.later[0] ?? 0) - (b.later[0] ?? 0)),
    added: missing(later.tasks, to),
    dropped: missing(earlier.tasks, from),
    refused: tasks
      .filter(({ decision }) => decision === 'refuse')
      .map(({ decision: _, ...pair }) => pair),
    figures,
    announced: matchNames(announced, later.documents),
    initiatives: matchNames(earlier.initiatives, later.initiatives),
  };
}

/** A name that both plans have, and the tasks that name it in each. */
type SharedName = { name: string; earlier: Set<number>; later: Set<number> };

function sharedNames(earlier: ComparedPlan, later: ComparedPlan): SharedName[] {
  const tasksOf = ({
    mentions,
  }: ComparedPlan['documents'][number] | ComparedPlan['initiatives'][number]) =>
    new Set(mentions.flatMap(({ task }) => task ?? []));
  return (['documents', 'initiatives'] as const).flatMap((kind) =>
    earlier[kind].flatMap((one) => {
      const other = later[kind].find((candidate) => sameThing(one, candidate));
      if (!other) return [];
      const shared = { name: one.name, earlier: tasksOf(one), later: tasksOf(other) };
      return shared.earlier.size <= fewTasks && shared.later.size <= fewTasks ? [shared] : [];
    }),
  );
}

function matchSections(
  earlier: ComparedPlan,
  later: ComparedPlan,
  areMatched: (a: number, b: number) => boolean,
): SectionMatch[] {
  const titleOf = (section: Section): string => section.title?.text ?? '';
  const together = (a: Section, b: Section): number =>
    a.tasks.filter((n) => b.tasks.some((m) => areMatched(n, m))).length;
  const likeness = (a: Section, b: Section): number => {
    const title = shareOf(countWords(titleOf(a)), countWords(titleOf(b)));
    const tasks = (2 * together(a, b)) / (a.tasks.length + b.tasks.length);
    const score = (title + Math.min(1, tasks)) / 2;
    return score >= leastSection ? score : 0;
  };
  const found = assign(earlier.sections.length, later.sections.length, (i, j) => {
    const [a, b] = [earlier.sections[i], later.sections[j]];
    return a && b ? likeness(a, b) : 0;
  });
  return found.flatMap((j, i) => {
    const [a, b] = [earlier.sections[i], later.sections[j ?? -1]];
    if (!a || !b) return [];
    const sameTitle = titleOf(a) === titleOf(b);
    return [{ earlier: a.n, later: b.n, tasks: together(a, b), sameTitle }];
  });
}

function describeMatch(
  earlier: ComparedPlan,
  later: ComparedPlan,
  pair: TaskPairs,
  known: {
    names: readonly SharedName[];
    figures: readonly FigureMatch[];
    sections: readonly SectionMatch[];
    why: string | undefined;
  },
): TaskMatch {
  const pick = (tasks: readonly Task[], indexes: readonly number[]): Task[] =>
    indexes.toSorted((a, b) => a - b).flatMap((i) => tasks[i] ?? []);
  const [before, after] = [pick(earlier.tasks, pair.earlier), pick(later.tasks, pair.later)];
  const isSame = before.map(textOf).join('') === after.map(textOf).join('');
  const share = isSame ? 1 : shareOfTasks(before, after);
  const kind =
    after.length > 1 ? 'split' : before.length > 1 ? 'merged' : isSame ? 'kept' : 'changed';
  const sure: Sureness = pair.isConfirmed
    ? 'confirmed'
    : isSame
      ? 'same'
      : share >= shares.near
        ? 'near'
        : share >= shares.alike
          ? 'alike'
          : 'possible';
  const { changes, keptSentences } = compareSentences(before, after);
  const [from, to] = [before, after].map((tasks) => new Set(tasks.map(({ section }) => section)));
  const moved = !known.sections.some((one) => from?.has(one.earlier) && to?.has(one.later));
  return {
    earlier: before.map(({ n }) => n),
    later: after.map(({ n }) => n),
    kind,
    sure,
    share,
    reasons: reasonsOf(before, after, earlier, later, {
      ...known,
      isSame,
      share,
      isConfirmed: pair.isConfirmed,
    }),
    moved,
    changes,
    keptSentences,
  };
}

function reasonsOf(
  before: readonly Task[],
  after: readonly Task[],
  earlier: ComparedPlan,
  later: ComparedPlan,
  known: {
    names: readonly SharedName[];
    figures: readonly FigureMatch[];
    why: string | undefined;
    isSame: boolean;
    share: number;
    isConfirmed: boolean;
  },
): Reason[] {
  const [from, to] = [before.map(({ n }) => n), after.map(({ n }) => n)];
  const editor: Reason[] = known.isConfirmed
    ? [{ kind: 'editor', ...(known.why === undefined ? {} : { why: known.why }) }]
    : [];
  if (known.isSame) return [...editor, { kind: 'text' }];
  const title = before.find(
    (one) =>
      !one.isUntitled &&
      after.some((other) => !other.isUntitled && other.title.text === one.title.text),
  )?.title.text;
  const parts =
    after.length > 1
      ? after.map((task) => ({ task: task.n, share: containedShare(task, before) }))
      : before.length > 1
        ? before.map((task) => ({ task: task.n, share: containedShare(task, after) }))
        : [];
  const taskOf = (plan: ComparedPlan, id: string): number | undefined =>
    plan.targets.find((target) => target.id === id)?.task;
  return [
    ...editor,
    ...(title === undefined ? [] : [{ kind: 'title' as const, title }]),
    { kind: 'words', share: known.share },
    ...parts.map((part) => ({ kind: 'part' as const, ...part })),
    ...known.names
      .filter((name) => from.some((n) => name.earlier.has(n)) && to.some((n) => name.later.has(n)))
      .map(({ name }) => ({ kind: 'name' as const, name })),
    ...known.figures
      .filter(
        (figure) =>
          from.includes(taskOf(earlier, figure.earlier) ?? 0) &&
          to.includes(taskOf(later, figure.later) ?? 0),
      )
      .map((figure) => ({
        kind: 'figure' as const,
        indicator: earlier.targets.find(({ id }) => id === figure.earlier)?.indicator ?? '',
      })),
  ];
}

/** What was changed in the sentences of matched tasks, in the order of the later text, and how many were kept. */
function compareSentences(
  before: readonly Task[],
  after: readonly Task[],
): { changes: SentenceChange[]; keptSentences: number } {
  const list = (tasks: readonly Task[]) =>
    tasks.flatMap(({ n: task, sentences }) =>
      sentences.map(({ n, text }) => ({ place: { task, sentence: n }, text: text.trim() })),
    );
  const [ours, theirs] = [list(before), list(after)];
  const found = alignTexts(
    ours.map(({ text }) => text),
    theirs.map(({ text }) => text),
  );
  const source = new Map(found.flatMap((j, i) => (j === undefined ? [] : [[j, ours[i]] as const])));
  /** What went stands behind what came of the sentence before it. */
  const gone = new Map<number, SentenceChange[]>();
  let last = -1;
  ours.forEach(({ place, text }, i) => {
    const j = found[i];
    if (j !== undefined) last = j;
    else {
      const change = { before: place, pieces: [{ kind: 'removed' as const, text }] };
      gone.set(last, [...(gone.get(last) ?? []), change]);
    }
  });
  let keptSentences = 0;
  const changes = [...(gone.get(-1) ?? [])];
  theirs.forEach(({ place, text }, j) => {
    const from = source.get(j);
    if (!from) changes.push({ after: place, pieces: [{ kind: 'added', text }] });
    else if (from.text === text) keptSentences += 1;
    else changes.push({ before: from.place, after: place, pieces: compareWords(from.text, text) });
    changes.push(...(gone.get(j) ?? []));
  });
  return { changes, keptSentences };
}

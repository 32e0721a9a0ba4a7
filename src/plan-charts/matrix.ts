import type { ChartLink, ChartRow, DrawnChart } from '../charts/chart.ts';
import {
  type DotForm,
  type MatrixDot,
  type MatrixLegend,
  type MatrixRoom,
  layoutMatrix,
} from '../charts/matrix.ts';
import { touch } from '../charts/drawing.ts';
import {
  type Audience,
  type Concern,
  audienceGroups,
  audienceRoles,
} from '../kinds/audiences/audiences.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { taskLabel } from '../text/compose.ts';
import { joining } from '../words/joining-words.ts';
import { audienceUrl, listUrl, sectionUrl, taskUrl } from '../urls.ts';
import { nameStrings, strings } from '../words/strings.ts';
import { placeOf } from './places.ts';
import { keyOf, linksOfTasks } from './task-links.ts';

const rooms: Record<'wide' | 'narrow' | 'paper', MatrixRoom> = {
  wide: { width: 1150, label: 172, row: 24, font: 14 },
  narrow: { width: 358, label: 126, row: touch, font: 14 },
  paper: { width: 800, label: 172, row: 20, font: 15 },
};

/** Whom a task serves, and who is to act: all else that words make of an audience is drawn alike. */
const forms: Record<Concern['role'], DotForm> = {
  beneficiary: 'dot',
  performer: 'ring',
  supervised: 'faint',
  affected: 'faint',
};

const words = strings.matrix;

const legend: MatrixLegend = [
  { forms: ['dot'], words: words.legend.dot },
  { forms: ['ring'], words: words.legend.ring },
  { forms: ['dot', 'ring'], words: words.legend.both },
  { forms: ['faint'], words: words.legend.faint },
];

type Concerned = { audience: Audience; tasks: Map<number, [Concern, ...Concern[]]> };

/** A plan with the list of whom it concerns, of which a site has one for all plans. */
export type ChartedPlan = PlanTree & { audiences: readonly Audience[] };

/** Whom the tasks of a plan concern, and how: a row an audience, a column a task, a dot where the one concerns the other. */
export function makeMatrix(tree: ChartedPlan): DrawnChart {
  const { plan, sections, tasks } = tree;
  const concerned = findConcerned(tree);
  const titles = tasks.map(taskLabel);
  const sectionKey = (n: number): string => `s${n}`;
  const columns = sections
    .filter((section) => section.tasks.length > 0)
    .map((section) => ({
      key: sectionKey(section.n),
      heading: section.numeral ?? '',
      label: named(
        placeOf({ plan: plan.id, section: section.n }, sections).place,
        section.numeral && section.title?.text,
      ),
      columns: section.tasks.map((n) => ({
        key: keyOf(n),
        n,
        label: named(strings.taskLabel(n), titles[n - 1]),
      })),
    }));
  const groups = audienceGroups.flatMap((group) => {
    const own = concerned.filter(({ audience }) => audience.group === group);
    return own.length === 0 ? [] : [{ heading: nameStrings.audienceGroup[group], own }];
  });
  const rows = groups.map(({ heading, own }) => ({
    heading,
    rows: own.map(({ audience, tasks: concerning }) => ({
      key: audience.code,
      name: audience.name,
      dots: [...concerning].map(([n, all]): MatrixDot => ({
        key: dotKey(n, audience.code),
        n,
        forms: formsOf(all),
        label: words.dot(
          strings.taskLabel(n),
          audience.name,
          rolesOf(all).map((role) => nameStrings.audienceRole[role]),
        ),
      })),
    })),
  }));
  const most = concerned.reduce((a, b) => (b.tasks.size > a.tasks.size ? b : a));
  const isTie = concerned.some((one) => one !== most && one.tasks.size === most.tasks.size);
  return {
    id: 'matrix',
    ...(isTie
      ? { title: words.title }
      : {
          topic: words.title,
          title: words.finding(tasks.length, most.audience.name, most.tasks.size),
        }),
    reading: [{ text: words.reading(tasks.length, concerned.length) }],
    wide: layoutMatrix(columns, rows, legend, rooms.wide),
    narrow: layoutMatrix(columns, rows, legend, rooms.narrow),
    paper: layoutMatrix(columns, rows, legend, rooms.paper),
    rows: groups.flatMap(({ heading, own }) => own.map((one) => toRow(heading, one))),
    columns: words.columns,
    page: listUrl(plan.id, 'audiences'),
    links: new Map<string, ChartLink>([
      ...linksOfTasks(tree),
      ...sections.map(({ n }): [string, ChartLink] => [
        sectionKey(n),
        { ...placeOf({ plan: plan.id, section: n }, sections), href: sectionUrl(plan.id, n) },
      ]),
      ...concerned.map(({ audience: { code, name } }): [string, ChartLink] => [
        code,
        { href: audienceUrl(plan.id, code), place: name },
      ]),
      ...concerned.flatMap(({ audience: { code }, tasks: concerning }) =>
        [...concerning].map(([n, [first]]): [string, ChartLink] => [
          dotKey(n, code),
          { href: taskUrl(plan.id, n, first.sentence), place: strings.taskLabel(n) },
        ]),
      ),
    ]),
  };
}

const named = (label: string, title: string | undefined): string =>
  title === undefined ? label : label + joining.comma + title;

const dotKey = (task: number, code: string): string => `${keyOf(task)}-${code}`;

/** The audiences that a plan concerns, in the order of the list, with the tasks that do, in theirs. */
function findConcerned({ audiences, concerns }: ChartedPlan): Concerned[] {
  const byCode = Map.groupBy(concerns, ({ code }) => code);
  return [...audiences]
    .sort((a, b) => a.order - b.order)
    .flatMap((audience) => {
      const own = byCode.get(audience.code);
      if (!own) return [];
      const tasks = Map.groupBy(own, ({ task }) => task) as Concerned['tasks'];
      return [{ audience, tasks: new Map([...tasks].sort(([a], [b]) => a - b)) }];
    });
}

/** The roles in which words concern an audience, each once, in the order of the list. */
const rolesOf = (all: readonly Concern[]): Concern['role'][] =>
  audienceRoles.filter((role) => all.some((concern) => concern.role === role));

/** Who is served or acts is not said to be touched as well. */
function formsOf(all: readonly Concern[]): DotForm[] {
  const found = new Set(rolesOf(all).map((role) => forms[role]));
  if (found.size > 1) found.delete('faint');
  return [...found];
}

function toRow(group: string, { audience, tasks }: Concerned): ChartRow {
  const byRole = audienceRoles.flatMap((role) => {
    const own = [...tasks].flatMap(([n, all]) => (rolesOf(all).includes(role) ? [n] : []));
    return own.length === 0 ? [] : [words.asRole(nameStrings.audienceRole[role], own)];
  });
  return {
    key: audience.code,
    group,
    label: { text: audience.name },
    printed: { text: String(tasks.size) },
    full: byRole.join(words.between),
    nature: 'editorial',
  };
}

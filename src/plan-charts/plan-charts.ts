import { type ArcRoom, layoutArcs } from '../charts/arcs.ts';
import type { DrawnChart, ChartLink } from '../charts/chart.ts';
import { type MapRoom, layoutMap } from '../charts/map.ts';
import { isPlanChart, listedCharts, planCharts, planChartsOf } from '../kinds/charts/charts.ts';
import { relationNames } from '../kinds/registry.ts';
import type { Relation } from '../kinds/relations/relations.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { nameStrings, strings } from '../words/strings.ts';
import { planUrl, relatedUrl } from '../urls.ts';
import { drawChart } from './draw-chart.ts';
import { type ChartedPlan, makeMatrix } from './matrix.ts';
import { keyOf, linksOfTasks } from './task-links.ts';
import { joining } from '../words/joining-words.ts';

const makers: Record<(typeof planCharts)[number], (tree: ChartedPlan) => DrawnChart> = {
  matrix: makeMatrix,
  map: makeMap,
  links: makeLinks,
};

/** What the charts of a plan as a whole are called; nothing need be drawn to name one. */
export const planChartTitles: Record<(typeof planCharts)[number], string> = {
  matrix: strings.matrix.title,
  map: strings.map,
  links: nameStrings.arcs,
};

/** The ids of all charts of a plan: those its editors chose, and those of the plan as a whole. */
export function chartIds(tree: PlanTree): string[] {
  return [...tree.charts.map(({ id }) => id), ...planChartsOf(tree)];
}

/** The ids of the charts that a list of them has. */
export function listedChartIds(tree: PlanTree): string[] {
  return [...listedCharts(tree.charts).map(({ id }) => id), ...planChartsOf(tree)];
}

/**
 * The chart of a plan with this id.
 * @throws Error if the plan has none
 */
export function makeChart(id: string, tree: ChartedPlan): DrawnChart {
  if (isPlanChart(id)) return makers[id](tree);
  const chart = tree.charts.find((candidate) => candidate.id === id);
  if (!chart) throw new Error(`no chart ${id} in plan ${tree.plan.id}`);
  return drawChart(chart, tree);
}

// A wide drawing and one for phones: each is legible at its own width, neither is the other shrunk.
const mapRooms: Record<'wide' | 'narrow', MapRoom> = {
  wide: { width: 1150, height: 640, gap: 3, groupGap: 12, header: 26, font: 14, number: 20 },
  narrow: { width: 358, height: 780, gap: 3, groupGap: 8, header: 22, font: 14, number: 17 },
};

/** The map of a plan: a rectangle a task, its area the length of its text, grouped by section. */
function makeMap(tree: PlanTree): DrawnChart {
  const { plan, sections, tasks } = tree;
  const groups = sections.map((section) => ({
    numeral: section.numeral ?? '',
    section: section.n,
    items: section.tasks
      .flatMap((n) => tasks[n - 1] ?? [])
      .map(({ n, title, length }) => ({
        key: keyOf(n),
        n,
        title: { text: title.text, source: title.start },
        value: length,
      })),
  }));
  const longest = tasks.reduce((most, task) => (task.length > most.length ? task : most));
  return {
    id: 'map',
    title: planChartTitles.map,
    reading: [
      { text: strings.mapReading(tasks.length) },
      { text: longest.title.text, source: longest.title.start },
      { text: strings.mapReadingEnd(longest.n, longest.length) },
    ],
    wide: layoutMap(groups, mapRooms.wide),
    narrow: layoutMap(groups, mapRooms.narrow),
    rows: groups.flatMap(({ numeral, section, items }) =>
      items.map(({ key, title, value }) => ({
        key,
        group: numeral === '' ? undefined : strings.sectionLabel(numeral, section),
        label: title,
        printed: { text: strings.characters(value) },
        full: String(value),
        nature: 'derived',
      })),
    ),
    columns: strings.mapColumns,
    page: planUrl(plan.id),
    links: linksOfTasks(tree),
  };
}

const arcRooms = (tasks: number): Record<'wide' | 'narrow', ArcRoom> => ({
  wide: { width: 1150, height: 340, font: 14, runs: 'along' },
  narrow: { width: 358, height: Math.max(240, tasks * 24), font: 14, runs: 'down' },
});

/** Which tasks of a plan belong together: a number a task, an arc two tasks that are related. */
function makeLinks(tree: PlanTree): DrawnChart {
  const { plan, tasks, relations } = tree;
  const words = nameStrings;
  const pairKey = ({ from, to }: Relation): string => `${keyOf(from.task)}-${keyOf(to.task)}`;
  const pairs = Object.values(Object.groupBy(relations, pairKey)).flatMap((all) =>
    all?.[0] ? [{ first: all[0], all }] : [],
  );
  const ties = pairs.map(({ first, all }) => ({
    key: pairKey(first),
    from: first.from.task - 1,
    to: first.to.task - 1,
    value: all.length,
    label: words.arc(
      first.from.task,
      first.to.task,
      [...new Set(all.map(({ relation }) => relationNames[relation]))].join(joining.listed),
    ),
  }));
  const items = tasks.map(({ n, section }) => ({
    key: keyOf(n),
    n,
    opens: section !== tasks[n - 2]?.section,
  }));
  const counts = new Map<number, number>();
  for (const { first } of pairs) {
    for (const { task } of [first.from, first.to]) counts.set(task, (counts.get(task) ?? 0) + 1);
  }
  const partners = (n: number): number => counts.get(n) ?? 0;
  const most = tasks.reduce((best, { n }) => (partners(n) > partners(best) ? n : best), 1);
  const rooms = arcRooms(tasks.length);
  return {
    id: 'links',
    title: planChartTitles.links,
    reading: [{ text: words.arcsReading(pairs.length, most, partners(most)) }],
    wide: layoutArcs(items, ties, rooms.wide),
    narrow: layoutArcs(items, ties, rooms.narrow),
    rows: relations.map((relation) => ({
      key: pairKey(relation),
      label: { text: words.pair(relation.from.task, relation.to.task) },
      printed: {
        text: relation.shared ? words.shared(relation.shared.name) : (relation.reason ?? ''),
      },
      full: relationNames[relation.relation] ?? '',
      nature: relation.shared ? 'derived' : 'editorial',
    })),
    columns: words.arcColumns,
    page: planUrl(plan.id),
    links: new Map([
      ...linksOfTasks(tree),
      ...pairs.map(({ first }): [string, ChartLink] => [
        pairKey(first),
        {
          href: relatedUrl(plan.id, first.from.task, first.to.task),
          place: strings.taskLabel(first.from.task),
        },
      ]),
    ]),
  };
}

import { isWithin } from '../text/span.ts';
import { layoutBars } from '../charts/bars.ts';
import {
  type ChartWords,
  type Datum,
  type DatumGroup,
  type Drawing,
  type Room,
  phoneRoom,
} from '../charts/drawing.ts';
import type { DrawnChart, ChartRow } from '../charts/chart.ts';
import { type LargeNumber, layoutLargeNumbers } from '../charts/large-numbers.ts';
import { type Growth, layoutGrowth } from '../charts/growth.ts';
import type { Chart } from '../kinds/charts/charts.ts';
import {
  type ImpliedBase,
  findConsistency,
  isBound,
  partsOf,
} from '../kinds/targets/consistency.ts';
import { inherited } from '../kinds/targets/inherited.ts';
import type { Note } from '../kinds/notes/notes.ts';
import { isChangeAlone, labelOf, printTarget } from '../kinds/targets/printed.ts';
import type { Section } from '../text/schema.ts';
import type { Target } from '../kinds/targets/targets.ts';
import { nameStrings, strings } from '../words/strings.ts';
import { sectionUrl, targetsUrl } from '../urls.ts';
import { placeOfTarget } from './place-of-target.ts';
import { placeOf } from './places.ts';
import { joining } from '../words/joining-words.ts';

/** What a chart is made of: the targets and sections of its plan, and the notes on its text. */
export type ChartSource = {
  targets: readonly Target[];
  sections: readonly Section[];
  notes: readonly Note[];
};

type TargetGroup = { name: string | undefined; targets: Target[] };
type Made = Pick<DrawnChart, 'rows' | 'columns'> & {
  /** Sentences. */
  reading: string[];
  draw: (room: Room) => Drawing;
  links?: DrawnChart['links'];
};

/** The rooms every chart is laid out for: beside others on a wide screen, and alone on a phone. */
const rooms: Record<'wide' | 'narrow', Room> = {
  wide: { width: 600, labels: 'beside' },
  narrow: phoneRoom,
};

const words = strings.charts;

/**
 * A chart with everything that is said and drawn of it, computed from the targets it names. What it takes
 * to read it alone, outside its page, is in its reading: scopes, scales, doubtful words.
 */
export function drawChart(chart: Chart, source: ChartSource): DrawnChart {
  const groups = chart.groups.map(({ name, targets }) => ({
    name,
    targets: targets.map((id) => requireTarget(id, source.targets)),
  }));
  const made = makers[chart.form](groups, source);
  const { rows, draw, links, columns } = made;
  return {
    page: targetsUrl(chart.plan),
    id: chart.id,
    title: chart.title,
    ...(chart.topic !== undefined && { topic: chart.topic }),
    reading: [...made.reading, ...doubts(rows, source)].map((text, i) => ({
      text: i === 0 ? text : joining.gap + text,
    })),
    rows,
    ...(columns && { columns }),
    wide: draw(rooms.wide),
    narrow: draw(rooms.narrow),
    links:
      links ??
      new Map(source.targets.map((target) => [target.id, placeOfTarget(target, source.sections)])),
  };
}

const makers: Record<Chart['form'], (groups: TargetGroup[], source: ChartSource) => Made> = {
  bars: (groups, source) => makeBars(groups, source, []),
  stacked: (groups, source) => makeBars(groups, source, source.targets),
  growth: makeGrowth,
  figures: makeFigures,
  sections: makeSections,
};

/** @param all the targets that may be drawn as parts of others */
function makeBars(groups: TargetGroup[], source: ChartSource, all: readonly Target[]): Made {
  const data = groups.map(({ name, targets }): DatumGroup => ({
    name,
    data: targets.map((target) => {
      const parts = partsOf(target, all);
      return { ...toDatum(target), ...(parts.length > 0 ? { parts: parts.map(toDatum) } : {}) };
    }),
  }));
  const shown = groups.flatMap(({ targets }) => targets);
  const isScopeNamed = groups.every(({ name = '', targets }) =>
    targets.every(({ scope }) => scope === undefined || name.includes(scope)),
  );
  return {
    reading: [
      ...readTargets(shown, source),
      ...(isScopeNamed ? [] : tellScopes(shown, source.targets)),
      ...(groups.length > 1 ? [words.ownAxes] : []),
      ...(shown.length > 1 && shown[0]?.unit === '人次' ? [words.overlaps] : []),
    ],
    rows: groups.flatMap(({ name, targets }) =>
      targets.flatMap((target) =>
        [target, ...partsOf(target, all)].map((entry) => toRow(entry, name)),
      ),
    ),
    draw: (room) => layoutBars(data, room),
  };
}

/** What neither a title nor a drawing says of figures: where they stand, and which are bounds. */
function readTargets(shown: readonly Target[], { sections }: ChartSource): string[] {
  const inOrder = [...shown].sort((a, b) => a.span.start - b.span.start);
  const places = inOrder.map(
    (target) => placeOf({ ...target, sentence: undefined }, sections).place,
  );
  const floors = shown.flatMap((target) =>
    isBound(target, 'least') ? (target.qualifier ?? []) : [],
  );
  return [words.stand([...new Set(places)]), ...[...new Set(floors)].map(words.floor)];
}

/** That figures are of different scopes, if they are: whose are stated, as the plan prints it. */
function tellScopes(shown: readonly Target[], all: readonly Target[]): string[] {
  const scoped = shown.map((target) => ({ target, scope: inherited('scope', target, all) }));
  if (new Set(scoped.map(({ scope }) => scope)).size < 2) return [];
  const stated = scoped.flatMap(({ target, scope }) =>
    scope === undefined ? [] : [{ name: labelOf(target), scope }],
  );
  return [words.scopes(stated, stated.length < shown.length)];
}

/** Where the words that a chart shows are in doubt: as what a note would read them. */
function doubts(rows: readonly ChartRow[], { targets, notes }: ChartSource): string[] {
  return notes.flatMap(({ reading, certainty, mentions }) => {
    if (reading === undefined) return [];
    const shown = mentions.find(({ span, quote }) =>
      rows.some(
        ({ key, label }) =>
          label.text.includes(quote) &&
          targets.some((target) => target.id === key && isWithin(span, target.span)),
      ),
    );
    return shown ? [words.asPrinted(shown.quote, nameStrings.reading(reading, certainty))] : [];
  });
}

function makeGrowth(groups: TargetGroup[], { targets }: ChartSource): Made {
  const bases = findConsistency(targets).filter((finding) => finding.kind === 'base');
  const shown = groups
    .flatMap((group) => group.targets)
    .flatMap((growth) => bases.filter((base) => base.growth.id === growth.id));
  return {
    reading: [
      words.growth,
      ...(shown.length > 1 ? [words.ownAxes] : []),
      ...tellScopes(
        shown.map(({ target }) => target),
        targets,
      ),
    ],
    rows: shown.flatMap(({ target, growth, ...base }) => [
      toRow(target, labelOf(target)),
      { ...toRow(growth, labelOf(target)), label: { text: words.change(growth.kind) } },
      {
        group: labelOf(target),
        label: { text: words.baseName },
        printed: { text: words.about(base.about, target.unit) },
        full: words.interval(base, target.unit),
        nature: 'derived',
      },
    ]),
    columns: words.growthColumns,
    draw: (room) => layoutGrowth(shown.map(toGrowth), room),
  };
}

function toGrowth({ target, growth, about, low, high }: ImpliedBase): Growth {
  return {
    key: growth.id,
    label: { text: labelOf(target) },
    printed: toWords(growth),
    change: words.changeBy(growth.kind),
    now: { ...toDatum(target), label: { text: words.now } },
    base: {
      name: words.baseName,
      printed: words.base({ about, low, high }, target.unit),
      about,
      low,
      high,
    },
  };
}

function makeFigures(groups: TargetGroup[], source: ChartSource): Made {
  const targets = groups.flatMap((group) => group.targets);
  const figures = targets.map((target): LargeNumber => {
    const { before, number, unit, after } = printTarget(target);
    // Which way it changes, nothing else would say.
    const way = isChangeAlone(target) ? words.changeBy(target.kind) : '';
    return {
      key: target.id,
      before: way + before,
      number: number.text,
      unit: unit.text + after,
      words: labelOf(target),
      ...(target.kind === 'share' ? { share: target.normalised / 100 } : {}),
    };
  });
  return {
    reading: [...readTargets(targets, source), ...tellScopes(targets, source.targets)],
    rows: groups.flatMap(({ name, targets: listed }) =>
      listed.map((target) => ({ ...toRow(target, name), label: { text: target.indicator } })),
    ),
    draw: (room) => layoutLargeNumbers(figures, room),
  };
}

function makeSections(_groups: TargetGroup[], { targets, sections }: ChartSource): Made {
  const nameOf = ({ numeral, n }: Pick<Section, 'numeral' | 'n'>): string =>
    numeral === undefined ? strings.wholePlan : strings.sectionLabel(numeral, n);
  const inTask = Map.groupBy(targets, ({ task }) => task);
  const counted = sections.map((section) => ({
    section,
    count: section.tasks.reduce((sum, task) => sum + (inTask.get(task)?.length ?? 0), 0),
  }));
  const filled = counted.filter(({ count }) => count > 0);
  const most = filled.reduce((a, b) => (b.count > a.count ? b : a));
  const data = counted.map(({ section, count }): Datum => ({
    key: String(section.n),
    lead: section.numeral,
    label: section.title
      ? { text: section.title.text, source: section.title.start }
      : { text: strings.wholePlan },
    printed: { text: words.count(count) },
    value: count,
  }));
  return {
    reading: [
      words.sections({
        targets: targets.length,
        filled: filled.length,
        most: nameOf(most.section),
        count: most.count,
        empty: counted.length - filled.length,
      }),
    ],
    rows: data.map(({ key, label, printed, value }) => ({
      key,
      label,
      printed,
      full: String(value),
      nature: 'derived',
    })),
    columns: words.sectionColumns,
    // Titles of sections are long: they stand above their bars in any room.
    draw: (room) => layoutBars([{ data }], { ...room, labels: 'above' }),
    links: new Map(
      sections.map((section) => [
        String(section.n),
        { href: sectionUrl(section.plan, section.n), place: nameOf(section) },
      ]),
    ),
  };
}

function requireTarget(id: string, targets: readonly Target[]): Target {
  const target = targets.find((candidate) => candidate.id === id);
  if (!target) throw new Error(`no target ${id}`);
  return target;
}

function toWords(target: Target): ChartWords {
  const { text, span } = printTarget(target);
  return { text, source: span?.start };
}

function toDatum(target: Target): Datum {
  return {
    key: target.id,
    label: { text: labelOf(target) },
    printed: toWords(target),
    value: target.normalised,
  };
}

function toRow(target: Target, group?: string): ChartRow {
  return {
    key: target.id,
    group,
    label: { text: labelOf(target) },
    printed: toWords(target),
    full: `${target.normalised}${target.unit}`,
    nature: 'printed',
  };
}

import { isWithin } from '../text/span.ts';
import { layoutBars } from '../charts/bars.ts';
import type { Datum, DatumGroup, Drawing, Room, ChartWords } from '../charts/drawing.ts';
import type { DrawnChart, ChartRow } from '../charts/chart.ts';
import { type LargeNumber, layoutLargeNumbers } from '../charts/large-numbers.ts';
import { type Growth, layoutGrowth } from '../charts/growth.ts';
import { layoutLogPoints } from '../charts/log-points.ts';
import type { Chart } from '../kinds/charts/charts.ts';
import { type ImpliedBase, findConsistency, partsOf } from '../kinds/targets/consistency.ts';
import { inherited } from '../kinds/targets/inherited.ts';
import type { Note } from '../kinds/notes/notes.ts';
import { isChangeAlone, labelOf, printTarget } from '../kinds/targets/printed.ts';
import type { Section } from '../text/schema.ts';
import type { Target } from '../kinds/targets/targets.ts';
import { nameStrings, strings } from '../words/strings.ts';
import { sectionUrl, targetsUrl } from '../urls.ts';
import { placeOfTarget } from './place-of-target.ts';

/** What a chart is made of: the targets and sections of its plan, and the notes on its text. */
export type ChartSource = {
  targets: readonly Target[];
  sections: readonly Section[];
  notes: readonly Note[];
};

type TargetGroup = { name: string | undefined; targets: Target[] };
type Made = Pick<DrawnChart, 'rows' | 'columns'> & {
  reading: (ChartWords | string)[];
  draw: (room: Room) => Drawing;
  links?: DrawnChart['links'];
};

/** The rooms every chart is laid out for: beside others on a wide screen, and alone on a phone. */
const rooms: Record<'wide' | 'narrow', Room> = {
  wide: { width: 600, labels: 'beside' },
  narrow: { width: 358, labels: 'above' },
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
  const reading = [...made.reading, ...doubts(rows, source)];
  return {
    page: targetsUrl(chart.plan),
    id: chart.id,
    title: chart.title,
    reading: reading.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
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
  bars: (groups, { targets }) => makeBars(groups, { parts: [], targets }),
  stacked: (groups, { targets }) => makeBars(groups, { parts: targets, targets }),
  growth: makeGrowth,
  'log-points': makeLogPoints,
  figures: makeFigures,
  sections: makeSections,
};

/** The targets of a plan, and those of them that may be drawn as parts of others. */
type Others = { parts: readonly Target[]; targets: readonly Target[] };

function makeBars(groups: TargetGroup[], others: Others): Made {
  const data = groups.map(({ name, targets }): DatumGroup => ({
    name,
    data: targets.map((target) => {
      const parts = partsOf(target, others.parts);
      return { ...toDatum(target), ...(parts.length > 0 ? { parts: parts.map(toDatum) } : {}) };
    }),
  }));
  return {
    reading: readBars(groups, others),
    rows: groups.flatMap(({ name, targets }) =>
      targets.flatMap((target) =>
        [target, ...partsOf(target, others.parts)].map((entry) => toRow(entry, name)),
      ),
    ),
    draw: (room) => layoutBars(data, room),
  };
}

/** What is most and least, where that can be said: not of things of several kinds or scopes, and not of a tie. */
function readBars(groups: TargetGroup[], { parts, targets: all }: Others): Made['reading'] {
  const targets = groups.flatMap((group) => group.targets);
  if (groups.length > 1) {
    return [
      words.grouped(
        targets.length,
        groups.map(({ name = '' }) => name),
      ),
    ];
  }
  const withParts = (target: Target): (ChartWords | string)[] =>
    words.withParts(say(target), partsOf(target, parts).map(say));
  const scopes = tellScopes(targets, all);
  if (scopes.length > 0) {
    return [...words.figures(targets.map(withParts)), ...scopes, words.notCompared];
  }
  const [least, most] = findExtremes(groups);
  const isTie = targets.filter(({ normalised }) => normalised === least.normalised).length > 1;
  return words.bars(withParts(most), isTie ? undefined : say(least), most.unit === '人次');
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
      ...words.growth(
        shown.map(({ target, growth, ...base }) =>
          words.grew(
            say(target),
            words.change(growth.kind) + growth.quantity.text,
            words.base(base, target.unit),
          ),
        ),
      ),
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
    change: words.change(growth.kind),
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

function makeLogPoints(groups: TargetGroup[]): Made {
  const [least, most] = findExtremes(groups);
  const data = groups.map(({ name, targets }) => ({ name, data: targets.map(toDatum) }));
  return {
    reading: words.logPoints(say(least), say(most)),
    rows: groups.flatMap(({ name, targets }) => targets.map((target) => toRow(target, name))),
    draw: (room) => layoutLogPoints(data, room, words.logScale),
  };
}

function makeFigures(groups: TargetGroup[]): Made {
  const targets = groups.flatMap((group) => group.targets);
  const figures = targets.map((target): LargeNumber => {
    const { before, number, unit, after } = printTarget(target);
    // Which way it changes, nothing else would say.
    const way = isChangeAlone(target) ? words.change(target.kind) : '';
    return {
      key: target.id,
      before: way + before,
      number: number.text,
      unit: unit.text + after,
      words: target.indicator,
      ...(target.kind === 'share' ? { share: target.normalised / 100 } : {}),
    };
  });
  return {
    reading: words.figures(targets.map(say)),
    rows: groups.flatMap(({ name, targets: listed }) =>
      listed.map((target) => ({ ...toRow(target, name), label: { text: target.indicator } })),
    ),
    draw: (room) => layoutLargeNumbers(figures, room),
  };
}

function makeSections(_groups: TargetGroup[], { targets, sections }: ChartSource): Made {
  const nameOf = ({ numeral }: { numeral?: string | undefined }): string =>
    numeral === undefined ? strings.wholePlan : strings.sectionLabel(numeral);
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

function findExtremes(groups: readonly TargetGroup[]): [Target, Target] {
  const ranked = groups
    .flatMap((group) => group.targets)
    .sort((a, b) => a.normalised - b.normalised);
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (!least || !most) throw new Error('a chart without targets');
  return [least, most];
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

/** A figure in words; one that is qualified before its number is set off: 本专科，计划8.4万人. */
function say(target: Target): (ChartWords | string)[] {
  const mark = printTarget(target).before === '' ? [] : ['，'];
  const way = isChangeAlone(target) ? ['，', words.change(target.kind)] : mark;
  return [labelOf(target), ...way, toWords(target)];
}

import { diffArrays } from 'diff';
import { z } from 'zod';
import { daySchema } from '../text/schema.ts';
import {
  type AddressParts,
  correctionsPath,
  fullPath,
  placeAddresses,
  planPath,
  promisedAddress,
  sectionPath,
  taskPath,
} from '../urls.ts';
import { type Alignment, alignEditions, alignTexts, followAll } from './align.ts';
import {
  type Edition,
  type Passage,
  type Place,
  keyOf,
  listPassages,
  listTasks,
  placeSchema,
} from './places.ts';

/** A piece of a passage, and whether a correction kept it, added it or took it out. */
const pieceSchema = z.strictObject({
  kind: z.enum(['kept', 'added', 'removed']),
  text: z.string(),
});

/** What a correction changed in one passage: `before` and `after` say where it stood and stands. */
const changeSchema = z.strictObject({
  before: placeSchema.optional(),
  after: placeSchema.optional(),
  pieces: z.array(pieceSchema),
});

/** Tasks or sections that stand one after another, and whose numbers a correction changed alike. */
const renumberedSchema = z.strictObject({
  of: z.enum(['task', 'section']),
  from: z.tuple([z.int(), z.int()]),
  to: z.tuple([z.int(), z.int()]).optional(),
});

const correctionSchema = z.strictObject({
  /** The name of the earlier text's file: the day, and a number if it was not the first of that day. */
  id: z.string(),
  date: daySchema,
  what: z.string(),
  /** The whole earlier text. */
  text: z.string(),
  changes: z.array(changeSchema),
  renumbered: z.array(renumberedSchema),
});

const addressSchema = z.strictObject({ page: z.string(), id: z.string().optional() });

/** An address that once said something else, or that nothing else would answer today. */
const formerSchema = addressSchema.extend({
  /** Where its words stood, and what they were; neither is known of what only the editor says is gone. */
  place: placeSchema.optional(),
  words: z.string().optional(),
  /** The day until which it said this, and the correction of that day. */
  until: daySchema,
  correction: z.string(),
  /** Where its words stand today, unless they were taken out. */
  now: addressSchema.extend({ place: placeSchema }).optional(),
  /** Whether nothing has this address today. */
  lost: z.boolean(),
});

/** All that is known of the corrections of one plan. */
export const planCorrectionsSchema = z.strictObject({
  plan: z.string(),
  /** The first one first. */
  corrections: z.array(correctionSchema),
  /** In the order of the pages, and on a page in that of the earlier text. */
  former: z.array(formerSchema),
});

export type Change = z.infer<typeof changeSchema>;
type Renumbered = z.infer<typeof renumberedSchema>;
type Correction = z.infer<typeof correctionSchema>;
export type Former = z.infer<typeof formerSchema>;
export type PlanCorrections = z.infer<typeof planCorrectionsSchema>;

/** An edition that a correction replaced. */
export type EarlierEdition = Pick<Correction, 'id' | 'date' | 'what' | 'text'> & {
  edition: Edition;
  /** Addresses of what the correction took out, as the editor gives them: `/20xx/targets/t3-x/`. */
  gone: readonly string[];
};

/** A figure, which has an anchor of its own on the page of its task. */
export type TaskAnchor = { id: string; task: number; sentence: number };

/**
 * Compares the editions of a plan.
 * @param plan its id
 * @param current the text as it is
 * @param earlier the editions before it, the first one first
 * @param anchors of figures in the current text
 */
export function compareEditions(
  plan: string,
  current: Edition,
  earlier: readonly EarlierEdition[],
  anchors: readonly TaskAnchor[],
): PlanCorrections {
  const editions = [...earlier.map(({ edition }) => edition), current];
  const alignments = earlier.map(({ edition }, i) =>
    alignEditions(edition, editions[i + 1] ?? current),
  );
  const corrections = earlier.map(({ id, date, what, text, edition }, i): Correction => {
    const after = editions[i + 1] ?? current;
    const alignment = alignments[i] ?? new Map<string, Place>();
    return {
      id,
      date,
      what,
      text,
      changes: listChanges(edition, after),
      renumbered: listRenumbered(edition, alignment),
    };
  });
  const there = addressesOf(plan, current);
  const former = earlier.flatMap((one, i) =>
    findFormer({ plan, one, alignment: followAll(alignments.slice(i)), there, anchors }),
  );
  return { plan, corrections, former: withoutRepeats(former) };
}

/** What differs between two editions, in the order of the later one; what was taken out, where it stood. */
function listChanges(before: Edition, after: Edition): Change[] {
  const [ours, theirs] = [listPassages(before), listPassages(after)];
  const textsOf = (passages: readonly Passage[]): string[] => passages.map(({ text }) => text);
  const found = alignTexts(textsOf(ours), textsOf(theirs));
  const origin = new Map(found.flatMap((j, i) => (j === undefined ? [] : [[j, i] as const])));
  const changes: Change[] = [];
  let told = 0;
  const tellRemoved = (end: number): void => {
    for (; told < end; told += 1) {
      const passage = ours[told];
      if (!passage || found[told] !== undefined) continue;
      changes.push({ before: passage.place, pieces: [{ kind: 'removed', text: passage.text }] });
    }
  };
  theirs.forEach(({ place, text }, j) => {
    const i = origin.get(j);
    const passage = i === undefined ? undefined : ours[i];
    if (i !== undefined) tellRemoved(i);
    if (!passage) changes.push({ after: place, pieces: [{ kind: 'added', text }] });
    else if (passage.text !== text) {
      changes.push({
        before: passage.place,
        after: place,
        pieces: comparePassages(passage.text, text),
      });
    }
  });
  tellRemoved(ours.length);
  return changes;
}

/** A number, a word in Latin letters, or one other character: the least that a correction is told by. */
const unit = /\d+(?:[.,]\d+)*%?|[A-Za-z]+|[^]/gu;

/** The pieces of two readings of a passage, in order. */
export function comparePassages(before: string, after: string): Change['pieces'] {
  const unitsOf = (text: string): string[] => text.match(unit) ?? [];
  return diffArrays(unitsOf(before), unitsOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }));
}

function listRenumbered({ sections, tasks }: Edition, alignment: Alignment): Renumbered[] {
  const rows: Renumbered[] = [];
  const add = (of: Renumbered['of'], from: number, to: number | undefined): void => {
    const last = rows.at(-1);
    const goesOn =
      last?.of === of &&
      last.from[1] === from - 1 &&
      (last.to === undefined ? to === undefined : last.to[1] + 1 === to);
    if (goesOn) {
      last.from[1] = from;
      if (last.to) last.to[1] += 1;
    } else if (from !== to) {
      rows.push({ of, from: [from, from], ...(to === undefined ? {} : { to: [to, to] }) });
    }
  };
  for (const { n } of sections) {
    const now = alignment.get(`p${n}`);
    // A section without a heading has no place of its own.
    if (now || sections.length > 1) add('section', n, now && 'section' in now ? now.section : n);
  }
  for (const { n, section } of tasks) {
    const now = alignment.get(keyOf({ kind: 'task', section, task: n }));
    add('task', n, now?.kind === 'task' ? now.task : undefined);
  }
  return rows;
}

/** What an edition answers: its pages, and on them its anchors. */
type Addresses = { pages: ReadonlySet<string>; all: ReadonlySet<string> };

function addressesOf(plan: string, edition: Edition): Addresses {
  const all = [...listPassages(edition), ...listTasks(edition)].flatMap(({ place }) =>
    placeAddresses(plan, place),
  );
  const pages = new Set([
    planPath(plan),
    fullPath(plan),
    ...edition.sections.map(({ n }) => sectionPath(plan, n)),
    ...all.map(({ page }) => page),
  ]);
  return { pages, all: new Set([...pages, ...all.map(addressKey)]) };
}

const addressKey = ({ page, id }: AddressParts): string =>
  id === undefined ? page : promisedAddress({ page, id });

function findFormer({
  plan,
  one: { edition, date: until, id: correction, gone },
  alignment,
  there,
  anchors,
}: {
  plan: string;
  one: EarlierEdition;
  alignment: Alignment;
  there: Addresses;
  anchors: readonly TaskAnchor[];
}): Former[] {
  const former: Former[] = [];
  for (const { place, text: words } of [...listTasks(edition), ...listPassages(edition)]) {
    const now = alignment.get(keyOf(place));
    const addresses = placeAddresses(plan, place);
    const later = now && placeAddresses(plan, now);
    addresses.forEach((address, i) => {
      const [first] = later ?? [];
      const to = later && now?.kind === place.kind ? (later[i] ?? first) : first;
      if (to && addressKey(to) === addressKey(address)) return;
      former.push({
        ...address,
        place,
        words,
        until,
        correction,
        ...(to && now ? { now: { ...to, place: now } } : {}),
        lost: !there.all.has(addressKey(address)),
      });
    });
    if (place.kind !== 'sentence' || now?.kind !== 'sentence' || now.task === place.task) continue;
    for (const { id, task, sentence } of anchors) {
      if (task !== now.task || sentence !== now.sentence) continue;
      const page = taskPath(plan, place.task);
      const to = { page: taskPath(plan, task), id, place: now };
      former.push({ page, id, place, words, until, correction, now: to, lost: true });
    }
  }
  for (const address of gone) {
    const [page = '', id] = address.slice(1).split('#', 2);
    former.push({ page, ...(id === undefined ? {} : { id }), until, correction, lost: true });
  }
  return former;
}

/** Addresses that said the same until several corrections, once: until the last. */
function withoutRepeats(former: readonly Former[]): Former[] {
  const last = new Map<string, Former>();
  for (const entry of former) {
    const { now, words } = entry;
    last.set([addressKey(entry), now ? addressKey(now) : words].join(' '), entry);
  }
  return [...last.values()];
}

/** The former addresses of one page, as far as a reader who comes by them must be told. */
export type PageFormer = {
  /** What the page itself once was. */
  whole: Former[];
  /** Parts that are not where the whole has gone, and those whose anchor nothing else has. */
  parts: Former[];
};

/** What to tell on a page of addresses that once were on it. */
export function formerOn(former: readonly Former[], page: string): PageFormer {
  const here = former.filter((entry) => entry.page === page);
  const whole = here.filter(({ id }) => id === undefined);
  const parts = here.filter((entry) => {
    if (entry.id === undefined) return false;
    const { place, now } = entry;
    if (entry.lost || place?.kind !== 'sentence' || now?.place.kind !== 'sentence') return true;
    const task = former.find(
      (other) =>
        other.page === taskPath(pagePlan(page), place.task) &&
        other.id === undefined &&
        other.correction === entry.correction,
    );
    const follows =
      task?.now?.place.kind === 'task' &&
      task.now.place.task === now.place.task &&
      place.sentence === now.place.sentence;
    return !follows;
  });
  return { whole, parts };
}

const pagePlan = (page: string): string => page.split('/')[0] ?? '';

/** The pages that only former addresses have: of tasks and sections that are no more, and what the editor says is gone. */
export function lostPages({ former }: PlanCorrections): string[] {
  return [
    ...new Set(former.flatMap(({ page, id, lost }) => (lost && id === undefined ? [page] : []))),
  ];
}

/** The corrections of a plan for the list of what changed on the site, each with the pages that it changed. */
export function listCorrections({
  plan,
  corrections,
  former,
}: PlanCorrections): { plan: string; id: string; date: string; what: string; pages: string[] }[] {
  return corrections.map(({ id, date, what, changes }) => {
    const changed = changes.flatMap(({ after }) => (after ? placeAddresses(plan, after) : []));
    const moved = former.filter(({ correction }) => correction === id);
    const pages = [
      planPath(plan),
      fullPath(plan),
      correctionsPath(plan),
      ...changed.map(({ page }) => page),
      ...moved.flatMap(({ page, now }) => [page, ...(now ? [now.page] : [])]),
    ];
    return { plan, id, date, what, pages: [...new Set(pages)].map((page) => `/${page}`) };
  });
}

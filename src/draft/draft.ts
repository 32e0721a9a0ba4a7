import { parseDocument } from 'yaml';
import type { Audience } from '../kinds/audiences/audiences.ts';
import type { ParsedPlan } from '../text/compose.ts';
import { readQuantities } from '../text/quantity.ts';
import { type Extent, overlap } from '../text/span.ts';
import { proposeAudiences } from './audiences.ts';
import { wordsOf } from './clauses.ts';
import { findAnnounced, findTitled } from './documents.ts';
import { findCarriedOut, findQuoted, findWithin, phraseKind } from './initiatives.ts';
import { proposeMasks } from './masks.ts';
import { findMeetings } from './meetings.ts';
import { type Additions, type Found, findAgain, gatherNamed } from './named.ts';
import { proposeNumbers } from './numbers.ts';
import {
  type Words,
  findBracketed,
  placedPassages,
  quotedExtents,
  quoteWords,
  withinMarks,
} from './passages.ts';
import type { Proposal } from './proposal.ts';
import { proposeRelations } from './relations.ts';
import { findResponsible } from './responsible.ts';
import { draftWords as words } from './words.ts';
import { extendFile } from './yaml-file.ts';

/** The files that a draft proposes entries for, in the order in which they are told. */
export const draftedFiles = [
  'targets',
  'numerals',
  'documents',
  'initiatives',
  'phrases',
  'meetings',
  'audiences',
  'relations',
  'responsible',
  'notes',
] as const;

type Drafted = (typeof draftedFiles)[number];

/** Of these, those that a plan may go without: they are not made where nothing is proposed for them. */
const optionalFiles: readonly Drafted[] = ['meetings', 'audiences', 'relations', 'responsible'];

/** A name that an earlier plan's editors gave an entry for. */
export type EarlierName = {
  file: 'documents' | 'initiatives' | 'meetings';
  plan: string;
  name: string;
  /** Its kind; a meeting of an earlier plan was held. */
  fields: Record<string, string>;
};

/** What is known beside the plan itself: the list of audiences, and the names in other plans. */
export type Known = { audiences: readonly Audience[]; earlier: readonly EarlierName[] };

/** What a draft adds to a file, and the file with it; no text if there is none and none is needed. */
export type DraftedFile = {
  name: Drafted;
  /** Entries of their own. */
  proposals: readonly Proposal[];
  /** How many entries and mentions it adds. */
  added: number;
  text: string | undefined;
};

/** Shorter names are words of the house: they stand where nothing is named. */
const shortestKnown = 5;

/**
 * Proposes entries for all that is mechanical, and for what rules find, where no entry speaks for it: accepted, waiting
 * or refused.
 * @param textOf the text of a file beside `plan.yaml`, or undefined if there is none
 * @returns every file, with what was there before byte for byte as it was
 */
export function draftPlan(
  tree: ParsedPlan,
  textOf: (name: Drafted) => string | undefined,
  { audiences, earlier }: Known,
): DraftedFile[] {
  const files = new Map(draftedFiles.map((name) => [name, new DraftFile(tree, textOf(name))]));
  const file = (name: Drafted): DraftFile => files.get(name) ?? new DraftFile(tree, undefined);
  const placed = placedPassages(tree);
  const isFree = (...names: readonly Drafted[]) => {
    return (one: Words): boolean => !names.some((name) => file(name).speaksFor(spanOf(one)));
  };
  /** What the text is marked with: figures, then names. */
  const marked: Words[] = placed.flatMap((one) =>
    readQuantities(one.passage.text).map(({ start, end }) => ({ ...one, start, end })),
  );
  /** What is free, does not overlap another of its kind, and crosses no mark. */
  const take = (found: readonly Found[], isNew: (one: Words) => boolean): Found[] => {
    const taken: Found[] = [];
    for (const one of found) {
      const isDouble = taken.some(({ name }) => isSameStretch(name, one.name));
      if (isDouble || !isNew(one.name) || marked.some((other) => cross(other, one.name))) continue;
      taken.push(one);
      marked.push(one.name);
    }
    return taken;
  };
  const known = (name: EarlierName['file'], found: readonly Found[]): Found[] => {
    const names = new Map<string, Omit<Found, 'name' | 'quote'>>();
    for (const one of earlier) {
      if (one.file !== name || one.name.length < shortestKnown) continue;
      names.set(one.name, { fields: one.fields, mention: {}, proposed: words.earlier(one.plan) });
    }
    for (const { name: own, fields } of found) {
      const printed = wordsOf(own);
      if (printed.length < shortestKnown) continue;
      const cited = 'status' in fields ? { ...fields, status: 'cited' } : fields;
      names.set(printed, { fields: cited, mention: {}, proposed: words.again });
    }
    return findAgain(tree, names, (one) => found.every((other) => !isSameStretch(other.name, one)));
  };

  const isFreeDocument = isFree('documents');
  const titled = take(findTitled(placed), isFreeDocument);
  const announced = take(findAnnounced(placed), isFreeDocument);
  const documents = [...titled, ...announced];
  documents.push(...take(known('documents', documents), isFreeDocument));

  const meetings = take(findMeetings(placed), isFree('meetings'));
  meetings.push(...take(known('meetings', meetings), isFree('meetings')));

  // Every “” is wholly in the name of one initiative or document, or it is a phrase.
  const quotes = findBracketed(placed, '“', '”').map(withinMarks);
  const keepsQuotes = (one: Words): boolean =>
    quotes.every((quoted) => !isSameStretch(quoted, one) || holds(one, quoted));
  const isUnspoken = (one: Words): boolean =>
    isFree('initiatives', 'phrases')(one) && keepsQuotes(one);
  // An initiative is no part of a document; one that is written down is both.
  const isFreeInitiative = (one: Words): boolean =>
    isUnspoken(one) &&
    [...documents, ...meetings].every(
      ({ name }) =>
        !isSameStretch(name, one) ||
        (holds(name, one) && holds(one, name) && /计划$/u.test(wordsOf(one))),
    );
  const inside = take(findWithin(announced.map(({ name }) => name)), isUnspoken);
  const carried = [
    ...inside,
    ...take(
      findCarriedOut(placed),
      (one) => isFreeInitiative(one) && inside.every(({ name }) => !isSameStretch(name, one)),
    ),
  ];
  const isSpokenFor = (one: Words): boolean =>
    !isFree('documents', 'initiatives', 'phrases')(one) ||
    [...documents, ...carried].some(({ name }) => holds(name, one));
  const quoted = findQuoted(placed, isSpokenFor);
  const initiatives = [
    ...carried,
    ...take(
      quoted.initiatives,
      (one) => isFreeInitiative(one) && carried.every(({ name }) => !isSameStretch(name, one)),
    ),
  ];
  const again = known('initiatives', initiatives);
  initiatives.push(...take(again, isFreeInitiative));
  // A “” whose initiative crosses other names is a phrase.
  const dropped = quoted.initiatives.filter((one) => !initiatives.includes(one));
  const phrases = [...quoted.phrases, ...dropped.map(({ quote }) => quote)].flatMap((one) => {
    const run = quotes.find((inner) => isSameStretch(inner, one));
    const isNamed = [...documents, ...initiatives].some(({ name }) => run && holds(name, run));
    return isNamed ? [] : [one];
  });

  const responsible = take(findResponsible(placed), isFree('responsible'));
  const inNames = (one: Words): boolean => documents.some(({ name }) => isSameStretch(name, one));
  const numbers = proposeNumbers(tree, {
    isKnown: (kind, span) => file(kind).speaksFor(span),
    isInName: inNames,
    ids: file('targets').ids,
  });
  const named = { documents, initiatives, meetings, responsible };
  const gather = (name: keyof typeof named): Additions =>
    gatherNamed(tree, named[name], { ids: file(name).ids, names: file(name).names });
  const only = (entries: readonly Proposal[]): Additions => {
    return { entries: [...entries], mentions: new Map() };
  };
  const additions: Record<Drafted, Additions> = {
    targets: only(numbers.targets),
    numerals: only(numbers.numerals),
    documents: gather('documents'),
    initiatives: gather('initiatives'),
    meetings: gather('meetings'),
    responsible: gather('responsible'),
    phrases: only(
      phrases.map((phrase) => {
        const quotation = quoteWords(tree, phrase);
        const kind = phraseKind(quotation.quote);
        return { ...quotation, kind, review: 'pending', proposed: words.phrase };
      }),
    ),
    audiences: only(
      proposeAudiences(tree, audiences, {
        isKnown: (code, sentence) => file('audiences').concerns(code, sentence),
        isConcerned: (task) => file('audiences').hasTask(task),
      }),
    ),
    relations: only(
      proposeRelations(tree, {
        isKnown: (one, other) => file('relations').relates(one, other),
        isNamed: (one) =>
          [...documents, ...initiatives, ...meetings].some(({ name }) => isSameStretch(name, one)),
      }),
    ),
    notes: only(
      proposeMasks(tree, (one) => file('notes').speaksFor(spanOf(one)), file('notes').ids),
    ),
  };
  return draftedFiles.map((name) => {
    const { entries, mentions } = additions[name];
    const added = entries.length + [...mentions.values()].flat().length;
    const before = textOf(name);
    const isLeftOut = before === undefined && added === 0 && optionalFiles.includes(name);
    const text = isLeftOut ? undefined : extendFile(name, before, additions[name]);
    return { name, proposals: entries, added, text };
  });
}

const spanOf = ({ passage, start, end }: Words): Extent => passage.span(start, end);

function isSameStretch(one: Words, other: Words): boolean {
  return one.passage === other.passage && overlap(one, other);
}

/** Whether a stretch has all of another. */
function holds(outer: Words, inner: Words): boolean {
  return outer.passage === inner.passage && outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two stretches overlap and neither holds the other: marks of a text can only nest. */
function cross(one: Words, other: Words): boolean {
  if (!isSameStretch(one, other)) return false;
  const [first, second] =
    one.start < other.start || (one.start === other.start && one.end > other.end)
      ? [one, other]
      : [other, one];
  return second.end > first.end;
}

type Entry = {
  id?: string;
  name?: string;
  aliases?: string[];
  review?: string;
  task?: number;
  code?: string;
  from?: { task?: number };
  to?: { task?: number };
};

/** A file as editors left it: what it speaks for, and what names and ids it has. */
class DraftFile {
  readonly ids: Set<string>;
  /** The place in the file of each entry with a name that was not refused. */
  readonly names: ReadonlyMap<string, number>;
  readonly #tree: ParsedPlan;
  readonly #entries: readonly Entry[];
  readonly #extents: readonly Extent[];

  constructor(tree: ParsedPlan, text: string | undefined) {
    const entries: unknown = parseDocument(text ?? '[]').toJS();
    this.#tree = tree;
    this.#entries = Array.isArray(entries)
      ? entries.filter((entry): entry is Entry => typeof entry === 'object' && entry !== null)
      : [];
    this.#extents = quotedExtents(tree, this.#entries);
    this.ids = new Set(this.#entries.flatMap(({ id }) => id ?? []));
    this.names = new Map(
      this.#entries.flatMap(({ name, aliases = [], review }, i) =>
        name === undefined || review === 'refused'
          ? []
          : [name, ...aliases].map((one): [string, number] => [one, i]),
      ),
    );
  }

  speaksFor(span: Extent): boolean {
    return this.#extents.some((one) => overlap(one, span));
  }

  /** Whether an entry says of these words that they concern an audience. */
  concerns(code: string, span: Extent): boolean {
    const own = this.#entries.filter((entry) => entry.code === code);
    return quotedExtents(this.#tree, own).some((one) => overlap(one, span));
  }

  hasTask(task: number): boolean {
    return this.#entries.some((entry) => entry.task === task && entry.review !== 'refused');
  }

  relates(one: number, other: number): boolean {
    return this.#entries.some(
      ({ from, to }) => [from?.task, to?.task].sort().join() === [one, other].sort().join(),
    );
  }
}

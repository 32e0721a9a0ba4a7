import { parseDocument } from 'yaml';
import type { ListedAudience } from '../kinds/audiences/audiences.ts';
import type { ParsedPlan } from '../text/compose.ts';
import { type Extent, overlap } from '../text/span.ts';
import { proposeAudiences } from './audiences.ts';
import { type EarlierName, type NamedFile, findNames } from './find-names.ts';
import { phraseKind } from './initiatives.ts';
import { proposeMasks } from './masks.ts';
import { type Additions, gatherNamed } from './named.ts';
import { proposeNumbers } from './numbers.ts';
import {
  type Words,
  isSameStretch,
  placedPassages,
  quotedExtents,
  quoteWords,
} from './passages.ts';
import type { Proposal } from './proposal.ts';
import { proposeRelations } from './relations.ts';
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

/** What is known beside the plan itself: the list of audiences, and the names in other plans. */
export type Known = { audiences: readonly ListedAudience[]; earlier: readonly EarlierName[] };

/** What a draft adds to a file, and the file with it; no text if there is none and none is needed. */
export type DraftedFile = {
  name: Drafted;
  /** Entries of their own. */
  proposals: readonly Proposal[];
  /** How many entries and mentions it adds. */
  added: number;
  text: string | undefined;
};

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
  const isFree = (one: Words, ...names: readonly Drafted[]): boolean =>
    !names.some((name) => file(name).speaksFor(spanOf(one)));
  const found = findNames(tree, placed, earlier);
  const inNames = (one: Words): boolean =>
    found.documents.some(({ name }) => isSameStretch(name, one));
  const numbers = proposeNumbers(tree, {
    isKnown: (kind, span) => file(kind).speaksFor(span),
    isInName: inNames,
    ids: file('targets').ids,
  });
  const gather = (name: NamedFile, ...speakers: readonly Drafted[]): Additions => {
    const fresh = found[name].filter((one) => isFree(one.name, name, ...speakers));
    return gatherNamed(tree, fresh, file(name));
  };
  const only = (entries: readonly Proposal[]): Additions => {
    return { entries: [...entries], mentions: new Map() };
  };
  const additions: Record<Drafted, Additions> = {
    targets: only(numbers.targets),
    numerals: only(numbers.numerals),
    documents: gather('documents'),
    initiatives: gather('initiatives', 'phrases'),
    meetings: gather('meetings'),
    responsible: gather('responsible'),
    phrases: only(
      found.phrases
        .filter((one) => isFree(one, 'documents', 'initiatives', 'phrases'))
        .map((phrase) => {
          const quotation = quoteWords(tree, phrase);
          const kind = phraseKind(quotation.quote);
          return { ...quotation, kind, review: 'pending', proposed: words.phrase };
        }),
    ),
    audiences: only(
      proposeAudiences(tree, audiences, {
        isKnown: (code, sentence) => file('audiences').concerns(code, sentence),
        isConcerned: (task, code) => file('audiences').hasTask(task, code),
      }),
    ),
    relations: only(
      proposeRelations(tree, {
        isKnown: (one, other) => file('relations').relates(one, other),
        isNamed: (one) =>
          [...found.documents, ...found.initiatives, ...found.meetings].some(({ name }) =>
            isSameStretch(name, one),
          ),
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
  /** The places of entries that wait for review. */
  readonly waiting: ReadonlySet<number>;
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
    this.waiting = new Set(
      this.#entries.flatMap(({ review }, i) => (review === 'pending' ? [i] : [])),
    );
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

  /** Whether an entry says whom a task concerns; whether it says it of this one, if there is a code. */
  hasTask(task: number, code?: string): boolean {
    return this.#entries.some(
      (entry) =>
        entry.task === task &&
        (code === undefined ? entry.review !== 'refused' : entry.code === code),
    );
  }

  relates(one: number, other: number): boolean {
    return this.#entries.some(
      ({ from, to }) => [from?.task, to?.task].sort().join() === [one, other].sort().join(),
    );
  }
}

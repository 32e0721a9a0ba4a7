import type { ParsedPlan } from '../text/compose.ts';
import { readQuantities } from '../text/quantity.ts';
import { wordsOf } from './clauses.ts';
import { findAnnounced, findTitled } from './documents.ts';
import { findCarriedOut, findQuoted, findWithin } from './initiatives.ts';
import { findMeetings } from './meetings.ts';
import { type Found, findAgain } from './named.ts';
import { type Placed, type Words, findBracketed, isSameStretch, withinMarks } from './passages.ts';
import { findResponsible } from './responsible.ts';
import { draftWords as words } from './words.ts';

/** The files whose entries are names. */
export type NamedFile = 'documents' | 'initiatives' | 'meetings' | 'responsible';

/** A name that an earlier plan's editors gave an entry for. */
export type EarlierName = {
  file: Exclude<NamedFile, 'responsible'>;
  plan: string;
  name: string;
  /** Its kind; a meeting of an earlier plan was held. */
  fields: Record<string, string>;
};

/** Shorter names are words of the house: they stand where nothing is named. */
const shortestKnown = 5;

/**
 * Finds all that is named in a plan, and the “” that name nothing, whatever entries speak for it already: what is found
 * is the same in every draft.
 */
export function findNames(
  tree: ParsedPlan,
  placed: readonly Placed[],
  earlier: readonly EarlierName[],
): Record<NamedFile, Found[]> & { phrases: Words[] } {
  /** What the text is marked with: figures, then names. */
  const marked: Words[] = placed.flatMap((one) =>
    readQuantities(one.passage.text).map(({ start, end }) => ({ ...one, start, end })),
  );
  /** What is new and in one sentence, does not overlap another of its kind, and crosses no mark. */
  const take = (found: readonly Found[], isNew: (one: Words) => boolean = () => true): Found[] => {
    const taken: Found[] = [];
    for (const one of found) {
      const isDouble = taken.some(({ name }) => isSameStretch(name, one.name));
      if (isDouble || !isNew(one.name) || !isInOnePart(one.name)) continue;
      if (marked.some((other) => cross(other, one.name))) continue;
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

  // What a ledger asks for whole comes before what is only likely.
  const titled = take(findTitled(placed));
  const responsible = take(findResponsible(placed));
  const announced = take(findAnnounced(placed));
  const documents = [...titled, ...announced];
  documents.push(...take(known('documents', documents)));

  const meetings = take(findMeetings(placed));
  meetings.push(...take(known('meetings', meetings)));

  // Every “” is wholly in the name of one initiative or document, or it is a phrase.
  const quotes = findBracketed(placed, '“', '”').map(withinMarks);
  const keepsQuotes = (one: Words): boolean =>
    quotes.every((quoted) => !isSameStretch(quoted, one) || holds(one, quoted));
  // An initiative is no part of a document; one that is written down is both.
  const isFreeInitiative = (one: Words): boolean =>
    keepsQuotes(one) &&
    [...documents, ...meetings].every(
      ({ name }) =>
        !isSameStretch(name, one) ||
        (holds(name, one) && holds(one, name) && /计划$/u.test(wordsOf(one))),
    );
  const inside = take(findWithin(announced.map(({ name }) => name)), keepsQuotes);
  const carried = [
    ...inside,
    ...take(
      findCarriedOut(placed),
      (one) => isFreeInitiative(one) && inside.every(({ name }) => !isSameStretch(name, one)),
    ),
  ];
  const isSpokenFor = (one: Words): boolean =>
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
  return { documents, initiatives, meetings, responsible, phrases };
}

/** Whether a stretch stands in one title or one sentence. */
const isInOnePart = ({ passage, start, end }: Words): boolean =>
  passage.partAt(start) === passage.partAt(end - 1);

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

import {
  type Answer,
  type Hit,
  type SearchIndex,
  hitOf,
  isInTitle,
  leadsOn,
  noAnswer,
} from './answer.ts';
import { alternativesOf, fold } from './fold.ts';
import { type FoundRecord, textTypes } from './records.ts';

const longestQuery = 100;
/** Enough records to begin with; more blocks are read only when they are asked for. */
const enough = 50;
/** Blocks that are read for so many records, if they are fewer in them; each may cost a request. */
const patience = 8;
/** Words that meet in a plan need not meet in a record: so many blocks are read for a first hit. */
const patienceForFirst = 40;

/** So few records with the very words may not be all that says it. */
const few = 2;

/** What every citation has; the code that reads one is loaded then. */
const mayCite =
  /第|\/|[.．、）)]$|\d[.．:：]\d|^(?:任务|部分|t|item|section|part)[a-z .]*\d|^(?:last|最后|倒数)|^(?:\d{1,3}|[〇零一二三四五六七八九十百两\d]+(?:项|条|章|个?部分))$/iu;

/** How a query is answered. */
export type Wish = {
  /** Records to be read, if there are so many. */
  wanted?: number;
  /** Whether the reader insists on the words as they were typed: then no slip is guessed at. */
  asTyped?: boolean;
  /** Whether the words are sought in what editors explain, too; they are if nothing else answers. */
  explain?: boolean;
  /** Whether only what contains the words is asked for, and nothing that may be meant by them. */
  literal?: boolean;
};

/**
 * Answers a query: first what it cites and what contains it literally, then what contains it in another form of
 * its characters; only if there is neither, what may be meant by it. The code and the data for that are loaded then.
 */
export async function answer(query: string, index: SearchIndex, wish: Wish = {}): Promise<Answer> {
  const { wanted = enough, asTyped = false, explain = false, literal = false } = wish;
  const terms = termsOf(query);
  const nothing = noAnswer(query);
  if (terms.length === 0) return nothing;

  const said = terms.join(' ');
  const citations = mayCite.test(said) ? await import('./citations.ts') : undefined;
  const cited = (await citations?.findCited(said, index)) ?? [];
  const isNumber = citations?.isNumber(said) ?? false;
  const folded = terms.map((term) => formsOf(term, index.variants));
  const named = findNamed(folded, index);
  const findExplained = async (): Promise<Hit[]> =>
    (await import('./beyond.ts')).findExplained(folded, index);
  const beyond = async (insists: boolean): Promise<Answer> => {
    const { answerBeyond } = await import('./beyond.ts');
    return answerBeyond(query, terms, index, {
      asTyped: insists,
      answer: (words, asWell = true) => answer(words, index, { wanted, asTyped: asWell }),
    });
  };
  for (const forms of [terms.map((term) => [term]), folded]) {
    const found = await findAll(forms, index, wanted);
    if (found.exact.length === 0 && found.unread === 0) continue;
    const explained = explain ? await findExplained() : undefined;
    // A number that the text prints is that number, and no place.
    const whole = { ...nothing, ...found, cited: isNumber ? [] : cited, named, explained };
    if (literal || found.unread > 0 || found.exact.some((hit) => !hit.isSplinter)) return whole;
    // The words stand there as no word: what they mean is told too.
    const { related, unmentioned } = await beyond(true);
    return { ...whole, related, unmentioned };
  }
  if (cited.length > 0 || literal) {
    // The place may be meant, or the same number in another form.
    const related = isNumber && !literal ? (await beyond(true)).related : [];
    const same = related.filter(({ reason }) => reason.kind === 'number');
    return { ...nothing, cited, named, related: same };
  }
  const wanting = await citations?.countWanting(said, index);
  if (wanting) return { ...nothing, named, wanting };
  // What names something is no slip.
  const found = await beyond(asTyped || named.length > 0);
  return {
    ...found,
    named: found.form === undefined && named.length > 0 ? named : found.named,
    byQuestion: named.length === 0 && found.byQuestion === true,
    explained: found.explained ?? (explain || !leadsOn(found) ? await findExplained() : undefined),
    near: named.length > 0 ? [] : found.near,
  };
}

/**
 * What says the same as a few records with the very words, with the words apart: a literal answer does not wait for it.
 * @param found the answer to the query
 */
export async function answerBeside(
  { query, exact, cited, related, unread, form }: Answer,
  index: SearchIndex,
): Promise<Answer['related']> {
  const terms = termsOf(query);
  const isFew = exact.length > 0 && exact.length <= few && unread === 0;
  const isWhole = isFew && cited.length + related.length === 0 && form === undefined;
  if (!isWhole || !/^\p{Script=Han}{4,12}$/u.test(terms.join(''))) return [];
  return (await import('./beyond.ts')).findBeside(terms, index, exact);
}

/** The terms of a query: what stands between white space, at most a hundred characters in all. */
function termsOf(query: string): string[] {
  // A lone half of a pair is replaced by TextEncoder; older browsers know no other way.
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(query.slice(0, 10_000)));
  const clean = Array.from(wellFormed.replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' '));
  return clean.slice(0, longestQuery).join('').split(/\s+/u).filter(Boolean);
}

/** The forms of a term that the texts have; its quotation marks may also be only the reader's. */
function formsOf(term: string, variants: string): string[] {
  const bare = fold(term).split('"').join('');
  const forms = alternativesOf(term, variants);
  return bare === '' || bare === fold(term) ? forms : [...forms, ...alternativesOf(bare, variants)];
}

type Terms = readonly (readonly string[])[];

/** The records that contain one of the alternatives of every term, ranked. */
async function findAll(
  terms: Terms,
  index: SearchIndex,
  wanted: number,
): Promise<Pick<Answer, 'exact' | 'blocks' | 'unread'>> {
  const [first = new Set<number>(), ...others] = await Promise.all(
    terms.map(async (alternatives) => {
      const found = await Promise.all(alternatives.map((literal) => index.find(literal)));
      return new Set(found.flat());
    }),
  );
  const blocks = [...first]
    .filter((block) => others.every((other) => other.has(block)))
    .sort((a, b) => a - b);
  const exact: Hit[] = [];
  const steps = Math.max(1, wanted / enough);
  let read = 0;
  // What is read later is ranked by itself, so that a reader who asks for more finds it at the end.
  while (
    read < blocks.length &&
    exact.length < wanted &&
    read < steps * (exact.length > 0 ? patience : patienceForFirst)
  ) {
    const batch = blocks.slice(read, read + index.mostRead);
    const records = (await Promise.all(batch.map((block) => index.read(block)))).flat();
    exact.push(...rank(holding(terms, records)));
    read += batch.length;
  }
  return { exact, blocks: blocks.length, unread: blocks.length - read };
}

/** The named things that contain one of the alternatives of every term, in the order of their types. */
function findNamed(terms: Terms, { named, types }: Pick<SearchIndex, 'named' | 'types'>): Hit[] {
  const orderOf = new Map(types.map(([type], i) => [type, i]));
  return rank(holding(terms, named)).sort(
    (a, b) => (orderOf.get(a.record.type) ?? 0) - (orderOf.get(b.record.type) ?? 0),
  );
}

function holding(terms: Terms, records: readonly FoundRecord[]): Hit[] {
  return records
    .filter(({ text }) =>
      terms.every((alternatives) => alternatives.some((literal) => text.includes(literal))),
    )
    .map((record) => hitOf(record, terms.flat()));
}

/** Words before splinters, hits in the title first, then by number of occurrences, then in the order of the plan. */
function rank(hits: readonly Hit[]): Hit[] {
  return hits
    .map((hit, order) => {
      const isTitle = !hit.isSplinter && isInTitle(hit);
      // A name is its own reason.
      const isText = textTypes.some((type) => type === hit.record.type);
      return {
        hit: isTitle && isText ? { ...hit, why: { kind: 'title' as const } } : hit,
        order,
        level: hit.isSplinter ? 0 : isTitle ? 2 : 1,
      };
    })
    .sort(
      (a, b) => b.level - a.level || b.hit.ranges.length - a.hit.ranges.length || a.order - b.order,
    )
    .map(({ hit }) => hit);
}

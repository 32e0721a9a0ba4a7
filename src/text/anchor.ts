import { countBelow, once } from './extent-index.ts';
import { sentenceParts } from './sentences.ts';
import { countCodePoints } from './span.ts';
import { findNearest, nearestWord } from './nearest.ts';
import { z } from 'zod';
import { PlanError, quoteBriefly } from './errors.ts';
import { type Message, type Said, joined, listed, say, told } from './say.ts';
import { type Part, type Plan, type Section, type Span, type Task, spanSchema } from './schema.ts';

/** What annotations are resolved against: a parsed plan. */
export type AnchorTree = {
  plan: Pick<Plan, 'preface' | 'front' | 'general' | 'closing'>;
  sections: readonly Section[];
  tasks: readonly Task[];
};

/** The parts of a plan that are in no section and no task. */
const planPlaces = ['preface', 'front', 'general', 'closing'] as const;

/**
 * The fields by which an annotation says where its words stand. Exactly one names the place: `task`;
 * `section`, for its heading and what stands between heading and first task; or `part`, for what stands
 * in neither. `occurrence`, from 1, chooses among several.
 */
export const quotationFields = {
  task: z.int().positive().optional(),
  section: z.int().positive().optional(),
  part: z.enum(planPlaces).optional(),
  quote: z.string().min(1),
  occurrence: z.int().positive().optional(),
};

/** A quotation by itself, as one of the mentions of a thing. */
export const quotationSchema = z.strictObject(quotationFields);

export type Quotation = z.infer<typeof quotationSchema>;
export type Place = Pick<Quotation, 'task' | 'section' | 'part'>;

/** For `.refine()` on a schema with `quotationFields`, with `placeRule` as its message. */
export function namesOnePlace({ task, section, part }: Place): boolean {
  return [task, section, part].filter((place) => place !== undefined).length === 1;
}

export const placeRule = {
  error: told({
    en: 'one of task, section and part, to say where the quotation stands',
    zh: 'task、section、part 三者写一个，说明引文在哪里',
  }),
};

/** What a quotation becomes once it is found: the words in the source, and their sentence (none in a heading). */
export const anchoredFields = {
  ...quotationFields,
  sentence: z.int().positive().optional(),
  span: spanSchema,
};

/** Where an error about an annotation belongs: file, line, and the name of the entry. */
export type Where = { file: string; line: number; id: Message };

/** A stretch of the text that an annotation speaks for. */
export type Claim = { span: Span; where: Where };

/** An annotation read from a file; `whereOf` finds the line of one of its keys. */
export type Located<Entry> = { entry: Entry; whereOf: (key: string) => Where };

/** A quotation found: where it stands, and in which sentence of its place it begins (none in a heading). */
export type Anchor = {
  span: Span;
  sentence?: number;
  passage: Passage;
  start: number;
  end: number;
};

/** Parts that stand one after another in the source, read as one text. Offsets into `text` are UTF-16 units. */
export class Passage {
  readonly text: string;
  readonly #parts: readonly (Part & { n?: number })[];
  /** Where each part begins in the text. */
  readonly #starts: readonly number[];
  readonly #placesOf = new Map<string, readonly number[]>();

  constructor(parts: readonly (Part & { n?: number })[]) {
    this.#parts = parts;
    let end = 0;
    this.#starts = parts.map(({ text, after }) => {
      const start = end;
      end += text.length + after.length;
      return start;
    });
    this.text = parts.map(({ text, after }) => text + after).join('');
  }

  /** The text of each part, and where it begins in that of the passage. */
  parts(): { text: string; start: number }[] {
    return this.#parts.map(({ text }, i) => ({ text, start: this.#starts[i] ?? 0 }));
  }

  /** The part in which the character at `offset` stands. */
  partAt(offset: number): Part & { n?: number } {
    return this.#partAt(offset).part;
  }

  #partAt(offset: number): { part: Part & { n?: number }; start: number } {
    const i = countBelow(this.#starts, offset + 1) - 1;
    const [part, start] = [this.#parts[i], this.#starts[i]];
    if (!part || start === undefined || offset >= this.text.length) {
      throw new RangeError(`offset ${offset} is beyond the passage`);
    }
    return { part, start };
  }

  /** The span from `start` to `end`, in code points of the source. */
  span(start: number, end: number): Span {
    const { part, start: partStart } = this.#partAt(start);
    const text = this.text.slice(start, end);
    const first = part.start + countCodePoints(this.text.slice(partStart, start));
    return { start: first, end: first + countCodePoints(text), line: part.line, text };
  }

  /** Where words begin, each time they stand in the passage. */
  placesOf(words: string): readonly number[] {
    const known = this.#placesOf.get(words);
    if (known) return known;
    const places: number[] = [];
    for (
      let start = this.text.indexOf(words);
      start >= 0;
      start = this.text.indexOf(words, start + 1)
    ) {
      places.push(start);
    }
    this.#placesOf.set(words, places);
    return places;
  }
}

/**
 * Resolves a quotation. It must stand in the place it names, character by character, and once, unless
 * `occurrence` chooses.
 *
 * @param where the file and line of the quotation, and `id`, which names it in an error
 * @throws PlanError reference-missing, quote-missing (with the nearest text), quote-ambiguous
 */
export function resolveQuotation(tree: AnchorTree, quotation: Quotation, where: Where): Anchor {
  const { quote, occurrence } = quotation;
  const passages = passagesOf(tree, quotation);
  if (!passages) {
    const [kind, last] =
      quotation.task !== undefined
        ? [{ en: 'task', zh: '任务' }, tree.tasks.length]
        : [{ en: 'section', zh: '部分' }, tree.sections.length];
    throw new PlanError('reference-missing', where, {
      expected: joined`${where.id}: ${{ en: `a ${kind.en}, 1 to ${last}`, zh: `${kind.zh}的次序，1 到 ${last}` }}`,
      found: describePlace(quotation),
    });
  }
  const found = passages.flatMap((passage) =>
    passage.placesOf(quote).map((start) => ({ passage, start, end: start + quote.length })),
  );
  const place = describePlace(quotation);
  const chosen = found[(occurrence ?? 1) - 1];
  if (!chosen) {
    throw new PlanError('quote-missing', where, {
      expected:
        found.length > 0
          ? joined`${where.id}: ${{
              en: `${quoteBriefly(quote)} ${occurrence} times in ${place.en}`,
              zh: `${quoteBriefly(quote)}在${place.zh}出现 ${occurrence} 次`,
            }}`
          : joined`${where.id}: ${{ en: `words of ${place.en}`, zh: `${place.zh}里的文字` }}`,
      found: found.length > 0 ? String(found.length) : describeNearest(tree, quotation, passages),
    });
  }
  if (found.length > 1 && occurrence === undefined) {
    throw new PlanError('quote-ambiguous', where, {
      expected: joined`${where.id}: ${{
        en: `words that stand once in ${place.en}, or an occurrence`,
        zh: `在${place.zh}只出现一次的文字，或用 occurrence 说明是第几次`,
      }}`,
      found: joined`${quoteBriefly(quote)} ${{ en: `${found.length} times`, zh: `出现 ${found.length} 次` }}: ${listed(
        found
          .slice(0, mostTold)
          .map(({ passage, start, end }) => quoteBriefly(passage.text.slice(start, end + 6))),
      )}${found.length > mostTold ? ' …' : ''}`,
    });
  }
  const { passage, start, end } = chosen;
  const { n } = passage.partAt(start);
  return { ...chosen, span: passage.span(start, end), ...(n === undefined ? {} : { sentence: n }) };
}

/**
 * Resolves a quotation and gives it its place in the source.
 * @throws PlanError as resolveQuotation does
 */
export function anchorQuotation<Q extends Quotation>(
  tree: AnchorTree,
  quotation: Q,
  where: Where,
): Q & { sentence?: number; span: Span } {
  const { span, sentence } = resolveQuotation(tree, quotation, where);
  return { ...quotation, ...(sentence === undefined ? {} : { sentence }), span };
}

/** Things by the place of their first mention in the source; of two in one place, by id. */
export function inSourceOrder<
  Thing extends { id: string; mentions: readonly [{ span: Span }, ...unknown[]] },
>(things: readonly Thing[]): Thing[] {
  return [...things].sort(
    (a, b) => a.mentions[0].span.start - b.mentions[0].span.start || (a.id < b.id ? -1 : 1),
  );
}

const knownPassages = once((_tree: AnchorTree) => new Map<string, Passage[] | undefined>());

/** The passages of a place, or undefined if the plan has no such task or section. */
export function passagesOf(tree: AnchorTree, place: Place): Passage[] | undefined {
  const known = knownPassages(tree);
  const key = say(describePlace(place), 'en');
  if (!known.has(key)) known.set(key, makePassages(tree, place));
  return known.get(key);
}

function makePassages(tree: AnchorTree, { task, section, part }: Place): Passage[] | undefined {
  if (part === 'general') return [new Passage(Array.from(sentenceParts(tree.plan.general)))];
  if (part !== undefined) return [new Passage(tree.plan[part])];
  if (task !== undefined) {
    const found = tree.tasks[task - 1];
    return found && [new Passage(Array.from(sentenceParts(found.sentences)))];
  }
  const found = tree.sections[(section ?? 0) - 1];
  return (
    found &&
    [found, ...found.groups].map(
      ({ heading, lead }) => new Passage([...(heading ? [heading] : []), ...sentenceParts(lead)]),
    )
  );
}

/** How many places an error quotes. */
const mostTold = 9;

/** A place in words, for messages: `task 3`, 第3项任务. */
export function describePlace({ task, section, part }: Place): Said {
  if (task !== undefined) return { en: `task ${task}`, zh: `第${task}项任务` };
  if (section !== undefined) return { en: `section ${section}`, zh: `第${section}部分` };
  return { en: `part ${part}`, zh: `任务之外的文字（part: ${part}）` };
}

/** Words of the sentence of a quotation. */
export function wordsOfSentence(sentence: string, place: Place): Said {
  const words = quoteBriefly(sentence, 60);
  const { en, zh } = describePlace(place);
  return { en: `words of ${words}, ${en}`, zh: `${zh}${words}里的文字` };
}

/** The end of a message that names the word of a list that was probably meant; nothing if the list is empty. */
export function nearestHint(words: readonly string[], wanted: string): Message {
  const nearest = nearestWord(words, wanted);
  if (nearest === undefined) return '';
  return { en: `; nearest: “${nearest}”`, zh: `；最接近的是“${nearest}”` };
}

/** More are not worth a hint: a file may have thousands of quotations that are wrong. */
const mostSteps = 1_000_000;

function describeNearest(tree: AnchorTree, quotation: Quotation, passages: Passage[]): Message {
  const { quote } = quotation;
  const place = findPlace(tree, quote);
  const elsewhereToo = place
    ? { en: `, which stands in ${place.en}`, zh: `（在${place.zh}有）` }
    : '';
  const text = passages.map((passage) => passage.text).join('');
  // The search takes as many steps as the one has characters times the other.
  const isShort = text.length * quote.length <= mostSteps;
  const nearest = isShort ? quoteBriefly(findNearest(text, quote), 60) : undefined;
  return joined`${quoteBriefly(quote, 60)}${elsewhereToo}${
    nearest === undefined ? '' : { en: `; nearest: ${nearest}`, zh: `；最近的原文：${nearest}` }
  }`;
}

/** All passages of a plan, apart by a character that no source has, and where each begins. */
const everyPassage = once((tree: AnchorTree) => {
  const places: Said[] = [];
  const starts: number[] = [];
  let text = '';
  for (const place of allPlaces(tree)) {
    for (const passage of passagesOf(tree, place) ?? []) {
      places.push(describePlace(place));
      starts.push(text.length);
      text += `${passage.text}\0`;
    }
  }
  return { places, starts, text };
});

/** The first place that has these words, tasks before all others. */
function findPlace(tree: AnchorTree, words: string): Said | undefined {
  const { places, starts, text } = everyPassage(tree);
  const at = text.indexOf(words);
  return at < 0 ? undefined : places[countBelow(starts, at + 1) - 1];
}

function allPlaces({ sections, tasks }: AnchorTree): Place[] {
  return [
    ...tasks.map(({ n }) => ({ task: n })),
    ...sections.map(({ n }) => ({ section: n })),
    ...planPlaces.map((part) => ({ part })),
  ];
}

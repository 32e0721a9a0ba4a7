import type { Placed, Words } from './passages.ts';

/** What ends a clause: what is quoted or bracketed is a part of it, whatever marks it has. */
const clauseEnds = '，,；;。！？!?：:\n';
const openers = '“《（(〈<';
const closers = '”》）)〉>';

/** Marks and words between the members of a list, but not where they are a part of a word: 和谐, 参与, 普及. */
const between =
  /、|以及|(?<!共|饱|温|总|缓|祥|调)和(?!谐|平|美|睦|解)|(?<!参)与(?!会|时)|(?<!普|涉|以|顾|触|波|危|提)及(?!时|格|早|其)/gu;

/** The clauses of a passage, each without the mark that ends it. */
export function clausesOf(placed: Placed): Words[] {
  const { text } = placed.passage;
  const clauses: Words[] = [];
  let depth = 0;
  let start = 0;
  const push = (end: number): void => {
    if (end > start) clauses.push({ ...placed, start, end });
    start = end + 1;
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (openers.includes(character)) depth += 1;
    else if (closers.includes(character)) depth = Math.max(0, depth - 1);
    // One that nobody closes reaches to the end of its sentence.
    else if (clauseEnds.includes(character) && (depth === 0 || /[。\n]/u.test(character))) {
      depth = 0;
      push(i);
    }
  }
  push(text.length);
  return clauses;
}

/** The words of a stretch. */
export const wordsOf = ({ passage, start, end }: Words): string => passage.text.slice(start, end);

/** A part of a stretch, from an offset into it. */
export const within = (words: Words, from: number, to: number): Words => {
  return { ...words, start: words.start + from, end: words.start + to };
};

/** Text in which what is quoted or bracketed is of one letter, so that rules look past it; offsets stay. */
export function withoutInner(text: string): string {
  return text
    .replace(/“[^“”]*”/gu, (quoted) => `“${'某'.repeat(Math.max(0, quoted.length - 2))}”`)
    .replace(/《[^《》]*》/gu, (title) => `《${'某'.repeat(Math.max(0, title.length - 2))}》`);
}

/** What a thing is called by the last word of its name, and what may stand behind that where it is named. */
export type HeadRule = {
  /** Matches at the end of a name, before what may follow. */
  heads: RegExp;
  /** What may follow the name in its clause. */
  tail: RegExp;
  /** Words that end a name of another kind: what stands before such a one in a list is no part of the next name. */
  others: RegExp;
};

/**
 * The names in the object of a verb. Members of a list are names of their own where each ends as a name does; else
 * they are parts of one: 高等教育、职业教育等重点专项规划.
 * @param object the words after the verb, to the end of the clause
 */
export function namesIn(object: Words, rule: HeadRule): Words[] {
  const text = withoutInner(wordsOf(object));
  const cuts = Array.from(text.matchAll(between), ({ 0: mark, index }) => {
    return { at: index, to: index + mark.length };
  }).filter(({ at }) => !isBracketedAt(text, at));
  const names: Words[] = [];
  let from = 0;
  let lastEnd = -1;
  for (const { at, to } of [...cuts, { at: text.length, to: text.length }]) {
    const item = text.slice(from, at);
    const end = endOfName(item, rule);
    const last = names.at(-1);
    if (end === undefined) {
      if (item === '' || rule.others.test(text.slice(0, at))) from = to;
    } else {
      const isBare = end <= 4 && item.length === end;
      // The 行动计划 of 建设规划和行动计划 has no name of its own: it shares that of the other.
      if (isBare && last && lastEnd === from) last.end = object.start + from + end;
      else names.push(within(object, from, from + end));
      from = to;
      lastEnd = end === item.length ? to : -1;
    }
  }
  return names.map(trimStart);
}

/** How far the name in a member of a list goes: to the last word that may end it, if what follows may follow it. */
function endOfName(item: string, { heads, tail }: HeadRule): number | undefined {
  for (let end = item.length; end > 1; end -= 1) {
    if (heads.test(item.slice(0, end)) && tail.test(item.slice(end)) && !isBracketedAt(item, end))
      // What sums a list up is no part of its last name: 章程等规章制度.
      return allOf(item, /等/gu).find((at) => at < end && heads.test(item.slice(0, at))) ?? end;
  }
  return undefined;
}

const allOf = (text: string, pattern: RegExp): number[] =>
  Array.from(text.matchAll(pattern), ({ index }) => index);

function isBracketedAt(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return ['“”', '《》', '（）', '()'].some(
    ([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close),
  );
}

/** A name without what stands between verb and name: 了, 好, 一批, 本年度的. */
function trimStart(name: Words): Words {
  const [skipped = ''] =
    /^(?:了|好|完|一批|一系列|系列|相关|有关|各项|各类|我[省市区县州校院局](?!的))+/u.exec(
      wordsOf(name),
    ) ?? [];
  return { ...name, start: name.start + skipped.length };
}

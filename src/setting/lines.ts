import { typesetRuns } from './typeset.ts';

/** The advance of a character in ems. */
export type Advance = (character: string) => number;

/** A line as it is set: each character with its place, and the width that its ink takes, in ems. */
export type Line = { text: string; characters: { character: string; x: number }[]; width: number };

/** No line begins with these (clreq 3.1.4: 行首禁则). */
const noStart = /[，。、；：！？,.;:!?)）\]］}｝”’》〉」』】〗〕…—～·%％‰℃]/u;
/** No line ends with these (行尾禁则), nor with the mask of a word's beginning: *市. */
const noEnd = /[(（[［{｛“‘《〈「『【〖〔*＊]/u;
/** Marks of full width with ink in one half: the other half is left out at the edge of a line (标点挤压). */
const emptyAfter = /[，。、；：！？）］｝”’》〉」』】〗〕]/u;
const emptyBefore = /[（［｛“‘《〈「『【〖〔]/u;

const isMark = new RegExp(`${emptyAfter.source}|${emptyBefore.source}`, 'u');

/** Room around a number or a Latin word, and after a half-width mark in Chinese, as pages have it (`base.css`). */
const aroundNumber = 0.1;
const afterMark = 0.5;

type Unit = {
  character: string;
  /** Room before and after its glyph, left out at the edges of a line. */
  before: number;
  after: number;
  advance: number;
  /** What is taken away between it and a mark before it: two marks together are one and a half wide. */
  squeeze: number;
  /** What it costs to end a line after it; infinite where that is not allowed. */
  cost: number;
};

/** Words in lines, and how ill they sit in them: a word broken costs 24, a line half empty 10. */
export type Broken = { lines: Line[]; cost: number };

/**
 * Breaks Chinese words into lines as even as can be: in few lines, within words as seldom as can be, never within a
 * number and its unit, and with no character alone on the last line (clreq 3.1).
 *
 * @param width of a line in ems
 * @param most lines there may be
 * @returns the lines, their texts put together being the words but for white space at their ends; undefined if
 * there is not room enough
 */
export function breakLines(
  words: string,
  width: number,
  advance: Advance,
  most = Number.POSITIVE_INFINITY,
): Broken | undefined {
  const units = unitsOf(words, width, advance);
  if (units.length === 0) return { lines: [], cost: 0 };
  const found = findBreaks(units, width, most);
  return (
    found && {
      lines: found.ends.map((end, i) => setLine(units.slice(found.ends[i - 1] ?? 0, end))),
      cost: found.cost,
    }
  );
}

/**
 * Shortens words at the end of a clause, at the end of a word if the first clause is too long, and puts …… there.
 * @param fits whether words are short enough
 * @returns the words themselves if they fit
 */
export function shorten(words: string, fits: (words: string) => boolean): string {
  if (fits(words)) return words;
  const cuts = cutsOf(words);
  const ends = (kind: number): string | undefined =>
    cuts
      .filter((cut) => cut.kind === kind)
      .map(({ at }) => `${words.slice(0, at)}……`)
      .findLast(fits);
  // A clause is the better end, unless it leaves out nearly all that there is room for.
  const longest = ends(3) ?? '';
  const chosen = [ends(1), ends(2)].find((end) => (end?.length ?? 0) * 10 > longest.length * 3);
  return chosen ?? (longest || '……');
}

const opening = '（(《〈“‘「『【[';
const closing = '）)》〉”’」』】]';

type Cut = { at: number; kind: 1 | 2 | 3 };

/** Where words may be cut: 1 a clause ends, 2 a member of a list, 3 a word. Never within brackets or a number. */
function cutsOf(words: string): Cut[] {
  const inRun = insideOfRuns(words);
  const edges = wordEdges(words);
  let depth = 0;
  return Array.from(words.matchAll(/./gsu)).flatMap(({ 0: character, index: at }): Cut[] => {
    const outside = depth === 0 && at > 0 && !inRun.has(at);
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    if (!outside || closing.includes(character)) return [];
    if (/[，,；;：:。！!？?]/u.test(character)) return [{ at, kind: 1 }];
    if (character === '、') return [{ at, kind: 2 }];
    return edges.has(at) ? [{ at, kind: 3 }] : [];
  });
}

/**
 * Where a line of Chinese words may end without breaking a word, a number with its unit, or a short name in quotation
 * marks, in UTF-16 units. Marks stay with the words that they belong to (clreq 3.1.4); so do words of one character:
 * 和 with what it adds, 的 with what it ends, and the halves of words that the dictionary does not know.
 */
export function findWordBreaks(words: string): Set<number> {
  const apart = [insideOfRuns(words), insideOfNames(words)];
  const segments = wordsOf(words);
  const wordAt = (i: number): string => segments[i]?.segment ?? '';
  /** Whether a word of one character goes with what follows: those that can, and those that a mark parts from others. */
  const leads = (i: number): boolean =>
    leading.test(wordAt(i)) || !/[\p{L}\p{N}]$/u.test(wordAt(i - 1));
  const places = segments.filter(
    ({ segment, index }, i) =>
      index > 0 &&
      !apart.some((inside) => inside.has(index)) &&
      !noStart.test(segment.charAt(0)) &&
      !noEnd.test(wordAt(i - 1).slice(-1)) &&
      (!isOneCharacter.test(segment) || leads(i)) &&
      !(isOneCharacter.test(wordAt(i - 1)) && leads(i - 1)),
  );
  return new Set(places.map(({ index }) => index));
}

const isOneCharacter = /^\p{Script=Han}$/u;

/** Words of one character that go with what follows; others go with what they follow. */
const leading = /[和与及或并对为以在从由向把将使让给按到各每全本中党两乱新]/u;

/** Places within a number with its unit, or within a Latin word. */
function insideOfRuns(words: string): Set<number> {
  const inside = new Set<number>();
  let start = 0;
  for (const { kind, text } of typesetRuns(words)) {
    if (kind === 'quantity' || kind === 'latin') {
      for (let at = start + 1; at < start + text.length; at += 1) {
        if (kind === 'quantity' || !/\s/u.test(words.charAt(at - 1))) inside.add(at);
      }
    }
    start += text.length;
  }
  return inside;
}

/** A short name in quotation marks, and what official texts write as one word and the dictionary as two. */
const together = /“[^”]{1,8}”|共产党员|教育方针|党的建设|领导班子/gu;

/** Places within a name, which is best kept together. */
function insideOfNames(words: string): Set<number> {
  return new Set(
    Array.from(words.matchAll(together)).flatMap(({ 0: name, index }) =>
      Array.from(name.slice(1), (_, i) => index + i + 1),
    ),
  );
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (text: string): Intl.SegmentData[] => [...segmenter.segment(text)];

const wordEdges = (text: string): Set<number> => new Set(wordsOf(text).map(({ index }) => index));

/** Words of one character. */
const shortWord =
  /[的地得了着过和与及或并等是在为对将从以到使给由把被有无不各每本该其上下中内外前后新大小多人年月日]/u;

/** Places between two characters that the dictionary gives alone: hardly words, but halves of one it does not know. */
function insideOfUnknown(text: string): Set<number> {
  const isAlone = (segment = ''): boolean =>
    /^\p{Script=Han}$/u.test(segment) && !shortWord.test(segment);
  const words = wordsOf(text);
  return new Set(
    words
      .filter(({ segment }, i) => isAlone(words[i - 1]?.segment) && isAlone(segment))
      .map(({ index }) => index),
  );
}

function unitsOf(words: string, width: number, advance: Advance): Unit[] {
  const edges = wordEdges(words);
  const unknown = insideOfUnknown(words);
  const inside = insideOfRuns(words);
  const names = insideOfNames(words);
  const units: Unit[] = [];
  let at = 0;
  let wasMark = false;
  for (const { kind, text, space = false } of typesetRuns(words)) {
    const characters = Array.from(text);
    // What is longer than a line has to be broken somewhere.
    const isTooLong = characters.reduce((sum, each) => sum + advance(each), 0) > width;
    characters.forEach((character, i) => {
      const isFull = advance(character) > 0.9;
      const next = at + character.length;
      const following = words.slice(next, next + 1);
      const isPair = /^(?:——|……)$/u.test(character + following);
      units.push({
        character,
        advance: advance(character),
        squeeze: isFull && isMark.test(character) && wasMark ? -0.5 : 0,
        before: isFull && emptyBefore.test(character) ? -0.5 : 0,
        after:
          kind === 'mark'
            ? afterMark
            : space && i === characters.length - 1
              ? aroundNumber
              : isFull && emptyAfter.test(character)
                ? -0.5
                : 0,
        cost:
          isPair ||
          noStart.test(following) ||
          noEnd.test(character) ||
          (inside.has(next) && !isTooLong)
            ? Number.POSITIVE_INFINITY
            : (noStart.test(character) ? 0 : edges.has(next) ? 2 : 24) +
              (names.has(next) ? 8 : 0) +
              (unknown.has(next) ? 14 : 0) +
              (/^[的地得了着等]/u.test(following) ? 2 : 0),
      });
      at = next;
      wasMark = isFull && isMark.test(character);
    });
  }
  return units.filter(
    ({ character }, i) => /\S/u.test(character) || (i > 0 && i < units.length - 1),
  );
}

/** The width of units on a line of their own. */
function widthOf(units: readonly Unit[]): number {
  return units.reduce((sum, unit, i) => {
    const before = unit.before < 0 ? (i === 0 ? unit.before : 0) : i === 0 ? 0 : unit.before;
    const isLast = i === units.length - 1;
    const after = unit.after < 0 ? (isLast ? unit.after : 0) : isLast ? 0 : unit.after;
    return sum + before + (i === 0 ? 0 : unit.squeeze) + unit.advance + after;
  }, 0);
}

/**
 * The cheapest way to break units, by dynamic programming over the places where a line may end. One line more than
 * the fewest is tried too.
 * @returns the ends of the lines; undefined if there is no way
 */
function findBreaks(
  units: readonly Unit[],
  width: number,
  most: number,
): { cost: number; ends: number[] } | undefined {
  type Way = { cost: number; ends: number[] };
  /** The cheapest way to each end, with one line more each time. */
  let ways = new Map<number, Way>([[0, { cost: 0, ends: [] }]]);
  let best: Way | undefined;
  for (let n = 1; n <= most && ways.size > 0; n += 1) {
    const longer = new Map<number, Way>();
    for (const [start, { cost: before, ends }] of ways) {
      for (let end = start + 1; end <= units.length; end += 1) {
        const line = units.slice(start, end);
        const used = widthOf(line);
        if (used > width && end > start + 1) break;
        const isLast = end === units.length;
        const slack = (width - used) / width;
        const isOrphan = isLast && start > 0 && line.filter(isCharacter).length < 2;
        const cost =
          before +
          (isLast ? 20 : 40) * slack ** 2 +
          (isLast ? (isOrphan ? 1000 : 0) : (units[end - 1]?.cost ?? 0)) +
          anotherLine;
        if (cost < (longer.get(end)?.cost ?? Number.POSITIVE_INFINITY)) {
          longer.set(end, { cost, ends: [...ends, end] });
        }
      }
    }
    const whole = longer.get(units.length);
    if (best) return whole && whole.cost < best.cost ? whole : best;
    best = whole;
    ways = longer;
  }
  return best;
}

const anotherLine = 3;

const isCharacter = ({ character }: Unit): boolean => /[\p{L}\p{N}]/u.test(character);

function setLine(units: readonly Unit[]): Line {
  let x = 0;
  const characters = units.map((unit, i) => {
    if (unit.before < 0 ? i === 0 : i > 0) x += unit.before;
    if (i > 0) x += unit.squeeze;
    const placed = { character: unit.character, x };
    x += unit.advance + (unit.after > 0 && i < units.length - 1 ? unit.after : 0);
    return placed;
  });
  return {
    text: units.map(({ character }) => character).join(''),
    characters,
    width: widthOf(units),
  };
}

import { levelOne, levelTwo } from './gb2312.ts';
import type { Readings } from './pinyin.ts';

/**
 * The readings of the 6,763 characters of GB/T 2312, without tones. Level 1 stands in the order of its readings,
 * so that each reading and how many characters have it is enough.
 */
export type SoundTable = {
  /** Runs of level 1: `a2ai13an9…`. */
  levelOne: string;
  /** The reading of each character of level 2, parted by spaces. */
  levelTwo: string;
  /** Characters with the other readings that they have: `长zhang重chong`. */
  others: string;
};

/** Unpacks a table: the readings of each character, the most common first. */
export function unpackSounds(table: SoundTable): Map<string, string[]> {
  const first = Array.from(table.levelOne.matchAll(/([a-z]+)(\d+)/gu)).flatMap(
    ([, reading = '', count]) => Array<string>(Number(count)).fill(reading),
  );
  const readings = new Map<string, string[]>();
  levelOne().forEach((character, i) => readings.set(character, first.slice(i, i + 1)));
  const second = table.levelTwo.split(' ').filter(Boolean);
  levelTwo().forEach((character, i) => readings.set(character, second.slice(i, i + 1)));
  for (const [, character = '', more = ''] of table.others.matchAll(
    /(\p{Script=Han})([a-z ]+)/gu,
  )) {
    readings.get(character)?.push(...more.split(' '));
  }
  return readings;
}

/**
 * Brings readings together that many speakers do not keep apart: zh ch sh and z c s, n and l at the beginning, and
 * ang eng ing and an en in at the end.
 */
export function foldReading(reading: string): string {
  return reading
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/([aei])ng$/u, '$1n');
}

/** What characters sound like. */
export type Ear = (character: string) => Heard;

/** A character and its readings, as numbers that are equal where the sound is. */
type Heard = {
  /** Its number among all that were heard. */
  id: number;
  character: string;
  same: readonly number[];
  near: readonly number[];
};

/**
 * Makes an ear for a text and its readers.
 * @param readings of the characters of the text, as they occur there
 * @param common readings of the characters that readers type, see unpackSounds
 */
export function makeEar(readings: Readings, common: ReadonlyMap<string, readonly string[]>): Ear {
  const numbers = new Map<string, number>();
  const numberOf = (reading: string): number => {
    const known = numbers.get(reading) ?? numbers.size;
    numbers.set(reading, known);
    return known;
  };
  const heard = new Map<string, Heard>();
  return (character) => {
    const known = heard.get(character);
    if (known) return known;
    const all = [...(readings[character]?.split('|') ?? []), ...(common.get(character) ?? [])];
    const here: Heard = {
      id: heard.size,
      character,
      same: [...new Set(all.map(numberOf))],
      near: [...new Set(all.map((reading) => numberOf(`~${foldReading(reading)}`)))],
    };
    heard.set(character, here);
    return here;
  };
}

const shares = (some: readonly number[], others: readonly number[]): boolean =>
  some.some((one) => others.includes(one));

/** How unlike two characters sound: 0 for the same one, 1 for the same sound, a little more for a near one. */
function unlikeness(a: Heard, b: Heard): number {
  if (a.character === b.character) return 0;
  if (shares(a.same, b.same)) return 1;
  return shares(a.near, b.near) ? 1.4 : Infinity;
}

/** How unlike a character sounds to each of a text, by their numbers. */
function costsOf(asked: Heard, distinct: readonly Heard[]): Float64Array {
  const last = distinct.reduce((most, { id }) => Math.max(most, id), 0);
  const costs = new Float64Array(last + 1).fill(Infinity);
  for (const one of distinct) costs[one.id] = unlikeness(asked, one);
  return costs;
}

/** A text that can be listened to. Marks that only frame words are passed over. */
export type HeardText = {
  text: string;
  at: readonly number[];
  /** The numbers of its characters. */
  ids: Int32Array;
  /** Each character once. */
  distinct: readonly Heard[];
};

/** Listens to a text once, for many questions. */
export function hear(text: string, ear: Ear): HeardText {
  const at: number[] = [];
  const heard: Heard[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (/[“”"‘’'《》<>]/u.test(character)) continue;
    at.push(i);
    heard.push(ear(character));
  }
  const ids = Int32Array.from(heard, ({ id }) => id);
  return { text, at, ids, distinct: [...new Set(heard)] };
}

/** A stretch of a query that sounds like one of a text. */
export type SoundAlike = {
  /** Of the query, in characters. */
  start: number;
  end: number;
  /** Of the text, in UTF-16 units. */
  from: number;
  to: number;
  words: string;
  /** The sum of what its characters are unlike; 0 if they are the same. */
  cost: number;
  /** How many characters are the same. */
  same: number;
  /** How often the words stand in the text. */
  times: number;
};

/**
 * Finds the stretches of a query that sound like stretches of a text, and are not the same.
 * @param query its characters
 * @param isEdge whether words of the text begin or end at a place, in UTF-16 units
 * @param shortest characters of a stretch
 * @returns the longest first, then those most alike, then the most frequent
 */
export function findAlike(
  query: readonly string[],
  { text, at, ids, distinct }: HeardText,
  ear: Ear,
  isEdge: (at: number) => boolean,
  shortest: number,
): SoundAlike[] {
  const unlike = query.map((character) => costsOf(ear(character), distinct));
  const found = new Map<string, SoundAlike>();
  // Along each diagonal, stretches in which every character sounds like its partner.
  const lengths = new Int32Array(query.length + 1);
  const note = (start: number, end: number, first: number): void => {
    // Words begin and end where the text's do.
    let [s, e] = [start, end];
    const begin = (q: number): number => at[first + q - start] ?? 0;
    const finish = (q: number): number => (at[first + q - start - 1] ?? 0) + 1;
    while (e - s >= shortest && !isEdge(begin(s))) s += 1;
    while (e - s >= shortest && !isEdge(finish(e))) e -= 1;
    if (e - s < shortest) return;
    let [cost, same] = [0, 0];
    for (let q = s; q < e; q += 1) {
      const one = unlike[q]?.[ids[first + q - start] ?? 0] ?? Infinity;
      cost += one;
      if (one === 0) same += 1;
    }
    if (cost === 0) return;
    const [from, to] = [begin(s), finish(e)];
    const words = text.slice(from, to);
    const key = `${s} ${words}`;
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { start: s, end: e, from, to, words, cost, same, times: 1 });
  };
  for (let i = 0; i <= ids.length; i += 1) {
    for (let q = query.length; q >= 1; q -= 1) {
      const one = i < ids.length ? (unlike[q - 1]?.[ids[i] ?? 0] ?? Infinity) : Infinity;
      const before = lengths[q - 1] ?? 0;
      if (one === Infinity) {
        // The stretch that ended before these two.
        if (before >= shortest) note(q - 1 - before, q - 1, i - before);
        lengths[q] = 0;
      } else {
        lengths[q] = before + 1;
        if (q === query.length && before + 1 >= shortest) note(q - before - 1, q, i - before);
      }
    }
    lengths[0] = 0;
  }
  return [...found.values()].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.cost - b.cost || b.times - a.times,
  );
}

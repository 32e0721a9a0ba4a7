/** The readings of each character of a corpus, without tones: `{ 素: 'su', 长: 'chang|zhang' }`. */
export type Readings = Record<string, string>;

/** Latin letters as they are typed without marks: v for ü, none for tones. */
export const plainLetters = (words: string): string =>
  words.replace(/\p{Script=Latin}/gu, (letter) =>
    letter.normalize('NFD').replace('u\u0308', 'v').replace(/\p{M}/gu, ''),
  );

/** What of a query is spelled: plain letters, digits and Han characters. */
const askedOf = (query: string): string =>
  plainLetters(query.toLowerCase()).replace(/[^a-z\d\p{Script=Han}]/gu, '');

/** The readings of a character as they are typed: lü as lv and, by most input methods, as lu. */
export const typedReadings = (character: string, readings: Readings): string[] =>
  (readings[character]?.split('|') ?? []).flatMap((reading) =>
    reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading],
  );

/** Whether a query spells words in whole syllables, none of them left unfinished or told by its initial. */
export function isSpelledWhole(query: string, words: string, readings: Readings): boolean {
  const asked = askedOf(query);
  let ends = new Set([0]);
  for (const character of Array.from(words.toLowerCase())) {
    const next = new Set<number>();
    for (const end of ends) {
      for (const part of [character, ...typedReadings(character, readings)]) {
        if (asked.startsWith(part, end)) next.add(end + part.length);
      }
    }
    ends = next;
  }
  return ends.has(asked.length);
}

/**
 * Finds the stretches of a text that a Latin query spells: whole syllables, initials, or both in turn
 * (`suzhi jiaoyu`, `szjy`, `suzhijy`), mixed with characters that stand for themselves (`suzhi教育`). The last
 * syllable may be unfinished.
 *
 * @param query letters and Han characters; spaces and apostrophes part syllables and are otherwise ignored
 * @returns the stretches, each once, longest first
 */
export function findSpelled(query: string, text: string, readings: Readings): string[] {
  const asked = askedOf(query);
  if (asked.length < 2) return [];
  const characters = Array.from(text);
  const found = new Set<string>();
  for (let start = 0; start < characters.length; start += 1) {
    const here = characters[start] ?? '';
    const begins = `|${readings[here] ?? ''}`.includes(`|${asked.charAt(0)}`);
    if (!begins && here !== asked.charAt(0)) continue;
    const end = spell(asked, characters, start, readings, new Map());
    if (end - start >= 2) found.add(characters.slice(start, end).join(''));
  }
  return [...found].sort((a, b) => b.length - a.length);
}

/** Where a spelling of `asked` that begins at `start` ends; `start` itself if there is none. */
function spell(
  asked: string,
  characters: readonly string[],
  start: number,
  readings: Readings,
  known: Map<string, number>,
): number {
  const walk = (at: number, used: number): number => {
    if (used === asked.length) return at;
    const key = `${at}:${used}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, -1);
    const rest = asked.slice(used);
    const here = characters[at] ?? '';
    // A character of the query stands for itself; letters end where it begins.
    const letters = /^[a-z]*/u.exec(rest)?.[0] ?? '';
    const lengths =
      letters === '' ? (here !== '' && rest.startsWith(here) ? [here.length] : []) : [];
    for (const reading of letters === '' ? [] : typedReadings(here, readings)) {
      if (letters.startsWith(reading)) lengths.push(reading.length, 1);
      else if (reading.startsWith(letters)) lengths.push(letters.length, 1);
      else if (letters.startsWith(reading.charAt(0))) lengths.push(1);
    }
    for (const length of lengths) {
      const end = walk(at + 1, used + length);
      if (end >= 0) {
        known.set(key, end);
        return end;
      }
    }
    return -1;
  };
  return Math.max(start, walk(start, 0));
}

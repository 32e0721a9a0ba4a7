/** The readings of each character of a corpus, without tones: `{ 素: 'su', 长: 'chang|zhang' }`. */
export type Readings = Record<string, string>;

/**
 * Finds the stretches of a text that a Latin query spells: whole syllables, initials, or both in turn
 * (`suzhi jiaoyu`, `szjy`, `suzhijy`). The last syllable may be unfinished.
 *
 * @param query letters; spaces and apostrophes part syllables and are otherwise ignored
 * @returns the stretches, each once, longest first
 */
export function findSpelled(query: string, text: string, readings: Readings): string[] {
  const letters = query
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z]/gu, '');
  if (letters.length < 2) return [];
  const characters = Array.from(text);
  const found = new Set<string>();
  for (let start = 0; start < characters.length; start += 1) {
    const end = spell(letters, characters, start, readings, new Map());
    if (end - start >= 2) found.add(characters.slice(start, end).join(''));
  }
  return [...found].sort((a, b) => b.length - a.length);
}

/** Where a spelling of `letters` that begins at `start` ends; `start` itself if there is none. */
function spell(
  letters: string,
  characters: readonly string[],
  start: number,
  readings: Readings,
  known: Map<string, number>,
): number {
  const walk = (at: number, used: number): number => {
    if (used === letters.length) return at;
    const key = `${at}:${used}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, -1);
    const rest = letters.slice(used);
    for (const reading of readings[characters[at] ?? '']?.split('|') ?? []) {
      const steps = rest.startsWith(reading)
        ? [reading.length, 1]
        : reading.startsWith(rest) || rest.startsWith(reading.charAt(0))
          ? [reading.startsWith(rest) ? rest.length : 1, 1]
          : [];
      for (const step of steps) {
        const end = walk(at + 1, used + step);
        if (end >= 0) {
          known.set(key, end);
          return end;
        }
      }
    }
    return -1;
  };
  return Math.max(start, walk(start, 0));
}

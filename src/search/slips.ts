/**
 * The strings of a text that a query with one slip may have meant: one character wrong, missing, extra,
 * or two neighbours swapped. A wrong or missing character is only guessed at from three others on.
 *
 * @returns strings of the text, the longest first, then the most frequent
 */
export function findNear(query: string, text: string): string[] {
  const characters = Array.from(query);
  const counts = new Map<string, number>();
  const note = (candidate: string): void => {
    if (candidate === query || counts.has(candidate) || Array.from(candidate).length < 2) return;
    const count = text.split(candidate).length - 1;
    if (count > 0) counts.set(candidate, count);
  };
  for (let i = 0; i < characters.length; i += 1) {
    const [before, after] = [characters.slice(0, i).join(''), characters.slice(i + 1).join('')];
    if (characters.length >= 3) note(before + after);
    const [here, next] = [characters[i], characters[i + 1]];
    if (next !== undefined) note(before + next + here + characters.slice(i + 2).join(''));
    if (characters.length >= 3) {
      for (const middle of between(before, after, text)) note(before + middle + after);
    }
    if (characters.length >= 3 && i > 0) {
      const rest = characters.slice(i).join('');
      for (const middle of between(before, rest, text)) note(before + middle + rest);
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => b.length - a.length || countB - countA)
    .map(([candidate]) => candidate);
}

/** The characters that stand between `before` and `after` in a text. */
function between(before: string, after: string, text: string): Set<string> {
  const found = new Set<string>();
  const anchor = before || after;
  for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
    const start = before ? at + before.length : at - 1;
    const middle = text.charAt(start);
    if (/[\p{L}\p{N}]/u.test(middle) && text.startsWith(after, start + 1)) found.add(middle);
  }
  return found;
}

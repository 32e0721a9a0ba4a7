import { markWords } from './mark-words.ts';

/** Where the words of a search wait for the page that a hit leads to. */
export const markKey = 'jihua-mark';

// Storage may be forbidden, full or damaged; then nothing is remembered.
export function store(key: string, words: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(words));
  } catch {
    // See above.
  }
}

/** What was stored, or nothing. */
export function recall(key: string): string[] {
  try {
    const words: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
  } catch {
    return [];
  }
}

/** How long a link that was followed waits for its page, in milliseconds. */
const patience = 60_000;

/**
 * Marks the words of a search where it led; this code is loaded on such an arrival only. A new tab shares no other
 * storage with the one of the search, so what was handed over there is taken away, and kept with the entry of this
 * tab's history: it is there after a reload, and nowhere else.
 */
export function arrive(): void {
  const [address, handed, at] = recall(markKey);
  const isLate = Date.now() - Number(at) >= patience;
  const isHere = address === location.pathname + location.hash;
  if (isHere || isLate) store(markKey, []);
  if (isHere && !isLate) history.replaceState({ words: handed }, '');
  const words: unknown = history.state?.words;
  if (typeof words === 'string' && words) markWords(words.split('\n'));
}

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

/** What hits that were followed just now handed over: when, to which address, and words, one or more. */
export function handedOver(): string[][] {
  const isOfNow = (at = ''): boolean => Math.abs(Date.now() - Number(at || NaN)) < patience;
  const all = recall(markKey).map((one) => one.split('\n'));
  return all.filter(([at]) => isOfNow(at));
}

/**
 * Marks the words of a search where it led; this code is loaded on such an arrival only. A new tab shares no other
 * storage with the one of the search, so what was handed over there is taken away, and kept with the entry of this
 * tab's history: it is there after a reload, and nowhere else.
 */
export function arrive(): void {
  const all = handedOver();
  const mine = all.find(([, address]) => address === location.pathname + location.hash);
  store(
    markKey,
    all.filter((one) => one !== mine).map((one) => one.join('\n')),
  );
  const words: unknown = mine ? mine.slice(2).join('\n') : history.state?.words;
  if (typeof words !== 'string' || !words) return;
  try {
    if (mine) history.replaceState({ words }, '');
  } catch {
    // Browsers refuse after a hundred or two in half a minute; then a reload has no marks.
  }
  markWords(words.split('\n'));
}

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

import { markWords } from './mark-words.ts';

/** What this browser keeps for the site: lists of strings by key. */
export type Memory = {
  recall(key: string): string[];
  store(key: string, list: readonly string[]): void;
};

/** Where hits that were followed hand over what is to be marked. */
const markKey = 'jihua-mark';

/** How long a link that was followed waits for its page, in milliseconds. */
const patience = 60_000;

/** What was handed over just now: when, to which address, and words, one or more. */
function handedOver({ recall }: Memory): string[][] {
  const all = recall(markKey).map((one) => one.split('\n'));
  return all.filter(([at]) => Math.abs(Date.now() - Number(at)) < patience);
}

/**
 * Hands words over to the page that a link leads to.
 * @param words one a line
 */
export function handOver(
  memory: Memory,
  { pathname, hash }: HTMLAnchorElement,
  words: string,
): void {
  const address = pathname + hash;
  const others = handedOver(memory).filter(([, other]) => other !== address);
  const all = [[String(Date.now()), address, words], ...others];
  memory.store(
    markKey,
    all.map((one) => one.join('\n')),
  );
}

/**
 * Marks the words of a search where it led. A new tab shares no other storage with the one of the search, so what was
 * handed over there is taken away, and kept with the entry of this tab's history: it is there after a reload, and
 * nowhere else.
 */
export function arrive(memory: Memory): void {
  const all = handedOver(memory);
  const mine = all.find(([, address]) => address === location.pathname + location.hash);
  const left = all.filter((one) => one !== mine);
  memory.store(
    markKey,
    left.map((one) => one.join('\n')),
  );
  const words: unknown = mine ? mine.slice(2).join('\n') : history.state?.words;
  if (typeof words !== 'string' || !words) return;
  markWords(words.split('\n'));
  // Last, because browsers refuse after a hundred or two in half a minute; then a reload has no marks.
  if (mine) history.replaceState({ words }, '');
}

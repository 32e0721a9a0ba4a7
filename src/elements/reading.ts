import { markKey, recall, store } from './handed-over.ts';
import { loadSearch } from './load-search.ts';
import { datePaper } from './paper-foot.ts';
import { watchText } from './watch-text.ts';

/** The one script of every page. What a reader does first loads the rest. */

/** How long a link that was followed waits for its page, in milliseconds. */
const patience = 60_000;

/**
 * Marks the words of a search where it led; the code for that is loaded on such an arrival only. A new tab
 * shares no other storage with the one of the search, so what was handed over there is taken away, and kept
 * with the entry of this tab's history: it is there after a reload, and nowhere else.
 */
async function arrive(): Promise<void> {
  forgiveHash();
  const [address, handed, at] = recall(markKey);
  if (address === location.pathname + location.hash && Date.now() - Number(at) < patience) {
    store(markKey, []);
    history.replaceState({ words: handed }, '');
  }
  const words: unknown = history.state?.words;
  if (typeof words !== 'string' || !words) return;
  const { markWords } = await import('./mark-words.ts');
  markWords(words.split('\n'));
}

/** Leaves out of the hash what a chat glued to it, where it leads nowhere as it is. */
function forgiveHash(): void {
  if (!location.hash || document.querySelector(':target')) return;
  const [id] = /^#[\p{L}\d_-]+/u.exec(decodeURIComponent(location.hash)) ?? [];
  if (id) location.replace(id);
}

/** Whether the address names words, and the browser will not find them itself. */
function namesWords(): boolean {
  return (
    /[?&]w=/u.test(location.search) ||
    (!('fragmentDirective' in document) && location.hash.includes(':~:'))
  );
}

datePaper();
loadSearch();
watchText();
if (namesWords()) void import('./shared-words.ts').then(({ showSharedWords }) => showSharedWords());
void arrive().catch(() => undefined);

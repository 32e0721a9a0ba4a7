import { loadSearch } from './load-search.ts';
import { datePaper } from './paper-foot.ts';
import { watchText } from './watch-text.ts';

/** The one script of every page. What a reader does first loads the rest. */

/** Whether a search may have handed words over to this page, or did so before: see handed-over.ts. */
function bringsWords(): boolean {
  try {
    return (localStorage.getItem('jihua-mark') || '[]') !== '[]' || history.state?.words;
  } catch {
    return false;
  }
}

/** Whether the address names words, and the browser will not find them itself. */
function namesWords(): boolean {
  return (
    /[?&]w=/u.test(location.search) ||
    (!('fragmentDirective' in document) && location.hash.includes(':~:'))
  );
}

// What does not come leaves the page as it is.
const ignore = (): undefined => undefined;

datePaper();
loadSearch();
watchText();
// What is set after each word, and what was set after the reader had left this page.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted || document.documentElement.className.includes('inline')) {
    import('./kept-settings.ts').then((module) => module.applySettings(), ignore);
  }
});
if (namesWords()) import('./shared-words.ts').then((module) => module.showSharedWords(), ignore);
if (bringsWords()) import('./handed-over.ts').then((module) => module.arrive(), ignore);
// The page of settings. A script of its own would share modules with this one, and each of those be one more request.
if (document.querySelector('reading-settings')) import('./reading-settings.ts').catch(ignore);
// After all that reading needs.
addEventListener('load', () => {
  document.documentElement.dataset['loaded'] = '';
  import('./after-load.ts').then((module) => module.afterLoad()).catch(ignore);
});
// A chat may have glued something to the hash: then it leads nowhere as it is.
if (location.hash && !document.querySelector(':target')) {
  import('./forgive-hash.ts').then((module) => module.forgiveHash(), ignore);
}

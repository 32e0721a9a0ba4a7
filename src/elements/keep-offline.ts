import { manifestUrl, rootUrl } from '../urls.ts';
import { offlineStrings } from '../words/strings.ts';
import stylesheet from './keep-offline.css?url';
import { loadStyle } from './load-style.ts';
import { make } from './markup.ts';

/**
 * Keeps the site for when there is no network, and says so when there is none. Nothing is kept for readers who ask to
 * save data, and where a browser cannot unpack what is kept; they read on line as before.
 */
export async function keepOffline(): Promise<void> {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!('DecompressionStream' in window) || connection?.saveData) return;
  const notice = make('p', { class: 'offline', role: 'status' });
  const tell = (isOffline: boolean): void => {
    notice.textContent = isOffline ? offlineStrings.notice : '';
    notice.hidden = !isOffline;
    if (!isOffline || notice.isConnected) return;
    void loadStyle(stylesheet);
    document.querySelector('header')?.after(notice);
  };
  window.addEventListener('offline', () => tell(true));
  window.addEventListener('online', () => tell(false));
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data.kept) tell(true);
    // For whoever looks: all of the plan that this page belongs to is there without network.
    if (data.whole) document.documentElement.dataset['kept'] = '';
  });
  navigator.serviceWorker.startMessages();
  await navigator.serviceWorker.register(rootUrl('sw.js'));
  // What a phone needs to install the site, it needs when someone asks for it; its own bar has the colour of the page.
  document.head.append(
    make('meta', {
      name: 'theme-color',
      content: getComputedStyle(document.documentElement).backgroundColor,
    }),
    make('link', { rel: 'manifest', href: manifestUrl() }),
    make('link', { rel: 'apple-touch-icon', href: rootUrl('apple-touch-icon.png') }),
  );
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(location.pathname);
}

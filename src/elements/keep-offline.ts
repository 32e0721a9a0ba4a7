/**
 * Keeps the site for when there is no network, and says so when there is none. Nothing is kept for readers who ask to
 * save data, and where a browser cannot unpack what is kept; they read on line as before.
 */
export async function keepOffline(): Promise<void> {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!('DecompressionStream' in window) || connection?.saveData) return;
  const root = import.meta.env.BASE_URL.replace(/\/?$/u, '/');
  // The worker has it, whether there is network or not.
  const tell = (isOffline: boolean): void => {
    import('./offline-notice.ts').then(
      (module) => module.tellOffline(isOffline),
      () => undefined,
    );
  };
  window.addEventListener('offline', () => tell(true));
  window.addEventListener('online', () => tell(false));
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data.kept) tell(true);
    // For whoever looks: all of the plan that this page belongs to is there without network.
    if (data.whole) document.documentElement.dataset['kept'] = '';
  });
  navigator.serviceWorker.startMessages();
  await navigator.serviceWorker.register(`${root}sw.js`);
  // What a phone needs to install the site, it needs when someone asks for it; its own bar has the colour of the page.
  document.head.append(
    Object.assign(document.createElement('meta'), {
      name: 'theme-color',
      content: getComputedStyle(document.documentElement).backgroundColor,
    }),
    ...Object.entries({
      manifest: 'manifest.webmanifest',
      'apple-touch-icon': 'apple-touch-icon.png',
    }).map(([rel, file]) =>
      Object.assign(document.createElement('link'), { rel, href: root + file }),
    ),
  );
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(location.pathname);
}

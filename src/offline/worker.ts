import { registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { splitBundle } from './bundle.ts';

/**
 * The worker that keeps a site: without network, pages are those of the last visit. With network, pages come from
 * there. What is kept is one deployment, whole: its parts were published together, or it is not used.
 */

/**
 * What a worker uses of its scope (Service Workers, W3C). TypeScript's own declarations are those of another global
 * object than the rest of the house runs in, and cannot stand beside them.
 */
type Ends = { waitUntil(work: Promise<unknown>): void };
type Told = Ends & {
  data: unknown;
  source: { id: string; postMessage(message: unknown): void } | null;
};
type WorkerScope = {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', answer: (event: Ends) => void): void;
  addEventListener(type: 'message', answer: (event: Told) => void): void;
};
type Fetched = Event & { clientId?: string; resultingClientId?: string };
declare const self: WorkerScope;

/** Of this deployment: what it is called, and the file and SHA-256 of each bundle. Written in by the build. */
declare const DEPLOYMENT: string;
declare const BUNDLES: Record<string, { file: string; sha256: string }>;

const { scope } = self.registration;
const prefix = `jihua ${scope} `;
const cacheOf = (bundle: string): string => `${prefix}${DEPLOYMENT} ${bundle}`;
/** Stands in a cache when all else does: a browser may end a worker at any time. */
const whole = `${scope}whole`;
const offlinePage = `${scope}offline/`;
/** How long a page may take to come, in seconds, before the kept one is shown. */
const patience = 5;

async function isKept(bundle: string): Promise<boolean> {
  return (await caches.match(whole, { cacheName: cacheOf(bundle) })) !== undefined;
}

/**
 * Keeps the files of a bundle.
 * @throws Error if it does not come, or is not what this deployment has under its name; then nothing is kept
 */
async function keep(bundle: string): Promise<void> {
  const known = BUNDLES[bundle];
  if (!known || (await isKept(bundle))) return;
  const response = await fetch(scope + known.file);
  const packed = await response.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', packed));
  const sha256 = Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (sha256 !== known.sha256) throw new Error(`${known.file} is of another deployment`);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const joined = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const cache = await caches.open(cacheOf(bundle));
  for (const { path, type, bytes } of splitBundle(joined)) {
    const headers = { 'Content-Type': type };
    await cache.put(
      scope + path.replace(/(^|\/)index\.html$/u, '$1'),
      new Response(bytes, { headers }),
    );
  }
  await cache.put(whole, new Response());
}

/** The kept answer to an address, if there is one. */
async function findKept(url: string): Promise<Response | undefined> {
  const address = url.replace(/[?#].*$/u, '');
  for (const bundle of Object.keys(BUNDLES)) {
    if (!address.startsWith(scope + bundle) || !(await isKept(bundle))) continue;
    const found = await caches.match(address, { cacheName: cacheOf(bundle) });
    if (found) return found;
  }
  return undefined;
}

/** The pages that were answered from what is kept, by their clients' ids. */
const shownKept = new Set<string>();

self.addEventListener('install', (event) => {
  const renew = async (): Promise<void> => {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    const bundles = names.map((name) => name.slice(prefix.length).split(' ')[1] ?? '');
    await Promise.all([...new Set(['', ...bundles])].map(keep));
  };
  event.waitUntil(renew());
});

// A worker becomes active when no page of the one before is open: what that one kept is no longer asked for.
self.addEventListener('activate', (event) => {
  const clear = async (): Promise<void> => {
    const own = cacheOf('');
    for (const name of await caches.keys()) {
      if (name.startsWith(prefix) && !name.startsWith(own)) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

// A page says where it is: its plan is kept from then on. It hears whether it was itself answered from what is kept.
self.addEventListener('message', (event) => {
  const { data, source } = event;
  if (typeof data !== 'string' || !source) return;
  source.postMessage({ kept: shownKept.has(source.id) });
  const [plan = ''] = data.slice(new URL(scope).pathname.length).split('/');
  event.waitUntil(keep(plan).then(() => source.postMessage({ whole: true })));
});

registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
  new NetworkOnly({
    networkTimeoutSeconds: patience,
    plugins: [
      {
        handlerDidError: async ({ request, event }) => {
          const page = (await findKept(request.url)) ?? (await findKept(offlinePage));
          const { resultingClientId } = event as Fetched;
          if (page && resultingClientId) shownKept.add(resultingClientId);
          return page;
        },
      },
    ],
  }),
);

// These names have a hash of what they name, or of the deployment: what is kept is what would come.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin &&
    (/\/_astro\/[^/]+\.(?:js|css)$/u.test(url.pathname) ||
      /^\?(?:v|ts)=(.*)$/u.exec(url.search)?.[1] === DEPLOYMENT),
  async ({ request }) => (await findKept(request.url)) ?? fetch(request),
);

registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode !== 'navigate',
  new NetworkOnly({
    plugins: [{ handlerDidError: async ({ request }) => findKept(request.url) }],
  }),
);

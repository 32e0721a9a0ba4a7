import { make } from './markup.ts';

const loads = new Map<string, Promise<void>>();

/** Loads looks that no page needs before; without them what they are for is plain, and there. */
export function loadStyle(address: string): Promise<void> {
  const known = loads.get(address);
  if (known) return known;
  // The page may have it from the start.
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  const sheet = make('link', { rel: 'stylesheet', href: address });
  const load = new Promise<void>((resolve) => {
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => {
      // A failure may pass: the next use tries again.
      sheet.remove();
      loads.delete(address);
      resolve();
    });
  });
  loads.set(address, load);
  document.head.append(sheet);
  return load;
}

import { make } from './markup.ts';

/** Loads looks that no page needs before; without them what they are for is plain, and there. */
export function loadStyle(address: string): Promise<void> {
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  const sheet = make('link', { rel: 'stylesheet', href: address });
  return new Promise((resolve) => {
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => {
      // A failure may pass: the next use tries again.
      sheet.remove();
      resolve();
    });
    document.head.append(sheet);
  });
}

/**
 * What stands in for a server where the site is opened from a folder (`file://`): browsers there neither fetch nor load
 * modules, and show a list of files for an address that ends with a slash. The bundler of `folder.ts` puts these names in
 * the place of the browser's own.
 */

declare global {
  interface Window {
    /** What files of data call, each with its path and its content. */
    jihuaData?: (path: string, content: unknown) => void;
  }
}

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/** The folder, as the path of an address; what Vite knows of a build elsewhere. */
export const folderEnv = { BASE_URL: new URL('.', own).pathname, DEPLOYMENT: '' };

/** Search then reads the texts through, as in browsers that may not run it. */
export const WebAssembly = undefined;

const waiting = new Map<string, (content: unknown) => void>();
window.jihuaData = (path, content) => waiting.get(path)?.(content);

/** Loads data: a script beside the file of that name brings it. */
export function fetch(address: string): Promise<{ ok: true; json(): Promise<unknown> }> {
  const { pathname } = new URL(address, location.href);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    waiting.set(pathname.slice(folderEnv.BASE_URL.length), (content) => {
      resolve({ ok: true, json: async () => content });
    });
    script.addEventListener('error', reject);
    script.src = `${pathname}.js`;
    document.head.append(script);
  });
}

/** Links that search makes lead to pages, as those of the pages do. */
function nameFile({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
}
addEventListener('click', nameFile, true);
addEventListener('auxclick', nameFile, true);

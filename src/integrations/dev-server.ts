import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkContent, findContentFaults } from '../loaders/check-content.ts';
import { writtenFolders } from '../loaders/follow.ts';
import { readGuideOutlines } from '../loaders/guide-loader.ts';
import { fingerprintOfSite, loadSite } from '../loaders/read-site.ts';
import { readVocabulary } from '../loaders/read-vocabulary.ts';
import { settings } from '../settings.ts';
import type { PlanError } from '../text/errors.ts';
import { faultWords } from '../words/fault-words.ts';
import { writeIndexes } from './search-index.ts';

/** What a browser is told of the files of an index: scripts and data run only under their own types. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/**
 * For the server that serves while editors write: every fault in the page and once in the terminal, search indexes of
 * the content as it is, what waits for review marked as such, and the page of scales and components.
 */
export function devServer(): AstroIntegration {
  return {
    name: 'jihua-dev-server',
    hooks: {
      'astro:config:setup': ({ command, injectRoute, injectScript }) => {
        if (command !== 'dev') return;
        // For maintainers, and no address of the site.
        injectRoute({ pattern: '/styleguide', entrypoint: './src/pages/_styleguide.astro' });
        if (!settings.drafts) return;
        const href = JSON.stringify(settings.base + waitingSheet);
        injectScript(
          'head-inline',
          `document.head.append(Object.assign(document.createElement('link'),{rel:'stylesheet',href:${href}}))`,
        );
      },
      'astro:server:setup': ({ server, logger }) => {
        let told = '';
        const tellFaults = (): PlanError[] => {
          const faults = currentFaults(settings.root);
          const lines = faults.map(({ message }) => message).join('\n');
          if (lines !== told) {
            told = lines;
            if (lines !== '') logger.error(lines);
            server.ws.send({ type: 'full-reload' });
          }
          return faults;
        };
        tellFaults();
        server.watcher.on('all', (_event, path) => {
          if (writtenFolders.some((folder) => `${path}/`.startsWith(folder))) tellFaults();
        });
        server.middlewares.use((request, response, next) => {
          answer(request, response, tellFaults).then((isAnswered) => {
            if (!isAnswered) next();
          }, next);
        });
      },
    },
  };
}

/** The stylesheet that marks what waits: no page that is published has it. */
const waitingSheet = '@waiting.css';

/** Rules for the words of entries that wait, and for the entries themselves: both are known by the ids in addresses. */
function markWaiting(root: string): string {
  const ids = loadSite(root).waiting.flatMap(({ entries }) => entries);
  const places = ids.flatMap((id) =>
    id === undefined ? [] : [`[id="${id}"]`, `a[href$="#${id}"]`, `a[href$="/${id}/"]`],
  );
  const all = `:is(${places.join()})`;
  return `${all}{text-decoration:underline 2px dashed var(--accent);text-underline-offset:.3em}${all}::after{content:"${faultWords.waits}";color:var(--accent);font:.75rem/1 var(--sans);vertical-align:super;margin-inline:.15em}`;
}

/** @returns whether it answered: with faults, if there are any and a page is asked for, or a file of an index */
async function answer(
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
  tellFaults: () => readonly PlanError[],
): Promise<boolean> {
  const path = pathOf(url);
  if (headers.accept?.includes('text/html') || path === '' || path?.endsWith('/')) {
    const faults = tellFaults();
    if (faults.length === 0) return false;
    response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' });
    response.end(faultPage(faults, settings.base));
    return true;
  }
  if (path === waitingSheet) {
    response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'no-store' });
    response.end(currentFaults(settings.root).length > 0 ? '' : markWaiting(settings.root));
    return true;
  }
  if (path === undefined || !/(?:^|\/)search\/./u.test(path)) return false;
  if (currentFaults(settings.root).length > 0) return false;
  const folder = await currentIndexes(settings.root);
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return false;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(readFileSync(file));
  return true;
}

/** The path of an address below the base path, without a slash before it; undefined if it is none. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/su, ''));
    return path.startsWith(settings.base) ? path.slice(settings.base.length) : undefined;
  } catch {
    return undefined;
  }
}

let checked: { fingerprint: string; faults: PlanError[] } | undefined;

/** The faults that a build would tell of the content as it is now. */
function currentFaults(root: string): PlanError[] {
  const fingerprint = fingerprintOfSite(root);
  if (checked?.fingerprint !== fingerprint)
    checked = { fingerprint, faults: findContentFaults(root) };
  return checked.faults;
}

let indexed: { fingerprint: string; folder: Promise<string> } | undefined;

/** The folder with the search indexes of the content as it is now, which must be without faults. */
function currentIndexes(root: string): Promise<string> {
  const fingerprint = fingerprintOfSite(root);
  if (indexed?.fingerprint !== fingerprint) {
    const before = indexed?.folder.catch(() => undefined);
    // Pagefind has one service: indexes are made one after another.
    indexed = { fingerprint, folder: Promise.resolve(before).then(() => makeIndexes(root)) };
  }
  return indexed.folder;
}

async function makeIndexes(root: string): Promise<string> {
  const folder = join(settings.cache, 'dev-search');
  const content = checkContent(root);
  await writeIndexes(folder, content, {
    vocabulary: readVocabulary(root, content.plans),
    guides: readGuideOutlines(root, content),
  });
  return folder;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<"]/gu, (mark) => escapes[mark] ?? mark);

/** A page that lists faults, and that Vite's client in it replaces as soon as they are mended. */
function faultPage(faults: readonly PlanError[], base: string): string {
  const items = faults.map((fault) => {
    const { meaning, expected, found } = fault.in('zh');
    return `<li><code>${escape(`${fault.file}:${fault.line}`)}</code> ${escape(meaning)}（${fault.code}）<br>${faultWords.expected}${escape(expected)}<br>${faultWords.found}${escape(found)}</li>`;
  });
  const title = faultWords.title(faults.length);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.7 system-ui,sans-serif;max-inline-size:48rem;margin:2rem auto;padding-inline:1rem}li{margin-block:1rem}</style>
<h1>${title}</h1><p>${faultWords.lead}</p><ol>${items.join('')}</ol><script type="module" src="${base}@vite/client"></script></html>
`;
}

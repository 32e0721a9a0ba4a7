import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { mergePromisedWords, promisedWordsFile } from '../corrections/promised-words.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { loadSite } from '../loaders/read-site.ts';
import { settings } from '../settings.ts';
import { say } from '../text/say.ts';
import { checkPages } from './check-pages.ts';
import { checkPermalinks, mergePermalinks, permalinksFile, readPublished } from './permalinks.ts';

/**
 * Checks what must hold before a built site may be published: every link leads somewhere, and no address once published
 * is gone. With `promise`, new addresses are added to the list of published ones, and told.
 */
export function publish(): AstroIntegration {
  let base = '/';
  return {
    name: 'jihua-publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const { root, promise, site, only } = settings;
        const origin = site === undefined ? undefined : new URL(site).origin;
        const addresses = await checkPages(folder, { base, origin, only });
        const { addresses: published, words } = readPublished(root, { promise });
        const { plans, unpromised } = loadSite(root);
        const gone = goneAnchors(plans, addresses).filter((address) => published.includes(address));
        const added = checkPermalinks(published, [...addresses, ...gone]);
        // A page in another language is promised with the one in Chinese.
        if (only !== 'zh') return;
        if (promise) {
          write(join(root, permalinksFile), mergePermalinks(published, added));
          write(join(root, promisedWordsFile), mergePromisedWords(words, unpromised));
        }
        if (added.length === 0) return;
        const list = added.map((address) => `    ${address}\n`).join('');
        // Astro is kept silent while it builds, and its logger with it.
        process.stdout.write(
          promise
            ? say({
                en: `  ${added.length} new addresses promised in ${permalinksFile}:\n${list}`,
                zh: `  ${permalinksFile} 登记了 ${added.length} 个新网址：\n${list}`,
              })
            : say({
                en: `  ${added.length} new addresses; \`npm run promise\` adds them to ${permalinksFile}\n`,
                zh: `  有 ${added.length} 个新网址；\`npm run promise\` 把它们登记到 ${permalinksFile}\n`,
              }),
        );
      },
    },
  };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Anchors that a correction took out, on pages that are still there: the pages answer for them. */
function goneAnchors(plans: readonly PlanTree[], addresses: readonly string[]): string[] {
  const pages = new Set(addresses);
  return plans
    .flatMap(({ plan }) => plan.corrected ?? [])
    .flatMap(({ gone }) => gone ?? [])
    .filter((address) => address.includes('#') && pages.has(address.replace(/#.*$/u, '')));
}

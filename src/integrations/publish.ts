import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { settings } from '../settings.ts';
import { checkPages } from './check-pages.ts';
import { setContentPolicies } from './content-policy.ts';
import { checkPermalinks, mergePermalinks, permalinksFile } from './permalinks.ts';

/**
 * Sets each page's content policy, and checks what must hold before a built site may be published: every
 * link leads somewhere, and no address once published is gone. With `promise`, new addresses are added to the list of published ones.
 */
export function publish(): AstroIntegration {
  let base = '/';
  return {
    name: 'jihua-publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        await setContentPolicies(folder);
        const addresses = await checkPages(folder, base);
        const list = join(settings.root, permalinksFile);
        const added = checkPermalinks(list, addresses);
        if (added.length === 0) return;
        if (settings.promise) {
          writeFileSync(list, mergePermalinks(list, added));
          logger.info(`${added.length} new addresses promised in ${permalinksFile}`);
        } else {
          logger.info(
            `${added.length} new addresses; \`npm run promise\` adds them to ${permalinksFile}`,
          );
        }
      },
    },
  };
}

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { markChinese } from '../languages/mark-chinese.ts';
import { settings } from '../settings.ts';

/** Says of the Chinese on pages whose interface is in another language that it is Chinese. */
export function languages(): AstroIntegration {
  return {
    name: 'jihua-languages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        if (settings.only === 'zh') return;
        const folder = fileURLToPath(dir);
        for (const file of await readdir(folder, { recursive: true })) {
          if (!file.endsWith('.html')) continue;
          const path = join(folder, file);
          await writeFile(path, markChinese(await readFile(path, 'utf8')));
        }
      },
    },
  };
}

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeQrCode } from '../citation/qr-code.ts';
import { settings } from '../settings.ts';
import { qrName } from '../urls.ts';

/**
 * Writes the QR code that a printed page shows, beside the page. A page of a task has no room for it: this way it is
 * loaded for paper only. A code holds a whole address, so without the site's public origin there is none.
 */
export function qrCodes(): AstroIntegration {
  let base = '/';
  return {
    name: 'jihua-qr-codes',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir }) => {
        if (settings.site === undefined) return;
        const out = fileURLToPath(dir);
        const pages = await readdir(out, { recursive: true });
        for (const page of pages.filter((name) => name.endsWith('index.html'))) {
          const folder = dirname(page) === '.' ? '' : `${dirname(page)}/`;
          const html = await readFile(join(out, page), 'utf8');
          if (!html.includes(`${base}${folder}${qrName}"`)) continue;
          const address = new URL(base + folder, settings.site).href;
          await writeFile(join(out, folder, qrName), drawQrCode(address));
        }
      },
    },
  };
}

/** The code of an address as an SVG file, dark on light. */
export function drawQrCode(address: string): string {
  const { size, path, margin } = makeQrCode(address);
  const box = `${-margin} ${-margin} ${size} ${size}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="white" d="M${-margin} ${-margin}h${size}v${size}h${-size}z"/><path d="${path}"/></svg>\n`;
}

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { loadSite } from '../loaders/read-site.ts';
import { type KeptFile, bundleOf, joinFiles } from '../offline/bundle.ts';
import { settings } from '../settings.ts';

/**
 * What a deployment is called: a hash of all that the site is made from. Scripts add it to the addresses of data, so
 * that what a browser keeps of one deployment is never given to pages of another.
 * @param root the folder that holds `content/` and `seeds/`
 */
export function nameDeployment(root: string): string {
  const hash = createHash('sha256');
  const read = (path: string, name: string): void => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const entry of readdirSync(path).sort()) read(join(path, entry), `${name}/${entry}`);
    } else if (stat) hash.update(`${name}\0${stat.size}\0`).update(readFileSync(path));
  };
  for (const name of ['content', 'seeds', 'public']) read(join(root, name), name);
  for (const name of ['src', 'package-lock.json', 'astro.config.mjs']) read(name, name);
  return hash.digest('hex').slice(0, 8);
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Makes what browsers need to keep the site: the worker, and a bundle of each plan and one of the rest. A reader's
 * browser keeps the plans that the reader has opened, however many there are.
 */
export function offline(): AstroIntegration {
  return {
    name: 'jihua-offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const plans = loadSite(settings.root).plans.map(({ plan }) => plan.id);
        const bundles: Record<string, { file: string; sha256: string }> = {};
        for (const [name, files] of gatherFiles(out, plans)) {
          const packed = gzipSync(joinFiles(files), { level: 9 });
          const sha256 = createHash('sha256').update(packed).digest('hex');
          const file = `_astro/kept${name && `-${name}`}.${sha256.slice(0, 8)}.bin`;
          mkdirSync(join(out, '_astro'), { recursive: true });
          writeFileSync(join(out, file), packed);
          bundles[name] = { file, sha256 };
        }
        await build({
          entryPoints: [fileURLToPath(new URL('../offline/worker.ts', import.meta.url))],
          outfile: join(out, 'sw.js'),
          bundle: true,
          minify: true,
          format: 'iife',
          target: 'es2022',
          define: {
            DEPLOYMENT: JSON.stringify(nameDeployment(settings.root)),
            BUNDLES: JSON.stringify(bundles),
            'process.env.NODE_ENV': '"production"',
          },
        });
      },
    },
  };
}

/** The files of each bundle, in the order of their paths, so that like stands beside like. */
function gatherFiles(out: string, plans: readonly string[]): Map<string, KeptFile[]> {
  const bundles = new Map<string, KeptFile[]>();
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()) {
    const name = bundleOf(path, plans);
    if (name === undefined || statSync(join(out, path)).isDirectory()) continue;
    const files = bundles.get(name) ?? [];
    bundles.set(name, files);
    const type = types[extname(path)] ?? 'application/octet-stream';
    files.push({ path, type, bytes: readFileSync(join(out, path)) });
  }
  return bundles;
}

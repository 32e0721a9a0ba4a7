import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import browserslistToEsbuild from 'browserslist-to-esbuild';
import { type Plugin, build } from 'esbuild';
import { archive } from '../files/formats.ts';
import { zip } from '../files/zip.ts';
import { loadSite } from '../loaders/read-site.ts';
import { bundleOf } from '../offline/bundle.ts';
import { type Folder, folderScript, toFolderPage } from '../offline/folder.ts';
import { settings } from '../settings.ts';
import { qrName, wholeFilePath } from '../urls.ts';
import { tellSizes } from './whole-files.ts';

/**
 * Makes of each plan a ZIP file of pages that can be read, searched and passed on from a folder, without a server. Then
 * all files are there, and the links to them tell their sizes.
 */
export function folders(): AstroIntegration {
  let base = '/';
  return {
    name: 'jihua-folders',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const plans = loadSite(settings.root).plans.map(({ plan }) => plan.id);
        const script = await bundleScript(out);
        for (const plan of plans) {
          const file = join(out, wholeFilePath(plan, archive.name));
          writeFileSync(file, packFolder(out, base, plan, plans, script));
        }
        await tellSizes(out);
      },
    },
  };
}

/** The files of a plan and of what all plans share, as a folder. */
function packFolder(
  out: string,
  base: string,
  plan: string,
  plans: readonly string[],
  script: string,
): Uint8Array {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => ['', plan].includes(bundleOf(path, plans) ?? '-') && isOpened(path))
    .sort();
  const inside = new Set(paths);
  const styles = new Map<string, string>();
  const folder: Folder = {
    base,
    origin: settings.site === undefined ? undefined : new URL(settings.site).origin,
    has: (path) => inside.has(path),
    keepStyle: (css) => {
      const name = `_astro/${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
      styles.set(name, css);
      return name;
    },
  };
  const files = paths.map((path): [string, string | Uint8Array] => {
    const content = readFileSync(join(out, path));
    if (path.endsWith('.html')) return [path, toFolderPage(String(content), path, folder)];
    if (path.endsWith('.json')) {
      return [`${path}.js`, `jihuaData(${JSON.stringify(path)},${String(content)})`];
    }
    return [path, content];
  });
  return zip([...files, ...styles, [folderScript, script]]);
}

/**
 * Whether a file can be used without a server: pages, what they show, and the data of search and settings. A code that
 * leads from paper to a page is for the public site: hundreds of them would be a third of the folder.
 */
const isOpened = (path: string): boolean =>
  (/\.(?:html|css|svg)$/u.test(path) &&
    !/^(?:404\.html|offline\/)/u.test(path) &&
    basename(path) !== qrName) ||
  /(?:^|\/)(?:search|settings)\/[a-z]+\.json$/u.test(path);

/** The script of a folder, for the browsers that the site's scripts are for. */
async function bundleScript(out: string): Promise<string> {
  const elements = fileURLToPath(new URL('../elements/', import.meta.url));
  const styles: Plugin = {
    name: 'jihua-late-styles',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /\.css\?url$/ }, ({ path }) => ({ path, namespace: 'style' }));
      onLoad({ filter: /./, namespace: 'style' }, ({ path }) => {
        const name = basename(path, `${extname(path)}`);
        const [file = ''] = readdirSync(join(out, '_astro')).filter(
          (each) => each.startsWith(`${name}.`) && each.endsWith('.css'),
        );
        return { contents: `export default folderEnv.BASE_URL + '_astro/${file}'` };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [join(elements, 'folder.ts')],
    inject: [join(elements, 'folder-shims.ts')],
    define: { 'import.meta.env': 'folderEnv' },
    plugins: [styles],
    bundle: true,
    minify: true,
    format: 'iife',
    target: browserslistToEsbuild(),
    supported: { destructuring: true },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

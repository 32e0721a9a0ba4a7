import { accessSync, constants, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The executable of a browser, the environment it needs, and what tells one version of it from another. */
export type BrowserProgram = {
  executablePath: string;
  env: Record<string, string>;
  version: string;
};

/**
 * Finds a browser: a Chromium of the system if there is one, else the one inside an npm package, which brings the
 * libraries it needs. JIHUA_BROWSER=package asks for the latter, JIHUA_BROWSER=none for
 * none.
 * @param project the checkout, whose `.cache` holds what the package unpacks
 * @throws Error if there is none
 */
export async function findBrowser(project: string): Promise<BrowserProgram> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  if (env['JIHUA_BROWSER'] === 'none') throw new Error('JIHUA_BROWSER=none');
  if (env['JIHUA_BROWSER'] !== 'package') {
    for (const folder of (env['PATH'] ?? '').split(delimiter)) {
      for (const name of systemNames) {
        const executablePath = join(folder, name);
        try {
          accessSync(executablePath, constants.X_OK);
          const { size, mtimeMs } = statSync(executablePath);
          return { executablePath, env, version: `${executablePath} ${size} ${mtimeMs}` };
        } catch {
          // Not here: look on.
        }
      }
    }
  }
  // The package unpacks into the folder for temporary files, where another version may already lie.
  const home = join(project, '.cache', 'browser');
  mkdirSync(home, { recursive: true });
  const { TMPDIR: before } = process.env;
  process.env['TMPDIR'] = home;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    const folder = join(project, 'node_modules', '@sparticuz', 'chromium');
    const executablePath = await packaged.executablePath();
    const libraries = await inflate(join(folder, 'bin', 'al2023.tar.br'));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return {
      executablePath,
      env: {
        ...env,
        LD_LIBRARY_PATH: join(libraries, 'lib'),
        FONTCONFIG_FILE: writeFontConfig(home),
      },
      version: `package ${version}`,
    };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Without a font at all a page crashes; the package's own list of fonts names another folder. */
export function writeFontConfig(home: string): string {
  const file = join(home, 'fonts.conf');
  const folders = [join(home, 'fonts', 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

/** Flags of our own; those of the npm package would turn web security off. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a browser without a window. */
export async function launchBrowser({ executablePath, env }: BrowserProgram): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, env, args: browserFlags, timeout: 30_000 });
}

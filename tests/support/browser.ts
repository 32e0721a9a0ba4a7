import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { project } from './site.ts';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The executable of a browser and the environment it needs. */
export type BrowserProgram = { executablePath: string; env: Record<string, string> };

/** The first program on the PATH that has one of these names. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Finds a browser: a Chromium of the system if there is one, else the one inside an npm package, which
 * brings the libraries it needs. JIHUA_BROWSER=package asks for the latter.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const ofSystem = env['JIHUA_BROWSER'] === 'package' ? undefined : findProgram(systemNames);
  if (ofSystem !== undefined) return { executablePath: ofSystem, env };
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
    return {
      executablePath,
      env: {
        ...env,
        LD_LIBRARY_PATH: join(libraries, 'lib'),
        FONTCONFIG_FILE: writeFontConfig(home),
      },
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

/** Starts a headless browser. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({ executablePath, env, args: browserFlags });
}

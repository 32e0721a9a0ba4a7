import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The checkout. */
export const project = process.cwd();

/** A site whose one plan, made up, has something of every kind that can be said of a plan. */
export const annotatedSite = join(project, 'tests/fixtures/annotated');

/** Where tests put what they build. */
export const workFolder = join(project, '.cache', 'tests');

/** Where the sites are that several files of tests look at. */
export const sharedSites = join(workFolder, 'shared');

/** The site of this checkout, built once for all tests. */
export const builtSite = join(sharedSites, 'built');

/**
 * Runs the build command as a person would; colours and progress off.
 * @param only the language of the interface; `all` of those of the site are asked for by who looks at them
 */
export function runBuild(
  args: string[],
  env: Record<string, string> = {},
  only: 'zh' | 'en' | 'all' = 'zh',
): { code: number | null; stdout: string; stderr: string } {
  const language = only === 'all' ? [] : ['--only', only];
  const command = ['src/commands/build.ts', ...args, ...language];
  const { status, stdout, stderr } = spawnSync('node', command, {
    cwd: project,
    encoding: 'utf8',
    env: { ...plainEnv(), ...env },
  });
  return { code: status, stdout, stderr };
}

/**
 * The environment of a person who runs a command: none of vitest's own variables, whose BASE_URL Vite would read. Its
 * browser is that of the tests, which compare what the two of them print.
 */
export const plainEnv = (): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  JIHUA_BROWSER: process.env['JIHUA_BROWSER'],
  NO_COLOR: '1',
});

/**
 * Makes a fresh folder with `content/` and `seeds/` of the checkout, for tests that alter them. Pictures for previews that
 * a build has drawn already are found there.
 * @param of the folder of another site
 */
export function makeSite(name: string, of = project): string {
  const folder = join(workFolder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['content', 'seeds']) {
    cpSync(join(of, part), join(folder, part), { recursive: true });
  }
  const drawn = join(of, '.cache', 'previews');
  mkdirSync(drawn, { recursive: true });
  mkdirSync(join(folder, '.cache'));
  symlinkSync(drawn, join(folder, '.cache', 'previews'));
  return folder;
}

/** Puts the second plan of tests/fixtures beside what a site has. */
export function addSecondPlan(folder: string): void {
  cpSync(join(project, 'tests/fixtures/second'), folder, { recursive: true });
}

/** The files of a folder, by path from it, in order. */
export function listFiles(folder: string, ending = ''): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export function readText(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeTurn } from '../../src/commands/output-folder.ts';
import { addSecondPlan, makeSite, project, runBuild, sharedSites } from './site.ts';

/** The public origin of a shared site that has one. */
export const origin = 'https://example.org';

type Build = ReturnType<typeof runBuild>;

/** How each is built into a folder. */
const recipes = {
  /** The site of this checkout, at `builtSite`. */
  built: (out: string) => runBuild(['--out', out]),
  /** The second plan of tests/fixtures beside what this checkout has. */
  'two-plans': (out: string) => {
    const root = makeSite('two-plans');
    addSecondPlan(root);
    return runBuild(['--root', root, '--out', out]);
  },
  /** The site of this checkout under a path of a public address: `/a/b/` of `origin`. */
  based: (out: string) => runBuild(['--out', out, '--base', '/a/b/', '--site', origin]),
  /** Four levels, and bodies responsible for tasks. */
  bodies: (out: string) =>
    runBuild(['--root', join(project, 'tests/fixtures/bodies'), '--out', out, '--site', origin]),
  /** The part of the site of this checkout whose interface is in English. */
  english: (out: string) => runBuild(['--out', out, '--site', origin], {}, 'en'),
  /** The invented plans of two years, as `npm start -- --demo` builds them. */
  demo: (out: string) => runBuild(['--demo', '--out', out]),
} satisfies Record<string, (out: string) => Build>;

/**
 * A site that several files of tests look at, and do not touch. Who asks first has it built; the others wait for that.
 * @returns its folder, and what the build said
 */
export async function shareSite(name: keyof typeof recipes): Promise<Build & { out: string }> {
  const out = join(sharedSites, name);
  const report = `${out}.json`;
  mkdirSync(sharedSites, { recursive: true });
  const release = await takeTurn(`${out}.turn`, () => undefined);
  try {
    if (!existsSync(report)) writeFileSync(report, JSON.stringify(recipes[name](out)));
    return { ...(JSON.parse(readFileSync(report, 'utf8')) as Build), out };
  } finally {
    release();
  }
}

/** Has each shared site built anew when it is next asked for. */
export function forgetSharedSites(): void {
  rmSync(sharedSites, { recursive: true, force: true });
}

import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PlanError } from '../text/errors.ts';
import { Faults, findFaults } from '../text/faults.ts';
import { CommandError } from './command-error.ts';
import { type BuildOptions, readOptions, usage } from './options.ts';
import { takeTurn, writeOutput } from './output-folder.ts';

/** What a build did: pages written and seconds taken; `base` is the path that the pages are to be served under. */
export type BuildReport = { out: string; base: string; pages: number; seconds: number };

/**
 * Builds the site into a fresh folder and, when everything has passed, puts it in the place of the old.
 * @throws CommandError if the site cannot be written, PlanError, PlanErrors for wrong input, any other error for a
 * fault of the program; the old site stays
 */
async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const { out, base } = options;
  const started = performance.now();
  const pages = await writeOutput(out, (folder) => writeSite(folder, options), say);
  if (options.site === undefined) {
    say('without --site there are no sitemap and no canonical links: they need the public origin');
  }
  return { out, base, pages, seconds: (performance.now() - started) / 1000 };
}

/** @returns the number of pages */
async function writeSite(folder: string, options: BuildOptions): Promise<number> {
  const { root, base, site, promise } = options;
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: '1',
    JIHUA_ROOT: root,
    JIHUA_OUT: folder,
    JIHUA_BASE: base,
    JIHUA_PROMISE: promise ? 'yes' : 'no',
  });
  if (site === undefined) delete process.env['JIHUA_SITE'];
  else process.env['JIHUA_SITE'] = site;
  // Wrong content is found here in a blink, before a bundler is even loaded.
  const { loadSite } = await import('../loaders/read-site.ts');
  const { checkGuides } = await import('../loaders/guide-loader.ts');
  const { readVocabulary } = await import('../loaders/read-vocabulary.ts');
  const faults = new Faults();
  const content = faults.attempt(() =>
    loadSite(root, (source, { line, expected, found }) =>
      say(`please look at ${source}:${line}: found ${found}; expected ${expected}`),
    ),
  );
  faults.attempt(() => checkGuides(root, content));
  faults.attempt(() => readVocabulary(root, content?.plans));
  faults.throwFound();
  if (!content) throw new Error('the content was not read');
  say(
    `${content.plans.length} plan(s), ${content.plans.reduce((sum, { tasks }) => sum + tasks.length, 0)} tasks read and checked`,
  );
  // Builds of one checkout share the working folders of Astro.
  const release = await takeTurn(join(process.cwd(), '.cache', 'build.lock'), say);
  try {
    return await runAstro();
  } finally {
    release();
  }
}

async function runAstro(): Promise<number> {
  const { build } = await import('astro');
  let pages = 0;
  await build({
    // What goes wrong is thrown, and told once, by buildCommand.
    logLevel: 'silent',
    integrations: [
      {
        name: 'jihua-progress',
        hooks: {
          'astro:build:start': () => say('bundling'),
          'astro:build:generated': () => say('checking the pages'),
          'astro:build:done': ({ pages: written }) => {
            pages = written.length;
          },
          'astro:build:setup': ({ target }) => {
            if (target === 'server') say('writing the pages');
          },
        },
      },
    ],
  });
  return pages;
}

function say(message: string): void {
  process.stdout.write(`  ${message}\n`);
}

/**
 * Runs the build as a command: reports, or prints every fault and sets exit code 1.
 * @param args command line options, see `usage`
 */
export async function buildCommand(args: string[]): Promise<BuildReport | undefined> {
  try {
    const options = readOptions(args, process.cwd());
    if (options.help) {
      process.stdout.write(usage);
      return undefined;
    }
    process.stdout.write('building\n');
    const report = await buildSite(options);
    process.stdout.write(
      `built ${report.pages} pages into ${relative(process.cwd(), report.out) || '.'} in ${report.seconds.toFixed(1)} s\n`,
    );
    return report;
  } catch (error) {
    const faults = findFaults(error);
    process.stderr.write(
      faults.length === 0
        ? `${describe(error)}\n`
        : args.includes('--json')
          ? writeFaults(faults)
          : listFaults(faults),
    );
    process.exitCode = 1;
    return undefined;
  }
}

/** As many faults as a person will read at a time. */
const mostFaults = 50;

function listFaults(faults: readonly PlanError[]): string {
  const lines = faults.slice(0, mostFaults).map(({ message }) => message);
  const more = faults.length - lines.length;
  return `${[...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')}\n`;
}

function writeFaults(faults: readonly PlanError[]): string {
  const rows = faults.map(({ code, file, line, expected, found }) => {
    return { code, file, line, expected, found };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function describe(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// `import.meta.main` came with Node 24.2: before, a build would do nothing and call it a success.
const [, script, ...args] = process.argv;
if (script !== undefined && realpathSync(script) === import.meta.filename) await buildCommand(args);

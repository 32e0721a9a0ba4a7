import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PlanError } from '../text/errors.ts';
import { Faults, findFaults } from '../text/faults.ts';

const usage = `Usage: node src/commands/build.ts [--root DIR] [--out DIR] [--base PATH] [--site URL] [--promise] [--json]

  --root     folder with content/, seeds/ and public/permalinks.txt (this folder)
  --out      folder to write the site to (dist in the root)
  --base     path the site will be served under (/)
  --site     its public origin, for the sitemap and canonical links
  --promise  add new addresses to public/permalinks.txt
  --json     tell faults as JSON, for programs
`;

/** What a build did: pages written and seconds taken. */
export type BuildReport = { out: string; pages: number; seconds: number };

/**
 * Builds the site into a fresh folder and, when everything has passed, puts it in the place of the old.
 * @param args command line options, see `usage`
 * @throws PlanError, PlanErrors for wrong input, any other error for a fault of the program; the old site stays
 */
export async function buildSite(args: string[]): Promise<BuildReport> {
  const { values } = parseArgs({
    args,
    options: {
      root: { type: 'string', default: process.cwd() },
      out: { type: 'string' },
      base: { type: 'string', default: '/' },
      site: { type: 'string' },
      promise: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  const started = performance.now();
  const root = resolve(values.root);
  const out = resolve(values.out ?? join(root, 'dist'));
  const next = `${out}.next`;
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: '1',
    JIHUA_ROOT: root,
    JIHUA_OUT: next,
    JIHUA_BASE: values.base,
    JIHUA_PROMISE: values.promise ? 'yes' : 'no',
    ...(values.site === undefined ? {} : { JIHUA_SITE: values.site }),
  });
  rmSync(next, { recursive: true, force: true });
  try {
    // Wrong content is found here in a blink, before a bundler is even loaded.
    const { loadSite } = await import('../loaders/read-site.ts');
    const { checkGuides } = await import('../loaders/guide-loader.ts');
    const { readVocabulary } = await import('../loaders/read-vocabulary.ts');
    const faults = new Faults();
    const content = faults.attempt(() => loadSite(root));
    faults.attempt(() => checkGuides(root, content));
    faults.attempt(() => readVocabulary(root, content?.plans));
    faults.throwFound();
    if (!content) throw new Error('the content was not read');
    say(
      `${content.plans.length} plan(s), ${content.plans.reduce((sum, { tasks }) => sum + tasks.length, 0)} tasks read and checked`,
    );
    const pages = await runAstro();
    replaceFolder(out, next);
    return { out, pages, seconds: (performance.now() - started) / 1000 };
  } finally {
    rmSync(next, { recursive: true, force: true });
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

/** Puts `next` where `out` is; if the process dies between the two renames, `out.old` has the old site. */
function replaceFolder(out: string, next: string): void {
  const old = `${out}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(next, out);
  rmSync(old, { recursive: true, force: true });
}

function say(message: string): void {
  process.stdout.write(`  ${message}\n`);
}

/** Runs the build as a command: reports, or prints every fault and sets exit code 1. */
export async function buildCommand(args: string[]): Promise<BuildReport | undefined> {
  process.stdout.write('building\n');
  try {
    const report = await buildSite(args);
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
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// `import.meta.main` came with Node 24.2: before, a build would do nothing and call it a success.
const [, script, ...args] = process.argv;
if (script !== undefined && realpathSync(script) === import.meta.filename) await buildCommand(args);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readPublished } from '../integrations/permalinks.ts';
import type { SiteContent } from '../loaders/read-site.ts';
import type { PlanError } from '../text/errors.ts';
import { findFaults } from '../text/faults.ts';
import { pleaseLook } from '../text/phrases.ts';
import { type Message, say } from '../text/say.ts';
import { takeLanguage } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { type BuildOptions, readOptions, usage } from './options.ts';
import { takeTurn, writeOutput } from './output-folder.ts';

/** What a build did: pages written and seconds taken; `base` is the path that the pages are to be served under. */
export type BuildReport = {
  out: string;
  base: string;
  pages: number;
  seconds: number;
  waiting: SiteContent['waiting'];
};

/**
 * Builds the site into a fresh folder and, when everything has passed, puts it in the place of the old.
 * @throws CommandError if the site cannot be written, PlanError, PlanErrors for wrong input, any other error for a
 * fault of the program; the old site stays
 */
async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const { out, base } = options;
  const started = performance.now();
  const { pages, waiting } = await writeOutput(out, (folder) => writeSite(folder, options), tell);
  if (options.site === undefined) {
    tell({
      en: 'without --site there are no sitemap and no canonical links: they need the public origin',
      zh: '没有 --site，就没有网站地图和规范链接：它们要用公开的网址',
    });
  }
  return { out, base, pages, waiting, seconds: (performance.now() - started) / 1000 };
}

/** Pages written, and the proposals of each plan that wait for review. */
type Written = Pick<BuildReport, 'pages' | 'waiting'>;

async function writeSite(folder: string, options: BuildOptions): Promise<Written> {
  const { root, base, site, promise, only, 'with-drafts': drafts } = options;
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: '1',
    JIHUA_ROOT: root,
    JIHUA_OUT: folder,
    JIHUA_BASE: only === 'en' ? `${base}en/` : base,
    JIHUA_ONLY: only ?? 'zh',
    JIHUA_PROMISE: promise ? 'yes' : 'no',
    JIHUA_DRAFTS: drafts ? 'yes' : 'no',
  });
  if (site === undefined) delete process.env['JIHUA_SITE'];
  else process.env['JIHUA_SITE'] = site;
  if (only === 'en') (await import('../languages/stand-in.ts')).useWordsOf(only);
  // Wrong content is found here in a blink, before a bundler is even loaded.
  const { checkContent } = await import('../loaders/check-content.ts');
  const content = checkContent(root, (source, doubt) => tell(pleaseLook(source, doubt)));
  readPublished(root, { promise });
  const plans = content.plans.length;
  const tasks = content.plans.reduce((sum, tree) => sum + tree.tasks.length, 0);
  tell({
    en: `${plans} plan(s), ${tasks} tasks read and checked`,
    zh: `读了 ${plans} 份计划、${tasks} 项任务，检查无误`,
  });
  if (content.originals.length > 0) {
    // What reads the files of offices is loaded only where there are any.
    const { checkOriginals } = await import('./check-originals.ts');
    await checkOriginals(root, content.originals, tell);
  }
  // Builds of one checkout share the working folders of Astro.
  const release = await takeTurn(join(process.cwd(), '.cache', 'build.lock'), tell);
  let pages: number;
  try {
    pages = await runAstro();
  } finally {
    release();
  }
  for (const language of only === undefined ? content.site.languages : []) {
    tell({
      en: `the same with an interface in ${language}`,
      zh: `再生成界面是 ${language} 的部分`,
    });
    pages += await writeTranslation(folder, language, options);
  }
  return { pages, waiting: content.waiting };
}

/**
 * Builds the part of a site whose interface is in another language, in a process of its own: what is said in a language
 * is said from the start of a program to its end.
 * @returns how many pages it has
 */
async function writeTranslation(
  folder: string,
  language: 'en',
  { root, base, site, 'with-drafts': drafts }: BuildOptions,
): Promise<number> {
  const out = join(folder, language);
  const args = ['--root', root, '--out', out, '--base', base, '--only', language];
  if (site !== undefined) args.push('--site', site);
  if (drafts) args.push('--with-drafts');
  const child = spawn(process.execPath, [import.meta.filename, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(said.trim() || `the part in ${language} does not build`);
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  ).length;
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
          'astro:build:start': () => tell({ en: 'bundling', zh: '打包' }),
          'astro:build:generated': () => tell({ en: 'checking the pages', zh: '检查网页' }),
          'astro:build:done': ({ pages: written }) => {
            pages = written.length;
          },
          'astro:build:setup': ({ target }) => {
            if (target === 'server') tell({ en: 'writing the pages', zh: '生成网页' });
          },
        },
      },
    ],
  });
  return pages;
}

function tell(message: Message): void {
  process.stdout.write(`  ${say(message)}\n`);
}

/**
 * Runs the build as a command: reports, or prints every fault and sets exit code 1.
 * @param given command line options, see `usage`
 */
export async function buildCommand(given: string[]): Promise<BuildReport | undefined> {
  let args = given;
  try {
    args = takeLanguage(given);
    const options = readOptions(args, process.cwd());
    if (options.help) {
      process.stdout.write(say(usage));
      return undefined;
    }
    process.stdout.write(say({ en: 'building\n', zh: '开始生成网站\n' }));
    const report = await buildSite(options);
    const folder = relative(process.cwd(), report.out) || '.';
    const seconds = report.seconds.toFixed(1);
    process.stdout.write(
      say({
        en: `built ${report.pages} pages into ${folder} in ${seconds} s\n`,
        zh: `在 ${folder} 生成了 ${report.pages} 个网页，用了 ${seconds} 秒\n`,
      }),
    );
    for (const { folder: of, entries: all } of report.waiting) {
      const entries = all.length;
      process.stdout.write(
        say({
          en: `${entries} proposal(s) wait for review in ${of}${options['with-drafts'] ? ', and are published with the rest' : ''}\n`,
          zh: `${of} 有 ${entries} 条草稿待审${options['with-drafts'] ? '，已一同发布' : ''}\n`,
        }),
      );
    }
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
  const rest = say({ en: `and ${more} more`, zh: `还有 ${more} 处` });
  return `${[...lines, ...(more > 0 ? [rest] : [])].join('\n')}\n`;
}

/** Faults for programs: JSON, in both languages. */
function writeFaults(faults: readonly PlanError[]): string {
  const rows = faults.map((fault) => {
    const { code, file, line } = fault;
    const { expected, found } = fault.in('en');
    return { code, file, line, expected, found, zh: fault.in('zh') };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function describe(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  const what = say({
    en: 'the program itself is at fault, not what you wrote; whoever looks after it will need this:',
    zh: '程序自身出了错，不是您写错了；请把下面的话交给维护程序的人：',
  });
  return `${what}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

// `import.meta.main` came with Node 24.2: before, a build would do nothing and call it a success.
const [, script, ...args] = process.argv;
if (script !== undefined && realpathSync(script) === import.meta.filename) await buildCommand(args);

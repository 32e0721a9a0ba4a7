import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { nearestWord } from '../text/anchor.ts';
import { CommandError } from './command-error.ts';

/** What the build may be told, for people. */
export const usage = `Usage: node src/commands/build.ts [--root DIR] [--out DIR] [--base PATH] [--site URL] [--promise] [--json]

  --root     folder with content/, seeds/ and public/permalinks.txt (this folder)
  --out      folder to write the site to (dist in the root): none yet, an empty one, or an earlier site
  --base     path the site will be served under (/)
  --site     its public origin, for the sitemap and canonical links
  --promise  add new addresses to public/permalinks.txt
  --json     tell faults as JSON, for programs
`;

const known = {
  root: { type: 'string' },
  out: { type: 'string' },
  base: { type: 'string', default: '/' },
  site: { type: 'string' },
  promise: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Options of a build. `root` and `out` are absolute; `base` has a slash at both ends; `site` is an origin. */
export type BuildOptions = {
  root: string;
  out: string;
  base: string;
  site: string | undefined;
  promise: boolean;
  json: boolean;
  help: boolean;
};

/** Folders of a site and of the project that hold what people wrote, or what it needs. */
const kept = ['.git', 'content', 'docs', 'node_modules', 'public', 'seeds', 'src', 'tests'];

/**
 * Reads the options of a build and looks at the disk, but writes nothing.
 * @param args as given on the command line
 * @param project the checkout
 * @throws CommandError for a checkout in a path that tools cannot read, an unknown option, a path or address that is none, an output folder that would
 * stand in the way of what people wrote
 */
export function readOptions(args: readonly string[], project: string): BuildOptions {
  const values = parse(args);
  const root = resolve(project, values.root ?? '.');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`--root: expected a folder; found ${values.root}, which is none`);
  }
  refuseUnfitPath(project, 'the checkout');
  refuseUnfitPath(root, '--root');
  if (values.out === '') throw new CommandError('--out: expected a folder; found nothing');
  const out = realPath(resolve(project, values.out ?? join(root, 'dist')));
  for (const folder of new Set([realPath(root), realPath(project)])) refuseOverlap(out, folder);
  return { ...values, root, out, base: readBase(values.base), site: readOrigin(values.site) };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: known });
    return values;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith('ERR_PARSE_ARGS_')) throw error;
    const [, option] = /^Unknown option '--?([^']*)'/u.exec(message) ?? [];
    const names = Object.keys(known);
    if (option === undefined) {
      throw new CommandError(`${message.split(/\.(?:\s|$)/u)[0]}; --help lists the options`);
    }
    const nearest = nearestWord(names, option);
    const hint = nearest === undefined ? '' : `; nearest: --${nearest}`;
    throw new CommandError(
      `expected an option, one of ${names.map((name) => `--${name}`).join(', ')}${hint}; found “${option}”`,
    );
  }
}

/**
 * Refuses a path with a character that Astro and Vite take for a part of an address: with `#` and `?` what follows is
 * lost, `%` begins an escape, and a backslash is a slash. A link to the folder does not help: links are followed.
 */
function refuseUnfitPath(path: string, what: string): void {
  const [unfit] = (sep === '\\' ? /[#%?]/u : /[#%?\\]/u).exec(realPath(path)) ?? [];
  if (unfit === undefined) return;
  throw new CommandError(
    `${what}: expected a path without “${unfit}”, which the tools of the build cannot read in it (nor # % ? \\); found ${realPath(path)}; rename that folder, or move what is in it`,
  );
}

/** A path with all symbolic links followed, also where its last parts are not there yet. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/** Whether `path` is `folder` or in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

function refuseOverlap(out: string, folder: string): void {
  const refuse = (why: string): never => {
    throw new CommandError(
      `--out: expected a folder of its own, dist for example; found ${out}, ${why}`,
    );
  };
  if (isWithin(folder, out)) refuse(`which holds ${folder}`);
  // Letter case: where `Content` is `content`, it must not be taken for another folder.
  const [first = ''] = relative(folder, out).split(sep);
  if (isWithin(out, folder) && kept.includes(first.toLowerCase())) {
    refuse(`which is in ${join(folder, first)}`);
  }
  // Tools that compare paths as strings would take it for a part of the project.
  if (!isWithin(out, folder) && out.startsWith(folder)) {
    refuse(`whose path begins with ${folder} and goes on`);
  }
}

function readBase(base: string): string {
  const whole = base.endsWith('/') ? base : `${base}/`;
  const parts = whole.slice(1, -1).split('/');
  const isPath =
    (whole === '/' && base !== '') ||
    (whole.startsWith('/') &&
      parts.every((part) => /^[A-Za-z0-9._~-]+$/u.test(part) && !/^\.+$/u.test(part)));
  if (isPath) return whole;
  throw new CommandError(
    `--base: expected a path that begins with a slash, of letters, digits and “-._~”, such as /plans/; found “${base}”`,
  );
}

function readOrigin(site: string | undefined): string | undefined {
  if (site === undefined) return undefined;
  const url = URL.parse(site);
  if (url && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new CommandError(
    `--site: expected an origin such as https://example.org (a path belongs to --base); found “${site}”`,
  );
}

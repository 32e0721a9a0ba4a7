import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Message, type Said, joined } from '../text/say.ts';
import { parseOptions } from './arguments.ts';
import { CommandError } from './command-error.ts';

/** What the build may be told, for people. */
export const usage: Said = {
  en: `Usage: npm run build -- [--root DIR] [--out DIR] [--base PATH] [--site URL] [--promise] [--with-drafts] [--only LANGUAGE] [--demo] [--json] [--lang LANGUAGE]

  --root     folder with content/, seeds/ and public/permalinks.txt (this folder)
  --out      folder to write the site to (dist in the root): none yet, an empty one, or an earlier site
  --base     path the site will be served under (/)
  --site     its public origin, for the sitemap and canonical links
  --promise  add new addresses to public/permalinks.txt
  --with-drafts  publish proposals that wait for review, too
  --only     zh or en: only the part of the site whose interface is in that language
  --demo     two invented plans in the place of the site, written to .cache/demo
  --json     tell faults as JSON, for programs
  --lang     en or zh: the language of what is told (that of the machine)
`,
  zh: `用法：npm run build -- [--root 文件夹] [--out 文件夹] [--base 路径] [--site 网址] [--promise] [--with-drafts] [--only 语言] [--demo] [--json] [--lang 语言]

  --root     有 content/、seeds/ 和 public/permalinks.txt 的文件夹（默认是当前文件夹）
  --out      网站写到哪个文件夹（默认是 dist）：还没有的、空的，或以前生成的网站
  --base     网站在服务器上的路径（默认是 /）
  --site     网站的公开网址，用于网站地图和规范链接
  --promise  把新的网址记入 public/permalinks.txt
  --with-drafts  连待审的草稿一起发布
  --only     zh 或 en：只生成界面是这种语言的那一部分
  --demo     不是这个网站，而是两份编造的计划，写到 .cache/demo
  --json     用 JSON 报告错误，供程序使用
  --lang     en 或 zh：用哪种语言报告（默认照机器的语言）
`,
};

const known = {
  root: { type: 'string' },
  out: { type: 'string' },
  base: { type: 'string', default: '/' },
  site: { type: 'string' },
  promise: { type: 'boolean', default: false },
  'with-drafts': { type: 'boolean', default: false },
  only: { type: 'string' },
  demo: { type: 'boolean', default: false },
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
  'with-drafts': boolean;
  /** The language of the interface of the part that is built; the whole site if there is none. */
  only: 'zh' | 'en' | undefined;
  json: boolean;
  help: boolean;
};

/** The site of invented plans, and where it is written: never to where a site of real ones is. */
const demonstration = { root: 'tests/fixtures/demo', out: '.cache/demo' };

/** Folders of a site and of the project that hold what people wrote, or what it needs. */
const kept = ['.git', 'content', 'docs', 'node_modules', 'public', 'seeds', 'src', 'tests'];

/**
 * Reads the options of a build and looks at the disk, but writes nothing.
 * @param args as given on the command line
 * @param project the checkout
 * @throws CommandError for a checkout in a path that tools cannot read, an unknown option, options that exclude one
 * another, a path or address that is none, an output folder that would stand in the way of what people wrote
 */
export function readOptions(args: readonly string[], project: string): BuildOptions {
  const { demo, ...given } = parseOptions(args, { options: known }).values;
  if (demo && (given.root !== undefined || given.promise)) {
    throw new CommandError({
      en: '--demo: expected neither --root nor --promise beside it, since it has plans of its own, which are invented; found one',
      zh: '--demo：应为：不与 --root、--promise 同用，它有自己的、编造的计划；实际为：同用了',
    });
  }
  const values = demo ? { ...demonstration, ...given } : given;
  const root = resolve(project, values.root ?? '.');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError({
      en: `--root: expected a folder; found ${values.root}, which is none`,
      zh: `--root：应为：文件夹；实际为：${values.root}，不是文件夹`,
    });
  }
  refuseUnfitPath(project, { en: 'the checkout', zh: '程序所在的文件夹' });
  refuseUnfitPath(root, '--root');
  if (values.out === '') {
    throw new CommandError({
      en: '--out: expected a folder; found nothing',
      zh: '--out：应为：文件夹；实际为：空',
    });
  }
  const out = realPath(resolve(project, values.out ?? join(root, 'dist')));
  for (const folder of new Set([realPath(root), realPath(project)])) refuseOverlap(out, folder);
  return {
    ...values,
    root,
    out,
    base: readBase(values.base),
    site: readOrigin(values.site),
    only: readLanguage(values.only),
  };
}

function readLanguage(only: string | undefined): BuildOptions['only'] {
  if (only === undefined || only === 'zh' || only === 'en') return only;
  throw new CommandError({
    en: `--only: expected zh or en; found “${only}”`,
    zh: `--only：应为：zh 或 en；实际为：“${only}”`,
  });
}

/**
 * Refuses a path with a character that Astro and Vite take for a part of an address: with `#` and `?` what follows is
 * lost, `%` begins an escape, and a backslash is a slash. A link to the folder does not help: links are followed.
 */
function refuseUnfitPath(path: string, what: Message): void {
  const [unfit] = (sep === '\\' ? /[#%?]/u : /[#%?\\]/u).exec(realPath(path)) ?? [];
  if (unfit === undefined) return;
  throw new CommandError(
    joined`${what}${{
      en: `: expected a path without “${unfit}”, which the tools of the build cannot read in it (nor # % ? \\); found ${realPath(path)}; rename that folder, or move what is in it`,
      zh: `：应为：路径里没有“${unfit}”（生成网站的工具读不了它，也读不了 # % ? \\）；实际为：${realPath(path)}；请给那个文件夹改名，或把里面的东西移到别处`,
    }}`,
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
  const refuse = (why: Said): never => {
    throw new CommandError({
      en: `--out: expected a folder of its own, dist for example; found ${out}, ${why.en}`,
      zh: `--out：应为：一个专用的文件夹，例如 dist；实际为：${out}，${why.zh}`,
    });
  };
  if (isWithin(folder, out)) refuse({ en: `which holds ${folder}`, zh: `其中有 ${folder}` });
  // Letter case: where `Content` is `content`, it must not be taken for another folder.
  const [first = ''] = relative(folder, out).split(sep);
  if (isWithin(out, folder) && kept.includes(first.toLowerCase())) {
    const kept = join(folder, first);
    refuse({ en: `which is in ${kept}`, zh: `它在 ${kept} 里` });
  }
  // Tools that compare paths as strings would take it for a part of the project.
  if (!isWithin(out, folder) && out.startsWith(folder)) {
    refuse({
      en: `whose path begins with ${folder} and goes on`,
      zh: `它的路径以 ${folder} 开头却不在其中`,
    });
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
  throw new CommandError({
    en: `--base: expected a path that begins with a slash, of letters, digits and “-._~”, such as /plans/; found “${base}”`,
    zh: `--base：应为：以斜线开头的路径，由字母、数字和“-._~”组成，例如 /plans/；实际为：“${base}”`,
  });
}

function readOrigin(site: string | undefined): string | undefined {
  if (site === undefined) return undefined;
  const url = URL.parse(site);
  if (url && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new CommandError({
    en: `--site: expected an origin such as https://example.org (a path belongs to --base); found “${site}”`,
    zh: `--site：应为：网站的网址，例如 https://example.org（路径写在 --base 里）；实际为：“${site}”`,
  });
}

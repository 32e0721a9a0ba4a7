import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { beforeEach, describe, expect, test } from 'vitest';
import { commonHeaders, fileHeaders, policyOf, types } from '../../hosting/headers.ts';
import { readOptions } from '../../src/commands/options.ts';
import { listFiles, project, readText, workFolder } from '../support/site.ts';

const work = join(workFolder, 'hosting');
const bin = join(work, 'bin');
const dist = join(work, 'dist');

/** A site as small as can be, with a file of each kind that is treated apart. */
const site: Record<string, string> = {
  '404.html': 'not there',
  'index.html': '<!doctype html>'.repeat(100),
  '20xx/tasks/1/index.html': 'task',
  '20xx/tasks/1/1/embed/index.html': 'framed',
  '20xx/tasks/1.md': '# 任务',
  '20xx/data/targets.csv': 'id\n',
  '20xx/search/pagefind-entry.json': '{}',
  '20xx/search/pagefind.zh_abc.pf_meta': 'meta',
  '20xx/search/index/zh_abc.pf_index': 'index',
  'search/wasm.unknown.pagefind': 'wasm',
  '_astro/old.js': 'old()',
};

function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Puts a program of ours in the place of a real one. */
function standIn(name: string, script: string): void {
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, name), script);
  chmodSync(join(bin, name), 0o755);
}

function run(command: string, args: string[], env: Record<string, string> = {}, cwd = project) {
  const PATH = `${bin}${delimiter}${process.env['PATH']}`;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH },
  });
  return { status, output: stdout + stderr };
}

beforeEach(() => {
  rmSync(work, { recursive: true, force: true });
  writeFiles(dist, site);
});

describe('the page on hosting', () => {
  const told = readText(project, 'docs/托管.md');

  test('tells of every sample, and of none that is not there', () => {
    const named = Array.from(told.matchAll(/hosting\/[\w.-]+\w/gu), ([name]) => name);
    expect(new Set(named)).toEqual(
      new Set(listFiles(join(project, 'hosting')).map((name) => `hosting/${name}`)),
    );
  });

  test.each(['GitHub Pages', 'Gitee Pages', 'GitLab Pages', 'nginx', '对象存储'])(
    'tells how to host with %s in about ten lines',
    (host) => {
      const part = told.split(/^## /mu).find((text) => text.startsWith(host)) ?? '';
      const lines = part.trim().split('\n').length;
      expect(lines).toBeGreaterThan(3);
      expect(lines).toBeLessThanOrEqual(16);
    },
  );
});

describe('nginx.conf says what headers.ts says', () => {
  const conf = readText(project, 'hosting/nginx.conf').replace(/^\s*#.*$/gmu, '');

  test('of types', () => {
    const [, block = ''] = /\n {2}types \{([^}]+)\}/u.exec(conf) ?? [];
    const told = Array.from(block.matchAll(/(\S+) (\w+);/gu), ([, type, ending]) => [ending, type]);
    expect(Object.fromEntries(told)).toEqual(types);
  });

  test('of headers', () => {
    const told = Array.from(conf.matchAll(/add_header (\S+) (.+) always;/gu), ([, name, value]) => [
      name,
      value?.replace(/^"|"$/gu, ''),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      'Cache-Control': '$jihua_cache',
      'Content-Security-Policy': '$jihua_policy',
      ...commonHeaders,
    });
  });

  test('of policies and caching', () => {
    expect(conf).toContain(`"${policyOf('20xx/tasks/1/1/embed/index.html')}$jihua_frames"`);
    expect(policyOf('20xx/data/plan.txt')).toBeUndefined();
    expect(policyOf('index.html')).toBe(`${policyOf('embed/index.html')};frame-ancestors 'self'`);
    expect(conf).toContain(`"${fileHeaders('_astro/a.js')['Cache-Control']}"`);
    expect(conf).toContain(`default "${fileHeaders('index.html')['Cache-Control']}"`);
  });
});

describe('the workflows build the site where it will stand', () => {
  /** What a line of a workflow would have npm run the build with. */
  function argumentsOf(line: string, env: Record<string, string> = {}): string[] {
    const { status, output } = run(
      'sh',
      ['-ec', `npm() { for part; do printf '%s\\n' "$part"; done; }\n${line}`],
      env,
    );
    expect(status, output).toBe(0);
    const [command, name, dashes, ...args] = output.trimEnd().split('\n');
    expect([command, name, dashes]).toEqual(['run', 'build', '--']);
    return args;
  }

  const places = [
    { origin: 'https://owner.example.io', path: '/plans', base: '/plans/' },
    { origin: 'https://plans.example.org', path: '', base: '/' },
  ];

  test.each(places)('on GitHub, at $base of $origin', ({ origin, path, base }) => {
    const { jobs } = parse(readText(project, 'hosting/github-pages.yml')) as {
      jobs: { pages: { steps: { run?: string; uses?: string; with?: { path?: string } }[] } };
    };
    const lines = jobs.pages.steps.flatMap((step) => step.run ?? []);
    expect(lines[0]).toBe('npm ci');
    const known: Record<string, string> = {
      'steps.pages.outputs.base_path': path,
      'steps.pages.outputs.origin': origin,
    };
    const line = lines[1]?.replace(/\$\{\{ (.*?) \}\}/gu, (_, name: string) => known[name] ?? name);
    const options = readOptions(argumentsOf(line ?? ''), project);
    expect(options).toMatchObject({ base, site: origin, out: join(project, 'dist') });
    const upload = jobs.pages.steps.find(({ uses }) => uses?.includes('upload-pages-artifact'));
    expect(upload?.with?.path).toBe('dist');
  });

  test.each(places)('on GitLab, at $base of $origin', ({ origin, path, base }) => {
    const { pages } = parse(readText(project, 'hosting/gitlab-ci.yml')) as {
      pages: { script: string[]; artifacts: { paths: string[] } };
    };
    const [install, build = '', ...rest] = pages.script;
    expect(install).toBe('npm ci');
    const options = readOptions(argumentsOf(build, { CI_PAGES_URL: origin + path }), project);
    expect(options).toMatchObject({ base, site: origin, out: join(project, 'dist') });

    // What follows, in a checkout with a list of promised addresses.
    writeFiles(join(work, 'public'), { 'permalinks.txt': '/' });
    const compress = `node ${join(project, 'hosting/compress.ts')} dist`;
    const script = rest.join('\n').replace('node hosting/compress.ts dist', compress);
    const done = run('sh', ['-ec', script], {}, work);
    expect(done.status, done.output).toBe(0);
    const [published = ''] = pages.artifacts.paths;
    const plain = listFiles(join(work, published)).filter((name) => !/\.(?:br|gz)$/u.test(name));
    expect(plain).toEqual(Object.keys(site).sort());
  });
});

test('text is compressed beside itself, and nothing else is', () => {
  const { status, output } = run('node', ['hosting/compress.ts', dist]);
  expect(status, output).toBe(0);
  const text = Object.keys(site).filter((name) => !/pf_|pagefind$/u.test(name));
  expect(listFiles(dist, '.gz')).toEqual(text.map((name) => `${name}.gz`).sort());
  for (const name of text) {
    expect(gunzipSync(readFileSync(join(dist, `${name}.gz`))).toString()).toBe(site[name]);
    expect(brotliDecompressSync(readFileSync(join(dist, `${name}.br`))).toString()).toBe(
      site[name],
    );
  }
});

describe('an object store', () => {
  const log = join(work, 'rclone.log');
  const upload = (...more: string[]) =>
    run('node', ['hosting/object-store.ts', dist, 'oss:plans', ...more], { LOG: log });

  /** What rclone was told, call by call. */
  const calls = (): { args: string[]; files: string[] }[] =>
    readText(log)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { args: string[]; files: string[] });

  beforeEach(() => {
    standIn(
      'rclone',
      `#!/usr/bin/env node
import { appendFileSync, readFileSync } from 'node:fs';
const args = process.argv.slice(2);
const files = readFileSync(0, 'utf8').split('\\n').filter(Boolean);
appendFileSync(process.env.LOG, JSON.stringify({ args, files }) + '\\n');
process.exit(Number(process.env.FAIL ?? 0));
`,
    );
  });

  test('gets every file once, with its headers, and pages after all that they ask for', () => {
    run('node', ['hosting/compress.ts', dist]);
    const { status, output } = upload();
    expect(status, output).toBe(0);
    const sent = calls().flatMap(({ args, files }) => files.map((file) => ({ file, args })));
    expect(sent.map(({ file }) => file).sort()).toEqual(Object.keys(site).sort());
    const firstPage = sent.findIndex(({ file }) => file.endsWith('.html'));
    expect(sent.slice(firstPage).every(({ file }) => file.endsWith('.html'))).toBe(true);
    for (const { file, args } of sent) {
      expect(args[0]).toBe('copy');
      expect(args.slice(-2)).toEqual([dist, 'oss:plans']);
      const headers = args.filter((_, i) => args[i - 1] === '--header-upload');
      expect(headers, file).toEqual(
        Object.entries(fileHeaders(file)).map(([name, value]) => `${name}: ${value}`),
      );
    }
  });

  test('loses what is no more of the site only when asked to', () => {
    expect(upload('--prune').status).toBe(0);
    const patterns = Object.keys(site).map((file) => `/${file}`);
    expect(calls()).toEqual([
      { args: ['delete', '--exclude-from', '-', 'oss:plans'], files: patterns.sort() },
    ]);
  });

  test('gets no page when a script could not be sent', () => {
    const { status } = run('node', ['hosting/object-store.ts', dist, 'oss:plans'], {
      LOG: log,
      FAIL: '3',
    });
    expect(status).toBe(1);
    expect(calls()).toHaveLength(1);
  });

  test('is not emptied for a folder that is no site', () => {
    rmSync(join(dist, '404.html'));
    const { status, output } = upload('--prune');
    expect(status).toBe(1);
    expect(output).toContain(`expected a built site; found ${dist}`);
    expect(existsSync(log)).toBe(false);
  });
});

// `mv -T` and `head -n -3` are of GNU, as on the servers that this is for.
describe.runIf(process.platform === 'linux')('a release on a server of its own', () => {
  const home = join(work, 'srv');
  const release = (name?: string) =>
    run('sh', ['hosting/release.sh', dist, home, ...(name === undefined ? [] : [name])]);

  test('is there all at once, and keeps the scripts of pages that are open', () => {
    expect(release()).toMatchObject({ status: 0 });
    const before = realpathSync(join(home, 'www'));
    rmSync(join(dist, '_astro'), { recursive: true });
    writeFiles(dist, { '_astro/new.js': 'new()', 'index.html': 'new' });
    expect(release()).toMatchObject({ status: 0 });
    const now = realpathSync(join(home, 'www'));
    expect(now).not.toBe(before);
    expect(readText(now, 'index.html')).toBe('new');
    expect(readdirSync(join(now, '_astro')).sort()).toEqual(['new.js', 'old.js']);
    expect(listFiles(before)).toEqual(Object.keys(site).sort());
  });

  test('stands in a folder of the root for a base path, and leaves the latest three', () => {
    for (let i = 0; i < 5; i += 1) {
      const { status, output } = release('www/plans');
      expect(status, output).toBe(0);
    }
    expect(readdirSync(join(home, 'releases'))).toHaveLength(3);
    expect(listFiles(`${home}/www/plans/`)).toEqual(Object.keys(site).sort());
  });

  test('is refused for a folder that is no site', () => {
    rmSync(join(dist, '404.html'));
    const { status, output } = release();
    expect(status).toBe(1);
    expect(output).toContain(`expected a built site; found ${dist}`);
    expect(existsSync(home)).toBe(false);
  });
});

test('a host that publishes a branch gets the site on it, scripts and all, and again', () => {
  standIn('npm', '#!/bin/sh\nprintf "%s " "$@" > arguments\n');
  const remote = join(work, 'remote.git');
  run('git', ['init', '--quiet', '--bare', remote]);
  const publish = () =>
    run(
      'sh',
      [join(project, 'hosting/gitee-pages.sh'), remote],
      { BASE: '/plans/', SITE: 'https://owner.example.io' },
      work,
    );
  for (const text of ['first', 'second']) {
    writeFiles(dist, { 'index.html': text });
    const { status, output } = publish();
    expect(status, output).toBe(0);
    const files = run('git', ['-C', remote, 'ls-tree', '-r', '--name-only', 'pages']).output;
    expect(files.trimEnd().split('\n').sort()).toEqual([...Object.keys(site), '.nojekyll'].sort());
    expect(run('git', ['-C', remote, 'show', 'pages:index.html']).output).toBe(text);
  }
  expect(readText(work, 'arguments').trim()).toBe(
    'run build -- --base /plans/ --site https://owner.example.io',
  );
  // A build refuses a folder with hidden files, so that it takes no checkout for a site.
  expect(existsSync(join(dist, '.nojekyll'))).toBe(false);
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, readText } from '../support/site.ts';

/** What is read here of an entry of package-lock.json, by its path from the checkout; '' is the checkout. */
type Entry = {
  version?: string;
  integrity?: string;
  /** Comes inside the package around it, and is covered by that one's integrity. */
  inBundle?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string | string[];
  bin?: Record<string, string>;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Entries = Record<string, Entry>;
type Platform = { os: string; cpu: string; libc?: string };

const readEntries = (): Entries =>
  (JSON.parse(readText('package-lock.json')) as { packages: Entries }).packages;

/** Where people write and publish plans. */
const platforms: Platform[] = [
  { os: 'darwin', cpu: 'arm64' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'win32', cpu: 'x64' },
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { os: 'linux', cpu: 'x64', libc: 'musl' },
  { os: 'linux', cpu: 'arm64', libc: 'musl' },
];

/** Whether npm installs an entry on a platform; the rule is that of package.json's `os`, `cpu` and `libc`. */
function suits({ os, cpu, libc }: Entry, platform: Platform): boolean {
  const allows = (names: string | string[] | undefined, name: string | undefined): boolean => {
    const list = [names ?? []].flat();
    if (list.length === 0) return true;
    if (name === undefined || list.includes(`!${name}`)) return false;
    return list.includes(name) || list.every((each) => each.startsWith('!'));
  };
  return allows(os, platform.os) && allows(cpu, platform.cpu) && allows(libc, platform.libc);
}

/** Where Node finds a package that the one at `path` asks for; undefined if it is nowhere. */
function findEntry(entries: Entries, path: string, name: string): string | undefined {
  for (
    let from = path;
    ;
    from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))
  ) {
    const found = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
    if (entries[found]) return found;
    if (from === '') return undefined;
  }
}

/** Packages whose bytes npm would install unchecked. */
function findUnchecked(entries: Entries): string[] {
  return Object.entries(entries)
    .filter(([path, { integrity, inBundle }]) => {
      return path !== '' && !inBundle && !/^sha512-[\w+/]{86}==$/u.test(integrity ?? '');
    })
    .map(
      ([path, { version }]) => `${path}@${version}: no integrity; take npm view … dist.integrity`,
    );
}

/** Optional packages that another names and the lock file leaves out, or has in another version. */
function findLeftOut(entries: Entries): string[] {
  return Object.entries(entries).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => {
        const version = entries[findEntry(entries, path, name) ?? '']?.version;
        return version === undefined || (/^\d/u.test(range) && version !== range);
      })
      .map(([name, range]) => `${name}@${range}, asked for by ${path || 'package.json'}`),
  );
}

/** Packages that are made anew for each platform, as `owner` to its variants; a package for one system is none. */
function findNative(entries: Entries): Map<string, Entry[]> {
  const families = Object.entries(entries).map(([path, { optionalDependencies = {} }]) => {
    const variants = Object.keys(optionalDependencies)
      .map((name) => entries[findEntry(entries, path, name) ?? ''])
      .filter((entry): entry is Entry => entry?.os !== undefined);
    return [path, variants] as const;
  });
  return new Map(
    families.filter(([, variants]) => new Set(variants.flatMap(({ os }) => os)).size > 1),
  );
}

const nameOf = (platform: Platform): string => Object.values(platform).join(' ');

describe('the lock file', () => {
  test('has an integrity for every package', () => {
    expect(findUnchecked(readEntries())).toEqual([]);
  });

  test.each(['', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='])(
    'an integrity of “%s” is none',
    (integrity) => {
      const entries: Entries = {
        '': {},
        'node_modules/a': { version: '1.0.0', integrity },
        'node_modules/b': { version: '1.0.0', inBundle: true },
      };
      expect(findUnchecked(entries)).toEqual([expect.stringContaining('node_modules/a@1.0.0')]);
    },
  );

  test('has every optional package that another names', () => {
    expect(findLeftOut(readEntries())).toEqual([]);
  });

  test('a variant that is left out, or of another version, is told', () => {
    const entries = readEntries();
    delete entries['node_modules/@pagefind/darwin-arm64'];
    entries['node_modules/@esbuild/win32-x64'] = { version: '0.1.0' };
    expect(findLeftOut(entries).map((fault) => fault.replace(/@[\d.]+,/u, ''))).toEqual([
      '@esbuild/win32-x64 asked for by node_modules/esbuild',
      '@pagefind/darwin-arm64 asked for by node_modules/pagefind',
    ]);
  });

  test('knows the packages with a variant for each platform', () => {
    expect([...findNative(readEntries()).keys()]).toEqual(
      expect.arrayContaining(
        ['@astrojs/compiler-binding', 'esbuild', 'lightningcss', 'pagefind', 'rolldown', 'sharp']
          .map((name) => `node_modules/${name}`)
          .concat(''),
      ),
    );
  });

  test.each(platforms.map((platform) => [nameOf(platform), platform] as const))(
    'has a variant of each of them for %s',
    (_name, platform) => {
      const missing = [...findNative(readEntries())]
        // Node is no such package on musl: see below.
        .filter(([owner]) => owner !== '' || platform.libc !== 'musl')
        .filter(([, variants]) => !variants.some((variant) => suits(variant, platform)))
        .map(([owner]) => owner);
      expect(missing).toEqual([]);
    },
  );

  test.each([
    [{ os: ['linux'], libc: ['musl'] }, 'linux', 'glibc', false],
    [{ os: ['linux'], libc: ['musl'] }, 'linux', 'musl', true],
    [{ os: 'linux' }, 'linux', 'musl', true],
    [{ os: ['!win32'] }, 'darwin', undefined, true],
    [{ os: ['!darwin'] }, 'darwin', undefined, false],
    [{ cpu: ['arm64'] }, 'darwin', undefined, false],
  ])('%j on %s %s: %s', (entry, os, libc, expected) => {
    expect(suits(entry, { os, cpu: 'x64', ...(libc === undefined ? {} : { libc }) })).toBe(
      expected,
    );
  });
});

describe('Node', () => {
  /** Packages that put a `node` into the path of npm scripts. */
  const findNodes = (): [string, Entry][] =>
    Object.entries(readEntries()).filter(([, { bin }]) => bin?.['node'] !== undefined);

  test('comes as a package of its own for each platform, in major version 24', () => {
    const own = Object.keys(readEntries()['']?.optionalDependencies ?? {});
    expect(findNodes().map(([path]) => path)).toEqual(own.map((name) => `node_modules/${name}`));
    expect(findNodes().map(([, { version }]) => version?.split('.')[0])).toEqual(
      own.map(() => '24'),
    );
  });

  test.each(platforms.map((platform) => [nameOf(platform), platform] as const))(
    'is there once for %s; on musl, where that of the packages cannot run, not at all',
    (_name, platform) => {
      const suiting = findNodes().filter(([, entry]) => suits(entry, platform));
      expect(suiting.map(([path]) => path)).toHaveLength(platform.libc === 'musl' ? 0 : 1);
    },
  );

  test.skipIf(process.platform === 'win32').each(['is not there', 'leads nowhere'])(
    'is linked into the path of npm scripts where the link %s',
    (state) => {
      const folder = mkdtempSync(join(tmpdir(), 'jihua-node-'));
      const bin = join(folder, 'node_modules/.bin');
      const own = join(folder, 'node_modules/node-of-here/bin');
      for (const each of [bin, own]) mkdirSync(each, { recursive: true });
      writeFileSync(join(own, 'node'), '');
      writeFileSync(
        join(folder, 'package.json'),
        JSON.stringify({
          optionalDependencies: { 'node-of-elsewhere': '24.0.0', 'node-of-here': '24.0.0' },
        }),
      );
      if (state === 'leads nowhere') symlinkSync('../node-of-before/bin/node', join(bin, 'node'));
      const script = join(project, 'src/commands/link-node.js');
      expect(spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' }).stderr).toBe(
        '',
      );
      expect(readlinkSync(join(bin, 'node'))).toBe('../node-of-here/bin/node');
      rmSync(folder, { recursive: true });
    },
  );
});

test('no package needs a script when it is installed', () => {
  const scripted = Object.entries(readEntries()).filter(
    ([path, entry]) => path && entry.hasInstallScript,
  );
  // That of esbuild only spares it a start of Node.
  expect(scripted.map(([path]) => path)).toEqual(['node_modules/esbuild']);
});

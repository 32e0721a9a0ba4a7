import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOptions } from '../../src/commands/options.ts';
import { workFolder } from '../support/site.ts';

const folder = join(workFolder, 'options');
const project = join(folder, 'project');
const root = join(folder, 'site');
rmSync(folder, { recursive: true, force: true });
for (const path of [join(project, 'src'), join(root, 'content'), join(folder, 'elsewhere')]) {
  mkdirSync(path, { recursive: true });
}
symlinkSync(join(root, 'content'), join(folder, 'elsewhere', 'link'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (...args: string[]) => readOptions(['--root', root, ...args], project);

describe('options that are none', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['an unknown option', ['--outt', 'x'], 'nearest: “--out”; found “outt”'],
    ['a word', ['dist'], "Unexpected argument 'dist'; --help lists the options"],
    ['an option without its value', ['--out'], "Option '--out <value>' argument missing"],
    ['a value for an option that has none', ['--json=yes'], "'--json' does not take an argument"],
    ['the demonstration of another folder', ['--demo'], '--demo: expected neither --root nor'],
    ['a root that is no folder', ['--root', join(folder, 'none')], '--root: expected a folder'],
    ['an empty output folder', ['--out', ''], '--out: expected a folder; found nothing'],
    ...['plans', '', '//', '/a//b/', '/a/../b/', '/a b/', '/a?b/', '/a#b/', 'https://a.b/'].map(
      (base) => [`the base “${base}”`, ['--base', base], `found “${base}”`] as const,
    ),
    ...['example.org', '', 'https://a.b/c', 'https://a.b/?c', 'https://u:p@a.b', 'file:///a'].map(
      (site) => [`the site “${site}”`, ['--site', site], `found “${site}”`] as const,
    ),
  ])('%s is refused in one line', (_case, args, says) => {
    expect(() => read(...args)).toThrow(says);
    expect(() => read(...args)).toThrow(/^[^\n]+$/u);
  });

  test('those that are some are read', () => {
    expect(read('--base', '/a/b', '--site', 'https://example.org/', '--promise')).toEqual({
      root,
      out: join(root, 'dist'),
      base: '/a/b/',
      site: 'https://example.org',
      promise: true,
      'with-drafts': false,
      json: false,
      help: false,
    });
    expect(read()).toMatchObject({ base: '/', site: undefined, promise: false });
  });
});

test('the demonstration is written to a folder of its own, and never promised', () => {
  expect(readOptions(['--demo'], process.cwd())).toMatchObject({
    root: join(process.cwd(), 'tests/fixtures/demo'),
    out: join(process.cwd(), '.cache/demo'),
  });
  expect(() => readOptions(['--demo', '--promise'], process.cwd())).toThrow('--demo');
});

describe('a path', () => {
  const make = (name: string): string => {
    const path = join(folder, name, 'inside');
    mkdirSync(path, { recursive: true });
    return path;
  };

  test.each(['#', '%', '%20', '?'])('with “%s” is refused before anything is done', (character) => {
    const path = make(`a${character}b`);
    const says = `expected a path without “${character.charAt(0)}”`;
    expect(() => readOptions(['--root', root], path)).toThrow(`the checkout: ${says}`);
    expect(() => read('--root', path)).toThrow(`--root: ${says}`);
    symlinkSync(path, join(folder, `link-${character.codePointAt(0)}-${character.length}`));
    expect(() =>
      read('--root', join(folder, `link-${character.codePointAt(0)}-${character.length}`)),
    ).toThrow(says);
    // What is written there is not read by tools.
    expect(read('--out', join(path, 'dist')).out).toBe(join(path, 'dist'));
  });

  test.each([' ', '计划', '&', "'", '[b]', '(b)', '@', '+'])('may have “%s”', (character) => {
    const path = make(`a${character}b`);
    expect(readOptions(['--root', path], path).root).toBe(path);
  });
});

describe('an output folder that would stand where people wrote', () => {
  test.each([
    ['the root', root],
    ['what holds the root', folder],
    ['the checkout', project],
    ['a folder of content', join(root, 'content')],
    ['a folder in content that is not there yet', join(root, 'content', 'plans', 'site')],
    ['a folder in content, by another letter case', join(root, 'Content')],
    ['a folder of sources', join(root, 'seeds')],
    ['the folder of what is published as it is', join(root, 'public')],
    ['a folder of code', join(project, 'src', 'dist')],
    ['a way around', join(root, 'dist', '..', 'seeds', 'x')],
    ['a symbolic link into content', join(folder, 'elsewhere', 'link', 'x')],
    ['a name that begins with that of the root', `${root}-site`],
    ['a name that begins with that of the checkout', `${project}.dist`],
  ])('%s is refused', (_case, out) => {
    expect(() => read('--out', out)).toThrow(/^--out: expected a folder of its own, .*; found /u);
  });

  test.each([
    join(root, 'dist'),
    join(root, 'contents'),
    join(project, '.cache', 'site'),
    join(folder, 'out'),
  ])('%s is not', (out) => {
    expect(read('--out', out).out).toBe(out);
  });
});

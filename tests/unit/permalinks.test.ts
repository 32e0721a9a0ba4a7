import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  checkPermalinks,
  mergePermalinks,
  readPublished,
} from '../../src/integrations/permalinks.ts';
import { workFolder } from '../support/site.ts';

describe('an address once published is not lost', () => {
  const published = ['/', '/20xx/tasks/1/', '/20xx/tasks/1/#s1', ''];

  test('an anchor is one: its page alone is not enough', () => {
    expect(() => checkPermalinks(published, ['/', '/20xx/tasks/1/'])).toThrow(
      'public/permalinks.txt:3: permalink-lost: expected /20xx/tasks/1/#s1, which has been published (if a correction took it out, name it there under `gone`); found no such page or anchor',
    );
    expect(() =>
      checkPermalinks(published, ['/', '/20xx/tasks/1/', '/20xx/tasks/1/#s10', '/#s1']),
    ).toThrow(':3: permalink-lost');
  });

  test('a page is one: an anchor on another page is not enough', () => {
    expect(() => checkPermalinks(published, ['/', '/20xx/tasks/1/#s1'])).toThrow(
      ':2: permalink-lost',
    );
  });

  test('all that are gone are told in one run', () => {
    expect(() => checkPermalinks(published, ['/20xx/tasks/1/'])).toThrow(
      /:1: permalink-lost[^]*:3: permalink-lost/u,
    );
  });

  test('what is new is told, and promised in order', () => {
    const built = ['/', '/20xx/tasks/1/', '/20xx/tasks/1/#s1', '/20xx/tasks/1/#s2', '/a/'];
    const added = checkPermalinks(published, built);
    expect(added).toEqual(['/20xx/tasks/1/#s2', '/a/']);
    expect(mergePermalinks(published, added)).toBe(`${built.join('\n')}\n`);
  });
});

describe('the list of published addresses', () => {
  const root = join(workFolder, 'permalinks');
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  beforeEach(() => {
    remove();
    mkdirSync(join(root, 'public'), { recursive: true });
  });
  afterAll(remove);
  const write = (text: string): void => {
    writeFileSync(join(root, 'public/permalinks.txt'), text);
    writeFileSync(join(root, 'public/promised-words.txt'), 'words\n');
  };
  const read = (promise: boolean) => () =>
    readPublished(root, { promise, checkout: root }).addresses;

  test('may not be missing where something was published', () => {
    expect(read(false)).toThrow(/^public\/permalinks\.txt:1: permalink-list: .*found no file$/u);
    expect(read(true)()).toEqual([]);
    expect(readPublished(root, { promise: false })).toEqual({ addresses: [], words: [] });
  });

  test.each(['', '\n', '\r\n\r\n'])('may never be empty, as %j is', (text) => {
    write(text);
    for (const promise of [false, true]) {
      expect(read(promise)).toThrow(/permalink-list: .*found no address$/u);
    }
  });

  test('has an address a line, whatever the line ends', () => {
    write('/\r\n/a/\r\n');
    expect(read(false)()).toEqual(['/', '/a/', '']);
  });

  test('must be a file', () => {
    mkdirSync(join(root, 'public/permalinks.txt'));
    expect(read(true)).toThrow(/^public\/permalinks\.txt:1: file-unreadable: .*found a folder$/u);
  });
});

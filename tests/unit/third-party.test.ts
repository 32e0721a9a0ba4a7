import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { decompress } from 'wawoff2';
import { listFiles, project, readText } from '../support/site.ts';

const notice = readText('THIRD-PARTY.md');
const installed = (name: string): string => join(project, 'node_modules', name);

type Package = { version: string; license: string; dependencies: Record<string, string> };
const readPackage = (folder: string): Package =>
  JSON.parse(readText(folder, 'package.json')) as Package;

/** The cells of the rows of the tables under a heading; the names of packages without their quotes. */
function readRows(heading: string): string[][] {
  const part = notice.split(/^## /mu).find((each) => each.startsWith(heading)) ?? '';
  return [...part.matchAll(/^\| `.*$/gmu)].map(([row]) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`([^`]+)`$/u, '$1')),
  );
}

/** All that a package says of its licence, in the files it comes with. */
const readLicences = (name: string): string =>
  listFiles(installed(name))
    .filter((file) => /^(?:licen[cs]e|notice)/iu.test(file))
    .map((file) => readText(installed(name), file))
    .join('\n');

/** What the first web font of a package says of its copyright, if it has one. */
async function readCopyrightOfFonts(name: string): Promise<string> {
  const [file] = listFiles(installed(name), '.woff2');
  if (file === undefined) return '';
  const font = create(Buffer.from(await decompress(readFileSync(join(installed(name), file)))));
  return 'copyright' in font ? font.copyright : '';
}

/** Rows of four cells are packages that reach readers; the libraries inside one of them have two. */
const shipped = readRows('What reaches readers').filter((row) => row.length === 4);
const working = readRows('What only works');

describe('THIRD-PARTY.md', () => {
  test('names every package that the site is made with, once', () => {
    expect([...shipped, ...working].map(([name]) => name).sort()).toEqual(
      Object.keys(readPackage(project).dependencies).sort(),
    );
  });

  test.each([...shipped, ...working].map(([name = '', licence]) => [name, licence]))(
    'says of %s what the package says: %s',
    (name, licence) => {
      expect(licence).toBe(readPackage(installed(name ?? '')).license);
    },
  );

  test.each(shipped.map(([name = '', , copyright = '']) => [name, copyright] as const))(
    'gives a copyright line of %s: %s',
    async (name, copyright) => {
      expect(copyright).toMatch(/^(?:Copyright|\(c\)) /u);
      expect(readLicences(name) + (await readCopyrightOfFonts(name))).toContain(copyright);
    },
  );

  test('says of the font what its file says', () => {
    const [, words = ''] = /say of themselves: “([^”]+)”/u.exec(notice.replaceAll('\n', ' ')) ?? [];
    expect(words).not.toBe('');
    const fonts = listFiles(join(installed('@embedpdf/fonts-sc'), 'fonts'), '.otf');
    expect(fonts).not.toEqual([]);
    for (const font of fonts) {
      const bytes = readFileSync(join(installed('@embedpdf/fonts-sc'), 'fonts', font));
      // Names in a font are UTF-16, high byte first (OpenType, table “name”).
      expect(bytes.includes(Buffer.from(words, 'utf16le').swap16()), font).toBe(true);
    }
  });

  test('tells what is inside the Pagefind that is installed', () => {
    expect(notice.replaceAll('\n', ' ')).toContain(
      `comes ready made with Pagefind ${readPackage(installed('pagefind')).version}.`,
    );
  });
});

import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { nearestHint } from '../text/anchor.ts';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { readEach } from '../text/faults.ts';
import { limits } from '../text/limits.ts';
import { idSchema } from '../text/schema.ts';
import { decodeText, linesIn } from '../text/source.ts';
import type { File } from '../text/yaml.ts';
import { type Message, type Said, joined } from '../text/say.ts';
import { oneOf } from '../text/phrases.ts';
import { wantedBy } from '../text/issue-words.ts';

/**
 * Reads a file that editors write.
 * @param file its path from `root`
 * @returns its text, with line feeds for line ends: Mac OS once wrote carriage returns alone
 * @param most as many bytes as it may have
 * @throws PlanError file-unreadable if a folder is there, a link that leads nowhere, or what may not be read;
 * file-size, file-encoding, file-character
 */
export function readContent(root: string, file: string, most?: number): string {
  return decodeText(readBytes(root, file, most), file).replace(/\r\n?/gu, '\n');
}

/** readContent, or undefined if nothing of that name is there: a link that leads nowhere is something. */
export function readIfThere(root: string, file: string, most?: number): File | undefined {
  return isThere(root, file) ? { file, text: readContent(root, file, most) } : undefined;
}

/** Whether there is anything of that name. */
export function isThere(root: string, file: string): boolean {
  return lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
}

/**
 * The bytes of a file.
 * @param most as many as it may have
 * @throws PlanError file-unreadable, file-size
 */
export function readBytes(root: string, file: string, most: number = limits.fileBytes): Buffer {
  const path = join(root, file);
  try {
    const stat = statSync(path);
    // A device may have no end, and a pipe no beginning.
    if (!stat.isFile() && !stat.isDirectory()) throw unreadable(file, readable, device);
    if (stat.size > most && stat.isFile()) throw tooLarge(file, readStart(path, most), most);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw unreadable(file, readable, reasonOf(error));
  }
}

function readStart(path: string, length: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** The line is the one on which the file grows too large. */
function tooLarge(file: string, start: Buffer, most: number): PlanError {
  return new PlanError(
    'file-size',
    { file, line: linesIn(start) },
    {
      expected: { en: `at most ${most} bytes`, zh: `至多 ${most} 个字节` },
      found: { en: 'more, from this line on', zh: '从这一行起超过了' },
    },
  );
}

/**
 * The names in a folder of content, in order; none if there is no folder. What a system keeps for itself begins
 * with a dot, and is left out.
 * @throws PlanError file-unreadable if it is no folder, or may not be read
 */
export function namesIn(root: string, folder: string): string[] {
  if (!isThere(root, folder)) return [];
  try {
    return readdirSync(join(root, folder))
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    throw unreadable(
      folder,
      { en: 'a folder that can be read', zh: '可以读的文件夹' },
      reasonOf(error),
    );
  }
}

/**
 * The ids of the MDX files in a folder, in order: their names are the tails of addresses.
 * @throws PlanError, PlanErrors: file-name for each file whose name is none, or that nothing reads
 */
export function mdxIdsIn(root: string, folder: string): string[] {
  return readEach(namesIn(root, folder), (name) => {
    const id = name.replace(/\.mdx$/u, '');
    const { success, error } = idSchema.safeParse(id);
    if (success && id !== name) return id;
    const [issue] = error?.issues ?? [];
    const wanted = issue && wantedBy(issue);
    throw new PlanError(
      'file-name',
      { file: `${folder}/${name}`, line: 1 },
      {
        expected:
          id === name || !wanted
            ? { en: 'a file name that ends in .mdx', zh: '以 .mdx 结尾的文件名' }
            : {
                en: `a file name that is, without .mdx, ${wanted.en}`,
                zh: `文件名除去 .mdx 之后，${wanted.zh}`,
              },
        found: quoteBriefly(name, 80),
      },
    );
  });
}

/**
 * Refuses files that nothing would read: their names are slips.
 * @param known names of files that may be in the folder
 * @throws PlanError, PlanErrors: file-name
 */
export function refuseUnknownFiles(root: string, folder: string, known: readonly string[]): void {
  readEach(namesIn(root, folder), (name) => {
    if (known.includes(name)) return;
    throw new PlanError(
      'file-name',
      { file: `${folder}/${name}`, line: 1 },
      {
        expected: joined`${oneOf(known)}${nearestHint(known, name)}`,
        found: quoteBriefly(name, 80),
      },
    );
  });
}

/** What changes whenever a file of a folder changes: names, sizes and times. Whatever cannot be read is told later. */
export function fingerprintOf(root: string, folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names.map((name) => {
    try {
      const { mtimeMs, size } = statSync(join(root, folder, name));
      return `${name}:${mtimeMs}:${size}`;
    } catch {
      return name;
    }
  });
}

const readable: Said = { en: 'a file that can be read', zh: '可以读的文件' };

const device: Said = { en: 'a device or a pipe', zh: '设备或管道' };

function unreadable(file: string, expected: Said, found: Message): PlanError {
  return new PlanError('file-unreadable', { file, line: 1 }, { expected, found });
}

const notAllowed: Said = { en: 'one that may not be read', zh: '不许读的文件' };

const reasons: Readonly<Record<string, Said>> = {
  EISDIR: { en: 'a folder', zh: '文件夹' },
  ENOTDIR: { en: 'a file', zh: '文件' },
  ENOENT: { en: 'a link that leads nowhere', zh: '失效的链接' },
  ELOOP: { en: 'a link that leads to itself', zh: '指向自己的链接' },
  EACCES: notAllowed,
  EPERM: notAllowed,
};

function reasonOf(error: unknown): Message {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}

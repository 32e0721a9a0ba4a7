import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError, reasonOf } from './command-error.ts';

/** Writes a file, and the folders around it. */
export function put(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/**
 * Writes all files or none: first beside their places, then into them; what was there comes back if one cannot be.
 * @throws CommandError if one cannot be written
 */
export function writeAll(root: string, files: ReadonlyMap<string, string | Buffer>): void {
  const paths = [...files.keys()].map((file) => join(root, file));
  const beside = (path: string): string => `${path}.new`;
  const undo: (() => void)[] = [];
  try {
    for (const [file, content] of files) {
      const path = beside(join(root, file));
      undo.push(() => rmSync(path, { force: true }));
      put(path, content);
    }
    for (const path of paths) {
      const old = existsSync(path) ? readFileSync(path) : undefined;
      renameSync(beside(path), path);
      undo.push(() => (old ? writeFileSync(path, old) : rmSync(path, { force: true })));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    const reason = reasonOf(error);
    throw new CommandError({
      en: `nothing was written: ${reason.en}`,
      zh: `什么也没有写：${reason.zh}`,
    });
  }
}

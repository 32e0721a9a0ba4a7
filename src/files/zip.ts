import { type Zippable, zipSync } from 'fflate';
import type { Bytes } from './formats.ts';

/** The first day that a ZIP file can name: files of a build have no date of their own. Local time, as ZIP has it. */
const noDate = new Date(1980, 0, 1);

/** Where the files come from would differ from one maker's system to the other. */
const fixed = { mtime: noDate, os: 0, attrs: 0 };

/**
 * Packs files; the same files give the same bytes.
 * @param files by their paths, in order; `stored` names those that are not compressed
 */
export function zip(
  files: readonly (readonly [path: string, content: string | Uint8Array])[],
  stored: readonly string[] = [],
): Bytes {
  const packed: Zippable = Object.fromEntries(
    files.map(([path, content]) => [
      path,
      [
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
        { ...fixed, level: stored.includes(path) ? 0 : 9 },
      ],
    ]),
  );
  return new Uint8Array(zipSync(packed));
}

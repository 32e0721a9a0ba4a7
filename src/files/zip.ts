import { type Zippable, zipSync } from 'fflate';

export type Bytes = Uint8Array<ArrayBuffer>;

/** The first day that a ZIP file can name: files of a build have no date of their own. */
export const noDate = '1980-01-01';

/** ZIP has local time, so this is that day everywhere. */
const mtime = `${noDate}T00:00:00`;

/**
 * Packs files; the same files give the same bytes on every machine.
 * @param files by their paths, in order
 * @param stored the paths of those that are not compressed
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
        { mtime, os: 0, attrs: 0, level: stored.includes(path) ? 0 : 9 },
      ],
    ]),
  );
  return new Uint8Array(zipSync(packed));
}

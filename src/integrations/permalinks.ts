import { existsSync, readFileSync } from 'node:fs';
import { PlanError } from '../text/errors.ts';

/** The file that lists every address once published. */
export const permalinksFile = 'public/permalinks.txt';

/**
 * Checks that no published address is gone.
 * @param path of the list; a site without one has published nothing yet
 * @param addresses of the site as built
 * @returns the addresses that are new
 * @throws PlanError permalink-lost: the first one that is gone, with its line in the list
 */
export function checkPermalinks(path: string, addresses: readonly string[]): string[] {
  const built = new Set(addresses);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  lines.forEach((address, i) => {
    if (address === '' || built.has(address)) return;
    throw new PlanError(
      'permalink-lost',
      { file: permalinksFile, line: i + 1 },
      { expected: `${address}, which has been published`, found: 'no such page or anchor' },
    );
  });
  const published = new Set(lines);
  return addresses.filter((address) => !published.has(address));
}

/** The list with `added` in it, sorted as the build sorts addresses, one a line. */
export function mergePermalinks(path: string, added: readonly string[]): string {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return `${[...new Set([...lines, ...added])].filter(Boolean).sort().join('\n')}\n`;
}

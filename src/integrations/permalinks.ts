import { PlanError } from '../text/errors.ts';
import { readIfThere } from '../loaders/content-files.ts';

/** The file that lists every address once published. */
export const permalinksFile = 'public/permalinks.txt';

/**
 * Reads the list of published addresses, or that of the words they say.
 * @param mayBeMissing whether the site may have published nothing yet
 * @returns its lines
 * @throws PlanError permalink-list if it is missing or empty, file-… if it cannot be read
 */
export function readPermalinks(
  root: string,
  { mayBeMissing, list = permalinksFile }: { mayBeMissing: boolean; list?: string },
): string[] {
  // It grows with every plan.
  const file = readIfThere(root, list, Infinity);
  const lines = file?.text.split('\n') ?? [];
  if (lines.some(Boolean) || (mayBeMissing && !file)) return lines;
  throw new PlanError(
    'permalink-list',
    { file: list, line: 1 },
    {
      expected:
        'the addresses once published (where none was, remove the file: `npm run promise` makes it)',
      found: file ? 'no address' : 'no file',
    },
  );
}

/**
 * Checks that no published address is gone.
 * @param lines of the list
 * @param addresses of the site as built
 * @returns the addresses that are new
 * @throws PlanError permalink-lost: the first one that is gone, with its line in the list
 */
export function checkPermalinks(lines: readonly string[], addresses: readonly string[]): string[] {
  const built = new Set(addresses);
  lines.forEach((address, i) => {
    if (address === '' || built.has(address)) return;
    throw new PlanError(
      'permalink-lost',
      { file: permalinksFile, line: i + 1 },
      {
        expected: `${address}, which has been published (if a correction took it out, name it there under \`gone\`)`,
        found: 'no such page or anchor',
      },
    );
  });
  const published = new Set(lines);
  return addresses.filter((address) => !published.has(address));
}

/** The list with `added` in it, sorted as the build sorts addresses, one a line. */
export function mergePermalinks(lines: readonly string[], added: readonly string[]): string {
  return `${[...new Set([...lines, ...added])].filter(Boolean).sort().join('\n')}\n`;
}

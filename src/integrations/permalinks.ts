import { readEach } from '../text/faults.ts';
import { PlanError } from '../text/errors.ts';
import { readIfThere } from '../loaders/content-files.ts';
import { noFile } from '../text/phrases.ts';

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
      expected: {
        en: 'the addresses once published (where none was, remove the file: `npm run promise` makes it)',
        zh: '已经发布的网址（从没有发布过的，删去这个文件，由 `npm run promise` 生成）',
      },
      found: file ? { en: 'no address', zh: '没有网址' } : noFile,
    },
  );
}

/**
 * Checks that no published address is gone.
 * @param lines of the list
 * @param addresses of the site as built
 * @returns the addresses that are new
 * @throws PlanError, PlanErrors permalink-lost: those that are gone, with their lines in the list
 */
export function checkPermalinks(lines: readonly string[], addresses: readonly string[]): string[] {
  const built = new Set(addresses);
  readEach(lines, (address, i) => {
    if (address === '' || built.has(address)) return;
    throw new PlanError(
      'permalink-lost',
      { file: permalinksFile, line: i + 1 },
      {
        expected: {
          en: `${address}, which has been published (if a correction took it out, name it there under \`gone\`)`,
          zh: `已经发布的 ${address}（如果是更正去掉的，在那条更正的 \`gone\` 里写明）`,
        },
        found: { en: 'no such page or anchor', zh: '没有这个网页或位置' },
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

import { resolve } from 'node:path';
import { promisedWordsFile } from '../corrections/promised-words.ts';
import { readEach } from '../text/faults.ts';
import { PlanError } from '../text/errors.ts';
import { readIfThere } from '../loaders/content-files.ts';
import { noFile } from '../text/phrases.ts';

/** The file that lists every address once published. */
export const permalinksFile = 'public/permalinks.txt';

/** What a site has published: the lines of the list of addresses, and of that of the words they say. */
type Published = { addresses: string[]; words: string[] };

/**
 * Reads what a site has published. Only where nothing may have been yet a list may be missing: in a folder other than
 * this checkout, and for who promises, perhaps for the first time.
 * @throws PlanError permalink-list if a list is missing or empty, file-… if it cannot be read
 */
export function readPublished(
  root: string,
  { promise, checkout = process.cwd() }: { promise: boolean; checkout?: string },
): Published {
  const mayBeMissing = promise || resolve(root) !== checkout;
  const linesOf = (list: string): string[] => readList(root, list, mayBeMissing);
  return { addresses: linesOf(permalinksFile), words: linesOf(promisedWordsFile) };
}

function readList(root: string, list: string, mayBeMissing: boolean): string[] {
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

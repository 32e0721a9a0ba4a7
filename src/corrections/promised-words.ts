import { createHash } from 'node:crypto';
import { PlanError, quoteBriefly } from '../text/errors.ts';
import { placeAddresses, promisedAddress } from '../urls.ts';
import { type Edition, type Passage, listPassages, listTasks } from './places.ts';
import { joined } from '../text/say.ts';

/**
 * The file that records what published addresses of a text say: an address, the fingerprint of its words, and how they
 * begin, for people. An address that was corrected has a line for each thing it has said.
 */
export const promisedWordsFile = 'public/promised-words.txt';

/** One line of it. */
type Promise = { address: string; fingerprint: string; beginning: string };

/** The editions of one plan, the current one last, and the file that names them. */
type PlanEditions = {
  plan: string;
  file: string;
  editions: readonly [...Edition[], Edition];
};

const length = 12;

/** The first twelve hexadecimal digits of the SHA-256 of words. */
const fingerprintOf = (words: string): string =>
  createHash('sha256').update(words).digest('hex').slice(0, length);

/**
 * What each address of a text says. Only the first address of a place is recorded: the others are made of the same
 * place, and move with it.
 */
function promisesOf(plan: string, edition: Edition): Promise[] {
  const passages: Passage[] = [...listTasks(edition), ...listPassages(edition)];
  return passages
    .filter(({ place: { kind } }) => kind !== 'front' && kind !== 'closing')
    .map(({ place, text }) => ({
      address: promisedAddress(placeAddresses(plan, place)[0]),
      fingerprint: fingerprintOf(text),
      beginning: Array.from(text.replace(/\s+/gu, ' ')).slice(0, 16).join(''),
    }));
}

const lineOf = ({ address, fingerprint, beginning }: Promise): string =>
  `${address} ${fingerprint} ${beginning}`;

const keyOf = ({ address, fingerprint }: Promise): string => `${address} ${fingerprint}`;

function readLine(line: string): Promise {
  const [address = '', fingerprint = '', ...beginning] = line.split(' ');
  return { address, fingerprint, beginning: beginning.join(' ') };
}

/**
 * Checks that every published address of a text says what it said, or that a correction keeps what it said: an editor
 * who alters a published text in any other way is told.
 * @param lines of the file
 * @returns the lines that are new
 * @throws PlanError permalink-words with the line of the first broken promise, and how many more there are
 */
export function checkPromisedWords(
  lines: readonly string[],
  { plan, file, editions }: PlanEditions,
): string[] {
  const promised = lines.map(readLine);
  const kept = new Set(editions.flatMap((edition) => promisesOf(plan, edition)).map(keyOf));
  const today = editions.slice(-1).flatMap((edition) => promisesOf(plan, edition));
  const broken = promised.flatMap((promise, i) =>
    promise.address.startsWith(`/${plan}/`) && !kept.has(keyOf(promise))
      ? [{ ...promise, line: i + 1 }]
      : [],
  );
  const [first] = broken;
  if (first) {
    const now = today.find(({ address }) => address === first.address);
    const more = broken.length - 1;
    const others = {
      en: `, and ${more} more that say something else`,
      zh: `，另有 ${more} 处也换了内容`,
    };
    throw new PlanError(
      'permalink-words',
      { file: promisedWordsFile, line: first.line },
      {
        expected: {
          en: `${first.address} to say ${quoteBriefly(first.beginning)} as published, or a correction in ${file} that keeps that text: put the published text back, and correct it by \`npm run correct\``,
          zh: `${first.address} 仍是发布时的${quoteBriefly(first.beginning)}，或在 ${file} 有保留旧文本的更正：请把发布过的文本放回去，再用 \`npm run correct\` 更正`,
        },
        found: joined`${
          now
            ? quoteBriefly(now.beginning)
            : { en: 'no such place in the text', zh: '文本里没有这个位置' }
        }${more > 0 ? others : ''}`,
      },
    );
  }
  const known = new Set(promised.map(keyOf));
  return today.filter((promise) => !known.has(keyOf(promise))).map(lineOf);
}

/** The lines of the file with `added` among them, by address in code point order, the older of one address first. */
export function mergePromisedWords(lines: readonly string[], added: readonly string[]): string {
  const addressOf = (line: string): string => readLine(line).address;
  return `${[...new Set([...lines, ...added])]
    .filter(Boolean)
    .sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : addressOf(a) > addressOf(b) ? 1 : 0))
    .join('\n')}\n`;
}

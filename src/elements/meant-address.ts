import { nearestWord } from '../text/nearest.ts';

/**
 * The address that was meant by one that is not there. Chat programs take the mark or the words behind a link for
 * a part of it; people type full-width letters, capitals, `.html`.
 *
 * @param asked a path from the root of the site, as a browser gives it: percent-encoded
 * @returns `path`, in the letters that addresses of the site are made of, with a slash at its end unless it names a
 * file; `rest`, what was behind it
 */
export function meantAddress(asked: string): { path: string; rest: string } {
  const text = decode(asked).normalize('NFKC').trim();
  const [like = ''] = /^[\w./-]*/u.exec(text) ?? [];
  const path = like
    .toLowerCase()
    .replace(/[.,\s]+(?=\/|$)/gu, '')
    .replace(/(?:^|\/)index\.html?$|\.html?$/u, '/')
    .replace(/\/{2,}/gu, '/')
    .replace(/^\//u, '');
  const isFile = /\.[^/]*$/u.test(path) || path === '' || path.endsWith('/');
  return { path: isFile ? path : `${path}/`, rest: text.slice(like.length) };
}

/** Decodes what can be decoded; a chat that cuts an address may cut a character. */
function decode(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+|%/giu, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return ' ';
    }
  });
}

/**
 * What an address that is not there may have meant, the likeliest first: its words spelt as the site spells them, and
 * a page of the plan that is current where no plan is named.
 * @param own the words of the site's addresses
 * @param current where the plan is that is current, as `20xx/`
 */
export function likelyAddresses(path: string, own: readonly string[], current: string): string[] {
  if (path === '') return [];
  const respelt = path.replace(/[a-z]{3,}/gu, (word) =>
    own.includes(word) ? word : (nearestWord(own, word, Math.floor(word.length / 3)) ?? word),
  );
  const likely = [
    respelt,
    ...(path.startsWith(current) ? [] : [current + path, current + respelt]),
  ];
  return [...new Set(likely)].filter((address) => address !== path);
}

/** The places that an address is within, from the nearest: of `20xx/tasks/99/` `20xx/tasks/` and `20xx/`. */
export function placesAround(path: string): string[] {
  const parts = path.split('/').filter(Boolean).slice(0, -1);
  return parts.map((_part, i) => `${parts.slice(0, parts.length - i).join('/')}/`);
}

/**
 * What of an address may be looked for in the plans: Chinese words, and Latin ones that are more than the site's own.
 * @param unknown the parts of an address that lead nowhere, and what was behind it
 * @param own the words of the site's addresses
 */
export function wordsToSearch(unknown: string, own: readonly string[]): string {
  const words = unknown.match(/\p{Script=Han}+|[a-z]{3,}/giu) ?? [];
  return words
    .filter((word) => !own.some((known) => known.startsWith(word.toLowerCase())))
    .join(' ');
}

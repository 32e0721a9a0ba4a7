import { joining } from '../words/joining-words.ts';

/** What an error report is about: words, the part and title they are cited by, and their address. */
export type ReportedPlace = {
  words: string;
  title: string;
  part?: string | undefined;
  /** Whole, or from the site's root where the site's own address is not known. */
  url: string;
};

/** Programs that write e-mail take links of about 2,000 characters: 9 for each Chinese one. */
const longest = 80;

/**
 * The link by which a reader tells the editors of an error in one place, already filled in.
 *
 * @param form as `content/site.yaml` gives it: an e-mail link, or a form with places for `{citation}` and `{address}`
 * @param subject of an e-mail
 * @returns an address in ASCII. In an e-mail (RFC 6068) citation and address are two lines of the body, and the
 * cursor waits below them. Words that are too long are cut, and the address says which they are.
 */
export function errorReportAddress(form: string, place: ReportedPlace, subject: string): string {
  const { words, title, part, url } = place;
  const characters = Array.from(words.replace(/\s+/gu, ' ').trim());
  const cut =
    characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
  const citation = `“${cut}”${joining.gap}${joining.dash}${[title, part].filter(Boolean).join(joining.comma)}`;
  if (form.startsWith('mailto:')) {
    const body = `${citation}\r\n${url}\r\n\r\n`;
    return `${form}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  }
  return form
    .replaceAll('{citation}', () => encodeURIComponent(citation))
    .replaceAll('{address}', () => encodeURIComponent(url));
}

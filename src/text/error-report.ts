import { z } from 'zod';

/** What stands for the citation and for the address in the address of a form. */
const places = { citation: '{citation}', address: '{address}' } as const;

/** Whether a text is an e-mail link to one address, without a question mark: the site writes subject and body. */
const mailForm = /^mailto:[^\s@?&]+@[^\s@?&]+$/u;

function isForm(address: string): boolean {
  if (!/^https:\/\/[^\s/?#{}]+[/?#]\S*$/u.test(address)) return false;
  const filled = address.replaceAll(places.citation, 'c').replaceAll(places.address, 'a');
  return filled !== address && !/[{}]/u.test(filled) && URL.canParse(filled);
}

/** Where readers tell the editors of an error: an e-mail link, or a form with places for what it is about. */
export const errorReportSchema = z.string().refine((text) => mailForm.test(text) || isForm(text), {
  error: `“mailto:” and one e-mail address, or an address that begins with “https://” and holds ${places.citation} or ${places.address}`,
});

/** What an error report is about: a citation of the words, and their whole address or, where the site's is not known, its path. */
export type ReportedPlace = { citation: string; address: string };

/**
 * The link by which a reader tells the editors of an error in one place, already filled in.
 *
 * @param form as errorReportSchema allows it
 * @param subject of an e-mail
 * @returns an address in ASCII. In an e-mail (RFC 6068) citation and address are two lines of the body, and the
 * cursor waits below them; in a form they stand in the places of `{citation}` and `{address}`.
 */
export function errorReportAddress(
  form: string,
  { citation, address }: ReportedPlace,
  subject: string,
): string {
  if (form.startsWith('mailto:')) {
    const body = `${citation}\r\n${address}\r\n\r\n`;
    return `${form}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  }
  return form
    .replaceAll(places.citation, () => encodeURIComponent(citation))
    .replaceAll(places.address, () => encodeURIComponent(address));
}

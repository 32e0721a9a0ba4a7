import { z } from 'zod';
import { told } from './say.ts';

/** An e-mail link to one address, without a question mark: the site writes subject and body. */
const mailForm = /^mailto:[^\s@?&]+@[^\s@?&]+$/u;

/** An address with places after its host for what is reported. */
function isForm(address: string): boolean {
  if (!/^https:\/\/[^\s/?#{}]+[/?#]\S*$/u.test(address)) return false;
  const filled = address.replaceAll('{citation}', 'c').replaceAll('{address}', 'a');
  return filled !== address && !/[{}]/u.test(filled) && URL.canParse(filled);
}

/** Where readers tell the editors of an error: an e-mail link, or a form with places for what it is about. */
export const errorReportSchema = z.string().refine((text) => mailForm.test(text) || isForm(text), {
  error: told({
    en: '“mailto:” and one e-mail address, or an address that begins with “https://” and holds {citation} or {address}',
    zh: '“mailto:”加一个邮箱，或以“https://”开头、含有 {citation} 或 {address} 的网址',
  }),
});

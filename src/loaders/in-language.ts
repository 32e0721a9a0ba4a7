import { settings } from '../settings.ts';

/** What editors say in the language of the interface, where they say it in that; the rest stays in Chinese. */
export const inLanguage = <Said extends { en?: object | undefined }>(said: Said): Said =>
  settings.only === 'en' ? { ...said, ...said.en } : said;

import { join } from 'node:path';

const root = process.env['JIHUA_ROOT'] ?? process.cwd();

/**
 * What a build may be told from outside. The build command sets these variables from its options; they
 * are read nowhere else.
 */
export const settings = {
  /** The folder that holds `content/`, `seeds/` and `public/permalinks.txt`. */
  root,
  /** The folder the site is written to. */
  out: process.env['JIHUA_OUT'] ?? join(root, 'dist'),
  /** The path the site is served under; of the part in another language, its own. */
  base: process.env['JIHUA_BASE'] ?? '/',
  /** The language of the interface; the part in English stands in a folder of its own, `en/`. */
  only: process.env['JIHUA_ONLY'] === 'en' ? ('en' as const) : ('zh' as const),
  /** The site's public origin; sitemap and canonical links are made with it when it is known. */
  site: process.env['JIHUA_SITE'],
  /** Whether new addresses are added to the list of published ones. */
  promise: process.env['JIHUA_PROMISE'] === 'yes',
  /** Whether proposals that wait for review are published with the rest. */
  drafts: process.env['JIHUA_DRAFTS'] === 'yes',
  /** Where work that may be thrown away is kept. */
  cache: join(root, '.cache'),
};

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { PlanError } from '../text/errors.ts';
import { ownIdForm } from '../text/schema.ts';
import type { Said } from '../text/say.ts';
import { wellEscaped } from '../text/phrases.ts';

/** What a built page offers and asks for. `path` is its address from the site's root, `20xx/tasks/3/`. */
type PageLinks = { file: string; path: string; ids: string[]; hrefs: string[]; images: string[] };

const linkAttributes = new Set(['href', 'src', 'xlink:href']);

/**
 * Checks every internal link and anchor of a built site, and that no page has an id twice.
 * @param folder the built site
 * @param base the path it will be served under, with a slash at both ends
 * @param origin of the site, where it is known: the addresses of pictures for previews begin with it
 * @param only the language of the interface; of the part that is in the folder
 * @returns every address of the site, anchors included, from the root and in order: `/20xx/tasks/3/#s2`
 * @throws PlanError link-broken: the first link in the first page that has one
 * @throws Error for an id given twice, which only a fault of the program can do: content is checked when read
 */
export async function checkPages(
  folder: string,
  { base, origin, only = 'zh' }: { base: string; origin?: string | undefined; only?: 'zh' | 'en' },
): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\//u, ''))
    .sort();
  const pages: PageLinks[] = [];
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    pages.push(readPage(file, await readFile(join(folder, file), 'utf8')));
  }
  const idsOf = new Map(pages.map((page) => [page.path, new Set(page.ids)]));
  const others = new Set(files);
  for (const page of pages) {
    const seen = new Set<string>();
    const twice = page.ids.find((id) => seen.has(id) || !seen.add(id));
    if (twice !== undefined) throw new Error(`${page.file}: the id ${twice} stands there twice`);
    for (const href of [...page.hrefs, ...page.images]) {
      const isOwnImage = page.images.includes(href) && origin !== undefined;
      const address = isOwnImage ? href.slice(origin.length) : href;
      const fault =
        isOwnImage && !href.startsWith(`${origin}/`)
          ? addressUnder(`${origin}${base}`)
          : findFault(withOwnLanguage(address, base, only), page, base, idsOf, others);
      if (fault === undefined) continue;
      throw new PlanError(
        'link-broken',
        { file: page.file, line: 1 },
        { expected: fault, found: href },
      );
    }
  }
  return pages
    .filter((page) => page.path.endsWith('/') || page.path === '')
    .flatMap((page) => [
      `/${page.path}`,
      ...page.ids.filter((id) => !ownIdForm.test(id)).map((id) => `/${page.path}#${id}`),
    ])
    .sort();
}

/**
 * The page here that an address of a page in the other language stands for: both are built from the same, the one after
 * the other. The pictures for previews stand beside the pages in Chinese alone.
 */
function withOwnLanguage(address: string, base: string, only: 'zh' | 'en'): string {
  if (only === 'zh') {
    const english = `${base}en/`;
    return address.startsWith(english) ? base + address.slice(english.length) : address;
  }
  const whole = base.replace(/en\/$/u, '');
  if (address.startsWith(base) || !address.startsWith(whole)) return address;
  return base + address.slice(whole.length).replace(/(?<=^|\/)preview\.png$/u, '');
}

function readPage(file: string, html: string): PageLinks {
  const page: PageLinks = {
    file,
    path: file.replace(/(^|\/)index\.html$/u, '$1'),
    ids: [],
    hrefs: [],
    images: [],
  };
  const parser = new Parser({
    onopentag(name, { property, content }) {
      if (name === 'meta' && property === 'og:image') page.images.push(content ?? '');
    },
    onattribute(name, value) {
      if (name === 'id') page.ids.push(value);
      else if (linkAttributes.has(name)) page.hrefs.push(value);
    },
  });
  parser.end(html);
  return page;
}

/** What a link should lead to but does not; undefined if it is right or leaves the site. */
function findFault(
  href: string,
  page: PageLinks,
  base: string,
  idsOf: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
): Said | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(href)) return undefined;
  const [beforeHash = '', hash = ''] = href.split('#', 2);
  const [address = ''] = beforeHash.split('?', 1);
  if (address !== '' && !address.startsWith(base)) return addressUnder(base);
  const path = address === '' ? page.path : decode(address.slice(base.length));
  const id = decode(hash);
  if (path === undefined || id === undefined) {
    return wellEscaped;
  }
  const ids = idsOf.get(path);
  if (!ids) {
    return files.has(path) && hash === ''
      ? undefined
      : { en: 'a page or file of the site', zh: '网站的一个网页或文件' };
  }
  return hash === '' || ids.has(id)
    ? undefined
    : { en: `the id ${hash} on /${path}`, zh: `/${path} 上的编号 ${hash}` };
}

const addressUnder = (start: string): Said => ({
  en: `an address under ${start}`,
  zh: `${start} 之下的网址`,
});

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

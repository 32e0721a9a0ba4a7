/** Where a page of a folder is, and what else is there. */
export type Folder = {
  /** The path the site is served under, with a slash at both ends. */
  base: string;
  /** The public origin of the site, where it is known: what is not in the folder is there. */
  origin: string | undefined;
  /** Whether the folder has a file, by its path from the site's root. */
  has(path: string): boolean;
  /** Takes the rules of a page's style. @returns the path of a file that has them */
  keepStyle(css: string): string;
};

/** The script of a folder. */
export const folderScript = 'reader.js';

/**
 * The policy of a page of a folder, which has no origin that 'self' could mean.
 * @param hashes of the scripts within the page, as its own policy has them
 */
const policyOf = (hashes: string): string =>
  `default-src 'none';img-src file: data:;style-src file:;script-src file: ${hashes};base-uri 'none';form-action file:`;

const policyTag = /<meta http-equiv="content-security-policy"[^>]*>/u;
const styleTag = /<style>([^]*?)<\/style>/u;
const moduleTag = /<script type="module"[^>]*><\/script>/gu;
/** A tag with an address under a path of the site. */
const addressed =
  /(<[a-z]+\s[^<>]*?)\b(href|src|action|content|data-css)="(0;url=)?(\/[^"]*)"([^>]*>)/gu;

/**
 * A page as it must be to be opened from a folder: addresses from the page to files, one script, a style that pages
 * share. A link to what is not there leads to the public site, or is none; a picture that is not there is left out.
 * @param html the built page, with its policy set
 * @param path of its file from the site's root, as `20xx/tasks/1/index.html`
 */
export function toFolderPage(html: string, path: string, folder: Folder): string {
  const up = '../'.repeat(path.split('/').length - 1);
  let page = html
    .replace(policyTag, (tag) => {
      const [, hashes = ''] = /script-src[^;]*?((?: 'sha256-[^']*')*)(?:;|$)/u.exec(tag) ?? [];
      return `<meta http-equiv="content-security-policy" content="${policyOf(hashes.trim())}">`;
    })
    .replace(styleTag, (_, css: string) => {
      return `<link rel="stylesheet" href="${up}${folder.keepStyle(css)}">`;
    });
  if (page.search(moduleTag) >= 0) {
    page = page
      .replace(moduleTag, '')
      .replace('</head>', `<script defer src="${up}${folderScript}"></script></head>`);
  }
  // A tag may have more than one address; what is done begins with no slash and is not seen again.
  for (let before = ''; before !== page;) {
    before = page;
    page = page.replace(addressed, (...[, start, name, refresh = '', address, end]: string[]) => {
      // The policy lets in no picture that is not in the folder.
      const from = start?.startsWith('<img ') ? { ...folder, origin: undefined } : folder;
      const to = toFile(address ?? '', up, from);
      if (to !== undefined) return `${start}${name}="${refresh}${to}"${end}`;
      return start?.startsWith('<a ') ? `${start}${end}` : '';
    });
  }
  return page;
}

/** The address of a file in the folder, or of the public site; none if neither is known. */
function toFile(address: string, up: string, { base, origin, has }: Folder): string | undefined {
  const [, page = '', rest = ''] = /^([^?#]*)(.*)$/u.exec(address) ?? [];
  if (page.startsWith(base)) {
    const target = page.slice(base.length);
    const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
    if (has(decodeURI(file))) return `${up}${file}${rest}`;
  }
  return origin === undefined ? undefined : origin + address;
}

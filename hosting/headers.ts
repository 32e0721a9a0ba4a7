import { extname } from 'node:path';
import { commonPolicy } from '../src/integrations/content-policy.ts';

/** What a host says of each kind of file that a site has. `nginx.conf` says the same; tests compare the two. */
export const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  pdf: 'application/pdf',
  zip: 'application/zip',
  epub: 'application/epub+zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Types of text: with UTF-8 told, for programs that would guess otherwise. */
const isText = /^text\/|javascript$|json$|xml$/u;

/** The ending of a file's name. Search's own files have none that is known, and are compressed already. */
const endingOf = (path: string): string => extname(path).slice(1);

/** The type of a file, by its name. */
function typeOf(path: string): string {
  if (/(?:^|\/)feed\.xml$/u.test(path)) return 'application/atom+xml; charset=utf-8';
  const type = types[endingOf(path)] ?? 'application/octet-stream';
  return isText.test(type) ? `${type}; charset=utf-8` : type;
}

/** Whether a file is worth compressing. */
export const isCompressible = (path: string): boolean => isText.test(types[endingOf(path)] ?? '');

/** Files whose name has the hash of their content: under one name they never change. */
const isHashed = /(?:^|\/)_astro\/|\/search\/(?:index\/)?[^/]+\.pf_(?:meta|index)$/u;

/** The headers that belong to a file and not to an answer: an object store keeps them with it. */
export function fileHeaders(path: string): { 'Content-Type': string; 'Cache-Control': string } {
  return {
    'Content-Type': typeOf(path),
    'Cache-Control': isHashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/** The headers of every answer. All that a site has is public, and others may show its charts and use its data. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * The content policy of what a browser may show as a document. Pages carry a stricter one, which knows the hash of
 * their style; both hold. Only a header can say who may frame a page: for `…/embed/` anyone may.
 */
export function policyOf(path: string): string | undefined {
  if (!/^(?:text\/html|.*xml)\b/u.test(typeOf(path))) return undefined;
  const policy = [...commonPolicy, "style-src 'self' 'unsafe-inline'"];
  const isFramed = /(?:^|\/)embed\/(?:index\.html)?$/u.test(path);
  return (isFramed ? policy : [...policy, "frame-ancestors 'self'"]).join(';');
}

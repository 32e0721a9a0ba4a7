import { brotliCompressSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { DomUtils, parseDocument } from 'htmlparser2';
import { builtSite, listFiles, readText } from './site.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A built page: its file, its source, its tree, in which a place where a line may end parts no text. */
export type BuiltPage = { file: string; html: string; document: Document };

/** Every HTML page of a built site. */
export function readPages(folder: string): BuiltPage[] {
  return listFiles(folder, '.html').map((file) => {
    const html = readText(folder, file);
    return { file, html, document: parseDocument(html.replaceAll('<wbr>', '')) };
  });
}

/** The elements with this attribute, in document order. */
export function withAttribute(page: BuiltPage, name: string): Element[] {
  return DomUtils.findAll((element) => name in element.attribs, page.document.children);
}

/** The HTML elements within drawings. HTML ends an SVG at one: what follows spills out as text. */
export function htmlInDrawings(page: BuiltPage): string[] {
  const drawn =
    /^(?:a|circle|clipPath|defs|desc|g|image|line|path|pattern|polygon|polyline|rect|style|svg|text|title|tspan|use)$/iu;
  return DomUtils.getElementsByTagName('svg', page.document.children).flatMap((svg) =>
    DomUtils.getElementsByTagName('*', svg.children)
      .filter(({ name }) => !drawn.test(name))
      .map(({ name }) => name),
  );
}

/** The plan's own words on a page, each with its offset in the source. */
export function planTexts(page: BuiltPage): { start: number; text: string }[] {
  return withAttribute(page, 'data-plan-text').map((element) => ({
    start: Number(element.attribs['data-plan-text']),
    text: DomUtils.textContent(element),
  }));
}

/** The words of a page's body that are not the plan's. */
export function otherTexts(page: BuiltPage): string[] {
  const texts: string[] = [];
  const walk = (node: Document['children'][number]): void => {
    if (node.type === 'text') texts.push(DomUtils.textContent(node));
    // The name of a mark in a drawing is like an attribute: it stands nowhere on the page.
    else if ('name' in node && node.name === 'title') return;
    else if ('children' in node && !('data-plan-text' in ('attribs' in node ? node.attribs : {}))) {
      node.children.forEach(walk);
    }
  };
  DomUtils.getElementsByTagName('body', page.document.children).forEach(walk);
  return texts;
}

/**
 * The weight of a page with all it asks for, with brotli, and how many files that are.
 * @param site the folder of the built site, and the path that it stands under
 */
export function weigh(
  { file, html }: { file: string; html: string },
  site: { folder: string; base: string } = { folder: builtSite, base: '/' },
): { bytes: number; files: number } {
  const asked = Array.from(
    html.matchAll(/(?:<script[^>]* src|<link rel="(?:icon|stylesheet)" href)="\/([^"]+)"/gu),
    ([, address = '']) => address.slice(site.base.length - 1),
  );
  const weights = [file, ...asked].map(
    (one) => brotliCompressSync(readText(site.folder, one)).length,
  );
  return { bytes: weights.reduce((sum, weight) => sum + weight), files: weights.length };
}

/** Judges the HTML of built pages. */
export const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Astro writes these; both forms are valid HTML.
    'doctype-style': 'off',
    'attr-quotes': 'off',
    // Source documents have trailing white space of their own, and long titles are theirs too.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

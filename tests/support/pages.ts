import { DomUtils, parseDocument } from 'htmlparser2';
import { listFiles, readText } from './site.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A built page: its file, its source, its tree. */
export type BuiltPage = { file: string; html: string; document: Document };

/** Every HTML page of a built site. */
export function readPages(folder: string): BuiltPage[] {
  return listFiles(folder, '.html').map((file) => {
    const html = readText(folder, file);
    return { file, html, document: parseDocument(html) };
  });
}

/** The elements with this attribute, in document order. */
export function withAttribute(page: BuiltPage, name: string): Element[] {
  return DomUtils.findAll((element) => name in element.attribs, page.document.children);
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

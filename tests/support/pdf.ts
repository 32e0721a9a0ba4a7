import { getDocumentProxy } from 'unpdf';

/** A page of a PDF file as an independent library reads it: its size in points, its text without white space. */
type PdfPage = { width: number; height: number; text: string; fonts: PdfFont[] };
type PdfFont = { name: string; isType3Font: boolean; missingFile: boolean };

/** What an independent library reads in a PDF file. */
export type ReadPdf = {
  pages: PdfPage[];
  /** Titles of bookmarks, each with how deep it stands and the page it leads to, from 1. */
  bookmarks: { title: string; depth: number; page: number }[];
  info: Record<string, unknown>;
  isTagged: boolean;
  /** The roles of structure that the file has. */
  roles: Set<string>;
};

type Node = { role?: string; children?: Node[] };
type Bookmark = { title: string; dest: string | unknown[] | null; items: Bookmark[] };

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** Reads a PDF file with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  try {
    const pages: PdfPage[] = [];
    const roles = new Set<string>();
    const walk = ({ role, children = [] }: Node): void => {
      if (role !== undefined) roles.add(role);
      children.forEach(walk);
    };
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const page = await pdf.getPage(n);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      walk(((await page.getStructTree()) as Node | null) ?? {});
      const operators = await page.getOperatorList();
      const ids = new Set(
        operators.argsArray
          .filter((args: unknown): args is [string, number] => Array.isArray(args))
          .map(([id]) => id)
          .filter((id) => typeof id === 'string' && page.commonObjs.has(id)),
      );
      const fonts = [...ids].map((id) => page.commonObjs.get(id) as PdfFont);
      const text = squeeze(items.map((item) => ('str' in item ? item.str : '')).join(''));
      pages.push({ width, height, text, fonts: fonts.filter((font) => 'missingFile' in font) });
    }
    const bookmarks: ReadPdf['bookmarks'] = [];
    const list = async (items: readonly Bookmark[], depth: number): Promise<void> => {
      for (const { title, dest, items: inner } of items) {
        const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
        const page = (await pdf.getPageIndex(place?.[0] as { num: number; gen: number })) + 1;
        bookmarks.push({ title: squeeze(title), depth, page });
        await list(inner, depth + 1);
      }
    };
    await list(((await pdf.getOutline()) as Bookmark[] | null) ?? [], 1);
    const { info } = await pdf.getMetadata();
    const marks = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
    return {
      pages,
      bookmarks,
      info: info as Record<string, unknown>,
      isTagged: marks?.Marked === true,
      roles,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

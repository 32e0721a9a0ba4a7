import { getResolvedPDFJS } from 'unpdf';
import type { Imported } from './imported.ts';
import { readPages } from './page-layout.ts';
import { readPdfPages } from './pdf-pages.ts';
import { Unreadable } from './unreadable.ts';

/** The library that reads PDF files, with its version: `pdf.js 6.1.200`. */
export const pdfReader = async (): Promise<string> =>
  `pdf.js ${(await getResolvedPDFJS()).version}`;

/**
 * Reads a PDF file that holds text: its paragraphs and tables.
 * @throws Unreadable for a scan without text, and what readPdfPages does not read
 */
export async function readPdf(bytes: Uint8Array): Promise<Imported> {
  const imported = readPages(await readPdfPages(bytes));
  const characters = Array.from(imported.text.replace(/\s+/gu, ''));
  if (characters.length === 0)
    throw new Unreadable({
      en: 'a PDF file without text, as scanners make them: recognise its text first (OCR), compare it with the paper, and save it as DOCX',
      zh: '没有文字的 PDF 文件，多半是扫描的图片：请先用文字识别软件识别，逐字校对，另存为 .docx',
    });
  const odd = characters.filter((one) => /[\p{Co}\p{Cc}\ufffd]/u.test(one)).length;
  if (odd > 0.1 * characters.length)
    throw new Unreadable({
      en: 'a PDF file whose fonts do not say which characters they print: save it as DOCX, or print it anew into a PDF',
      zh: 'PDF 文件，里面的字体没有说明印的是哪些字：请另存为 .docx，或重新打印成 PDF',
    });
  return imported;
}

import { unzipSync } from 'fflate';
import { limits } from '../text/limits.ts';
import { mainPart, readDocx } from './docx.ts';
import { decodeBytes } from './encoding.ts';
import { readHtml, statedCharset } from './html.ts';
import type { Imported } from './imported.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { type OfficeFormat, toDocx } from './office.ts';
import { pdfReader, readPdf } from './pdf.ts';
import { readTxt } from './txt.ts';
import { Unreadable } from './unreadable.ts';

/**
 * The conversions, each with its version: one more whenever the same file may give another text than before. A plan's
 * file keeps it, so that a build tells a text that was edited from one that was read by an earlier version.
 */
const versions = { docx: 1, html: 1, md: 1, pdf: 1, txt: 1 };

/**
 * A file as text: `format` is what its bytes say that it is; `encoding` of one that is characters; `by` what converted
 * it, with versions.
 */
export type Conversion = Imported & { format: string; encoding?: string; by: string };

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  text === new TextDecoder('latin1').decode(bytes.subarray(0, text.length));

/** Whether a conversion can be made again on any machine: not one that needs another program. */
export const isRepeatable = (by: string): boolean => !by.includes('LibreOffice');

/**
 * Turns a file into text, by what its bytes are and not by its name; the same bytes give the same text.
 * @param encoding of a page or a text, if it is known
 * @throws Unreadable, and nothing else: also for a file without a word, and where a reader breaks on what is in it
 */
export async function convert(bytes: Uint8Array, encoding?: string): Promise<Conversion> {
  const conversion = await convertKnown(bytes, encoding).catch((error: unknown) => {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(
      {
        en: 'a file that is damaged or oddly made: open it in the program that made it, and save it anew',
        zh: '损坏的或结构异常的文件：请用制作它的软件打开，重新保存一份',
      },
      { cause: error },
    );
  });
  if (conversion.text.trim() === '')
    throw new Unreadable({ en: 'a file without a word', zh: '文件里没有一个字' });
  return conversion;
}

async function convertKnown(bytes: Uint8Array, encoding?: string): Promise<Conversion> {
  if (startsWith(bytes, 'PK\u0003\u0004')) return convertZip(bytes);
  if (startsWith(bytes, '%PDF-')) {
    const by = `${named('pdf')}, ${await pdfReader()}`;
    return { ...(await readPdf(bytes)), format: 'pdf', by };
  }
  if (startsWith(bytes, '{\\rtf')) return convertOffice(bytes, 'rtf');
  if (startsWith(bytes, 'ÐÏ\u0011à')) return convertOffice(bytes, 'doc');
  const decoded = decodeBytes(bytes, { given: encoding, stated: statedCharset(bytes) });
  if (!decoded)
    throw new Unreadable({
      en: 'bytes that are text in no encoding known; --encoding names it',
      zh: '认不出编码的文字；用 --encoding 说明',
    });
  const isHtml = /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<!--)/iu.test(decoded.text);
  const format = isHtml ? 'html' : isMarkdown(decoded.text) ? 'md' : 'txt';
  return { ...readers[format](decoded.text), format, encoding: decoded.label, by: named(format) };
}

const readers = { html: readHtml, md: readMarkdown, txt: readTxt };

const named = (format: keyof typeof versions): string => `jihua ${format} ${versions[format]}`;

async function convertZip(bytes: Uint8Array): Promise<Conversion> {
  let parts: Record<string, Uint8Array>;
  try {
    let size = 0;
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/(?:\.(?:xml|rels)|^mimetype)$/u.test(name)) return false;
        size += originalSize;
        if (size > limits.originalBytes)
          throw new Unreadable({
            en: `a ZIP file that unpacks to more than ${limits.originalBytes} bytes`,
            zh: `压缩文件，展开以后超过 ${limits.originalBytes} 字节`,
          });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable({ en: 'a damaged ZIP file', zh: '损坏的压缩文件' });
  }
  if (Object.hasOwn(parts, mainPart(parts)))
    return { ...readDocx(parts), format: 'docx', by: named('docx') };
  const type = new TextDecoder().decode(parts['mimetype'] ?? new Uint8Array());
  if (type.startsWith('application/vnd.oasis.opendocument.text'))
    return convertOffice(bytes, 'odt');
  if (parts['OFD.xml'])
    throw new Unreadable({
      en: 'a file in OFD: export it as PDF or DOCX in the program that shows it',
      zh: 'OFD 文件：请在阅读 OFD 的软件里导出为 PDF 或 .docx',
    });
  throw new Unreadable({
    en: 'a ZIP file that holds no document of Word',
    zh: '压缩文件，里面没有 Word 文档',
  });
}

async function convertOffice(bytes: Uint8Array, format: OfficeFormat): Promise<Conversion> {
  const { docx, by } = await toDocx(bytes, format);
  const conversion = await convertZip(docx);
  return { ...conversion, format, by: `${by}, ${conversion.by}` };
}

import { unzipSync } from 'fflate';
import { mainPart, readDocx } from './docx.ts';
import { decodeBytes } from './encoding.ts';
import { readHtml, statedCharset } from './html.ts';
import type { Imported } from './imported.ts';
import { readPdf } from './pdf.ts';
import { readTxt } from './txt.ts';
import { Unreadable } from './unreadable.ts';

/** A file as text: `format` is what its bytes say that it is; `encoding` of one that is characters. */
type Conversion = Imported & { format: 'docx' | 'html' | 'pdf' | 'txt'; encoding?: string };

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  text === new TextDecoder('latin1').decode(bytes.subarray(0, text.length));

/**
 * Turns a file into text, by what its bytes are and not by its name; the same bytes give the same text.
 * @throws Unreadable
 */
export async function convert(bytes: Uint8Array, encoding?: string): Promise<Conversion> {
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    let parts: Record<string, Uint8Array>;
    try {
      parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/u.test(name) });
    } catch {
      throw new Unreadable({ en: 'a damaged ZIP file', zh: '损坏的压缩文件' });
    }
    if (!parts[mainPart(parts)])
      throw new Unreadable({
        en: 'a ZIP file that holds no document of Word',
        zh: '压缩文件，里面没有 Word 文档',
      });
    return { ...readDocx(parts), format: 'docx' };
  }
  if (startsWith(bytes, '%PDF-')) return { ...(await readPdf(bytes)), format: 'pdf' };
  if (startsWith(bytes, '{\\rtf'))
    throw new Unreadable({
      en: 'a file in RTF: save it as DOCX',
      zh: 'RTF 文件：请用 Word 或 WPS 另存为 .docx',
    });
  if (startsWith(bytes, 'ÐÏ\u0011à')) {
    throw new Unreadable({
      en: 'a file of an older Word or WPS, or one with a password: save it as DOCX',
      zh: '老的 Word 或 WPS 文件，或加了密码的文件：请另存为 .docx',
    });
  }
  const decoded = decodeBytes(bytes, { given: encoding, stated: statedCharset(bytes) });
  if (!decoded)
    throw new Unreadable({
      en: 'bytes that are text in no encoding known; --encoding names it',
      zh: '认不出编码的文字；用 --encoding 说明',
    });
  const isHtml = /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<!--)/iu.test(decoded.text);
  const imported = isHtml ? readHtml(decoded.text) : readTxt(decoded.text);
  return { ...imported, format: isHtml ? 'html' : 'txt', encoding: decoded.label };
}

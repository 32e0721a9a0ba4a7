import { unzipSync } from 'fflate';
import { mainPart, readDocx } from './docx.ts';
import { decodeBytes } from './encoding.ts';
import { readHtml, statedCharset } from './html.ts';
import type { Imported } from './imported.ts';
import { readTxt } from './txt.ts';

/** A file as text: `format` is what its bytes say that it is; `encoding` of one that is characters. */
type Conversion = Imported & { format: 'docx' | 'html' | 'txt'; encoding?: string };

/** Why a file cannot be read: the sentence “found …”. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  text === new TextDecoder('latin1').decode(bytes.subarray(0, text.length));

/**
 * Turns a file into text, by what its bytes are and not by its name; the same bytes give the same text.
 * @throws Unreadable
 */
export function convert(bytes: Uint8Array, encoding?: string): Conversion {
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    let parts: Record<string, Uint8Array>;
    try {
      parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/u.test(name) });
    } catch {
      throw new Unreadable('a damaged ZIP file');
    }
    if (!parts[mainPart(parts)]) throw new Unreadable('a ZIP file that holds no document of Word');
    return { ...readDocx(parts), format: 'docx' };
  }
  if (startsWith(bytes, '%PDF-')) throw new Unreadable('a PDF file: save it as DOCX or as text');
  if (startsWith(bytes, '{\\rtf')) throw new Unreadable('a file in RTF: save it as DOCX');
  if (startsWith(bytes, 'ÐÏ\u0011à')) {
    throw new Unreadable('a file of an older Word or WPS, or one with a password: save it as DOCX');
  }
  const decoded = decodeBytes(bytes, { given: encoding, stated: statedCharset(bytes) });
  if (!decoded)
    throw new Unreadable('bytes that are text in no encoding known; --encoding names it');
  const isHtml = /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<!--)/iu.test(decoded.text);
  const imported = isHtml ? readHtml(decoded.text) : readTxt(decoded.text);
  return { ...imported, format: isHtml ? 'html' : 'txt', encoding: decoded.label };
}

import { countBelow } from './extent-index.ts';
import { countCodePoints } from './span.ts';
import { PlanError } from './errors.ts';
import type { Message } from './say.ts';
import type { Part, Span } from './schema.ts';
import { plainText } from './phrases.ts';

/** A non-blank line of the source, trimmed: offsets in UTF-16 units into the whole text. */
export type Line = {
  start: number;
  end: number;
  line: number;
  text: string;
  /** A heading that has no number (see markHeadings). */
  isHeading?: true;
};

/**
 * Decodes a source document without changing it: a byte order mark stays, line ends stay.
 * @param file its path, for the error
 * @throws PlanError seed-encoding, seed-empty, seed-character
 */
export function decodeSource(bytes: Uint8Array, file: string): string {
  const text = decode(bytes, file, 'seed');
  if (text.trim() === '') {
    throw new PlanError(
      'seed-empty',
      { file, line: 1 },
      {
        expected: { en: 'the text of a plan', zh: '计划的文字' },
        found: {
          en: `${bytes.length} bytes without a character`,
          zh: `${bytes.length} 个字节，没有一个字`,
        },
      },
    );
  }
  return text;
}

/**
 * Decodes a file that editors write, without its byte order mark.
 * @param file its path, for the error
 * @throws PlanError file-encoding, file-character
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  return decode(bytes, file, 'file').replace(/^\ufeff/u, '');
}

function decode(bytes: Uint8Array, file: string, what: 'seed' | 'file'): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlanError(
      `${what}-encoding`,
      { file, line: lineOfInvalidUtf8(bytes) },
      { expected: 'UTF-8', found: { en: 'bytes that are not', zh: '不是 UTF-8 的字节' } },
    );
  }
  const unfit = findUnfitCharacter(text);
  if (unfit) {
    throw new PlanError(
      `${what}-character`,
      { file, line: lineAt(text, unfit.index) },
      { expected: plainText, found: unfit.name },
    );
  }
  return text;
}

/**
 * The first character that no page can give back, because the HTML parser drops or replaces it: control characters
 * but tabs and line ends, halves of surrogate pairs, U+FFFE and U+FFFF.
 * @returns where it is in UTF-16 units, and its name, `U+0007`
 */
export function findUnfitCharacter(text: string): { index: number; name: string } | undefined {
  const unfit =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/u.exec(text);
  if (!unfit) return undefined;
  const code = unfit[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { index: unfit.index, name: `U+${code}` };
}

/** The number of the line on which a character stands, from 1. A line ends at LF, CR LF or CR. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\r|\n/u).length;
}

/** How many lines bytes of UTF-8 have, which may end anywhere. */
export function linesIn(bytes: Uint8Array): number {
  return lineAt(new TextDecoder('latin1').decode(bytes), bytes.length);
}

function lineOfInvalidUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const [lineFeed, carriageReturn] = [0x0a, 0x0d];
  let line = 1;
  let start = 0;
  for (let end = 0; end < bytes.length; end += 1) {
    if (bytes[end] !== lineFeed && bytes[end] !== carriageReturn) continue;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    start = end + 1;
    if (bytes[end] === lineFeed || bytes[start] !== lineFeed) line += 1;
  }
  return line;
}

/**
 * The non-blank lines of a text. A line ends at LF, CR LF or CR, and is counted so; Unicode's line and paragraph
 * separators, Word's soft breaks among them, part lines too. White space is what Unicode calls so.
 */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/gu)) {
    if (match[0] === '' && match.index === text.length && number > 0) break;
    number += 1;
    for (const { 0: raw, index } of (match[1] ?? '').matchAll(/[^\u2028\u2029]+/gu)) {
      const trimmed = raw.trim();
      if (trimmed === '') continue;
      const start = match.index + index + raw.indexOf(trimmed);
      lines.push({ start, end: start + trimmed.length, line: number, text: trimmed });
    }
  }
  return lines;
}

/**
 * Turns stretches of a text (UTF-16 units) into spans (code points). Stretches given in document order
 * also learn the white space that follows each.
 */
export class SourceText {
  readonly text: string;
  readonly file: string;
  readonly #astral: number[];

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
    this.#astral = Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), (match) => match.index);
  }

  /** Length in code points. */
  get length(): number {
    return this.text.length - this.#astral.length;
  }

  #codePoint(index: number): number {
    return index - countBelow(this.#astral, index);
  }

  /** The span from `start` to `end` (UTF-16 units) on line `line`. */
  span(start: number, end: number, line: number): Span {
    return {
      start: this.#codePoint(start),
      end: this.#codePoint(end),
      line,
      text: this.text.slice(start, end),
    };
  }

  /** The same, with the white space up to the next part. */
  part(start: number, end: number, line: number): Part {
    const after = /^\s*/u.exec(this.text.slice(end))?.[0] ?? '';
    return { ...this.span(start, end, line), after };
  }

  /** An error at a line of this text. */
  error(
    code: ConstructorParameters<typeof PlanError>[0],
    line: number,
    what: { expected: Message; found: Message },
  ): PlanError {
    return new PlanError(code, { file: this.file, line }, what);
  }
}

/** Counts characters as readers do: code points, white space left out. */
export function countCharacters(text: string): number {
  return countCodePoints(text.replace(/\s+/gu, ''));
}

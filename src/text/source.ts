import { countCodePoints } from './span.ts';
import { PlanError } from './errors.ts';
import type { Part, Span } from './schema.ts';

/** A non-blank line of the source, trimmed: offsets in UTF-16 units into the whole text. */
export type Line = { start: number; end: number; line: number; text: string };

/**
 * Decodes a source document without changing it: a byte order mark stays, line ends stay.
 * @param file its path, for the error
 * @throws PlanError seed-encoding, seed-empty, seed-character
 */
export function decodeSource(bytes: Uint8Array, file: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlanError(
      'seed-encoding',
      { file, line: lineOfInvalidUtf8(bytes) },
      { expected: 'UTF-8', found: 'bytes that are not' },
    );
  }
  if (text.trim() === '') {
    throw new PlanError(
      'seed-empty',
      { file, line: 1 },
      { expected: 'the text of a plan', found: `${bytes.length} bytes without a character` },
    );
  }
  // The HTML parser drops or replaces these: a page could not give them back.
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u.exec(text);
  if (control) {
    throw new PlanError(
      'seed-character',
      { file, line: text.slice(0, control.index).split('\n').length },
      {
        expected: 'text, tabs and line ends',
        found: `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      },
    );
  }
  return text;
}

function lineOfInvalidUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
    line += 1;
  }
}

/** The non-blank lines of a text. A line ends at LF, CR LF or CR; white space is what Unicode calls so. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/gu)) {
    const raw = match[1] ?? '';
    if (match[0] === '' && match.index === text.length && number > 0) break;
    number += 1;
    const trimmed = raw.trim();
    if (trimmed === '') continue;
    const start = match.index + raw.indexOf(trimmed);
    lines.push({ start, end: start + trimmed.length, line: number, text: trimmed });
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
    if (this.#astral.length === 0) return index;
    return index - this.#astral.filter((astral) => astral < index).length;
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
    what: { expected: string; found: string },
  ): PlanError {
    return new PlanError(code, { file: this.file, line }, what);
  }
}

/** Counts characters as readers do: code points, white space left out. */
export function countCharacters(text: string): number {
  return countCodePoints(text.replace(/\s+/gu, ''));
}

import type { remarkWords } from './words.ts';

/** What a reader of files did that an editor has to know of. */
type RemarkKind = keyof typeof remarkWords;

/** `words` are those concerned, one after another as they stand in the file; a number where there are none. */
type Remark = { kind: RemarkKind; words: string[] };

/** A file as lines of text. `titles` are lines that the file sets as its title, if it says so. */
export type Imported = { text: string; remarks: Remark[]; titles: string[] };

/** Gathers lines, rows of tables and remarks in the order in which a reader comes upon them. */
export class Writing {
  readonly #lines: string[] = [];
  readonly #remarks = new Map<RemarkKind, string[]>();
  readonly titles: string[] = [];

  /** A paragraph; a line break within it ends a line. */
  paragraph(text: string): void {
    for (const line of text.split('\n')) this.#lines.push(line.trimEnd());
  }

  /**
   * A table, a row on a line: its cells between upright strokes, so that empty ones at the ends of a row are kept.
   * One that has a single row or a single column only sets words beside or below one another, and is no table.
   */
  table(rows: readonly (readonly string[])[]): void {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
    if (filled.length < 2 || width < 2) {
      for (const cell of filled.flat()) if (cell.trim() !== '') this.paragraph(cell);
      return;
    }
    this.remark('table', `${filled.length}×${width} ${(filled[0] ?? []).join(' ')}`);
    for (const row of filled) {
      const cells = Array.from({ length: width }, (_, i) =>
        (row[i] ?? '').replace(/[\s|｜│┃]+/gu, ' ').trim(),
      );
      this.#lines.push(`| ${cells.join(' | ')} |`);
    }
  }

  remark(kind: RemarkKind, words: string): void {
    const line = words.replace(/\s+/gu, ' ').trim();
    if (line === '') return;
    this.#remarks.set(kind, [...(this.#remarks.get(kind) ?? []), line]);
  }

  /** The lines as a text that a site can publish: characters that no page can carry are left out, and told. */
  finish(): Imported {
    const whole = `${this.#lines.join('\n')}\n`.replace(/\n{3,}/gu, '\n\n').replace(/^\n+/u, '');
    const text = whole.replace(unfit, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      this.remark('removed-character', `U+${code}`);
      return '';
    });
    const odd = text.match(/[\ue000-\uf8ff\ufffd]/gu);
    if (odd) this.remark('private', [...new Set(odd)].join(' '));
    return {
      text,
      remarks: [...this.#remarks].map(([kind, words]) => ({ kind, words })),
      titles: this.titles,
    };
  }
}

/** What the HTML parser would drop or replace: see findUnfitCharacter. */
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

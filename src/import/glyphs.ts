/** A character as it is printed: its place from the left and the top of the page, `y` that of its baseline, in points. */
export type Glyph = { text: string; left: number; right: number; y: number; size: number };

/** A level or an upright line on a page, in points from its left and top. */
export type Rule = { left: number; right: number; top: number; bottom: number; isLevel: boolean };

/** What is printed on a page. `turned` are words that do not run from left to right; `invisible` is what a scanner recognised. */
export type PageOfGlyphs = {
  width: number;
  height: number;
  glyphs: Glyph[];
  invisible: Glyph[];
  turned: string;
  rules: Rule[];
  pictures: number;
};

/** Glyphs on one baseline, from left to right: `text` has a tab where a gap parts columns. */
export type PrintedLine = {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** How wide the first piece is that a line break does not divide. */
  firstWidth: number;
};

/** The gap that parts columns, in ems: wider than white space between words, or what justifying adds. */
const columnGap = 1.75;
const latin = /[!-~\u00a1-\u024f]/u;
/** What a line break does not divide: a word of letters or digits, a character with the marks that may not begin or end a line (clreq 3.1.5). */
const unbroken =
  /^[“‘（《〈【「『〔([]*(?:[!-~]+|[^!-~])(?:[、。，．：；？！）》〉】」』〕”’…—·]|[.,:;!?%)\]}/][!-~]*)*/u;

/** Glyphs on one baseline; where `size` is that of the largest. */
type Row = { y: number; size: number; glyphs: Glyph[] };

/** Reads glyphs as lines, from the top down. */
export function linesOf(glyphs: readonly Glyph[]): PrintedLine[] {
  const rows: Row[] = [];
  for (const glyph of glyphs.filter(({ text }) => text !== '').toSorted((a, b) => a.y - b.y)) {
    const { y, size } = glyph;
    const row = rows.findLast((other) => Math.abs(y - other.y) < 0.4 * Math.max(other.size, size));
    if (!row) rows.push({ y, size, glyphs: [glyph] });
    else {
      row.glyphs.push(glyph);
      if (size > row.size) Object.assign(row, { y, size });
    }
  }
  return lowerRaised(rows).flatMap((row) => lineOf(row) ?? []);
}

/** Puts raised marks, the numbers of notes, into the line that they stand in. */
function lowerRaised(rows: readonly Row[]): Row[] {
  const into = new Map<Row, Row>();
  for (const [i, raised] of rows.entries()) {
    const line = rows
      .slice(i + 1, i + 3)
      .find(({ y, size }) => raised.size < 0.8 * size && y - raised.y < 0.75 * size);
    if (!line) continue;
    const [from, to] = [
      Math.min(...line.glyphs.map(({ left }) => left)),
      Math.max(...line.glyphs.map(({ right }) => right)),
    ];
    if (raised.glyphs.every(({ left }) => left > from - line.size && left < to + line.size))
      into.set(raised, line);
  }
  for (const [raised, line] of into) line.glyphs.push(...raised.glyphs);
  return rows.filter((row) => !into.has(row));
}

function lineOf({ y, glyphs }: Row): PrintedLine | undefined {
  const sorted = glyphs.toSorted((a, b) => a.left - b.left);
  // Bold that a program imitates prints each character twice, a hair's breadth apart.
  const once = sorted.filter(
    (glyph, i) =>
      !sorted
        .slice(Math.max(0, i - 3), i)
        .some((other) => other.text === glyph.text && glyph.left - other.left < 0.12 * glyph.size),
  );
  const first = once.findIndex(({ text }) => text.trim() !== '');
  const last = once.findLastIndex(({ text }) => text.trim() !== '');
  const inked = once.slice(Math.max(0, first), last + 1);
  const [head, tail] = [inked[0], inked.at(-1)];
  if (first < 0 || !head || !tail) return undefined;
  const sizes = inked.map(({ size }) => size).toSorted((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)] ?? head.size;
  // Justified lines and titles set wide have the same gap everywhere.
  const gaps = inked
    .map(({ left }, i) => left - (inked[i - 1]?.right ?? left))
    .slice(1)
    .toSorted((a, b) => a - b);
  const usual = Math.min(1.2 * size, Math.max(0, gaps[Math.floor(gaps.length / 4)] ?? 0));
  const parts = inked.map(({ text, left }, i) => {
    const before = inked[i - 1];
    if (!before) return text;
    const gap = (left - before.right - usual) / size;
    const isSpaced = /\s$/u.test(before.text) || /^\s/u.test(text);
    if (gap >= columnGap) return `\t${text}`;
    const isWord = latin.test(before.text) && latin.test(text);
    return !isSpaced && (gap >= 0.85 || (isWord && gap >= 0.18)) ? ` ${text}` : text;
  });
  // Spaces beside a gap are how it was made.
  const text = parts
    .join('')
    .replace(/[ \u00a0\u3000]*\t[ \u00a0\u3000]*/gu, '\t')
    .trim();
  const firstPiece = unbroken.exec(inked.map((glyph) => glyph.text).join(''))?.[0] ?? '';
  let end = head.right;
  for (let i = 0, length = 0; i < inked.length && length < firstPiece.length; i += 1) {
    end = inked[i]?.right ?? end;
    length += inked[i]?.text.length ?? 1;
  }
  return {
    text,
    left: head.left,
    right: tail.right,
    y,
    size,
    firstWidth: end - head.left,
  };
}

/** What stands between the end of a line and the one it goes on in: letters and digits are parted by a space. */
export const joint = (before: string, after: string): string =>
  /[A-Za-z0-9,.;:!?)%]$/u.test(before) && /^[A-Za-z0-9(]/u.test(after) ? ' ' : '';

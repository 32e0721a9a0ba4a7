import { cross, isWithin } from '../text/span.ts';
import type { Span, Words } from '../text/schema.ts';
import { type Run, typesetRuns } from './typeset.ts';

/**
 * Words of the plan that something is said of: `start` and `end` in code points of the source. With an
 * `href` they are a link. Marks may nest and may touch; they may not cross.
 */
export type Mark = {
  start: number;
  end: number;
  href?: string;
  id?: string;
  class?: string;
  /** The number of the endnote that is said of the words. */
  'data-n'?: number;
};

/** Text to set, or a mark and what stands in it. */
export type MarkedText = { run: Run } | { mark: Mark; content: MarkedText[] };

/**
 * Splits a text into runs for setting and the marks around them. The runs put together are the text.
 * @param marks in any order; of two of the same extent the first is the outer one
 * @throws RangeError if a mark is empty, leaves the text, or crosses another
 */
export function markText(text: Words, marks: readonly Mark[]): MarkedText[] {
  const outerFirst = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const runs = cutRuns(text, new Set(marks.flatMap(({ start, end }) => [start, end])));
  const root: MarkedText[] = [];
  const open: { mark: Mark; content: MarkedText[] }[] = [];
  const content = (): MarkedText[] => open.at(-1)?.content ?? root;
  for (const { run, start } of runs) {
    while (open.length > 0 && (open.at(-1)?.mark.end ?? 0) <= start) open.pop();
    for (let next = outerFirst[0]; next && next.start <= start; next = outerFirst[0]) {
      const around = open.at(-1)?.mark ?? text;
      if (next.start < start || next.end <= next.start || next.end > around.end) break;
      outerFirst.shift();
      const entry = { mark: next, content: [] };
      content().push(entry);
      open.push(entry);
    }
    content().push({ run });
  }
  const [left] = outerFirst;
  if (left) {
    throw new RangeError(
      `mark ${left.start}–${left.end} (${left.id ?? left.class ?? ''}) crosses another, is empty, or leaves the text ${text.start}–${text.end}`,
    );
  }
  return root;
}

/** Of marks in order of rank, those that cross none before them and are not cut off by the text. */
export function withoutCrossing(
  text: Pick<Span, 'start' | 'end'>,
  ranked: readonly Mark[],
): Mark[] {
  const kept: Mark[] = [];
  for (const mark of ranked) {
    if (isWithin(mark, text) && !kept.some((other) => cross(mark, other))) kept.push(mark);
  }
  return kept;
}

/** Whether a link stands in marked text: links cannot nest in HTML, so one around it is set in pieces. */
export function holdsLink(part: MarkedText): boolean {
  return 'mark' in part && (part.mark.href !== undefined || part.content.some(holdsLink));
}

/** The runs of a text, cut where a mark begins or ends; `start` in code points of the source. */
function cutRuns(text: Words, edges: ReadonlySet<number>): { run: Run; start: number }[] {
  let position = text.start;
  return typesetRuns(text.text).flatMap((run) => {
    const pieces: { run: Run; start: number }[] = [];
    let piece = '';
    let start = position;
    for (const character of run.text) {
      if (edges.has(position) && piece !== '') {
        pieces.push({ run: { ...run, text: piece }, start });
        [piece, start] = ['', position];
      }
      piece += character;
      position += 1;
    }
    pieces.push({ run: { ...run, text: piece }, start });
    // The space that follows a run follows its last piece only.
    return pieces.map(({ run: { space, ...cut }, start: from }, i) => ({
      start: from,
      run: space && i === pieces.length - 1 ? { ...cut, space } : cut,
    }));
  });
}

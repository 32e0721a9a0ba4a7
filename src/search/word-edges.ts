import type { FoundRecord } from './records.ts';

/**
 * Where words of a text begin and end, in UTF-16 units, its own ends left out. Words are those of the dictionary
 * of the engine that runs this: it is for the build, and not for browsers.
 * @param terms strings that are known to be words or to consist of words: none is cut across
 */
export function findEdges(text: string, terms: readonly string[]): Set<number> {
  const edges = new Set<number>();
  for (const { index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    edges.add(index);
  }
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      edges.add(at).add(at + term.length);
    }
  }
  edges.delete(0);
  edges.delete(text.length);
  return edges;
}

/** Edges of texts as they travel: a bit for each place between two units, six bits a letter of base64. */
export function packEdges(texts: readonly { text: string; edges: ReadonlySet<number> }[]): string {
  const bits = texts.flatMap(({ text, edges }) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => (edges.has(i + 1) ? 1 : 0)),
  );
  let bytes = '';
  for (let i = 0; i < bits.length; i += 8) {
    let byte = 0;
    for (let k = 0; k < 8; k += 1) byte = byte * 2 + (bits[i + k] ?? 0);
    bytes += String.fromCharCode(byte);
  }
  return btoa(bytes);
}

/** Gives records the edges of their texts, in the order in which they were packed. */
export function unpackEdges(packed: string, records: readonly FoundRecord[]): FoundRecord[] {
  const bytes = atob(packed);
  let before = 0;
  return records.map((record) => {
    const first = before;
    before += Math.max(0, record.text.length - 1);
    const isEdge = (at: number): boolean => {
      if (at <= 0 || at >= record.text.length) return true;
      const bit = first + at - 1;
      return ((bytes.charCodeAt(bit >> 3) >> (7 - (bit & 7))) & 1) === 1;
    };
    return { ...record, isEdge };
  });
}

/** The edges of a text before it is packed. */
export const edgesIn = (
  text: string,
  edges: ReadonlySet<number>,
): Pick<FoundRecord, 'text' | 'isEdge'> => ({
  text,
  isEdge: (at) => at <= 0 || at >= text.length || edges.has(at),
});

type Edged = Pick<FoundRecord, 'isEdge'>;
type Range = { start: number; end: number };

/** Whether a stretch of a record's text begins and ends where words do. Of a text without edges all do. */
export function isWhole({ isEdge }: Edged, { start, end }: Range): boolean {
  return !isEdge || (isEdge(start) && isEdge(end));
}

/** Whether a stretch holds an edge of words: 素质教育 is two words. */
function isDivided({ isEdge }: Edged, { start, end }: Range): boolean {
  for (let at = start + 1; at < end; at += 1) if (isEdge?.(at)) return true;
  return false;
}

/** Whether a stretch is one word. */
export function isOneWord(record: Edged, range: Range): boolean {
  return isWhole(record, range) && !isDivided(record, range);
}

/**
 * Whether a stretch is made of the end of one word and the beginning of the next, and so is no word, like 校服 in
 * 学校服务. Of two characters one may be a word of its own. Longer stretches are strings that somebody typed to
 * find that very place.
 */
export function isSplinter(record: Edged, range: Range): boolean {
  const { isEdge } = record;
  const length = range.end - range.start;
  if (!isEdge || length < 2 || length > 4 || !isDivided(record, range)) return false;
  const [begins, ends] = [isEdge(range.start), isEdge(range.end)];
  return length === 2 ? !begins || !ends : !begins && !ends;
}

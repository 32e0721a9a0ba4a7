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
  return new Set(
    Array.from({ length: text.length }, (_, at) => at).filter(
      (at) => at > 0 && (isOpen(text, at) ? edges.has(at) : isClosedEdge(text, at)),
    ),
  );
}

/**
 * Makes a function that finds which of many terms stand in a text, without a look at each of them.
 * @param shortest as many UTF-16 units as each term has at least
 */
export function makeFinder(terms: readonly string[], shortest: number): (text: string) => string[] {
  const byStart = Map.groupBy(terms, (term) => term.slice(0, shortest));
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + shortest <= text.length; at += 1) {
      for (const term of byStart.get(text.slice(at, at + shortest)) ?? []) {
        if (text.startsWith(term, at)) found.add(term);
      }
    }
    return [...found];
  };
}

/** Whether only a dictionary knows if a word ends at a place: between two Han characters. */
function isOpen(text: string, at: number): boolean {
  return /^[\u4e00-\u9fff]{2}$/u.test(text.slice(at - 1, at + 1));
}

/** Elsewhere words end but within numbers and Latin words. */
function isClosedEdge(text: string, at: number): boolean {
  return !/^[\w.]{2}$/u.test(text.slice(at - 1, at + 1));
}

/** Edges of texts as they travel: a bit for each open place, six bits a letter of base64. */
export function packEdges(texts: readonly { text: string; edges: ReadonlySet<number> }[]): string {
  const bits = texts.flatMap(({ text, edges }) =>
    openPlaces(text).map((at) => (edges.has(at) ? 1 : 0)),
  );
  let bytes = '';
  for (let i = 0; i < bits.length; i += 8) {
    let byte = 0;
    for (let k = 0; k < 8; k += 1) byte = byte * 2 + (bits[i + k] ?? 0);
    bytes += String.fromCharCode(byte);
  }
  return btoa(bytes);
}

function openPlaces(text: string): number[] {
  const places: number[] = [];
  for (let at = 1; at < text.length; at += 1) if (isOpen(text, at)) places.push(at);
  return places;
}

/** A text with its edges. */
export const edgesIn = (
  text: string,
  edges: ReadonlySet<number>,
): Pick<FoundRecord, 'text' | 'isEdge'> => ({
  text,
  isEdge: (at) => at <= 0 || at >= text.length || edges.has(at),
});

/** Gives records the edges of their texts, in the order in which they were packed. */
export function unpackEdges(packed: string, records: readonly FoundRecord[]): FoundRecord[] {
  const bytes = atob(packed);
  let bit = 0;
  return records.map((record) => {
    const { text } = record;
    const edges = new Set<number>();
    for (let at = 1; at < text.length; at += 1) {
      if (!isOpen(text, at)) {
        if (isClosedEdge(text, at)) edges.add(at);
        continue;
      }
      if ((bytes.charCodeAt(bit >> 3) >> (7 - (bit & 7))) & 1) edges.add(at);
      bit += 1;
    }
    return { ...record, ...edgesIn(text, edges) };
  });
}

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

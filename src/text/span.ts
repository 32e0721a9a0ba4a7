import type { Span } from './schema.ts';

/** Where something begins and ends: end not included. */
export type Extent = Pick<Span, 'start' | 'end'>;

/** Whether all of one stretch stands in another; each stands in itself. */
export function isWithin(inner: Extent, outer: Extent): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two stretches have a character in common. */
export function overlap(a: Extent, b: Extent): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether one of two stretches stands in the other. */
export function areNested(a: Extent, b: Extent): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** Whether two stretches overlap and neither stands in the other: marks in HTML cannot. */
export function cross(a: Extent, b: Extent): boolean {
  return overlap(a, b) && !areNested(a, b);
}

/** How many Unicode code points a text has: what the source's offsets count. */
export function countCodePoints(text: string): number {
  return Array.from(text).length;
}

/**
 * A stretch of a span's text as a span of its own.
 * @param index where `text` begins in `whole.text`, in UTF-16 units
 */
export function sliceSpan(whole: Omit<Span, 'end'>, index: number, text: string): Span {
  const start = whole.start + countCodePoints(whole.text.slice(0, index));
  return { start, end: start + countCodePoints(text), line: whole.line, text };
}

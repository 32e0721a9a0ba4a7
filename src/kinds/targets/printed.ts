import { ExtentIndex, once } from '../../text/extent-index.ts';
import { partQualifier } from '../../text/quantity.ts';
import { countCodePoints } from '../../text/span.ts';
import type { Span } from '../../text/schema.ts';
import type { Target } from './targets.ts';

/**
 * How the plan prints a target, in parts to set: the qualifier before or after, the number, and its unit.
 * `span` is all of it if it stands together in the source; `text` is all of it in any case.
 */
export type PrintedTarget = {
  before: string;
  number: Span;
  unit: Span;
  after: string;
  span: Span | undefined;
  text: string;
};

export function printTarget({ span, quantity, qualifier = '' }: Target): PrintedTarget {
  const characters = Array.from(quantity.text);
  const figures = /^[\d０-９.．,，—–~～\-/]*(?:[%％‰][—–~～-]+[\d.]+(?=[%％‰]))?/u;
  const digits = countCodePoints(figures.exec(quantity.text)?.[0] ?? '');
  const length = digits || Math.max(1, characters.length - 1);
  const sliceAt = (from: number, to: number): Span => ({
    start: quantity.start + from,
    end: quantity.start + to,
    line: quantity.line,
    text: characters.slice(from, to).join(''),
  });
  const quoted = Array.from(span.text);
  const at = quantity.start - span.start;
  const [ahead, behind] = [
    quoted.slice(0, at).join(''),
    quoted.slice(at + characters.length).join(''),
  ];
  const { before, after } =
    qualifier !== '' && behind.startsWith(qualifier)
      ? { before: '', after: qualifier }
      : partQualifier(qualifier);
  const touches = ahead.endsWith(before) && behind.startsWith(after);
  const text = before + quantity.text + after;
  return {
    before,
    after,
    number: sliceAt(0, length),
    unit: sliceAt(length, characters.length),
    span: touches
      ? {
          ...quantity,
          start: quantity.start - countCodePoints(before),
          end: quantity.end + countCodePoints(after),
          text,
        }
      : undefined,
    text,
  };
}

/** The targets whose number stands in these words, in the order of the source. */
export function targetsIn(span: Pick<Span, 'start' | 'end'>, targets: readonly Target[]): Target[] {
  return byPlaceOf(targets).within(span);
}

const byPlaceOf = once(
  (targets: readonly Target[]) => new ExtentIndex(targets, ({ quantity }) => [quantity]),
);

/** A change of which the plan does not print what it is of: nothing else would say which way it goes. */
export function isChangeAlone({ kind, of }: Target): boolean {
  return (kind === 'growth' || kind === 'decline') && of === undefined;
}

/** What a target counts, in few words. */
export function labelOf({ label, indicator }: Target): string {
  return label ?? indicator;
}

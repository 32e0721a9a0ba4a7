import { type Quantity, readQuantities } from '../text/quantity.ts';
import type { Hit } from './answer.ts';
import type { FoundRecord } from './records.ts';

/** A number that was asked for, and the words beside it. */
export type AskedNumber = { said: string; normalised: number; unit: string; rest: string };

/** Reads the number in a query: 78000, 7.8万, 七万八千, 1万人次, 百分之三十, 10,000. */
export function readAskedNumber(query: string): AskedNumber | undefined {
  const [found] = readQuantities(query);
  if (found) {
    const { start, end, text, normalised, unit } = found;
    // A small number by itself is too common to ask for a figure.
    if (unit === '' && normalised < 10) return undefined;
    return { said: text, normalised, unit, rest: query.slice(0, start) + query.slice(end) };
  }
  // A Chinese number needs a unit in a text; here it is one if it is all that is asked.
  const [alone, second] = readQuantities(`${query}人`);
  if (!alone || second || alone.start > 0 || alone.end <= query.length) return undefined;
  return alone.normalised < 10
    ? undefined
    : { said: query, normalised: alone.normalised, unit: '', rest: '' };
}

const people = new Set(['人', '人次', '名', '位']);

/** Whether a quantity is the number that was asked for; a unit that was typed must be its unit, too. */
function isSame({ normalised, upTo, unit }: Quantity, asked: AskedNumber): boolean {
  const isSameUnit =
    asked.unit === '' || asked.unit === unit || (people.has(asked.unit) && people.has(unit));
  return isSameUnit && (normalised === asked.normalised || upTo === asked.normalised);
}

/** The records that print a number, in whatever form, with the words around it that are its own. */
export function findNumber(asked: AskedNumber, records: readonly FoundRecord[]): Hit[] {
  return records.flatMap((record): Hit[] => {
    const ranges = readQuantities(record.text)
      .filter((quantity) => isSame(quantity, asked))
      .map(({ start, end }) => ({ start, end }));
    if (ranges.length === 0) return [];
    const words = ranges.slice(0, 1).map(({ start, end }) => record.text.slice(start, end));
    const hit: Hit = { record, ranges, why: { kind: 'number', words } };
    return [hit];
  });
}

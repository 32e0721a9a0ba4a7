import { expect, test } from 'vitest';
import { readOrdinal, writeOrdinal } from '../../src/text/numerals.ts';

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['四十一', 41],
  ['一百零三', 103],
  ['二〇', 20],
  ['12', 12],
  ['１２', 12],
  ['⑫', 12],
])('%s is %i', (numeral, value) => expect(readOrdinal(numeral)).toBe(value));

test('what is no numeral is NaN', () => expect(readOrdinal('甲')).toBeNaN());

test('what writeOrdinal writes, readOrdinal reads', () => {
  for (let n = 1; n < 100; n += 1) expect(readOrdinal(writeOrdinal(n))).toBe(n);
  expect(() => writeOrdinal(0)).toThrow(RangeError);
});

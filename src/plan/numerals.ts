const digits = '零一二三四五六七八九';
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Reads the number of a heading: `十二`, `一百零三`, `二〇`, `12`, `１２`, `⑫`.
 * @returns a positive integer, or NaN if the numeral is none of these
 */
export function readOrdinal(numeral: string): number {
  const plain = numeral.normalize('NFKC').replaceAll('〇', '零');
  if (/^\d+$/u.test(plain)) return Number(plain);
  if (/^[零一二三四五六七八九]+$/u.test(plain)) {
    return Number(Array.from(plain, (digit) => digits.indexOf(digit)).join(''));
  }
  let total = 0;
  let digit = 0;
  for (const character of plain) {
    const place = places[character];
    if (place !== undefined) {
      total += (digit || 1) * place;
      digit = 0;
    } else {
      digit = digits.indexOf(character);
      if (digit < 0) return Number.NaN;
    }
  }
  return total + digit;
}

/** Writes 1 … 99 as a Chinese ordinal: 一, 十, 十二, 二十一. Throws a RangeError outside that range. */
export function writeOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no ordinal for ${n}`);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

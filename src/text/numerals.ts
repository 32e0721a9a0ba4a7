const digits = '零一二三四五六七八九';
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const myriads: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/**
 * Reads a whole number written in Chinese: `十二`, `两千`, `三万五` (35000), `百万`, `二〇〇六`. A place
 * stands without a digit only at the beginning (`十`, `百万`).
 * @returns undefined if the numeral is not well formed: `十百千万`, `五五`, `两免`
 */
export function readCardinal(numeral: string): number | undefined {
  const plain = numeral.replaceAll('〇', '零').replaceAll('两', '二');
  if (/^[零一二三四五六七八九]{3,}$/u.test(plain)) return readDigits(plain);
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let place = Infinity;
  let myriad = Infinity;
  let before = '';
  for (const character of plain) {
    const nextPlace = places[character];
    const nextMyriad = myriads[character];
    if (nextPlace !== undefined) {
      if (nextPlace >= place || (digit === undefined && before !== '')) return undefined;
      group += (digit ?? 1) * nextPlace;
      place = nextPlace;
      digit = undefined;
    } else if (nextMyriad !== undefined) {
      group += digit ?? (before === '' ? 1 : 0);
      // 万亿 is ten thousand times a hundred million: 亿 takes all that stands before it.
      const isLarger = nextMyriad > myriad;
      if (nextMyriad === myriad || group + (isLarger ? total : 0) === 0) return undefined;
      total = isLarger ? (total + group) * nextMyriad : total + group * nextMyriad;
      group = 0;
      digit = undefined;
      place = Infinity;
      myriad = nextMyriad;
    } else {
      const value = digits.indexOf(character);
      if (value < 0 || digit !== undefined) return undefined;
      if (value > 0) digit = value;
      else if (before === '零') return undefined;
    }
    before = character;
  }
  if (digit === undefined)
    return plain === '零' || (plain !== '' && before !== '零') ? total + group : undefined;
  // 三万五 is 35000, and 三万零五 is 30005.
  const last = Array.from(plain).at(-2) ?? '';
  const above = places[last] ?? myriads[last] ?? 10;
  return total + group + (digit * above) / 10;
}

/**
 * Reads the number of a heading: `十二`, `一百零三`, `二〇`, `12`, `１２`, `⑫`, `⑴`, `㈠`, `Ⅳ`.
 * @returns a positive integer, or NaN if the numeral is none of these
 */
export function readOrdinal(numeral: string): number {
  const plain = numeral.normalize('NFKC').replaceAll('〇', '零').replace(/[().]/gu, '');
  if (/^[IVX]+$/u.test(plain)) return readRoman(plain);
  if (/^\d+$/u.test(plain)) return Number(plain);
  if (/^[零一二三四五六七八九]+$/u.test(plain)) return readDigits(plain);
  return readCardinal(plain) ?? Number.NaN;
}

/** Reads a Roman numeral up to XXXIX, NaN if it is none. */
function readRoman(numeral: string): number {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  const [, tens = '', rest = ''] = /^(X{0,3})([IVX]*)$/u.exec(numeral) ?? [];
  const value = ones.indexOf(rest);
  return value < 0 ? Number.NaN : tens.length * 10 + value;
}

/** Writes 1 … 99 as a Chinese ordinal: 一, 十, 十二, 二十一. Throws a RangeError outside that range. */
export function writeOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no ordinal for ${n}`);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

/** Digits written one after another, as years are: 二零零六. */
function readDigits(numeral: string): number {
  return Number(Array.from(numeral, (digit) => digits.indexOf(digit)).join(''));
}

/** A whole number as Chinese counts, from 0 to all that JavaScript keeps exactly: 12 is 十二, 6460 is 六千四百六十. */
export function writeCardinal(n: number): string {
  const rank = ranks.find(([size]) => n >= size);
  if (!rank) return n === 0 ? '零' : writeOrdinal(n);
  const [size, name] = rank;
  const rest = n % size;
  // 一百零五, 一百一十: a place that is empty is said once, and 十 has its 一 within a number.
  const zero = rest > 0 && rest < size / 10 ? '零' : '';
  const one = rest >= 10 && rest < 20 ? '一' : '';
  return `${writeCardinal(Math.floor(n / size))}${name}${zero}${one}${rest > 0 ? writeCardinal(rest) : ''}`;
}

const ranks: readonly (readonly [size: number, name: string])[] = [
  [1e8, '亿'],
  [1e4, '万'],
  [1e3, '千'],
  [100, '百'],
];

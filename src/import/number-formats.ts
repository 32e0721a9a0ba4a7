const digits = '〇一二三四五六七八九';
const formal = { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'], myriad: '万' };
const formalTraditional = {
  digits: '零壹貳參肆伍陸柒捌玖',
  places: ['', '拾', '佰', '仟'],
  myriad: '萬',
};
const counting = { digits: '零一二三四五六七八九', places: ['', '十', '百', '千'], myriad: '万' };

/** Writes a number in Chinese: 十二, 一百零三; `leading` puts 一 before a ten at the start: 一十二. */
function writeHan(
  n: number,
  { digits: names, places, myriad }: typeof counting,
  leading = false,
): string {
  if (n >= 10_000) {
    const rest = n % 10_000;
    const zero = rest > 0 && rest < 1000 ? names.charAt(0) : '';
    const head = writeHan(Math.floor(n / 10_000), { digits: names, places, myriad }, leading);
    return (
      head +
      myriad +
      zero +
      (rest > 0 ? writeHan(rest, { digits: names, places, myriad }, true) : '')
    );
  }
  let text = '';
  const figures = String(n);
  for (const [i, figure] of Array.from(figures).entries()) {
    const place = places[figures.length - 1 - i] ?? '';
    if (figure !== '0') text += names.charAt(Number(figure)) + place;
    else if (/[1-9]/u.test(figures.slice(i)) && !text.endsWith(names.charAt(0)))
      text += names.charAt(0);
  }
  const ten = `${names.charAt(1)}${places[1] ?? ''}`;
  return !leading && n >= 10 && n < 20
    ? text.replace(ten, places[1] ?? '')
    : text || names.charAt(0);
}

const writeDigits = (n: number): string =>
  Array.from(String(n), (figure) => digits.charAt(Number(figure))).join('');

function writeLetters(n: number, first: string): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26));
  return letter.repeat(Math.floor((n - 1) / 26) + 1);
}

function writeRoman(n: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = n;
  let text = '';
  for (const [value, sign] of signs) {
    for (; left >= value; left -= value) text += sign;
  }
  return text;
}

/** The nth of characters in a row, such as ① to ⑳. */
const nth = (
  n: number,
  ranges: readonly (readonly [from: number, count: number])[],
): string | undefined => {
  let left = n - 1;
  for (const [from, count] of ranges) {
    if (left < count) return String.fromCodePoint(from + left);
    left -= count;
  }
  return undefined;
};

const wide = (text: string): string =>
  text.replace(/\d/gu, (figure) => String.fromCharCode(0xff10 + Number(figure)));
const list = (n: number, names: string): string => names.charAt((n - 1) % names.length);
/** Up to ten by name, beyond that digit by digit: 一 … 十, 一一, 一二 (ideographDigital counts so from the start). */
const countChinese = (n: number): string => writeHan(n, counting);

/** Word counts no further (17.9.25 w:start). */
const mostCounted = 32_767;

/**
 * Writes the number of a list as Word does (ECMA-376 Part 1, 17.18.59 ST_NumberFormat).
 * @param format the name of a format; one that is unknown counts in digits, as Word does
 */
export function writeNumber(n: number, format: string): string {
  if (n < 0 || n > mostCounted || !Number.isInteger(n)) return String(n);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return wide(String(n));
    case 'upperLetter':
      return n === 0 ? '' : writeLetters(n, 'A');
    case 'lowerLetter':
      return n === 0 ? '' : writeLetters(n, 'a');
    case 'upperRoman':
      return writeRoman(n);
    case 'lowerRoman':
      return writeRoman(n).toLowerCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'koreanCounting':
      return countChinese(n);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return writeDigits(n);
    case 'chineseLegalSimplified':
      return writeHan(n, formal, true);
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return writeHan(n, formalTraditional, true);
    case 'ideographTraditional':
      return list(n, '甲乙丙丁戊己庚辛壬癸');
    case 'ideographZodiac':
      return list(n, '子丑寅卯辰巳午未申酉戌亥');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return (
        nth(n, [
          [0x2460, 20],
          [0x3251, 15],
          [0x32b1, 15],
        ]) ?? String(n)
      );
    case 'decimalEnclosedFullstop':
      return nth(n, [[0x2488, 20]]) ?? `${n}.`;
    case 'decimalEnclosedParen':
      return nth(n, [[0x2474, 20]]) ?? `(${n})`;
    case 'ideographEnclosedCircle':
      return nth(n, [[0x3280, 10]]) ?? countChinese(n);
    case 'numberInDash':
      return `- ${n} -`;
    default:
      return String(n);
  }
}

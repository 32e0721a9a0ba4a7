import { writeCardinal } from './numerals.ts';
import { type Quantity, readQuantities } from './quantity.ts';

/**
 * Writes a text as it is said, for a voice: numbers in words, what is masked as 某, marks that have no sound left out.
 * What the reader of quantities takes for a quantity is said by its value; years and numbers that are names (985工程)
 * digit by digit.
 * @param text words of a plan, as printed
 */
export function spoken(text: string): string {
  const plain = sayOthers(
    text
      .replace(/[０-９％＊：．]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/\s+|[“”‘’"《》〈〉<>「」『』·]/gu, ''),
  );
  let said = '';
  let at = 0;
  for (const quantity of readQuantities(plain)) {
    const { start, end } = quantity;
    said += sayDigits(plain.slice(at, start)) + sayQuantity(plain.slice(start, end), quantity);
    at = end;
  }
  return (said + sayDigits(plain.slice(at)))
    .replace(/(?<=[某零一二三四五六七八九十])[—–~～-]{1,2}(?=[某零一二三四五六七八九十])/gu, '至')
    .replace(/[,()（）]|——|……|\.(?!\d)/gu, '，')
    .replace(/;/gu, '；')
    .replace(/[:：]/gu, '，')
    .replace(/，+(?=[，。；！？]|$)|^，+/gu, '');
}

/** What only looks like a quantity: masks, dates, times, ratios. */
function sayOthers(text: string): string {
  return text
    .replace(/(\d*)\*+/gu, (_, before: string) => `${digitByDigit(before)}某`)
    .replace(
      /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/gu,
      (_, year: string, month: string, day: string) =>
        `${digitByDigit(year)}年${sayNumber(month)}月${sayNumber(day)}日`,
    )
    .replace(
      /(\d{1,2}):(\d{2}):\d{2}/gu,
      (_, hour: string, minute: string) => `${sayNumber(hour)}点${sayNumber(minute)}分`,
    )
    .replace(
      /(\d+(?:\.\d+)?)[:∶](\d+(?:\.\d+)?)/gu,
      (_, one: string, other: string) => `${sayNumber(one)}比${sayNumber(other)}`,
    );
}

const number = /\d[\d,]*(?:\.\d+)?/gu;
const range = /(\d[\d,.]*)(?:[—–~-]{1,2}|至|到)(\d[\d,.]*)(?=%)/u;

/** Measure words before which 2 is 二: they number, and do not count. */
const numbering = /^(?:月|日|号|级|年级|届|期|章|句|条)$/u;

function sayQuantity(text: string, { unit, multiplier, upTo }: Quantity): string {
  if (/^\d{4}年$/u.test(text)) return `${digitByDigit(text.slice(0, 4))}年`;
  if (unit === '' && multiplier === 1 && /^\d{3,}$/u.test(text)) return digitByDigit(text);
  const [, above, below] = /^(\d+)\/(\d+)$/u.exec(text) ?? [];
  if (above && below) return `${sayNumber(below)}分之${sayNumber(above)}`;
  // 5-10% has one sign for both ends.
  const parts = { '%': '百分之', '‰': '千分之' }[unit];
  const whole =
    parts === undefined
      ? text
      : text.replace(range, (_, from: string, to: string) => `${from}至${to}`);
  const isCounted = !text.startsWith('第') && !numbering.test(unit) && parts === undefined;
  const said = whole
    .replace(/(\d[\d,.]*(?:至\d[\d,.]*)?)[%‰]/gu, (_, figure: string) => `${parts ?? ''}${figure}`)
    .replace(number, (figure) => {
      const words = sayNumber(figure);
      return isCounted && (words === '二' || /^二(?=[千万亿])/u.test(words))
        ? `两${words.slice(1)}`
        : words;
    });
  return upTo === undefined ? said : said.replace(/[—–~-]{1,2}/u, '至');
}

/** Numbers that no measure word follows: 2008奥运会 has a year, 985 is a name; a short one counts. */
function sayDigits(text: string): string {
  return text.replace(number, (figure) =>
    /^\d{3,}$/u.test(figure) ? digitByDigit(figure) : sayNumber(figure),
  );
}

function digitByDigit(figure: string): string {
  return Array.from(figure, (digit) => writeCardinal(Number(digit))).join('');
}

/** A number as it is printed: `1,200`, `9.1`. One too long to be counted is said digit by digit. */
function sayNumber(figure: string): string {
  const [whole = '', decimals] = figure.replaceAll(',', '').replace(/\.$/u, '').split('.');
  const words = Number.isSafeInteger(Number(whole))
    ? writeCardinal(Number(whole))
    : digitByDigit(whole);
  return decimals === undefined ? words : `${words}点${digitByDigit(decimals)}`;
}

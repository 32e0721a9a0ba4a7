import { readCardinal } from './numerals.ts';
import type { Stretch } from './sentences.ts';

/**
 * A quantity as a text prints it. `start` and `end` (UTF-16 units) run from the number through its unit;
 * the qualifier stands outside.
 */
export type Quantity = Stretch & {
  /** As printed: `7.8万人`. */
  text: string;
  /** The number as printed, before 万, 亿 or 成: 7.8. Of a range, the lower end. */
  value: number;
  /** Digits printed after the point: 1 in 7.8. It tells how far the number was rounded. */
  decimals: number;
  /** What 万, 亿 or 成 multiplies by: 10000. */
  multiplier: number;
  /** `value` × `multiplier`, exactly: 78000. */
  normalised: number;
  /** The upper end of a range, multiplied: 3 of 0—3岁. */
  upTo?: number;
  /** The measure word; `%` of percentages, 百分之… and 成; empty if there is none. */
  unit: string;
  /** The words that qualify the number, as printed: 不少于, 左右, 约…左右, 计划. */
  qualifier?: string;
};

const units =
  '个百分点 个月 个小时 个学期 个工作日 工作日 个 所 人次 人天 人 名 对 本 位 项 级 次 元 美元 年级 年 月 日 天 小时 分钟 周 周岁 ' +
  '岁 期 门 种 类 家 条 件 届 号 章 句 字 平方米 平方公里 立方米 公里 千米 公顷 亩 米 吨 千克 公斤 千瓦时 千瓦 册 台 ' +
  '套 间 座 栋 辆 场 课时 学时 学分 学年 学期 倍 番 支 批 户 组 份 篇 轮 处 班 大 % ‰ 张 部 例 起 片 只 头 架 块 枚 首 节 ' +
  '堂 款 剂 剂次 批次 场次 班次 台次 台套 件次 户次 门次 盏 棵 株 艘 段 幅 床 标段 分 毫米 厘米 毫克 升 毫升 秒 兆瓦 标准箱 眼';

/** Qualifiers that stand behind a quantity. */
const behind = '左右|上下|及?以上|及?以下|以内|之内';

/** What follows a measure word where it begins another word: 100对 is a quantity, 10对口 is not. */
const notUnitBefore: Record<string, string> = {
  人: '才|民|员|口|均|士',
  名: '校|牌|园|师(?!生)',
  对: '口|外|接',
  本: '市|校|区|科|地|年|月|级|届',
  位: '于',
  项: '目',
  级: '别',
  次: '要|数',
  家: '长|庭',
  张: '贴|力',
  部: '门|分|长|署|队|委|属|级',
  例: '如|外',
  起: '来|到|点|步|草|动',
  片: '区|面',
  只: '有|是|要|能',
  头: '部',
  架: '构',
  块: '状',
  首: '批|都|先|次|家|个|位',
  节: '约|点|目|能|水|日',
  堂: '食',
  款: '项',
  段: '落',
  床: '位',
  眼: '科|镜|球|光|睛|前|界|部|病|底|下|里|中',
  分: '之|别|类|校|管|工|步|析|布|解|组|段|层|期|批|级|区|院|局|为|公|园|站|行|部|配|享|流|支|数',
  升: '级|学|入|至|到',
  支: '持|教|付|部|出|撑|农',
  // 10大学科群 is ten 学科群: 大 stands for the measure word 个, and 大学 is no word here.
  大: String.raw`\P{Script=Han}|$`,
};

const unit = units
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .map((word) => (notUnitBefore[word] ? `${word}(?!${notUnitBefore[word]})` : word))
  .join('|');

const multiplier = '万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![米克瓦])|百|十';
const hanDigits = '零〇一二三四五六七八九';

const pattern = {
  /** What only looks like a quantity: a date, a time, a ratio, a number with places masked (20*年), a congress
   * or plenum, and 三位一体, which counts parts of a name. */
  other:
    /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?|\d+(?:\.\d+)?[:∶]\d+(?:\.\d+)?|\d+\*\d*|(?<=党的)[一二三四五六七八九十]+大|[一二三四五六七八九十]+(?:位一体|次全会|中全会)/uy,
  arabic: /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/uy,
  han: new RegExp(`([${hanDigits}两十百千万亿]+)(?:点([${hanDigits}]+)(万亿|亿|万)?)?`, 'uy'),
  multiplier: new RegExp(`(?:([余多])(?=${multiplier}|${unit}))?(${multiplier})?`, 'uy'),
  unit: new RegExp(unit, 'uy'),
  slash: /\/(\d+)(?![\d/])/uy,
  /** A part of 1亿2000万 or 3万5千. */
  tiers: new RegExp(`(\\d+)(亿|万|千(?![米克瓦])|百)(?=\\d)|(\\d+)(万|千(?![米克瓦])|百)?`, 'uy'),
  /** Two figures side by side, of which one will be right: 两三年, 十五六岁, 七八百人. */
  either: new RegExp(
    `([${hanDigits}]?十)?([一二两三四五六七八九])([二三四五六七八九])([十百千])?(万|亿)?(?=${unit})`,
    'uy',
  ),
  doubled: /番(?<=翻番)/uy,
  /** What a rank stands behind. */
  ranked:
    /(?:全[国省市区县州校球]|世界|国内|行业|同类[^，,；;。]{0,6}|排名|[位名]?列|位居|居|保持|稳居|跃居)$/u,
  rankedNotBefore: /[\p{Script=Han}\d](?<![的，])/uy,
  parts: /分之/uy,
  to: /[—–~-]{1,2}|至|到/uy,
  tenths: new RegExp(`成([${hanDigits}])?(?![立为员果功绩长才就效本熟])`, 'uy'),
  halfMore: /(年|天|小时)半|个半(月|小时|学期)/uy,
  half: new RegExp(`半(${unit})|一半|半数`, 'uy'),
  notBefore: /[A-Za-z\d.]$/u,
  hanNotBefore: new RegExp(`[${hanDigits}两十百千万亿数几若好统唯专]$`, 'u'),
  before:
    /(?:(计划|预计|拟)\p{Script=Han}{0,6}?|(力争|争取)\p{Script=Han}{0,12}?)?(不得?(?:少|低|小|多|高|大)于|不得?超过|不足|不到|至少|至多|最少|最多|最低|最高|超过|(?<!赶)超|(?<!不得?)[高低多少大小]于|达到|达|突破|控制在|[≥≤≧≦><]|大约|约为|约|将近|接近|(?<![最附就相])近|逾)?$/u,
  /** 前三名, 前10%: how many are meant, and no time, as in 前三年. */
  foremost: /前$/u,
  after: new RegExp(behind, 'uy'),
};

/** A number before its unit: `decimal` × 10^`exponent`, exact because it is text. */
type Numeral = { end: number; decimal: string; exponent: number; more: string };

type Size = Pick<Quantity, 'value' | 'decimals' | 'multiplier' | 'normalised'>;

/** A quantity before the words around it are read; `more` is the 余 or 多 inside it. */
type Reading = Omit<Quantity, 'start' | 'text' | 'qualifier'> & { more?: string };

/**
 * Reads every quantity of a text, in order: Arabic or Chinese, half or full width, with 万 亿 百 千, %,
 * 百分之, 成, 半, 两, 第, ranges, ranks, fractions and doublings (翻一番). A Chinese number counts only with a unit after
 * it, or as a rank (全省第一): the 一 of 进一步 is none, nor that of 第一书记. Dates, times and masked numbers (20*年) are none either.
 *
 * @param text a sentence, or several
 * @returns quantities that do not overlap, with offsets into `text`
 */
export function readQuantities(text: string): Quantity[] {
  const plain = foldWidth(text);
  const quantities: Quantity[] = [];
  let i = 0;
  while (i < plain.length) {
    const other = match(pattern.other, plain, i);
    const reading = other ? undefined : readAt(plain, i);
    if (reading) {
      const { more, ...fields } = reading;
      quantities.push({
        start: i,
        text: text.slice(i, reading.end),
        ...fields,
        ...readQualifier(plain, { start: i, end: reading.end, unit: fields.unit, more }),
      });
    }
    i = other ? i + other[0].length : (reading?.end ?? i + 1);
  }
  return quantities;
}

/**
 * Reads a quotation that holds one quantity.
 * @returns undefined if it holds none, or more than one
 */
export function readQuantity(quote: string): Quantity | undefined {
  const [only, second] = readQuantities(quote);
  return second ? undefined : only;
}

function readAt(text: string, at: number): Reading | undefined {
  const isOrdinal = text.charAt(at) === '第';
  const numberAt = isOrdinal ? at + 1 : at;
  const either = readEither(text, numberAt);
  if (either) return either;
  const numeral = readNumeral(text, numberAt);
  if (!numeral) return readHalf(text, at);
  const isHan = !/\d/u.test(text.charAt(numberAt));
  if (isOrdinal || isRank(text, at, numeral.end)) {
    const count = readCount(text, numeral);
    // The 第一 of 第一书记 says who is foremost; that of 全省第一 is a number.
    const isTitle = isHan && numeral.decimal === '1' && count.unit === '';
    return isTitle && !isRank(text, at, numeral.end) ? undefined : count;
  }
  const reading =
    readFraction(text, numeral) ??
    readRange(text, numeral) ??
    readTenths(text, numeral) ??
    readHalfMore(text, numeral) ??
    readCount(text, numeral);
  // 三番五次 repeats; only what is 翻 is doubled.
  if (reading.unit === '番' && !/翻[了过]?$/u.test(text.slice(Math.max(0, at - 2), at)))
    return undefined;
  return !isHan || reading.end > numeral.end ? reading : readHalf(text, at);
}

/** 全省第一, 全国前三: a place in a row, which needs no measure word. */
function isRank(text: string, at: number, end: number): boolean {
  if (match(pattern.rankedNotBefore, text, end)) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  return text.charAt(at) === '第'
    ? pattern.ranked.test(before)
    : pattern.foremost.test(before) && pattern.ranked.test(before.slice(0, -1));
}

/** 两三年 is 2 to 3; 三五个 is the only pair whose figures are no neighbours. */
function readEither(text: string, at: number): Reading | undefined {
  if (pattern.hanNotBefore.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  const [all, tens = '', one = '', other = '', place = '', times = ''] =
    match(pattern.either, text, at) ?? [];
  if (all === undefined) return undefined;
  const read = (digit: string): number => readCardinal(digit) ?? 0;
  const isPair = read(other) === read(one) + 1 || `${one}${other}` === '三五';
  const [low, high] = [one, other].map((digit) => readCardinal(`${tens}${digit}${place}`));
  if (!isPair || low === undefined || high === undefined) return undefined;
  const exponent = exponentOf(times);
  const count = readCount(text, { end: at + all.length, decimal: String(low), exponent, more: '' });
  return { ...count, upTo: sizeOf({ decimal: String(high), exponent }).normalised };
}

/** 1亿2000万, 3万5千: one number in parts, each smaller than what the one before counts. */
function readTiers(text: string, at: number): Numeral | undefined {
  let [end, total, parts, below] = [at, 0, 0, Infinity];
  for (;;) {
    const [all, digits, times, last, lastTimes] = match(pattern.tiers, text, end) ?? [];
    if (all === undefined) break;
    const unitOfPart = 10 ** exponentOf(times ?? lastTimes ?? '');
    const size = Number(digits ?? last) * unitOfPart;
    const isBare = times === undefined && lastTimes === undefined;
    if (size >= below || (isBare && (parts === 0 || all.length < 3))) return undefined;
    [end, total, parts, below] = [end + all.length, total + size, parts + 1, unitOfPart];
    if (digits === undefined) break;
  }
  return parts > 1 && Number.isSafeInteger(total)
    ? { end, decimal: String(total), exponent: 0, more: '' }
    : undefined;
}

function readNumeral(text: string, at: number): Numeral | undefined {
  const arabic = match(pattern.arabic, text, at);
  const before = text.slice(Math.max(0, at - 1), at);
  if (arabic) {
    if (pattern.notBefore.test(before)) return undefined;
    const tiers = readTiers(text, at);
    if (tiers) return tiers;
    const end = at + arabic[0].length;
    const [tail = '', more = '', times = ''] = match(pattern.multiplier, text, end) ?? [];
    const exponent = exponentOf(times);
    return { end: end + tail.length, decimal: arabic[0].replaceAll(',', ''), exponent, more };
  }
  const han = match(pattern.han, text, at);
  if (!han || pattern.hanNotBefore.test(before)) return undefined;
  const [all, whole = '', fraction, timesAfterPoint] = han;
  const end = at + all.length;
  if (fraction !== undefined) {
    const cardinal = readCardinal(whole);
    const decimal = `${cardinal}.${Array.from(fraction, (digit) => readCardinal(digit)).join('')}`;
    return cardinal === undefined
      ? undefined
      : { end, decimal, exponent: exponentOf(timesAfterPoint ?? ''), more: '' };
  }
  // In 二十万 the number is 20 and 万 multiplies it; 一亿三千万 is one number.
  const [, rest = whole, times = ''] = /^([^万亿]+)(万亿|亿|万)$/u.exec(whole) ?? [];
  const cardinal = readCardinal(rest);
  // Of one that is larger, not every digit would be kept.
  if (!Number.isSafeInteger(cardinal)) return undefined;
  return { end, decimal: String(cardinal), exponent: exponentOf(times), more: '' };
}

/** 百分之三十, 千分之五, 三分之一, 1/3: the first two are percentages, the others fractions. */
function readFraction(text: string, first: Numeral): Reading | undefined {
  const slash = match(pattern.slash, text, first.end);
  const parts = slash ? undefined : match(pattern.parts, text, first.end);
  const second = parts && readNumeral(text, first.end + parts[0].length);
  if (second) {
    const whole = sizeOf(first).normalised;
    const { end } = second;
    const percent = whole === 100 ? '%' : whole === 1000 ? '‰' : undefined;
    if (percent !== undefined) return { end, unit: percent, ...sizeOf(second) };
    return fractionOf(sizeOf(second).normalised, whole, end);
  }
  if (!slash) return undefined;
  return fractionOf(sizeOf(first).normalised, Number(slash[1]), first.end + slash[0].length);
}

function fractionOf(above: number, below: number, end: number): Reading | undefined {
  if (below === 0) return undefined;
  const value = above / below;
  return { end, unit: '', value, decimals: 0, multiplier: 1, normalised: value };
}

/** 0—3岁, 10至20所, 50—60万人: 万 after the second number is meant of both. */
function readRange(text: string, first: Numeral): Reading | undefined {
  const unitBetween = match(pattern.unit, text, first.end)?.[0] ?? '';
  const to = match(pattern.to, text, first.end + unitBetween.length);
  if (!to) return undefined;
  const second = readNumeral(text, first.end + unitBetween.length + to[0].length);
  if (!second) return undefined;
  const unitAfter = match(pattern.unit, text, second.end)?.[0];
  if (unitAfter === undefined || (unitBetween !== '' && unitBetween !== unitAfter))
    return undefined;
  const exponent = first.exponent === 0 ? second.exponent : first.exponent;
  const end = second.end + unitAfter.length;
  return {
    end,
    unit: canonicalUnit(unitAfter),
    ...sizeOf({ ...first, exponent }),
    upTo: sizeOf(second).normalised,
  };
}

/** 三成 is 30 %, 三成五 is 35 %. */
function readTenths(text: string, numeral: Numeral): Reading | undefined {
  const tenths = match(pattern.tenths, text, numeral.end);
  if (!tenths) return undefined;
  // A digit after 成 is its tenth; a number that has decimals already has none after it: 2.5成.
  const tenth = numeral.decimal.includes('.') ? undefined : tenths[1];
  const decimal = tenth ? `${numeral.decimal}.${readCardinal(tenth)}` : numeral.decimal;
  const end = numeral.end + (tenth ? tenths[0].length : 1);
  return { end, unit: '%', ...sizeOf({ decimal, exponent: 1 }) };
}

/** 两年半, 三个半月. */
function readHalfMore(text: string, numeral: Numeral): Reading | undefined {
  const half = match(pattern.halfMore, text, numeral.end);
  if (!half) return undefined;
  const { exponent } = numeral;
  const end = numeral.end + half[0].length;
  const unitOfHalf = half[1] ?? `个${half[2]}`;
  return {
    end,
    unit: unitOfHalf,
    ...sizeOf({ decimal: `${numeral.decimal}.5`, exponent }),
  };
}

function readCount(text: string, numeral: Numeral): Reading {
  const unitAfter = match(pattern.unit, text, numeral.end)?.[0] ?? '';
  const { more } = numeral;
  const end = numeral.end + unitAfter.length;
  return { end, unit: canonicalUnit(unitAfter), ...sizeOf(numeral), more };
}

/** 半年, 一半, 半数; 番 of 翻番 is one doubling. */
function readHalf(text: string, at: number): Reading | undefined {
  const doubled = match(pattern.doubled, text, at);
  if (doubled) return { end: at + 1, unit: '番', ...sizeOf({ decimal: '1', exponent: 0 }) };
  const half = match(pattern.half, text, at);
  if (!half) return undefined;
  const end = at + half[0].length;
  const size = sizeOf({ decimal: '0.5', exponent: 0 });
  return { end, unit: half[1] ?? '', ...size };
}

/** The qualifiers around a number: two of them are joined by …, as 约100人左右 is 约…左右. */
function readQualifier(
  text: string,
  {
    start,
    end,
    unit: counted,
    more,
  }: { start: number; end: number; unit: string; more: string | undefined },
): { qualifier?: string } {
  const before = text.slice(Math.max(0, start - 24), start);
  const [, plan, hope, bound] = pattern.before.exec(before) ?? [];
  const foremost =
    /^[名位%]?$/u.test(counted) && text.charAt(start) !== '第'
      ? pattern.foremost.exec(before)?.[0]
      : undefined;
  const after = match(pattern.after, text, end)?.[0];
  const words = [plan, hope, bound ?? foremost, more, after].filter(Boolean);
  return words.length > 0 ? { qualifier: words.join('…') } : {};
}

/**
 * The parts of a number. JavaScript's own reader of decimals moves the point and rounds once:
 * `Number('4.35e2')` is 435, where 4.35 * 100 is 434.99999999999994.
 */
function sizeOf({ decimal, exponent }: Pick<Numeral, 'decimal' | 'exponent'>): Size {
  return {
    value: Number(decimal),
    decimals: decimal.split('.')[1]?.length ?? 0,
    multiplier: 10 ** exponent,
    normalised: Number(`${decimal}e${exponent}`),
  };
}

function exponentOf(times: string): number {
  return String(readCardinal(times) ?? 1).length - 1;
}

function canonicalUnit(printed: string): string {
  return printed === '大' ? '个' : printed;
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}

/** Full-width digits and signs as their half-width twins, one for one, so that offsets stay; PDF files name 〜 for ～. */
function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('〜', '~');
}

/** A qualifier as it is printed around its quantity: 约…左右 before and after. */
export function partQualifier(qualifier: string): { before: string; after: string } {
  const words = qualifier.split('…');
  const last = words.at(-1) ?? '';
  return new RegExp(`^(?:${behind})$`, 'u').test(last)
    ? { before: words.slice(0, -1).join('…'), after: last }
    : { before: qualifier, after: '' };
}

/** Measure words that stand for unlisted ones that are as long: those read as they do. */
const standIns = ['', '台', '课时', '平方米', '平方公里'];

/** What makes a number, or stands between it and its measure word. */
const countBefore = String.raw`[\d０-９零〇一二三四五六七八九十百千万亿两几半余多]`;

/** A measure word without the 万 or 亿 before it, which editors may write with it. */
const withoutMultiplier = (word: string): string =>
  word.replace(new RegExp(`^(?:${multiplier})(?=.)`, 'u'), '');

/** Whether this measure word is in the list of those that are known, with 万 or 亿 or without. */
export function isKnownUnit(word: string): boolean {
  const known = new RegExp(`(?:${unit})$`, 'uy');
  return word === '' || [word, withoutMultiplier(word)].some((one) => match(known, one, 0));
}

/**
 * readQuantities where measure words stand that no list has: the 畦 of 60畦, the 桶次 of 30余桶次.
 * @param unlisted such words, of up to four characters; any others are left aside
 */
export function readQuantitiesIn(text: string, unlisted: readonly string[]): Quantity[] {
  let plain = text;
  const wordAt = new Map<number, string>();
  const words = unlisted
    .map(withoutMultiplier)
    .filter((word) => /^\p{L}{1,4}$/u.test(word) && !isKnownUnit(word));
  for (const word of words.sort((a, b) => b.length - a.length)) {
    for (const { index } of text.matchAll(new RegExp(`(?<=${countBefore})${word}`, 'gu'))) {
      const known = match(pattern.unit, text, index)?.[0].length ?? 0;
      if (known >= word.length || wordAt.has(index)) continue;
      wordAt.set(index, word);
      plain = plain.slice(0, index) + standIns[word.length] + plain.slice(index + word.length);
    }
  }
  return readQuantities(plain).map((quantity) => {
    const word = wordAt.get(quantity.end - quantity.unit.length);
    const printed = { ...quantity, text: text.slice(quantity.start, quantity.end) };
    return word === undefined ? printed : { ...printed, unit: word };
  });
}

/** What follows a number and is no measure word: particles, prepositions, conjunctions, adverbs, words of place and time. */
const noUnit =
  /[的地得了着以左右上下内外前后中间起来和与及并或且而至到为是在将把被由向从按让使同比较也均各全再又更最已未不非等即则其此该所有新]/u;

/**
 * The character after a number, if it may be its measure word: 节 of 60节课. Which characters such a word has, only
 * the editor knows.
 */
export function unlistedUnitAt(text: string, end: number): string | undefined {
  const word = /^\p{Script=Han}/u.exec(text.slice(end))?.[0];
  return word === undefined || noUnit.test(word) ? undefined : word;
}

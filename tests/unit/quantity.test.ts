import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCardinal } from '../../src/text/numerals.ts';
import { readQuantities, readQuantity } from '../../src/text/quantity.ts';

describe('reads what the first plan prints', () => {
  test.each([
    ['普通高中计划招生7.8万人', 7.8, 10000, 78000, '人', '计划'],
    ['中等职业教育计划招生5.7万人', 5.7, 10000, 57000, '人', '计划'],
    ['比20*年增长9.1%', 9.1, 1, 9.1, '%', undefined],
    ['安排4亿元专项资金', 4, 1e8, 400000000, '元', undefined],
    ['组织10所高校对口支援', 10, 1, 10, '所', undefined],
    ['建立100对城乡“手拉手”学校', 100, 1, 100, '对', undefined],
    ['选派1000名城镇教师', 1000, 1, 1000, '名', undefined],
    ['不少于10000人次的农村教师', 10000, 1, 10000, '人次', '不少于'],
    ['转移培训10万人次以及多种形式', 10, 10000, 100000, '人次', undefined],
    ['支持20所左右专门招收', 20, 1, 20, '所', '左右'],
    ['年培训职工250万人次左右', 250, 10000, 2500000, '人次', '左右'],
    ['建设130所“*2008奥林匹克', 130, 1, 130, '所', undefined],
    ['用于职业教育的30%', 30, 1, 30, '%', undefined],
    ['重点支持10大学科群', 10, 1, 10, '个', undefined],
    ['加强14个大学科技园', 14, 1, 14, '个', undefined],
    ['今后15年', 15, 1, 15, '年', undefined],
  ])('%s', (text, value, multiplier, normalised, unit, qualifier) => {
    const [first] = readQuantities(text);
    expect(first).toMatchObject({ value, multiplier, normalised, unit });
    expect(first?.qualifier).toBe(qualifier);
  });

  test('0—3岁 is a range', () => {
    expect(readQuantity('推进0—3岁社区早期教育')).toMatchObject({
      text: '0—3岁',
      value: 0,
      upTo: 3,
      unit: '岁',
    });
  });

  test.each([
    '时间:2022-04-04 12:49:00',
    '20*年,高中阶段',
    '办好20*年*国际教育博览会',
    '实施“十百千万工程”',
    '全面实施义务教育“两免一补”政策',
    '“五五”普法规划',
    '进一步提高、统一组织、半工半读、每一市民',
    '落实“双证书”制度',
    '学习党的十九大、党的二十大和二次全会精神',
    '形成三位一体、五位一体的布局',
    '按师生比1:1.5和1∶20配备',
    '选派第一书记，落实第一责任人，第一时间报告',
    '为此付出一番努力',
    '走在全省前列',
  ])('%s holds no quantity', (text) => expect(readQuantities(text)).toEqual([]));
});

describe('reads what other plans print', () => {
  test.each([
    ['１０．５％', 10.5, '%', undefined],
    ['10,000名', 10000, '名', undefined],
    ['20余万人', 200000, '人', '余'],
    ['20多所学校', 20, '所', '多'],
    ['约两千人左右', 2000, '人', '约…左右'],
    ['计划新建不少于12所', 12, '所', '计划…不少于'],
    ['不超过9.50%', 9.5, '%', '不超过'],
    ['1.2千万元', 12000000, '元', undefined],
    ['2万亿元', 2e12, '元', undefined],
    ['一亿三千万元', 130000000, '元', undefined],
    ['二十万名', 200000, '名', undefined],
    ['三万五千人', 35000, '人', undefined],
    ['七点八万人', 78000, '人', undefined],
    ['二〇〇六年', 2006, '年', undefined],
    ['百所名校', 100, '所', undefined],
    ['十大工程', 10, '个', undefined],
    ['三成', 30, '%', undefined],
    ['三成五', 35, '%', undefined],
    ['百分之三十', 30, '%', undefined],
    ['百分之九点一', 9.1, '%', undefined],
    ['千分之五', 5, '‰', undefined],
    ['提高2个百分点', 2, '个百分点', undefined],
    ['半年', 0.5, '年', undefined],
    ['两年半', 2.5, '年', undefined],
    ['三个半月', 3.5, '个月', undefined],
    ['6岁以上儿童', 6, '岁', '以上'],
    ['近3000人', 3000, '人', '近'],
    ['巩固率≥95%', 95, '%', '≥'],
    ['比例高于60%', 60, '%', '高于'],
    ['普惠率达到92%以上', 92, '%', '达到…以上'],
    ['总量突破200万册', 2000000, '册', '突破'],
    ['最近3年', 3, '年', undefined],
    ['惠及1亿2000万人次', 120_000_000, '人次', undefined],
    ['约3万5千名', 35_000, '名', '约'],
    ['1亿2000万3500元', 120_003_500, '元', undefined],
    ['到账经费翻一番', 1, '番', undefined],
    ['产值翻了两番', 2, '番', undefined],
    ['收入翻番', 1, '番', undefined],
    ['提高到3倍', 3, '倍', undefined],
    ['增速控制在5%以内', 5, '%', '控制在…以内'],
    ['不得低于12平方米', 12, '平方米', '不得低于'],
    ['不高于3元', 3, '元', '不高于'],
    ['力争新增省级一流课程20门', 20, '门', '力争'],
    ['力争及格率达到95%及以上', 95, '%', '力争…达到…及以上'],
    ['门诊量＞1万人次', 10_000, '人次', '>'],
    ['床位800张', 800, '张', undefined],
    ['接种流感疫苗12万剂次', 120_000, '剂次', undefined],
    ['进入全省前三名', 3, '名', '前'],
    ['位居第3位', 3, '位', undefined],
    ['排名保持全省第一', 1, '', undefined],
    ['进入全国前三。', 3, '', '前'],
  ])('%s is %d %s', (text, normalised, unit, qualifier) => {
    const quantity = readQuantity(text);
    expect(quantity).toMatchObject({ normalised, unit });
    expect(quantity?.qualifier).toBe(qualifier);
  });

  test.each([
    ['三分之一的学校', 1 / 3],
    ['2/3的学校', 2 / 3],
    ['一半', 0.5],
  ])('%s is a fraction', (text, normalised) =>
    expect(readQuantity(text)).toMatchObject({ normalised, unit: '' }),
  );

  test.each([
    ['第十三届', 13, '届'],
    ['第3年', 3, '年'],
    ['第三产业', 3, ''],
  ])('%s is an ordinal', (text, value, unit) =>
    expect(readQuantity(text)).toMatchObject({ value, unit }),
  );

  test.each([
    ['10—20所', 10, 20],
    ['10至20所', 10, 20],
    ['10所到20所', 10, 20],
    ['10～20所', 10, 20],
    ['50—60万所', 500000, 600000],
    ['三至五所', 3, 5],
  ])('%s runs from %d to %d', (text, normalised, upTo) =>
    expect(readQuantity(text)).toMatchObject({ normalised, upTo, unit: '所' }),
  );

  test.each([
    ['两三年', 2, 3, '年'],
    ['三五个', 3, 5, '个'],
    ['七八百人', 700, 800, '人'],
    ['十五六岁', 15, 16, '岁'],
    ['二三十所', 20, 30, '所'],
    ['两三万座', 20_000, 30_000, '座'],
  ])('%s is one of two figures', (text, normalised, upTo, unit) =>
    expect(readQuantity(text)).toMatchObject({ normalised, upTo, unit }),
  );

  test.each(['数百所学校', 'A4纸', 'PM2.5', '2006.3.1', '12:30', '几十所'])(
    '%s holds no quantity',
    (text) => expect(readQuantities(text)).toEqual([]),
  );

  test.each(['10对口支援学校', '10名校', '20项目', '30人才'])('%s has no measure word', (text) =>
    expect(readQuantity(text)).toMatchObject({ unit: '' }),
  );

  test('a percentage printed to two places keeps them', () => {
    expect(readQuantity('9.50%')).toMatchObject({ value: 9.5, decimals: 2 });
  });
});

const unit = fc.constantFrom('人', '人次', '元', '所', '个', '名', '对', '岁', '%');

test('what is written with a number is read back, in half and full width, where it stands', () => {
  const times = fc.constantFrom(['', 0], ['万', 4], ['亿', 8], ['百', 2], ['千', 3], ['万亿', 12]);
  const widen = (text: string): string =>
    text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(
      fc.nat(99_999),
      fc.option(fc.stringMatching(/^\d{1,3}$/u), { nil: undefined }),
      times,
      unit,
      fc.constantFrom('不少于', '超过', '约', ''),
      fc.constantFrom('左右', '以上', ''),
      fc.boolean(),
      (whole, fraction, [word, exponent], unitWord, before, after, isWide) => {
        const decimal = fraction === undefined ? String(whole) : `${whole}.${fraction}`;
        const printed = `${decimal}${word}${unitWord}`;
        const shown = isWide ? widen(printed) : printed;
        const text = `推进教育,培训${before}${shown}${after}的学校。`;
        const [quantity, ...others] = readQuantities(text);
        expect(others).toEqual([]);
        expect(quantity).toMatchObject({
          text: shown,
          value: Number(decimal),
          decimals: fraction?.length ?? 0,
          multiplier: Number(`1e${exponent}`),
          normalised: Number(`${decimal}e${exponent}`),
          unit: unitWord,
        });
        expect(text.slice(quantity?.start, quantity?.end)).toBe(shown);
        expect(quantity?.qualifier ?? '').toBe([before, after].filter(Boolean).join('…'));
      },
    ),
  );
});

test('a number in parts of 亿 and 万 is read as one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 9999 }),
      unit,
      (a, b, unitWord) => {
        expect(readQuantity(`${a}亿${b}万${unitWord}`)).toMatchObject({
          text: `${a}亿${b}万${unitWord}`,
          normalised: a * 1e8 + b * 1e4,
          unit: unitWord,
        });
      },
    ),
  );
});

/** Writes a number in Chinese: the rule of the schoolbook, as the opposite of what is tested. */
function writeHan(n: number): string {
  const digits = '零一二三四五六七八九';
  const group = (m: number): string =>
    String(m)
      .padStart(4, '0')
      .replace(/./gu, (d, i: number) =>
        d === '0' ? '零' : `${digits[Number(d)]}${'千百十'[i] ?? ''}`,
      )
      .replace(/零+$/u, '');
  const groups = [Math.floor(n / 1e8), Math.floor(n / 1e4) % 1e4, n % 1e4];
  return groups
    .map((m, i) => (m === 0 ? '零' : `${group(m)}${['亿', '万', ''][i]}`))
    .join('')
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '');
}

test('what is written in Chinese numerals is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => {
      expect(readCardinal(writeHan(n))).toBe(n);
      expect(readQuantity(`${writeHan(n)}人`)).toMatchObject({ normalised: n, unit: '人' });
    }),
  );
});

test.each(['十百千万', '五五', '一百零', '三零', '万万', '', '百千'])(
  '%s is no number',
  (numeral) => expect(readCardinal(numeral)).toBeUndefined(),
);

test('a row of Chinese digits that no number holds exactly is none', () => {
  expect(readQuantities(`${'一二三四五'.repeat(5)}人`)).toEqual([]);
});

test('a digit after 成 is none of a number that has decimals already', () => {
  const read = readQuantities('0.0成零，2.5成五年').map(({ text, normalised }) => [
    text,
    normalised,
  ]);
  expect(read).toEqual([
    ['0.0成', 0],
    ['2.5成', 25],
    ['五年', 5],
  ]);
});

test('quantities of any text stand in it, in order, without overlap', () => {
  const pieces = fc.constantFrom(
    ...'0123456789.,*:-—/第半两一二三五十百千万亿成分之零人所%年大个至余番翻前全省名'.split(''),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
      const text = list.join('');
      let end = 0;
      for (const quantity of readQuantities(text)) {
        expect(quantity.start).toBeGreaterThanOrEqual(end);
        expect(quantity.end).toBeGreaterThan(quantity.start);
        expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
        for (const n of [quantity.value, quantity.normalised, quantity.upTo ?? 0])
          expect(n).toSatisfy(Number.isFinite);
        end = quantity.end;
      }
    }),
    { numRuns: 500 },
  );
});

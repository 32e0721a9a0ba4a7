import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  pinyinForms,
  textsOfPage,
  traditionalForms,
} from '../../src/integrations/character-forms.ts';
import { readWordForms } from '../../src/loaders/read-vocabulary.ts';
import { readForms } from '../../src/reading-settings/forms.ts';
import { learnForms } from '../../src/reading-settings/learn-forms.ts';
import { wordFormsSchema } from '../../src/site/vocabulary.ts';
import { planParts } from '../../src/text/compose.ts';
import { loadSite } from '../../src/loaders/read-site.ts';
import { project } from '../support/site.ts';

const corrected = readWordForms(project);
const plans = loadSite(project).plans;
const words = plans.flatMap(({ plan, sections, tasks }) =>
  Array.from(planParts(plan, sections, tasks), ({ text }) => text),
);

/** Official prose in which one simplified character stands for several: each with what is right in Taiwan's standard. */
const hard = [
  ['促进教育发展，不得对学生头发作统一要求', '促進教育發展，不得對學生頭髮作統一要求'],
  ['按时向寄宿学生发放生活补助', '按時向寄宿學生發放生活補助'],
  ['干部要干净做事，减少干预，埋头苦干', '幹部要乾淨做事，減少干預，埋頭苦幹'],
  ['教育系统加强联系，处理好师生关系', '教育系統加強聯繫，處理好師生關係'],
  ['今后五年，皇后镇小学先后建成', '今後五年，皇后鎮小學先後建成'],
  ['校园里公里数减少', '校園裡公里數減少'],
  ['面向全体学生，供应面粉和面条', '面向全體學生，供應麵粉和麵條'],
  ['深化收入分配制度改革，研制教材', '深化收入分配制度改革，研製教材'],
  ['信息平台建设，推动与台湾地区的交流', '信息平臺建設，推動與臺灣地區的交流'],
  ['每天锻炼一小时，体育锻炼健身', '每天鍛鍊一小時，體育鍛鍊健身'],
] as const;

/** A text with other forms in the place of its characters. */
const setForms = (text: string, forms: readonly (string | undefined)[]): string =>
  forms.map((form, i) => form ?? text.charAt(i)).join('');

describe('traditional characters', () => {
  const forms = traditionalForms([...hard.map(([text]) => text), ...words], corrected);
  const find = readForms(forms);

  test.each(hard)('%s', (text, expected) => {
    expect(setForms(text, find(text))).toBe(expected);
  });

  test('each character stands for one of the source', () => {
    for (const text of words) expect(setForms(text, find(text))).toHaveLength(text.length);
  });

  test('words go on across the elements of a line, and not from one line to the next', () => {
    expect(textsOfPage('<p>头<b>发</b>展<p title="干部">示<script>"不说"</script></p>')).toEqual([
      '头发展',
      '示',
      '干部',
    ]);
  });
});

describe('pinyin', () => {
  const forms = pinyinForms(words, corrected);
  const find = readForms(forms);
  const spell = (text: string): string => find(text).join(' ');

  test('has a reading for each Chinese character of the plans, and for nothing else', () => {
    for (const text of words) {
      find(text).forEach((reading, i) => {
        expect(reading !== undefined, text).toBe(/\p{Script=Han}/u.test(text.charAt(i)));
      });
    }
  });

  test('is that of the words around a character, its tone that of the character by itself', () => {
    const texts = ['不断提高质量', '一个行业的行为', '增长与长期', '给予更多帮助并更换'];
    const own = readForms(pinyinForms(texts, corrected));
    expect(texts.map((text) => own(text).join(' '))).toEqual([
      'bù duàn tí gāo zhì liàng',
      'yī gè háng yè de xíng wéi',
      'zēng zhǎng yǔ cháng qī',
      'jǐ yǔ gèng duō bāng zhù bìng gēng huàn',
    ]);
  });

  test('is right where programs divide words wrongly', () => {
    for (const { words: said, pinyin } of corrected) {
      if (pinyin === undefined || !words.some((text) => text.includes(said))) continue;
      expect(spell(said), said).toBe(pinyin);
    }
  });
});

test('both together are loaded in 6 KB', () => {
  const sizes = [traditionalForms(words, corrected), pinyinForms(words, corrected)].map(
    (forms) => brotliCompressSync(JSON.stringify(forms)).length,
  );
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(6 * 1024);
});

describe('what is learned', () => {
  test('gives every text its forms', () => {
    const examples = ['发展', '头发', '发现', '理发店'].map((text) => ({
      text,
      forms: text.split('').map((c) => (c === '发' ? (/头|理/u.test(text) ? '髮' : '發') : c)),
    }));
    const forms = learnForms(examples);
    expect(forms.usual).toEqual({ 發: '发' });
    expect(forms.within).toEqual({ 髮: ['0发店', '1头发'] });
    const find = readForms(forms);
    for (const { text, forms: own } of examples) {
      expect(setForms(text, find(text))).toBe(own.join(''));
    }
  });

  test('a correction has a form for each character', () => {
    const fits = (entry: object): boolean => wordFormsSchema.safeParse([entry]).success;
    expect(fits({ words: '发放', traditional: '發放', pinyin: 'fā fàng' })).toBe(true);
    expect(fits({ words: '发放', traditional: '發' })).toBe(false);
    expect(fits({ words: '发放', pinyin: 'fāfàng' })).toBe(false);
  });
});

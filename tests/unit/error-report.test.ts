import { describe, expect, test } from 'vitest';
import { errorReportAddress } from '../../src/citation/error-report.ts';
import { errorReportSchema } from '../../src/text/error-report.ts';

const place = {
  words: '办好 A & B 学校。',
  title: '工作计划',
  part: '第3项第2句',
  url: 'https://a.cn/20xx/tasks/3/#s2',
};
const citation = '“办好 A & B 学校。”——工作计划，第3项第2句';

describe('where an error is told', () => {
  test.each([
    'mailto:jyj@example.gov.cn',
    'https://example.gov.cn/report?about={citation}&url={address}',
    'https://example.gov.cn/report#{address}',
  ])('%s is such an address', (form) => {
    expect(errorReportSchema.safeParse(form).success).toBe(true);
  });

  test.each([
    'jyj@example.gov.cn',
    'mailto:jyj',
    'mailto:a@b.cn?subject=x',
    'mailto:a@b.cn,c@d.cn?cc=e@f.cn',
    'http://example.gov.cn/{address}',
    'https://example.gov.cn/report',
    'https://example.gov.cn/report?about={quote}&url={address}',
    'https://{address}',
    'https://example.gov.cn/a b{address}',
    'javascript:alert(1)//{address}',
  ])('%s is none', (form) => {
    expect(errorReportSchema.safeParse(form).success).toBe(false);
  });
});

test('an e-mail begins with the citation and the address, each on a line', () => {
  const url = new URL(errorReportAddress('mailto:a@b.cn', place, '这里有误'));
  expect(url.pathname).toBe('a@b.cn');
  expect(url.searchParams.get('subject')).toBe('这里有误');
  expect(url.searchParams.get('body')).toBe(`${citation}\r\n${place.url}\r\n\r\n`);
});

test('a form is given both, whatever characters they have', () => {
  const address = errorReportAddress('https://f.cn/?c={citation}&u={address}', place, '');
  const { searchParams } = new URL(address);
  expect(searchParams.get('c')).toBe(citation);
  expect(searchParams.get('u')).toBe(place.url);
  expect(address).toMatch(/^[\x21-\x7e]+$/u);
});

test('the link of a long passage is one that programs for e-mail take', () => {
  const words = '校'.repeat(3000);
  const address = errorReportAddress('mailto:a@b.cn', { ...place, words }, '这里有误？');
  expect(address.length).toBeLessThan(2000);
  expect(decodeURIComponent(address)).toContain('校…”');
});

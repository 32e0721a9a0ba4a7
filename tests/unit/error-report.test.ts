import { describe, expect, test } from 'vitest';
import { errorReportAddress, errorReportSchema } from '../../src/text/error-report.ts';

const place = { citation: '第3项第2句“A & B”，《计划》', address: 'https://a.cn/20xx/tasks/3/#s2' };

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
  expect(url.searchParams.get('body')).toBe(`${place.citation}\r\n${place.address}\r\n\r\n`);
});

test('a form is given both, whatever characters they have', () => {
  const address = errorReportAddress('https://f.cn/?c={citation}&u={address}', place, '');
  const { searchParams } = new URL(address);
  expect(searchParams.get('c')).toBe(place.citation);
  expect(searchParams.get('u')).toBe(place.address);
  expect(address).toMatch(/^[\x21-\x7e]+$/u);
});

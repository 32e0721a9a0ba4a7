import { expect, test } from 'vitest';
import { bindEnds } from '../../src/integrations/last-lines.ts';

test.each([
  [
    'the last word of a cell',
    '<td>各级各类学校</td>',
    '<td>各级各类<span class="end">学校</span></td>',
  ],
  [
    'a short name whole',
    '<th scope="row">研究生</th>',
    '<th scope="row"><span class="end">研究生</span></th>',
  ],
  [
    'the marks that close, too',
    '<p><span>完善配套政策。</span></p><footer>',
    '<p><span>完善配套<span class="end">政策。</span></span></p><footer>',
  ],
])('binds %s', (_name, html, bound) => expect(bindEnds(html)).toBe(bound));

test.each(['<td>是</td>', '<td>A &amp; B</td>', '<p>说明文字</p>', '<td></td>'])(
  'leaves %s',
  (html) => expect(bindEnds(html)).toBe(html),
);

test('the words stay as they are', () => {
  const html = '<table><tr><th>招生人数</th><td><a href="/a/">第1项第4句</a></td></tr></table>';
  const words = (of: string) => of.replace(/<[^>]*>/gu, '');
  expect(words(bindEnds(html))).toBe(words(html));
});

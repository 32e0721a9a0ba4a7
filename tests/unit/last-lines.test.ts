import { expect, test } from 'vitest';
import { bindEnd, bindEnds } from '../../src/setting/last-lines.ts';
import { bindNumbers } from '../../src/setting/typeset.ts';

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
  [
    'what stands before the end of a line that is written as a reference',
    '<td>课堂教学&#13;\n</td>',
    '<td><span class="end">课堂教学</span>&#13;\n</td>',
  ],
  [
    'words that a mark follows which stands outside of their own tags',
    '<td><span class="quoted">研究拟定实施意见</span>。</td>',
    '<td><span class="quoted">研究拟定实施<span class="end">意见</span></span>。</td>',
  ],
])('binds %s', (_name, html, bound) => expect(bindEnds(html)).toBe(bound));

test.each([
  '<td>是</td>',
  '<td>A &amp; B</td>',
  '<td>甲&amp;</td>',
  '<td>甲&#13;\n</td>',
  '<p>说明文字</p>',
  '<td></td>',
])('leaves %s', (html) => expect(bindEnds(html)).toBe(html));

test('the words stay as they are', () => {
  const html = '<table><tr><th>招生人数</th><td><a href="/a/">第1项第4句</a></td></tr></table>';
  const words = (of: string) => of.replace(/<[^>]*>/gu, '');
  expect(words(bindEnds(html))).toBe(words(html));
});

test.each([
  ['推动学习型城市建设。', '推动学习型城市<span class="end">建设。</span>'],
  ['写作“青少年”“未成年人”。', '写作“青少年”“未成<span class="end">年人</span>”。'],
  ['&lt;增长&gt;9.1%', '&lt;增长&gt;<span class="end">9.1%</span>'],
  ['建设', '<span class="end">建设</span>'],
  ['', ''],
])('the last word of %s stays together', (text, html) => {
  expect(bindEnd(text)).toBe(html);
});

test.each([
  ['第12项兼及100所学校', '<span class="end">第12项</span>兼及<span class="end">100所</span>学校'],
  ['第3、11、29项', '<span class="end">第3</span>、11、<span class="end">29项</span>'],
  ['不少于10000人次', '不少于<span class="end">10000人次</span>'],
  ['课堂教学&#13;&#x9;', '课堂教学&#13;&#x9;'],
  ['见T3和20', '见T3和20'],
  ['5919—5923人', '5919—5923人'],
  ['', ''],
])('the numbers of %s stay with their units', (text, html) => {
  expect(bindNumbers(text)).toBe(html);
});

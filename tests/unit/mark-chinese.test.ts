import { expect, test } from 'vitest';
import { markChinese } from '../../src/languages/mark-chinese.ts';

test.each([
  ['an element that is all Chinese', '<p>教育局</p>', '<p lang="zh-CN">教育局</p>'],
  [
    'runs in a text of both',
    '<p>Section 3 加快推进，进一步 of 教育局</p>',
    '<p>Section 3 <span lang="zh-CN">加快推进，进一步</span> of <span lang="zh-CN">教育局</span></p>',
  ],
  [
    'the outermost element that is all Chinese',
    '<div>Of <p>计划<b>12<br></b>所</p></div>',
    '<div>Of <p lang="zh-CN">计划<b>12<br></b>所</p></div>',
  ],
  [
    'a text between elements',
    '<p>计划<b>Plan</b>所</p>',
    '<p><span lang="zh-CN">计划</span><b>Plan</b><span lang="zh-CN">所</span></p>',
  ],
  [
    'a text beside a name that is English',
    '<p>计划<a aria-label="Sentence 4">四</a></p>',
    '<p><span lang="zh-CN">计划</span><a aria-label="Sentence 4"><span lang="zh-CN">四</span></a></p>',
  ],
  [
    'a run in a drawing, which an element of HTML would end',
    '<svg><text>about 5921人 (5919)</text></svg><p>of 人</p>',
    '<svg><text>about 5921<tspan lang="zh-CN">人</tspan> (5919)</text></svg><p>of <span lang="zh-CN">人</span></p>',
  ],
  [
    'a choice, which holds no element',
    '<option>学校 A</option>',
    '<option lang="zh-CN">学校 A</option>',
  ],
  [
    'marks around Chinese, and numbers within',
    '<p>see 《办法》（2020年） here</p>',
    '<p>see <span lang="zh-CN">《办法》（2020年）</span> here</p>',
  ],
])('says of %s that it is Chinese', (_what, html, marked) => {
  expect(markChinese(html)).toBe(marked);
});

test.each([
  '<html lang="en"><title>教育局</title><script>"教育"</script><style>q{content:"教"}</style>',
  '<p>Text</p><img alt="教育">',
  '<p lang="zh-CN">教育<b>局</b></p>',
  '<textarea>教育</textarea>',
  '<!-- 教育 -->',
])('leaves %s', (html) => expect(markChinese(html)).toBe(html));

test('knows where an element ends whose last tags are left out', () => {
  expect(markChinese('<ul><li lang="zh-CN">教</ul><p>Tea 茶</p>')).toBe(
    '<ul><li lang="zh-CN">教</ul><p>Tea <span lang="zh-CN">茶</span></p>',
  );
});

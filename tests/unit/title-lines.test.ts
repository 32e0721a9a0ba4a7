import { expect, test } from 'vitest';
import { breakTitles } from '../../src/setting/title-lines.ts';

test.each([
  ['words', '<h2>全面推进素质教育</h2>', '<h2><span>全面<wbr>推进<wbr>素质<wbr>教育</span></h2>'],
  [
    'words before and within a link, but not between the columns of a heading',
    '<h1><a href="#">12.</a><span>大力推进<a href="#n">义务教育均衡发展</a>。</span></h1>',
    '<h1><a href="#">12.</a><span>大力<wbr>推进<wbr><a href="#n">义务<wbr>教育<wbr>均衡<wbr>发展</a>。</span></h1>',
  ],
  [
    'clauses after a half-width mark, whose room stays on its line',
    '<h2><b>一</b><span>加快发展<span class="mark">,</span>提高质量</span></h2>',
    '<h2><b>一</b><span><span class="clause">加快<wbr>发展<span class="mark">,</span></span><span class="clause"><wbr>提高<wbr>质量</span></span></h2>',
  ],
  [
    'words around a number with its unit, which stays whole',
    '<h3><span>新建改造<b class="q">100</b><b class="q">所</b>农村学校</span></h3>',
    '<h3><span>新建<wbr>改造<wbr><b class="q">100</b><b class="q">所</b><wbr>农村<wbr>学校</span></h3>',
  ],
  [
    'names that are explained only at their ends',
    '<h1><span>提高<a href="#n">特殊教育</a>发展水平</span></h1>',
    '<h1><span>提高<wbr><a href="#n">特殊教育</a><wbr>发展<wbr>水平</span></h1>',
  ],
  [
    'words of one character with what they belong to',
    '<h1>加强党的先进性建设和信息化工作</h1>',
    '<h1><span>加强<wbr>党的<wbr>先进性<wbr>建设<wbr>和信息化<wbr>工作</span></h1>',
  ],
  [
    'clauses of a source’s title',
    '<h1><span>二、</span><span data-plan-text="9">全面贯彻方针<span class="mark">,</span>推进教育</span></h1>',
    '<h1><span>二、</span><span data-plan-text="9"><span class="clause">全面<wbr>贯彻<wbr>方针<span class="mark">,</span></span><span class="clause"><wbr>推进<wbr>教育</span></span></h1>',
  ],
  [
    'clauses of a title that is nothing but text',
    '<h2>全面贯彻方针，推进教育</h2>',
    '<h2><span><span class="clause">全面<wbr>贯彻<wbr>方针，</span><span class="clause">推进<wbr>教育</span></span></h2>',
  ],
])('says where lines of a title may end: %s', (_name, html, broken) => {
  expect(breakTitles(html)).toBe(broken);
});

test.each([
  '<h2>总的要求</h2>',
  '<h2>Key figures of the plan</h2>',
  '<h2>“两免一补”</h2>',
  '<p>全面推进素质教育</p>',
  '<h1><span>计划</span><small>10 sections, 41 tasks</small></h1>',
  '<h1 class="running">全面推进素质教育，提高教育质量</h1>',
])('leaves %s', (html) => expect(breakTitles(html)).toBe(html));

test('says nothing: a title reads, and is copied, as it is', () => {
  const html =
    '<h1><b>3</b><span>A &amp; B：进一步<i>提高</i>民办学校 &lt;办学&gt; 水平</span></h1>';
  const broken = breakTitles(html);
  expect(broken).not.toBe(html);
  expect(broken.replaceAll('<wbr>', '')).toBe(html);
});

import { expect, test } from 'vitest';
import { readHtml } from '../../src/import/html.ts';

const body = '<p>一、德育</p><p>1.办好班会。每周一次，各班都开。</p><p>2.办好升旗。</p>';
const text = '一、德育\n1.办好班会。每周一次，各班都开。\n2.办好升旗。\n';
const long = '坚持以人为本，推进各项工作，'.repeat(20);

test.each([
  ['what stands around it', `<div class="nav"><a href="/">首页</a></div>${body}`, ['首页']],
  ['a header, whose heading is the title', `<header>站名</header><main>${body}</main>`, ['站名']],
  [
    'how often it was read',
    `<div>发布时间：2027-02-20　来源：某局　浏览次数：<b>3</b></div><p>字号：[大 中 小]</p>${body}`,
    ['发布时间：2027-02-20 来源：某局 浏览次数：3', '字号：[大 中 小]'],
  ],
])('a page is told without %s', (_name, html, left) => {
  expect(readHtml(html)).toMatchObject({ text, remarks: [{ kind: 'navigation', words: left }] });
});

test('the title may stand in a header', () => {
  const page = readHtml(`<header><h1>某局工作计划</h1></header><main>${body}</main>`);
  expect(page).toMatchObject({ text: `某局工作计划\n${text}`, titles: ['某局工作计划'] });
});

test('a page that one form or one badly named element holds is read all the same', () => {
  expect(readHtml(`<form>${body}</form>`)).toMatchObject({ text, remarks: [] });
  expect(readHtml(`<div class="content share">${body}</div>`)).toMatchObject({ text, remarks: [] });
});

test('one long paragraph does not make the others navigation', () => {
  const page = readHtml(`<p>工作计划</p><p>一、${long}。</p><p>二、结语</p><div>落款</div>`);
  expect(page).toMatchObject({ text: `工作计划\n一、${long}。\n二、结语\n落款\n`, remarks: [] });
});

test('a table has the words of cells over rows or columns once', () => {
  const page = readHtml(
    `<table><tr><th rowspan=2>指标<th colspan=2>数值<tr><td>去年<td>今年<tr><td>桥况<td>93<td>95</table>${body}`,
  );
  expect(page.text).toBe(`| 指标 | 数值 |  |\n|  | 去年 | 今年 |\n| 桥况 | 93 | 95 |\n${text}`);
});

test('lists have their numbers, also in lists and before paragraphs', () => {
  const { text: list } = readHtml('<ol start=3><li>甲<ul><li>子</ul><li><p>乙</p><p>乙二</p></ol>');
  expect(list).toBe('3. 甲\n● 子\n4. 乙\n乙二\n');
});

test.each([
  ['type="I"', 'IV. 甲\n'],
  ['style="list-style-type: simp-chinese-informal"', '四、甲\n'],
])('items are numbered as %s says', (style, list) => {
  expect(readHtml(`<ol ${style} start="4"><li>甲</ol>`).text).toBe(list);
});

test('line breaks part lines, and those of the file do not', () => {
  expect(readHtml('<div>一、甲<br>二、\n乙<br><br>ISO\n9001</div>').text).toBe(
    '一、甲\n二、乙\n\nISO 9001\n',
  );
});

test('what a page hides is left out and told', () => {
  const page = readHtml(
    `<style>.x, #y { display: none } @media print { .z { display: none } }</style><p style="display:none">甲</p><p hidden>乙</p><p class="x">丙</p><p id="y">丁</p><p class="z">戊。</p>`,
  );
  expect(page).toMatchObject({
    text: '戊。\n',
    remarks: [{ kind: 'hidden', words: ['甲', '乙', '丙', '丁'] }],
  });
});

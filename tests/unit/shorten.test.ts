import { describe, expect, test } from 'vitest';
import {
  namePropertiesOf,
  numberNotes,
  readPropertyNames,
  shortenProperties,
  shortenValues,
} from '../../src/integrations/shorten.ts';
import { setContentPolicy } from '../../src/integrations/content-policy.ts';
import { listFiles, project, readText } from '../support/site.ts';

describe('values', () => {
  test.each([
    ['a{margin:clamp(1rem, 4vw, 3rem)}', 'a{margin:clamp(1rem,4vw,3rem)}'],
    ['a{font:700 1rem / 1.4 var(--serif, serif)}', 'a{font:700 1rem/1.4 var(--serif,serif)}'],
    ['a{width:max(7rem,min(22vw,16rem))}', 'a{width:clamp(7rem,22vw,16rem)}'],
    ['a{quotes:"a, b" "c / d"}', 'a{quotes:"a, b" "c / d"}'],
    ["a{content:'x , y'}", "a{content:'x , y'}"],
    ['a{width:calc(100% - 1rem + 2px)}', 'a{width:calc(100% - 1rem + 2px)}'],
    ['a{width:max(1rem,min(1vw,calc(2vw + 1px)))}', 'a{width:max(1rem,min(1vw,calc(2vw + 1px)))}'],
    [
      'a{-webkit-text-decoration-color:red;text-decoration-color:red}',
      'a{text-decoration-color:red}',
    ],
    [
      'a{-webkit-user-select:none;user-select:none}',
      'a{-webkit-user-select:none;user-select:none}',
    ],
    [
      '@media (min-width:1px){a{font-family:"A B", serif}}',
      '@media (min-width:1px){a{font-family:"A B",serif}}',
    ],
  ])('%s is %s', (css, short) => expect(shortenValues(css)).toBe(short));
});

describe('custom properties', () => {
  const names = namePropertiesOf([':root{--ink: red;--ink-2:blue}', 'a{--ink:green; --gap:1px}']);

  test('have one name each, whatever else begins like it', () => {
    expect([...names]).toEqual([
      ['--ink', '--a'],
      ['--ink-2', '--b'],
      ['--gap', '--c'],
    ]);
    expect(
      shortenProperties('a{--ink:1;color:var(--ink-2,var(--ink));top:var(--other)}', names),
    ).toBe('a{--a:1;color:var(--b,var(--a));top:var(--other)}');
  });

  test('have a second letter when there are more than 26', () => {
    const many = Array.from({ length: 60 }, (_, i) => `--name-${i}:0`).join(';');
    const short = namePropertiesOf([`:root{${many}}`]);
    expect(new Set(short.values()).size).toBe(60);
    expect([short.get('--name-25'), short.get('--name-26'), short.get('--name-52')]).toEqual([
      '--z',
      '--aa',
      '--ba',
    ]);
  });

  test('are called the same by a page, by what is drawn on it and by the styles that scripts bring', () => {
    const html = setContentPolicy(
      '<html><head><meta charset="utf-8"><title></title><style>:root{--ink:red}p{color:var(--ink)}</style></head><body><p>var(--ink)</p><svg fill="var(--ink)"></svg></body></html>',
      undefined,
      names,
    );
    expect(html).toContain('<style>:root{--a:red}p{color:var(--a)}</style>');
    expect(html).toContain('<p>var(--ink)</p><svg fill="var(--a)">');
  });

  test('of this site are named in its stylesheets alone: scripts know no name that would change', () => {
    const own = readPropertyNames(`${project}/src`);
    expect(own.size).toBeGreaterThan(20);
    expect(new Set(own.values()).size).toBe(own.size);
    const elements = listFiles(`${project}/src/elements`, '.ts');
    for (const file of elements) {
      for (const name of own.keys())
        expect(readText(project, 'src/elements', file)).not.toContain(`${name}'`);
    }
  });
});

test('notes and terms are numbered in their order, and what leads to them with them', () => {
  expect(
    numberNotes(
      '<a href="#aside-term-credit">甲</a><a href="#aside-note-mask-2">乙</a><p id="aside-note-mask-2">aside-term-credit</p><p id="aside-term-credit"></p><h2 id="aside-related"></h2><a href="/x/#aside-task-3">丙</a><input aria-describedby="aside-term-credit">',
    ),
  ).toBe(
    '<a href="#aside-n1">甲</a><a href="#aside-n2">乙</a><p id="aside-n2">aside-term-credit</p><p id="aside-n1"></p><h2 id="aside-related"></h2><a href="/x/#aside-task-3">丙</a><input aria-describedby="aside-n1">',
  );
});

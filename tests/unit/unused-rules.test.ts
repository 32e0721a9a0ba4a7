import { describe, expect, test } from 'vitest';
import { dropUnused, readLaterParts } from '../../src/integrations/unused-rules.ts';

const html =
  '<html><body><p class="words here" id="s1" role="note">甲</p><svg fill="var(--ink)"><linearGradient/></svg></body></html>';

describe('rules that a page cannot need are left out', () => {
  test.each([
    ['of a class that is there', '.words{top:0}', '.words{top:0}'],
    ['of a class that is not', '.other{top:0}', ''],
    ['of an element in a class', '.here>p,.words p b{top:0}', '.here>p{top:0}'],
    ['of an id', '#s1{top:0}#s2{top:0}', '#s1{top:0}'],
    ['of an element in any case', 'LINEARGRADIENT{top:0}', 'LINEARGRADIENT{top:0}'],
    [
      'of states and attributes, which may come',
      'p:hover,p[open]::before{top:0}',
      'p:hover,p[open]::before{top:0}',
    ],
    ['of what stands in brackets', 'p:not(.other,:is(i)){top:0}', 'p:not(.other,:is(i)){top:0}'],
    ['of a role that is there', '[role=note] p{top:0}', '[role=note] p{top:0}'],
    ['of a role that is not', "[role='search'] p{top:0}[role=search]:hover{top:0}", ''],
    [
      'of a role that something has not',
      'p:not([role=search]){top:0}',
      'p:not([role=search]){top:0}',
    ],
    ['of everything', '*,::before,:root{top:0}', '*,::before,:root{top:0}'],
    ['with an escape', '.a\\:b{top:0}', '.a\\:b{top:0}'],
    [
      'in conditions',
      '@media print{.other{top:0}.here{top:1px}}@supports (top:0){i{top:0}}',
      '@media print{.here{top:1px}}',
    ],
    [
      'of the sheet of paper',
      '@page{size:A4;@bottom-center{content:"1"}}',
      '@page{size:A4;@bottom-center{content:"1"}}',
    ],
    [
      'in which one thing must be',
      '.here:has(.other){top:0}p:has(.here,i){top:0}',
      'p:has(.here,i){top:0}',
    ],
    [
      'in which one of several must be, of what all of them need',
      'p:has(.other:hover,.other:focus){top:0}p:has(.here:hover,.here:focus){top:0}',
      'p:has(.here:hover,.here:focus){top:0}',
    ],
    ['with what makes it weightier', 'p{top:0!important}', 'p{top:0!important}'],
  ])('%s', (_what, css, kept) => {
    expect(dropUnused(css, html)).toBe(kept);
  });

  test('and properties that nothing refers to, in the styles or on the page', () => {
    expect(
      dropUnused(
        ':root{--a:1px;--b:var(--a);--c:var( --b );--ink:red}p{top:var(--d,0);--d:2px}',
        html,
      ),
    ).toBe(':root{--ink:red}p{top:var(--d,0);--d:2px}');
  });

  test('but not what scripts of the page may bring', () => {
    const later = readLaterParts(
      ['make("i",{class:"found first"}),all(".lost b").task'],
      ['.hit{top:var(--found)}'],
    );
    const css = ':root{--found:gold;--lost:0}.found{top:0}i{top:0}.lost,b,.task{top:0}';
    expect(dropUnused(css, html, later)).toBe(':root{--found:gold}.found{top:0}i{top:0}');
    expect(dropUnused(css, html)).toBe('');
  });
});

import { expect, test } from 'vitest';
import { keepUsedRules, neededBy } from '../../src/integrations/used-rules.ts';

const keep = (css: string, ...classes: string[]): string =>
  keepUsedRules(css, (name) => classes.includes(name));

test.each([
  ['p>a:hover', []],
  ['.row>.notes li', ['row', 'notes']],
  ['.row:has(.notes li:nth-child(2)>a:hover) .f2', ['row', 'notes', 'f2']],
  ['.reading:has(.switch :not(:checked)) .note', ['reading', 'switch', 'note']],
  ['.chart:not(.alone) details', ['chart']],
  ['.a:is(.b,.c):where(.d)', ['a']],
  ['.a:has(.b,.c:not(.d)) .e', ['a', 'e']],
  ['[href$=".pdf"].file', ['file']],
])('%s needs the classes %j', (selector, classes) => {
  expect(neededBy(selector)).toEqual(classes);
});

test('a rule stays if one of its selectors may match, with that selector only', () => {
  expect(keep('.a,.b{top:0}.c{left:0}', 'b')).toBe('.b{top:0}');
});

test('a condition that holds no rule any more goes with its rules', () => {
  expect(keep('@media print{.a{top:0}}@page{size:A4}b{left:0}')).toBe('@page{size:A4}b{left:0}');
});

test('a stylesheet of which every class is there stays as it is', () => {
  const css = '.a { top: 0 }\n.b { left: 0 }';
  expect(keep(css, 'a', 'b')).toBe(css);
});

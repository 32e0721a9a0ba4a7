import { expect, test } from 'vitest';
import { flattenLayers } from '../../src/integrations/cascade.ts';

test('rules leave their layers, in the order of the layers, and those of no layer come last', () => {
  expect(
    flattenLayers(
      '@layer reset,base,components;.z{color:red}@layer components{.c{top:0}@media print{.d{top:1px}}}@layer base{a{left:0}}@layer reset{*{margin:0}}@layer base{b{left:1px}}',
    ),
  ).toBe('*{margin:0}a{left:0}b{left:1px}.c{top:0}@media print{.d{top:1px}}.z{color:red}');
});

test('the first statement of an order is the one that counts, as in a browser', () => {
  expect(flattenLayers('@layer a,b;@layer b,a;@layer b{i{top:0}}@layer a{u{top:0}}')).toBe(
    'u{top:0}i{top:0}',
  );
});

test('a stylesheet without layers stays as it is', () => {
  expect(flattenLayers('a{top:0}b{left:0}')).toBe('a{top:0}b{left:0}');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleOf, joinFiles, splitBundle } from '../../src/offline/bundle.ts';

test('files come out of a bundle as they went in', () => {
  const file = fc.record({
    path: fc.string(),
    type: fc.string(),
    bytes: fc.uint8Array({ maxLength: 40 }),
  });
  fc.assert(
    fc.property(fc.array(file), (files) => {
      expect(splitBundle(joinFiles(files))).toEqual(files);
    }),
  );
});

test.each([
  ['index.html', ''],
  ['glossary/a/index.html', ''],
  ['_astro/abc.js', ''],
  ['search/pagefind.js', ''],
  ['search/wasm.unknown.pagefind', ''],
  ['2031/index.html', '2031'],
  ['2031/search/index/a.pf_index', '2031'],
  ['2031/charts/a/chart.svg', '2031'],
  // A plan of another name.
  ['20311/index.html', ''],
  ['2031/preview.png', undefined],
  ['2031/plan.pdf', undefined],
  ['2031/data/plan.json', undefined],
  ['sitemap.xml', undefined],
])('%s belongs to bundle %s', (path, bundle) => {
  expect(bundleOf(path, ['2031'])).toBe(bundle);
});

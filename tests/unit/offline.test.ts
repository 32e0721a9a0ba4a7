import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleOf, joinFiles, splitBundle } from '../../src/offline/bundle.ts';
import { toFolderPage } from '../../src/offline/folder.ts';

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

describe('a page of a folder', () => {
  const folder = {
    base: '/a/',
    origin: undefined,
    has: (path: string) =>
      ['index.html', '2031/index.html', '2031/tasks/3/index.html'].includes(path),
    keepStyle: () => '_astro/s.css',
  };
  const page = (body: string, origin?: string): string =>
    toFolderPage(body, '2031/tasks/3/index.html', { ...folder, origin });

  test('has addresses of files, from where it is', () => {
    expect(page('<a href="/a/">')).toBe('<a href="../../../index.html">');
    expect(page('<a class="x" href="/a/2031/#s2">')).toBe(
      '<a class="x" href="../../../2031/index.html#s2">',
    );
    expect(page('<a href="/a/2031/tasks/3/?w=1">')).toBe(
      '<a href="../../../2031/tasks/3/index.html?w=1">',
    );
    expect(page('<a href="#s2">')).toBe('<a href="#s2">');
    expect(page('<a href="https://example.org/a/">')).toBe('<a href="https://example.org/a/">');
    expect(page('<meta http-equiv="refresh" content="0;url=/a/2031/">')).toBe(
      '<meta http-equiv="refresh" content="0;url=../../../2031/index.html">',
    );
  });

  test('links to the public site for what is not there, or not at all', () => {
    const link = '<a href="/a/2031/plan.pdf" type="application/pdf">PDF</a>';
    expect(page(link, 'https://example.org')).toBe(
      '<a href="https://example.org/a/2031/plan.pdf" type="application/pdf">PDF</a>',
    );
    expect(page(link)).toBe('<a  type="application/pdf">PDF</a>');
    expect(page('<link rel="apple-touch-icon" href="/a/x.png"><p>')).toBe('<p>');
    expect(page('<img src="/a/2031/qr.svg" alt=""><p>', 'https://example.org')).toBe('<p>');
  });

  test('has one classic script in the place of modules, and a style that others share', () => {
    expect(
      page('<head><style>p{}</style><script type="module" src="/a/_astro/x.js"></script></head>'),
    ).toBe(
      '<head><link rel="stylesheet" href="../../../_astro/s.css"><script defer src="../../../reader.js"></script></head>',
    );
  });

  test('leaves the words of the page alone', () => {
    const words = '<p>见 href="/a/2031/" 与 src="/x"</p>';
    expect(page(words)).toBe(words);
  });
});

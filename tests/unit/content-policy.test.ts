import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { setContentPolicy } from '../../src/integrations/content-policy.ts';
import { firstPaintScript } from '../../src/reading-settings/first-paint.ts';

const page = (...styles: string[]): string =>
  `<!DOCTYPE html><html lang="zh-Hans-CN"><head><meta charset="utf-8"><title>教育</title>${styles
    .map((css) => `<style>${css}</style>`)
    .join(
      '<link rel="icon" href="/icon.svg">',
    )}</head><body><p>$1 $& <a>甲</a><b>乙</b></p></body></html>`;
const policyOf = (html: string): string =>
  /<meta http-equiv="content-security-policy" content="([^"]*)">/u.exec(html)?.[1] ?? '';
const hashOf = (css: string): string =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

describe('setContentPolicy', () => {
  test.each<[string, string[], string]>([
    ['none', [], ''],
    ['one', ['a{color:red}'], 'a{color:red}'],
    ['several', ['@layer base;', 'a{color:red}', 'b{content:"<"}'], 'a{color:red}b{content:"<"}'],
    [
      'one that a replacement could misread',
      ['a::before{content:"$1$&"}'],
      'a::before{content:"$1$&"}',
    ],
  ])('gathers %s into one style, in order, and allows that by its hash', (_case, styles, css) => {
    const html = setContentPolicy(page(...styles));
    expect(html.match(/<style>[^]*?<\/style>/gu)).toEqual([`<style>${css}</style>`]);
    expect(policyOf(html)).toContain(`style-src 'self' ${hashOf(css)}`);
    expect(
      policyOf(html)
        .split('style-src')[1]
        ?.match(/sha256-/gu),
    ).toHaveLength(1);
  });

  test('sets the policy before the style it speaks of, and behind the encoding', () => {
    expect(setContentPolicy(page('a{}'))).toMatch(
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]*"><style>/u,
    );
  });

  test('allows one inline script, nothing of other sites and no other base', () => {
    const policy = policyOf(setContentPolicy(page()));
    expect(policy.split(';')).toContain(
      `script-src 'self' 'wasm-unsafe-eval' ${hashOf(firstPaintScript)}`,
    );
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval|https?:|\*/u);
    expect(policy.split(';')).toEqual(
      expect.arrayContaining(["default-src 'none'", "base-uri 'none'", "form-action 'self'"]),
    );
  });

  test('leaves everything else as it was', () => {
    const html = setContentPolicy(page('a{}', 'b{}'));
    const without = html
      .replace(/<meta http-equiv[^>]*>/u, '')
      .replace(/<style>[^]*?<\/style>/gu, '');
    expect(without).toBe(page('a{}', 'b{}').replace(/<style>[^]*?<\/style>/gu, ''));
  });

  test('takes a style with attributes and line breaks', () => {
    const html = page().replace('</head>', '<style lang="css">\na {\n top: 0\n}\n</style></head>');
    const set = setContentPolicy(html);
    expect(set).toContain('<style>a{top: 0}</style>');
    expect(policyOf(set)).toContain(hashOf('a{top: 0}'));
  });
});

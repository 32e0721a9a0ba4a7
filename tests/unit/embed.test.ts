import { expect, test } from 'vitest';
import { embedCode, quoteFrameHeight } from '../../src/citation/embed.ts';

test('the code of a frame keeps what its title says, whatever characters it has', () => {
  expect(
    embedCode({ address: 'https://a.cn/p/?a=1&b', title: '“一” <"二"> & 三', height: 210 }),
  ).toBe(
    '<iframe src="https://a.cn/p/?a=1&amp;b" title="“一” &lt;&quot;二&quot;> &amp; 三" width="100%" height="210" frameborder="0" loading="lazy"></iframe>',
  );
});

test('a longer sentence has a higher frame', () => {
  expect(quoteFrameHeight('办好学校。')).toBe(110);
  expect(quoteFrameHeight('办'.repeat(48))).toBe(180);
  expect(quoteFrameHeight('办'.repeat(49))).toBe(210);
});

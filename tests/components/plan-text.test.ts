import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, test } from 'vitest';
import PlanText from '../../src/components/PlanText.astro';
import Sentences from '../../src/components/Sentences.astro';
import { sentenceId } from '../../src/urls.ts';

const render = async (
  component: Parameters<AstroContainer['renderToString']>[0],
  props: Record<string, unknown>,
): Promise<string> => (await AstroContainer.create()).renderToString(component, { props });

const span = (text: string, start = 0) => ({ start, end: start + text.length, line: 1, text });

describe('PlanText', () => {
  test('carries the offset of its first character', async () => {
    expect(await render(PlanText, { text: span('统筹规划', 607) })).toContain(
      '<span data-plan-text="607">统筹规划</span>',
    );
  });

  test('keeps a number with its unit', async () => {
    expect(await render(PlanText, { text: span('安排4亿元专项资金') })).toContain(
      '安排<span class="q b">4亿元</span>专项资金',
    );
  });

  test('shows markup in the source as text', async () => {
    const html = await render(PlanText, { text: span('《*市实施<民办教育促进法>办法》') });
    expect(html).toContain('实施&lt;民办教育促进法&gt;办法');
  });

  test('gives back the white space of the source only where it is asked to', async () => {
    expect(await render(PlanText, { text: { ...span('甲。'), after: '\r\n' } })).toContain(
      '甲。</span>',
    );
    expect(await render(PlanText, { text: span('甲。'), after: '\r\n' })).toContain(
      '甲。&#13;\n</span>',
    );
  });
});

test('sentences stand in the paragraphs of the source, each with its id', async () => {
  const sentence = (n: number, paragraph: number, text: string) => ({
    ...span(text, n * 10),
    n,
    paragraph,
    after: '',
  });
  const html = await render(Sentences, {
    sentences: [sentence(1, 1, '甲。'), sentence(2, 1, '乙。'), sentence(3, 2, '丙。')],
    id: ({ n }: { n: number }) => sentenceId(n),
  });
  expect(html.match(/<p>/gu)).toHaveLength(2);
  expect(html).toMatch(/id="s1".*id="s2".*<\/p>.*id="s3"/su);
});

import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, test } from 'vitest';
import PlanText from '../../../src/components/PlanText.astro';
import Sentences from '../../../src/components/Sentences.astro';
import { readSite } from '../../../src/loaders/read-site.ts';
import { findTermUses } from '../../../src/site/glossary.ts';
import { type Mark, withoutCrossing } from '../../../src/setting/marks.ts';
import { sentenceId } from '../../../src/urls.ts';
import { firstPlan } from '../../support/first-plan.ts';
import { project } from '../../support/site.ts';

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
      '安<span class="e">排</span><span class="q">4亿元</span>专项资金',
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

describe('PlanText with marks', () => {
  const draw = async (...marks: Mark[]): Promise<string> =>
    (await render(PlanText, { text: span('安排4亿元专项资金'), marks })).replace(
      /^[^]*?<span data-plan-text="0">|<\/span>\s*$/gu,
      '',
    );

  test('sets a link that holds a link in pieces, for links cannot nest', async () => {
    expect(
      await draw(
        { start: 0, end: 9, href: '/a/', class: 'cited' },
        { start: 2, end: 5, href: '/b/', id: 'b' },
      ),
    ).toBe(
      '<span class="cited"><a href="/a/">安<span class="e">排</span></a><a href="/b/" id="b"><span class="q">4亿元</span></a><a href="/a/">专项资金</a></span>',
    );
  });

  test('sets a link deep inside a link in pieces too', async () => {
    const html = await draw(
      { start: 0, end: 9, href: '/a/' },
      { start: 0, end: 5, class: 'noted' },
      { start: 2, end: 5, href: '/b/' },
    );
    expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>)[^])*<a /u);
    expect(html.replace(/<[^>]*>/gu, '')).toBe('安排4亿元专项资金');
  });

  test('writes an attribute so that it cannot end early', async () => {
    expect(await draw({ start: 0, end: 2, id: '“"<甲>' })).toContain('id="“&quot;&lt;甲&gt;"');
  });

  const { terms } = readSite(project);
  const { documents, initiatives, meetings, notes, targets, concerns } = firstPlan;
  const link = (name: { start: number; end: number }, kind: string): Mark => ({
    start: name.start,
    end: name.end,
    class: kind,
    href: `/${kind}/`,
  });

  test.each(firstPlan.tasks.map((task) => [task.n, task] as const))(
    'with everything that is said of task %d, its text without the marks is the seed’s',
    async (_n, task) => {
      const marks: Mark[] = [
        ...targets.map(({ quantity }) => link(quantity, 'figure')),
        ...[...documents, ...initiatives, ...meetings].flatMap((thing) =>
          thing.mentions.map(({ name }) => link(name, 'cited')),
        ),
        ...notes.flatMap(({ mentions }) =>
          mentions.map(({ span: { start, end } }) => ({ start, end, class: 'noted' })),
        ),
        ...findTermUses(task, terms).map((use) => link(use.span, 'term')),
        ...concerns.map(({ span: { start, end } }) => ({ start, end, class: 'quoted' })),
      ];
      for (const sentence of task.sentences) {
        const kept = withoutCrossing(sentence, marks);
        const html = await render(PlanText, { text: sentence, marks: kept });
        expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>)[^])*<a /u);
        expect(
          html
            .replace(/<[^>]*>/gu, '')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .trim(),
        ).toBe(sentence.text);
      }
    },
  );
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

import { describe, expect, test } from 'vitest';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

describe('whom the tasks of the first plan concern', () => {
  const { concerns, tasks } = firstPlan;

  test('is somebody, in all 41', () => {
    const concerned = new Set(concerns.map(({ task }) => task));
    expect(tasks.filter(({ n }) => concerned.has(n))).toHaveLength(41);
  });

  test('stands in the source where it says, to the character', () => {
    const codePoints = Array.from(firstSeed);
    for (const { span, quote, task } of concerns) {
      expect(codePoints.slice(span.start, span.end).join('')).toBe(quote);
      const sentences = tasks[task - 1]?.sentences ?? [];
      expect(sentences.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true);
    }
  });

  // 督导, 检查, 评估, 监管 are done to someone: whoever the text has inspected is told to act by nobody here.
  test.each(
    concerns
      .filter(({ quote }) =>
        /督导检查|监督检查|的监管|评估、督导和检查|评估检查工作|加强对高等学校的评估/u.test(quote),
      )
      .map((concern) => [concern.task, concern.code, concern] as const),
  )('in task %i, has %s inspected, not acting', (_task, _code, { role }) => {
    expect(role).toBe('supervised');
  });

  test('are no members of the Party where the words say they are outside it', () => {
    for (const { code, quote } of concerns) {
      if (code === 'party-member') expect(quote).not.toMatch(/统战人士|党外/u);
    }
    const outside = concerns.filter(({ code }) => code === 'non-party');
    expect(outside.map(({ quote }) => quote)).toEqual([
      '党外代表人物培养选拔',
      '加强统战干部和统战人士两支队伍建设',
    ]);
  });

  // Words that look as if they named an audience.
  test.each([
    ['senior-high', '提高中外合作', /高中(?!外)/u],
    ['hardship-student', '学习困难', /(?<!学习)困难|贫困/u],
    ['rural-residents', '服务工作', /(?<!服)务工|农/u],
  ])('is no %s by “%s”', (code, trap, words) => {
    expect(firstSeed).toContain(trap);
    for (const concern of concerns) {
      if (concern.code === code && concern.quote.includes(trap))
        expect(concern.quote).toMatch(words);
    }
  });
});

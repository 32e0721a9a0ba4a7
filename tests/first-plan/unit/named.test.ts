import { describe, expect, test } from 'vitest';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

describe('what the first plan names', () => {
  const codePoints = Array.from(firstSeed);
  const { documents: found, initiatives, meetings } = firstPlan;

  test('stands in the source where it says, to the character', () => {
    for (const { mentions, name, aliases } of [...found, ...initiatives, ...meetings]) {
      for (const mention of mentions) {
        expect(codePoints.slice(mention.span.start, mention.span.end).join('')).toBe(mention.quote);
        expect(codePoints.slice(mention.name.start, mention.name.end).join('')).toBe(
          mention.name.text,
        );
        expect(mention.quote).toContain(mention.name.text);
        expect([name, ...aliases]).toContain(mention.name.text);
      }
    }
  });

  test.each([
    ['公务员法', 'law', 'implement', [37]],
    ['*市学前教育条例', 'regulation', undefined, [14]],
  ])('《%s》 is a %s', (name, kind, status, tasks) => {
    const document = found.find((entry) => entry.name === name);
    expect(document).toMatchObject({ kind, ...(status && { status }) });
    expect(document?.mentions.map(({ task }) => task)).toEqual(expect.arrayContaining(tasks));
  });

  test('“两免一补” is one initiative, wherever it stands', () => {
    const initiative = initiatives.find(({ name }) => name.includes('两免一补'));
    const printed = firstPlan.tasks.filter(({ sentences }) =>
      sentences.some(({ text }) => text.includes('两免一补')),
    );
    expect(initiative?.mentions.map(({ task }) => task)).toEqual(printed.map(({ n }) => n));
  });
});

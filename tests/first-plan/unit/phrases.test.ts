import { expect, test } from 'vitest';
import { firstPlan } from '../../support/first-plan.ts';

test('the phrases of the first plan are words in “”, as printed', () => {
  for (const { quote, span } of firstPlan.phrases) {
    expect(quote).toMatch(/“[^“”]+”/u);
    expect(span.text).toBe(quote);
  }
});

import { describe, expect, test } from 'vitest';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

describe('the notes of the first plan', () => {
  const { notes } = firstPlan;

  test.each(['其士生492人', '以派工作', '在中小学建设组织100所'])(
    'tell that “%s” is odd',
    (words) => {
      expect(firstSeed).toContain(words);
      const told = notes.filter(
        ({ kind, mentions }) =>
          (kind === 'damaged' || kind === 'doubtful') &&
          mentions.some(({ quote }) => words.includes(quote) || quote.includes(words)),
      );
      expect(told).toHaveLength(1);
    },
  );

  test.each(['首都', '亦庄', '2008'])(
    'tell that %s shows what is masked, as a fact about the text',
    (words) => {
      const told = notes.filter(
        ({ kind, mentions }) =>
          kind === 'leak' && mentions.some(({ quote }) => quote.includes(words)),
      );
      expect(told.length).toBeGreaterThan(0);
    },
  );

  test('stand in the source where they say, to the character', () => {
    const codePoints = Array.from(firstSeed);
    for (const { span, quote } of notes.flatMap(({ mentions }) => mentions)) {
      expect(codePoints.slice(span.start, span.end).join('')).toBe(quote);
    }
  });

  test('print no reading beside words that have it', () => {
    for (const { id, reading, mentions } of notes)
      for (const { quote } of mentions) expect(quote, id).not.toBe(reading);
  });

  test('propose no reading of a mask', () => {
    for (const { kind, reading } of notes) if (kind === 'mask') expect(reading).toBeUndefined();
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlanWords } from '../../../src/setting/plan-words.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';

test('finds the words of the plan in an editor’s sentence, and where they stand', () => {
  const pieces = findPlanWords('编者：第3项为600所郊区农村中小学配备音乐、美术设备。', firstPlan);
  expect(pieces.map(({ text }) => text)).toEqual([
    '编者：第3项',
    '为600所郊区农村中小学配备音乐、美术',
    '设备。',
  ]);
  const { start = 0, end = 0 } = pieces[1]?.source ?? {};
  expect(firstSeed.slice(start, end)).toBe('为600所郊区农村中小学配备音乐、美术');
});

test('fewer than ten characters are a coincidence', () => {
  expect(findPlanWords('推进素质教育', firstPlan)).toEqual([{ text: '推进素质教育' }]);
});

test('an empty text has no pieces', () => expect(findPlanWords('', firstPlan)).toEqual([]));

test('the pieces put together are the text, and each with a source stands there', () => {
  const stretch = fc
    .tuple(fc.nat(firstSeed.length), fc.nat(30))
    .map(([from, length]) => firstSeed.slice(from, from + length));
  fc.assert(
    fc.property(fc.array(fc.oneof(stretch, fc.string({ maxLength: 12 }))), (parts) => {
      const text = parts.join('');
      const pieces = findPlanWords(text, firstPlan);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const { source, text: words } of pieces) {
        if (source) expect(firstSeed.slice(source.start, source.end)).toBe(words);
      }
    }),
  );
});

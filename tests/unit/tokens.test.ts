import { describe, expect, test } from 'vitest';
import { contrast, readTokens } from '../../src/styles/read-tokens.ts';
import { listFiles, project, readText } from '../support/site.ts';

const { sizes, day, night } = readTokens(readText(project, 'src/styles/tokens.css'));

test('contrast is what WCAG says of black, white and grey', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe.each([
  ['day', day],
  ['night', night],
])('by %s', (_name, colours) => {
  const on = (name: string, ground: string) =>
    contrast(colours.get(name) ?? '', colours.get(ground) ?? '');

  test.each(['ink', 'ink-2', 'ink-3', 'accent'])('%s is read on paper', (name) => {
    for (const ground of ['paper', 'paper-2', 'accent-2']) {
      expect(on(name, ground), ground).toBeGreaterThanOrEqual(7);
    }
  });
});

test('type has one scale: no stylesheet sets another size, paper and what readers set aside', () => {
  const steps = sizes.map(({ name }) => `var(--${name})`);
  expect(steps).toHaveLength(7);
  const strays = listFiles('src', '.css').flatMap((file) =>
    Array.from(
      readText('src', file)
        .replace(/\/\*[^]*?\*\//gu, '')
        .matchAll(/font(?:-size)?: ([^;]+);/gu),
      ([, value = '']) => value,
    )
      .filter((value) => !/inherit|\d(?:pt|em|%)/u.test(value) || /\drem/u.test(value))
      .filter((value) => !steps.some((step) => value.includes(step)))
      .map((value) => `${file}: ${value}`),
  );
  expect(strays).toEqual([]);
});

test('every token that a stylesheet asks for is set', () => {
  const sheets = listFiles('src', '.css').map((file) => readText('src', file));
  const set = new Set(sheets.flatMap((css) => css.match(/--[\w-]+(?=:)/gu) ?? []));
  const asked = sheets.flatMap((css) => css.match(/(?<=var\()--[\w-]+/gu) ?? []);
  expect(asked.filter((name) => !set.has(name))).toEqual([]);
});

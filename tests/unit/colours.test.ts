import { expect, test } from 'vitest';
import { colour } from '../../src/styles/colours.ts';
import { project, readText } from '../support/site.ts';

test('colours outside pages are those of the pages, by day', () => {
  const tokens = readText(project, 'src/styles/tokens.css');
  for (const name of ['paper', 'ink', 'accent', 'accent-3'] as const) {
    expect(colour(name)).toMatch(/^#[0-9a-f]{6}$/u);
    expect(tokens).toContain(`--${name}: light-dark(${colour(name)}, `);
  }
  expect(() => colour('gold' as never)).toThrow('does not set --gold');
});

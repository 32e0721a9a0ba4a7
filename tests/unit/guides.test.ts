import { describe, expect, test } from 'vitest';
import { guideSchema } from '../../src/site/guides.ts';
import { readMdx } from '../../src/loaders/mdx.ts';

describe('a guide runs no code', () => {
  const read = (text: string) =>
    readMdx(`---\ntitle: 甲\ndescription: 乙\norder: 1\n---\n\n${text}\n`, 'g.mdx', guideSchema);

  test.each([
    ['a spread, which could replace a number that was checked', '<TaskLink n={3} {...{n: 99}} />'],
    ['an attribute that no check asks for', '甲 <TaskLink n={3} x={alert(1)} />'],
    ['a sum', '<TaskLink n={1 + 2} />'],
    ['a word in braces', '<Target id={"t3-fund"} />'],
    ['a number that is not whole', '<TaskLink n={3.5} />'],
    ['a component as an attribute', '<TaskLink n={3} x={<b />} />'],
    ['an expression', '甲{1 + 1}'],
    ['an import', 'import a from "b"'],
  ])('%s is refused', (_case, text) => {
    expect(() => read(text)).toThrow(
      'g.mdx:7: mdx-syntax: expected text and components, with words or whole numbers as attributes; found code, “',
    );
  });

  test('words and whole numbers are none', () => {
    expect(() => read('<TaskLink n={3} s={10} plan="20xx" />')).not.toThrow();
  });
});

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { atLeastOne, planFileSchema, siteSchema } from '../../src/text/schema.ts';
import { guideSchema } from '../../src/site/guides.ts';
import { parseYaml } from '../../src/text/yaml.ts';

const schema = z.strictObject({
  word: z.string().optional(),
  words: z.array(z.string()).default([]),
  some: atLeastOne(z.strictObject({ id: z.string(), n: z.number().optional() })).optional(),
  choice: z.enum(['on', 'true', '2027']).optional(),
  one: z.union([z.string(), z.array(z.string())]).optional(),
  checked: z
    .string()
    .regex(/^\d{4}$/u)
    .optional(),
  number: z.number().optional(),
  truth: z.boolean().optional(),
  day: z.iso.date().optional(),
});

const read = (text: string) => parseYaml(text, 'a.yaml', schema).data;

describe('where a text is asked for, the words are the value as they stand in the file', () => {
  test.each([
    ...['2027', '0127', '1e3', '3.10', '+5', '0x1F', '0o17', '.inf', '1_000', '2027-01-01'],
    ...['true', 'False', 'on', 'off', 'yes', 'no', 'n', '12:30', '1,200', '10%'],
  ])('%s', (words) => {
    expect(read(`word: ${words}`).word).toBe(words);
    expect(read(`words: [${words.replace(',', '')}]`).words).toEqual([words.replace(',', '')]);
    expect(read(`words:\n  - ${words}  # why`).words).toEqual([words]);
    expect(read(`some:\n  - id: ${words}\n    n: 3`).some).toEqual([{ id: words, n: 3 }]);
    expect(read(`one: ${words}`).one).toBe(words);
    expect(read(`one:\n- ${words}`).one).toEqual([words]);
  });

  test('also of a choice among words, a text with a form, a day, and behind an alias', () => {
    expect(read('choice: 2027').choice).toBe('2027');
    expect(read('choice: true').choice).toBe('true');
    expect(read('checked: 0127').checked).toBe('0127');
    expect(read('day: 2027-01-01').day).toBe('2027-01-01');
    expect(read('word: &a 0127\nnumber: 3\nwords: [*a]').words).toEqual(['0127']);
  });

  test('numbers and truth values stay what they are where they are asked for', () => {
    expect(read('number: 1e3\ntruth: true\nsome: [{ id: 7, n: 0127 }]')).toMatchObject({
      number: 1000,
      truth: true,
      some: [{ id: '7', n: 127 }],
    });
  });

  test('yes and no are truth values where one is asked for, unless they are quoted', () => {
    for (const word of ['yes', 'On', 'true']) expect(read(`truth: ${word}`).truth).toBe(true);
    for (const word of ['no', 'OFF', 'false']) expect(read(`truth: ${word}`).truth).toBe(false);
    expect(() => read('truth: "yes"')).toThrow('expected truth: boolean');
    expect(() => read('truth: maybe')).toThrow('expected truth: boolean');
  });

  test.each(['', '~', 'null'])('nothing stays nothing: “%s”', (words) => {
    expect(() => read(`word: ${words}`)).toThrow('expected word: string; found nothing');
  });

  test('a number where a list or a mapping is asked for is still refused', () => {
    expect(() => read('words: 2027')).toThrow('a.yaml:1: yaml-value: expected words: array');
    expect(() => read('number: "2027"')).toThrow('a.yaml:1: yaml-value: expected number: number');
  });

  test('an id that is a year names its entry in errors', () => {
    expect(() => read('some:\n  - { id: 2027, n: x }')).toThrow('expected some.2027.n: number');
  });
});

test('a plan, the site and a guide may name a year', () => {
  const sha256 = '1'.repeat(64);
  const plan = `id: 2027\ntitle: 2027\nsource: seeds/2027.txt\nsha256: ${sha256}\nyear: 2027\n`;
  expect(parseYaml(plan, 'plan.yaml', planFileSchema).data).toMatchObject({
    id: '2027',
    title: '2027',
    sha256,
    year: '2027',
  });
  expect(
    parseYaml('name: 甲\ndescription: 乙\ncurrent: 2027\n', 'site.yaml', siteSchema).data.current,
  ).toBe('2027');
  const guide = 'title: 2027\ndescription: 丙\nplan: 2027\norder: 1\nreader: 2027\n';
  expect(parseYaml(guide, 'a.mdx', guideSchema).data).toMatchObject({
    plan: '2027',
    reader: '2027',
  });
});

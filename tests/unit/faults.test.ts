import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PlanError } from '../../src/text/errors.ts';
import { Faults, PlanErrors, findFaults, readEach } from '../../src/text/faults.ts';
import { parseYaml } from '../../src/text/yaml.ts';

const fault = (file: string, line: number): PlanError =>
  new PlanError('yaml-value', { file, line }, { expected: 'a', found: 'b' });

describe('faults are gathered', () => {
  test('reads every item, also those after one that is at fault', () => {
    const read: number[] = [];
    const all = (): unknown =>
      readEach([1, 2, 3], (n) => {
        read.push(n);
        if (n !== 2) throw fault('a.yaml', n);
        return n;
      });
    expect(all).toThrow(PlanErrors);
    expect(read).toEqual([1, 2, 3]);
  });

  test('gives what was read in order, also what is undefined or a list', () => {
    expect(readEach(['a', 'b'], (word) => [word, word])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(readEach([1, 2], () => undefined)).toEqual([undefined, undefined]);
  });

  test('throws a single fault as it is', () => {
    const faults = new Faults();
    faults.attempt(() => {
      throw fault('a.yaml', 7);
    });
    expect(() => faults.throwFound()).toThrow('a.yaml:7: yaml-value: expected a; found b');
  });

  test('keeps no fault of the program quiet', () => {
    expect(() =>
      new Faults().attempt(() => {
        throw new TypeError('ours');
      }),
    ).toThrow(TypeError);
  });

  test('sorts them by file and line, also behind the error of a build tool', () => {
    const wrapped = new Error('build failed', {
      cause: new PlanErrors([fault('b.yaml', 2), fault('a.yaml', 10), fault('a.yaml', 9)]),
    });
    expect(findFaults(wrapped).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'a.yaml:9',
      'a.yaml:10',
      'b.yaml:2',
    ]);
    expect(findFaults(new Error('ours'))).toEqual([]);
  });
});

describe('a misspelt key is told with the nearest known one', () => {
  const schema = z.array(
    z.strictObject({
      id: z.string(),
      indicator: z.string().optional(),
      mentions: z
        .tuple(
          [z.strictObject({ quote: z.string().optional() })],
          z.strictObject({ quote: z.string().optional() }),
        )
        .optional(),
    }),
  );
  test.each([
    ['in an entry', '- id: a\n  indicater: b\n', 2, 'indicator'],
    ['in the first item of a tuple', '- id: a\n  mentions:\n    - qoute: b\n', 3, 'quote'],
    ['in a later item', '- id: a\n  mentions:\n    - {}\n    - { qoute: b }\n', 4, 'quote'],
  ])('%s', (_name, text, line, nearest) => {
    expect(() => parseYaml(text, 'x.yaml', schema)).toThrow(
      new RegExp(`^x\\.yaml:${line}: yaml-key: expected .*nearest: “${nearest}”`, 'u'),
    );
  });
});

import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { describe, expect, test } from 'vitest';
import { type Value, editYaml } from '../../src/desk/edit-yaml.ts';

const file = `# yaml-language-server: $schema=x
# 表

- id: a # 甲
  quote: '新建  学校'
  value: 12
  review: pending
  proposed: "有单位“所”: 是"
  # 里面的注

- { id: b,  quote: 乙, review: pending }
- review: pending # 等人
  id: c
  mentions:
    - task: 1
      quote: 丙
    - { task: 2, quote: 丁, review: refused }
`;

const lines = (text: string): string[] => text.split('\n');
const order = ['id', 'quote', 'value', 'unit', 'review', 'proposed', 'mentions'];

describe('a file edited', () => {
  test('loses a field with its line, and nothing else', () => {
    const edited = editYaml(file, [{ path: [0, 'review'] }, { path: [0, 'proposed'] }], order);
    expect(lines(edited)).toEqual(lines(file).toSpliced(6, 2));
  });

  test('keeps the comment on a line whose field goes', () => {
    const edited = editYaml(file, [{ path: [2, 'review'] }], order);
    expect(edited).toBe(file.replace('- review: pending # 等人', '- # 等人'));
  });

  test('has a field changed within its quotation marks', () => {
    const edited = editYaml(file, [{ path: [0, 'quote'], value: "新建 '12'" }], order);
    expect(edited).toBe(file.replace("'新建  学校'", "'新建 ''12'''"));
  });

  test('has a new field behind those that stand before it', () => {
    const edited = editYaml(
      file,
      [
        { path: [0, 'unit'], value: '所' },
        { path: [1, 'unit'], value: 'a, b' },
        { path: [2, 'mentions', 0, 'review'], value: 'refused' },
      ],
      order,
    );
    expect(edited).toBe(
      file
        .replace('  value: 12\n', '  value: 12\n  unit: 所\n')
        .replace('quote: 乙, ', 'quote: 乙, unit: "a, b", ')
        .replace('      quote: 丙\n', '      quote: 丙\n      review: refused\n'),
    );
  });

  test('keeps the line ends of Windows', () => {
    const edited = editYaml(
      file.replaceAll('\n', '\r\n'),
      [{ path: [0, 'review'] }, { path: [0, 'unit'], value: '所' }],
      order,
    );
    expect(edited).toBe(
      file
        .replace('  review: pending\n', '')
        .replace('  value: 12\n', '  value: 12\n  unit: 所\n')
        .replaceAll('\n', '\r\n'),
    );
  });

  test.each(['- id: a\n  review: pending', '- review: pending\n  id: a', '- review: pending\n'])(
    'may end without a line end: %j',
    (text) => {
      const edited = editYaml(text, [{ path: [0, 'review'] }], order);
      expect(edited).not.toContain('review');
      expect(parseDocument(edited).toJS()).toEqual([text.includes('id') ? { id: 'a' } : {}]);
    },
  );

  test('is written by the model where its words cannot be set in: an alias', () => {
    const text = '# 注\n- &a { id: a }\n- id: b\n  note: *a\n';
    const edited = editYaml(text, [{ path: [1, 'note'], value: '新' }], order);
    expect(parseDocument(edited).toJS()).toEqual([{ id: 'a' }, { id: 'b', note: '新' }]);
    expect(edited).toContain('# 注');
  });

  test('is refused what leads to no field', () => {
    expect(() => editYaml(file, [{ path: [9, 'review'] }], order)).toThrow(RangeError);
    expect(() => editYaml(file, [{ path: [0] }], order)).toThrow(RangeError);
  });
});

const text = fc.string({ unit: fc.constantFrom(...'学校 :#-"\'“”,[]{}&*!|>%@`?\\2.x\n') });
const value: fc.Arbitrary<Value> = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text));
const comment = fc.constantFrom('', ' # 注', '\n  # 注');
const entry = fc
  .record({
    quote: text,
    review: fc.constantFrom('pending', 'refused'),
    why: text,
    comment,
    first: fc.boolean(),
  })
  .map(({ quote, review, why, comment, first }) => {
    const fields = [`quote: ${JSON.stringify(quote)}`, `review: ${review}${comment}`];
    return `- ${[...(first ? fields.toReversed() : fields), `proposed: ${JSON.stringify(why)}`].join('\n  ')}\n`;
  });
const list = fc
  .array(entry, { minLength: 1, maxLength: 5 })
  .map((entries) => `# 表\n${entries.join('\n')}`);

describe('whatever a file has', () => {
  const dataOf = (yaml: string) => parseDocument(yaml).toJS() as Record<string, unknown>[];

  test('a field has its value afterwards, and each other line is as it was', () => {
    fc.assert(
      fc.property(
        list,
        fc.nat(4),
        fc.constantFrom('quote', 'unit', 'proposed'),
        value,
        (yaml, n, key, value) => {
          const at = n % dataOf(yaml).length;
          const edited = editYaml(yaml, [{ path: [at, key], value }], order);
          const wanted = dataOf(yaml);
          wanted[at] = { ...wanted[at], [key]: value };
          expect(dataOf(edited)).toEqual(wanted);
          const kept = lines(yaml).filter((line) => !line.includes(`${key}: `));
          const left = lines(edited).filter((line) => !line.includes(`${key}: `));
          expect(left).toEqual(kept);
        },
      ),
    );
  });

  test('an entry that is accepted has neither field left, and each other line is as it was', () => {
    fc.assert(
      fc.property(list, fc.nat(4), (yaml, n) => {
        const at = n % dataOf(yaml).length;
        const edited = editYaml(
          yaml,
          [{ path: [at, 'review'] }, { path: [at, 'proposed'] }],
          order,
        );
        const { review: _review, proposed: _proposed, ...rest } = dataOf(yaml)[at] ?? {};
        expect(dataOf(edited)).toEqual(dataOf(yaml).with(at, rest));
        expect(edited.match(/# 注/gu) ?? []).toHaveLength((yaml.match(/# 注/gu) ?? []).length);
        const others = (all: string): string[] => all.split(/^- /mu).toSpliced(at + 1, 1);
        expect(others(edited)).toEqual(others(yaml));
      }),
    );
  });
});

import { parseDocument } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readReviewed } from '../../src/text/review.ts';

const read = (text: string) => {
  const reviewed = readReviewed({ file: 'a.yaml', text });
  const of = ({ text: left }: { text: string }): unknown => parseDocument(left).toJS() as unknown;
  return { ...reviewed, accepted: of(reviewed.accepted), proposed: of(reviewed.proposed) };
};

describe('an annotation file with proposals', () => {
  test('is left as it is, byte for byte, if it has none', () => {
    const file = { file: 'a.yaml', text: '# 注\n- id: a\n  note: 待审\n' };
    expect(readReviewed(file)).toEqual({ accepted: file, proposed: file, waiting: [] });
  });

  test('has what waits and what was refused apart from what an editor says', () => {
    const text = [
      '# 表',
      '- id: a',
      '- id: b # 注',
      '  review: pending',
      '  proposed: 有单位：“所”',
      '  mentions:',
      '    - quote: 甲',
      '- { id: c, review: refused }',
      '- review: pending',
      '  id: d',
      '',
    ].join('\n');
    expect(read(text)).toEqual({
      accepted: [{ id: 'a' }],
      proposed: [{ id: 'a' }, { id: 'b', mentions: [{ quote: '甲' }] }, { id: 'd' }],
      waiting: ['b', 'd'],
    });
  });

  test('keeps each line in its place', () => {
    const text = '- id: a\n  review: pending\n  proposed: >-\n    长\n    文\n- id: b\n- id: c\n';
    for (const kind of ['accepted', 'proposed'] as const) {
      const lines = readReviewed({ file: 'a.yaml', text })[kind].text.split('\n');
      expect(lines.indexOf('- id: b'), kind).toBe(5);
    }
  });

  test.each([
    ['- id: a\n  review: pending\n', [{ id: 'a' }]],
    [
      '# 注\n[{ id: a, review: pending }, { review: pending, id: b }]\n',
      [{ id: 'a' }, { id: 'b' }],
    ],
    ['-\n  id: a\n  review: pending', [{ id: 'a' }]],
  ])('of which all wait is an empty list: %j', (text, proposed) => {
    expect(read(text)).toMatchObject({ accepted: [], proposed });
  });

  test('may have a mention that waits, in an entry that does not', () => {
    const mentions = '  mentions:\n    - quote: 甲\n    - quote: 乙\n      review: pending\n';
    expect(read(`- id: a\n${mentions}`)).toEqual({
      accepted: [{ id: 'a', mentions: [{ quote: '甲' }] }],
      proposed: [{ id: 'a', mentions: [{ quote: '甲' }, { quote: '乙' }] }],
      waiting: [undefined],
    });
  });

  test('has an entry wait all of whose mentions do', () => {
    const text = '- id: a\n  mentions:\n    - { quote: 甲, review: pending }\n- id: b\n';
    expect(read(text)).toMatchObject({ accepted: [{ id: 'b' }], waiting: ['a'] });
  });

  test.each([
    [
      '- id: a\n  review: peding\n',
      'a.yaml:2: yaml-value: expected review: one of pending, refused',
    ],
    ['- id: a\n  proposed: [1]\n', 'a.yaml:2: yaml-value: expected proposed: why it was proposed'],
  ])('is refused a state that is none: %j', (text, fault) => {
    expect(() => read(text)).toThrow(fault);
  });
});

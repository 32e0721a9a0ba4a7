import { describe, expect, test } from 'vitest';
import { readNotes } from '../../src/kinds/notes/notes.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const tree = makeSmallPlan(
  '一、甲',
  '1.乙。20*年,招收其士生492人。',
  '2.丙。在中小学建设组织100所学校。',
);
const note = { id: 'a', title: '甲', text: '乙', certainty: 'likely' };
const read = (...entries: object[]) =>
  readNotes(JSON.stringify(entries.map((entry) => ({ ...note, ...entry }))), 'n.yaml', tree);

describe('a note', () => {
  test('has every one of its places, and claims them', () => {
    const { entries, marked, claims } = read({
      kind: 'damaged',
      reading: '博士生',
      mentions: [
        { task: 1, quote: '其士生492人' },
        { task: 2, quote: '建设组织' },
      ],
    });
    expect(entries[0]).toMatchObject({
      plan: 'p',
      reading: '博士生',
      mentions: [
        { sentence: 2, span: { line: 3, text: '其士生492人' } },
        { sentence: 2, span: { line: 4, text: '建设组织' } },
      ],
    });
    expect(marked.map(({ span }) => tree.cut(span))).toEqual(['其士生492人', '建设组织']);
    expect(claims).toEqual([]);
  });

  test('on a mask claims the mask', () => {
    const { claims } = read({
      kind: 'mask',
      masks: 'year',
      mentions: [{ task: 1, quote: '20*年' }],
    });
    expect(claims.map(({ span }) => span.text)).toEqual(['20*年']);
  });

  test('on a mask quotes it, and is told the nearest if not', () => {
    const mention = (task: number, quote: string) => ({
      kind: 'mask',
      masks: 'year',
      mentions: [{ task, quote }],
    });
    expect(() => read(mention(1, '招收'))).toThrow(
      'n.yaml:1: note-mask: expected a: a quotation with the “*” that it explains; found “招收”; nearest: “乙。20*年,招收其士”',
    );
    expect(() => read(mention(2, '建设'))).toThrow('found “建设”; nearest: none');
  });

  test.each<[string, object]>([
    ['on a mask says what is masked', { kind: 'mask' }],
    ['on anything else masks nothing', { kind: 'doubtful', masks: 'year' }],
  ])('%s', (_case, entry) => {
    expect(() => read({ ...entry, mentions: [{ task: 1, quote: '20*年' }] })).toThrow(
      '`masks` with kind mask, and with no other',
    );
  });

  test('says how sure it is', () => {
    const mentions = [{ task: 1, quote: '其士生' }];
    expect(() => read({ kind: 'damaged', certainty: 'sure', mentions })).toThrow('a.certainty');
  });

  test('proposes a reading that differs from the words it stands on, in each of its places', () => {
    const entry = { kind: 'damaged', reading: '建设组织' };
    expect(() =>
      read({
        ...entry,
        mentions: [
          { task: 1, quote: '其士生' },
          { task: 2, quote: '建设组织' },
        ],
      }),
    ).toThrow(
      'n.yaml:1: note-reading: expected a: words that differ from its reading, task 2; found “建设组织”, which is the reading',
    );
    // What is left of a quotation when a word is taken out stands in it too.
    expect(() =>
      read({ ...entry, mentions: [{ task: 2, quote: '在中小学建设组织' }] }),
    ).not.toThrow();
  });

  test('has an id of its own', () => {
    const entry = { kind: 'damaged', mentions: [{ task: 1, quote: '其士生' }] };
    expect(() => read(entry, entry)).toThrow(
      'entry-duplicate: expected an id of its own; found “a”',
    );
  });

  test.each([
    ['mask', 'the id of a group of the list: mask, damaged'],
    ['main', 'which pages keep for themselves'],
    ['aside-a', 'which pages keep for themselves'],
  ])('cannot have the id “%s”, which its page uses', (id, clash) => {
    const mentions = [{ task: 1, quote: '其士生' }];
    expect(() => read({ id, kind: 'damaged', mentions })).toThrow(
      `n.yaml:1: entry-duplicate: expected an id of its own; found “${id}”, ${clash}`,
    );
  });
});

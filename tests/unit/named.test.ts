import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../src/kinds/documents/documents.ts';
import { readInitiatives } from '../../src/kinds/initiatives/initiatives.ts';
import { readMeetings } from '../../src/kinds/meetings/meetings.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const tree = makeSmallPlan(
  '总的要求。贯彻党的大会精神。',
  '一、依法治教',
  '1.制定办法。研究制定《*市实施<教育法>办法》,落实𠮷县教育规划纲要和规划。',
  '2.宣传。修订教育规划,宣传“阳光工程”。',
);

type Entry = { id?: string; name: string; aliases?: string[]; mentions: object[] };
const documents = (...entries: Entry[]) =>
  readDocuments(
    JSON.stringify(entries.map((entry) => ({ id: 'a', kind: 'other', status: 'cited', ...entry }))),
    'd.yaml',
    tree,
  );

describe('the name in a mention', () => {
  test.each<[string, string, string[], string, string]>([
    ['the name as printed', '规划纲要', [], '落实𠮷县教育规划纲要', '规划纲要'],
    ['an alias', '教育规划纲要全文', ['规划纲要'], '落实𠮷县教育规划纲要', '规划纲要'],
    [
      'the longest that stands there',
      '规划',
      ['规划纲要', '教育规划纲要'],
      '落实𠮷县教育规划纲要',
      '教育规划纲要',
    ],
    ['not a longer one that stands elsewhere', '规划', ['教育规划纲要'], '规划纲要和规划', '规划'],
  ])('is %s', (_case, name, aliases, quote, expected) => {
    const [mention] =
      documents({ name, aliases, mentions: [{ task: 1, quote }] }).entries[0]?.mentions ?? [];
    expect(mention?.name.text).toBe(expected);
  });

  test('stands in the source where it says, counted in code points', () => {
    const { entries, claims, marked } = documents({
      name: '规划纲要',
      mentions: [{ task: 1, quote: '落实𠮷县教育规划纲要' }],
    });
    const [mention] = entries[0]?.mentions ?? [];
    expect(mention).toMatchObject({ sentence: 2, span: { line: 4 }, name: { line: 4 } });
    expect(tree.cut(mention?.span ?? { start: 0, end: 0 })).toBe('落实𠮷县教育规划纲要');
    expect(tree.cut(mention?.name ?? { start: 0, end: 0 })).toBe('规划纲要');
    expect(marked).toEqual(claims);
    expect(claims).toEqual([{ span: mention?.name, where: { file: 'd.yaml', line: 1, id: 'a' } }]);
  });

  test('may hold the name of another thing: a law in the title of the rules for it', () => {
    const quote = '制定《*市实施<教育法>办法》';
    const { claims } = documents(
      { name: '*市实施<教育法>办法', mentions: [{ task: 1, quote }] },
      { id: 'b', name: '教育法', mentions: [{ task: 1, quote }] },
    );
    const [rules, law] = claims.map(({ span }) => span);
    expect(rules?.start).toBeLessThan(law?.start ?? 0);
    expect(rules?.end).toBeGreaterThan(law?.end ?? 0);
  });

  test('must stand in it', () => {
    expect(() =>
      documents({
        name: '规程',
        aliases: ['章程'],
        mentions: [{ task: 2, quote: '修订教育规划' }],
      }),
    ).toThrow(
      'd.yaml:1: mention-name: expected a: words with “规程” or “章程”; found “修订教育规划”',
    );
  });
});

describe('no two entries have one name', () => {
  const mentions = [{ task: 2, quote: '修订教育规划' }];
  test.each<[string, Entry, Entry, string]>([
    [
      'name and name',
      { name: '规划', mentions },
      { name: '规划', mentions },
      '“规划”, also on line',
    ],
    [
      'name and alias',
      { name: '规划', mentions },
      { name: '教育规划', aliases: ['规划'], mentions },
      '“规划”, also on line',
    ],
    [
      'alias and name',
      { name: '教育规划', aliases: ['规划'], mentions },
      { name: '规划', mentions },
      '“规划”, also on line',
    ],
  ])('%s', (_case, one, other, found) => {
    expect(() => documents(one, { ...other, id: 'b' })).toThrow(
      `name-clash: expected b: a name that no other entry has; found ${found}`,
    );
  });

  test('nor does one thing have an alias twice', () => {
    expect(() => documents({ name: '规划', aliases: ['规划'], mentions })).toThrow('name-clash');
  });
});

describe('no entry has an id that its page uses', () => {
  const entry = { name: '规划', kind: 'other', mentions: [{ task: 2, quote: '修订教育规划' }] };
  const { kind: _, ...meeting } = entry;
  test.each([
    ['a document', readDocuments, { ...entry, status: 'cited' }, 'draft'],
    ['an initiative', readInitiatives, entry, 'policy'],
    ['a meeting', readMeetings, { ...meeting, status: 'cited' }, 'planned'],
  ])('%s', (_case, read, fields, group) => {
    const readWith = (id: string) => read(JSON.stringify([{ id, ...fields }]), 'd.yaml', tree);
    expect(() => readWith(group)).toThrow(
      `d.yaml:1: entry-duplicate: expected an id of its own; found “${group}”, the id of a group of the list: `,
    );
    expect(() => readWith('main')).toThrow('found “main”, which pages keep for themselves');
    expect(() => readWith(`${group}-plan`)).not.toThrow();
  });
});

describe('what is to be done with a document', () => {
  const mention = (action: string) => ({ task: 2, quote: '教育规划', action });

  test('is printed in the sentence of the mention, if not in the mention', () => {
    const { entries } = documents({ name: '教育规划', mentions: [mention('修订')] });
    expect(entries[0]?.mentions[0]).toMatchObject({ action: '修订', quote: '教育规划' });
  });

  test('is not printed in another sentence of the task', () => {
    expect(() => documents({ name: '教育规划', mentions: [mention('制定')] })).toThrow(
      'd.yaml:1: mention-action: expected a: words of “修订教育规划,宣传“阳光工程”。”, task 2; found “制定”',
    );
  });

  test('is looked for in the general requirement too', () => {
    const inGeneral = { part: 'general', quote: '党的大会精神', action: '贯彻' };
    expect(
      documents({ name: '大会', mentions: [inGeneral] }).entries[0]?.mentions[0],
    ).toMatchObject({
      part: 'general',
      sentence: 2,
      action: '贯彻',
    });
  });
});

test('things stand in the order of their first mention, whatever the order of the file', () => {
  const { entries, claims } = documents(
    { id: 'c', name: '教育规划', mentions: [{ task: 2, quote: '教育规划' }] },
    { id: 'b', name: '教育法', mentions: [{ task: 1, quote: '教育法' }] },
  );
  expect(entries.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(claims.map(({ where }) => where.id)).toEqual(['c', 'b']);
});

describe('initiatives and meetings', () => {
  const project = {
    id: 'a',
    name: '阳光工程',
    kind: 'project',
    mentions: [{ task: 2, quote: '“阳光工程”' }],
  };
  const initiatives = (entry: object) =>
    readInitiatives(JSON.stringify([{ ...project, ...entry }]), 'i.yaml', tree).entries[0];

  test('a summary rests on words of the plan', () => {
    const summaryQuote = { task: 2, quote: '宣传“阳光工程”' };
    expect(initiatives({ summary: '一项宣传', summaryQuote })).toMatchObject({
      summary: '一项宣传',
      summaryQuote: { task: 2, sentence: 2, span: { text: '宣传“阳光工程”', line: 5 } },
    });
    expect(() => initiatives({ summary: '一项宣传' })).toThrow('`summary` with `summaryQuote`');
    expect(() => initiatives({ summaryQuote })).toThrow('`summary` with `summaryQuote`');
    expect(() => initiatives({ summary: '甲', summaryQuote: { task: 1, quote: '宣传' } })).toThrow(
      'quote-missing: expected a: words of task 1',
    );
  });

  test('a meeting is held, to be held or standing', () => {
    const meeting = { id: 'a', name: '大会', mentions: [{ part: 'general', quote: '党的大会' }] };
    const read = (status: string) =>
      readMeetings(JSON.stringify([{ ...meeting, status }]), 'm.yaml', tree).entries[0];
    expect(read('planned')).toMatchObject({ plan: 'p', status: 'planned' });
    expect(() => read('held')).toThrow('yaml-value: expected a.status');
  });

  test('what is mentioned nowhere is no entry', () => {
    expect(() => initiatives({ mentions: [] })).toThrow('yaml-value');
  });
});

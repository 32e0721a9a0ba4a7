import { describe, expect, test } from 'vitest';
import {
  codesOf,
  proveConcerned,
  readAudienceList,
  readConcerns,
} from '../../src/kinds/audiences/audiences.ts';
import { nearestWord } from '../../src/text/nearest.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

const codes = ['pupils', 'senior-high', 'teacher', 'rural-teacher', 'university-teacher', 'parent'];
const list = readAudienceList(
  JSON.stringify(codes.map((code) => ({ code, name: code, group: 'learner', definition: '甲' }))),
  'audiences.yaml',
);
const tree = makeSmallPlan(
  '一、甲',
  '1.农村教育。农村教师和农村学生。',
  '2.招生。高中招生,提高中外合作水平。',
);

const entry = {
  task: 1,
  code: 'rural-teacher',
  role: 'beneficiary',
  basis: 'explicit',
  quote: '农村教师',
};
const second = { ...entry, task: 2, code: 'senior-high', quote: '高中招生' };
const read = (...entries: object[]) => readConcerns(JSON.stringify(entries), 'a.yaml', tree, list);

describe('whom a task concerns', () => {
  test('is told in the order of the source, whatever the order of the file', () => {
    const longer = { ...entry, code: 'pupils', quote: '农村教师和农村学生' };
    const concerns = read(second, longer, entry);
    expect(concerns.map(({ quote }) => quote)).toEqual([
      '农村教师',
      '农村教师和农村学生',
      '高中招生',
    ]);
    expect(concerns.map(({ span }) => tree.cut(span))).toEqual(concerns.map(({ quote }) => quote));
    expect(concerns[0]).toMatchObject({ plan: 'p', sentence: 2, span: { line: 3 } });
    expect(codesOf(concerns)).toEqual(['rural-teacher', 'pupils', 'senior-high']);
  });

  test('may do a thing and have it done for him, in the same words', () => {
    expect(read(entry, { ...entry, role: 'performer' }, second)).toHaveLength(3);
  });

  test.each<[string, object, string]>([
    [
      'is in the list',
      { code: 'rural-teachers' },
      'audience-unknown: expected a code of the list of audiences for task 1; found “rural-teachers”; nearest: “rural-teacher”',
    ],
    [
      'is said by words of the task',
      { quote: '农村教帅和农村' },
      'quote-missing: expected rural-teacher of task 1: words of task 1; found “农村教帅和农村”; nearest: “农村教师和农村”',
    ],
    [
      'stands in a task of the plan',
      { task: 3 },
      'reference-missing: expected rural-teacher of task 3: a task, 1 to 2; found task 3',
    ],
    [
      'is inferred with a reason',
      { basis: 'inferred' },
      '`why` with basis inferred, and with no other',
    ],
    ['is named without one', { why: '甲' }, '`why` with basis inferred, and with no other'],
    ['has a role', { role: 'reader' }, 'yaml-value'],
  ])('%s', (_case, change, message) => {
    expect(() => read({ ...entry, ...change }, second)).toThrow(message);
  });

  test('is told once for the same words, however they are numbered', () => {
    expect(() => read(entry, second, { ...entry, occurrence: 1 })).toThrow(
      'audience-double: expected rural-teacher once as beneficiary for these words of task 1; found “农村教师”, also on line 1',
    );
  });

  test('is told of every task', () => {
    const claims = read(entry).map(({ span, code }) => {
      return { span, where: { file: 'audiences.yaml', line: 1, id: code } };
    });
    expect(() => proveConcerned(tree, claims)).toThrow(
      'audience-leftover: expected an entry of audiences.yaml for task 2; found none for “招生”',
    );
  });
});

test.each([
  ['parents', 'parent'],
  ['senior-hihg', 'senior-high'],
  ['teachr', 'teacher'],
  ['rural-teacher', 'rural-teacher'],
])('the code nearest to %s is %s', (wanted, nearest) => {
  expect(
    nearestWord(
      list.map(({ code }) => code),
      wanted,
    ),
  ).toBe(nearest);
});

test('an audience of the list is defined once', () => {
  const one = { code: 'a', name: '甲', group: 'family', definition: '乙' };
  expect(readAudienceList(JSON.stringify([one, { ...one, code: 'b' }]), 'l.yaml')).toHaveLength(2);
  expect(() => readAudienceList(JSON.stringify([one, one]), 'l.yaml')).toThrow(
    'l.yaml:1: entry-duplicate: expected a code of its own; found “a”, the code on line 1',
  );
});

test.each([
  ['an audience that is not there', 'c', 'c'],
  ['itself', 'a', 'a'],
])('an audience leads to others of the list, not to %s', (_case, other, found) => {
  const one = { code: 'a', name: '甲', group: 'family', definition: '乙' };
  const second = { ...one, code: 'b', see: ['a'] };
  const read = (see: string[]) =>
    readAudienceList(JSON.stringify([{ ...one, see }, second]), 'l.yaml');
  expect(read(['b']).map(({ see }) => see)).toEqual([['b'], ['a']]);
  expect(() => read(['b', other])).toThrow(
    `reference-missing: expected a: the code of another audience; found “${found}”`,
  );
});

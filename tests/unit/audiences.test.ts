import { describe, expect, test } from 'vitest';
import { codesOf, readAudienceList, readConcerns } from '../../src/kinds/audiences/audiences.ts';
import { nearestWord } from '../../src/text/anchor.ts';
import { firstPlan, firstSeed } from '../support/first-plan.ts';
import { makeSmallPlan } from '../support/small-plan.ts';
import { project, readText } from '../support/site.ts';

const listFile = 'content/vocabulary/audiences.yaml';
const list = readAudienceList(readText(project, listFile), listFile);
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
    expect(() => read(entry)).toThrow(
      'audience-leftover: expected an entry for task 2; found none for “招生”',
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

describe('whom the tasks of the first plan concern', () => {
  const { concerns, tasks } = firstPlan;

  test('is somebody, in all 41', () => {
    const concerned = new Set(concerns.map(({ task }) => task));
    expect(tasks.filter(({ n }) => concerned.has(n))).toHaveLength(41);
  });

  test('stands in the source where it says, to the character', () => {
    const codePoints = Array.from(firstSeed);
    for (const { span, quote, task } of concerns) {
      expect(codePoints.slice(span.start, span.end).join('')).toBe(quote);
      const sentences = tasks[task - 1]?.sentences ?? [];
      expect(sentences.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true);
    }
  });

  // 督导, 检查, 评估, 监管 are done to someone: whoever the text has inspected is told to act by nobody here.
  test.each(
    concerns
      .filter(({ quote }) =>
        /督导检查|监督检查|的监管|评估、督导和检查|评估检查工作|加强对高等学校的评估/u.test(quote),
      )
      .map((concern) => [concern.task, concern.code, concern] as const),
  )('in task %i, has %s inspected, not acting', (_task, _code, { role }) => {
    expect(role).toBe('supervised');
  });

  test('are no members of the Party where the words say they are outside it', () => {
    for (const { code, quote } of concerns) {
      if (code === 'party-member') expect(quote).not.toMatch(/统战人士|党外/u);
    }
    const outside = concerns.filter(({ code }) => code === 'non-party');
    expect(outside.map(({ quote }) => quote)).toEqual([
      '党外代表人物培养选拔',
      '加强统战干部和统战人士两支队伍建设',
    ]);
  });

  // Words that look as if they named an audience.
  test.each([
    ['senior-high', '提高中外合作', /高中(?!外)/u],
    ['hardship-student', '学习困难', /(?<!学习)困难|贫困/u],
    ['rural-residents', '服务工作', /(?<!服)务工|农/u],
  ])('is no %s by “%s”', (code, trap, words) => {
    expect(firstSeed).toContain(trap);
    for (const concern of concerns) {
      if (concern.code === code && concern.quote.includes(trap))
        expect(concern.quote).toMatch(words);
    }
  });
});

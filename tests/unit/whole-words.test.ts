import { expect, test } from 'vitest';
import { answer } from '../../src/search/engine.ts';
import { tellWholeWords, wholeWords } from '../../src/search/whole-words.ts';
import { makeIndex, makeRecord } from '../support/search-index.ts';

test.each([
  ['局电话', '教育局电话', '教育局电话'],
  ['海', '上海', '上海'],
  ['火星', '辅导员火星', '火星'],
  ['星', '农村 火星', '火星'],
  ['lift', 'school LIFT', 'lift'],
  ['09', '0.9%', undefined],
])('%s that was left of %s is told as %s', (stretch, query, whole) =>
  expect(wholeWords(stretch, query)).toBe(whole),
);

test('each word is told once, and English words as they were typed', () => {
  const reason = { said: '', words: [] };
  const found = tellWholeWords(
    {
      missing: ['上', '海'],
      related: [
        { reason: { ...reason, kind: 'question', missing: ['海'] }, hits: [] },
        { reason: { ...reason, kind: 'english', missing: ['musical'] }, hits: [] },
      ],
    },
    '上海 musicals',
  );
  expect(found.missing).toEqual(['上海']);
  expect(found.related?.map((group) => group.reason.missing)).toEqual([['上海'], ['musical']]);
});

const index = makeIndex([[makeRecord('p/tasks/1/', '加强河道管理。', '责任到人,投资3亿元。')]], {
  related: {
    drop: ['谁', '是什么意思'],
    unmentioned: [[['责任单位', '谁负责'], ['责任到人']]],
  },
});

test('what is not spoken of is told by its name where it was asked for in a question', async () => {
  expect((await answer('谁负责', index)).unmentioned).toBe('责任单位');
  expect((await answer('责任单位', index)).unmentioned).toBe('责任单位');
});

test('a number is told without the question around it', async () => {
  const [group] = (await answer('河道投资300000000元多吗', index)).related;
  expect(group?.reason).toMatchObject({ kind: 'number', said: '300000000元' });
});

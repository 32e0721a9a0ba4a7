import { expect, test } from 'vitest';
import { answer, answerBeside } from '../../src/search/engine.ts';
import { makeIndex, makeRecord, withEdges } from '../support/search-index.ts';

const tasks = [
  ['深化课程改革。'],
  ['推进课程教材改革。'],
  ['建设课程资源。'],
  ['加强培训。', '建设教师队伍。', '教师参与。'],
  ['教师培训基地。'],
  ['培训制度。'],
];
const records = withEdges(tasks.map((task, i) => makeRecord(`p/tasks/${i + 1}/`, ...task)));
const index = makeIndex([records], { mostRead: Infinity, related: { general: ['教师'] } });
const places = async (query: string): Promise<[string, string]> => {
  const found = await answer(query, index);
  const { exact } = found;
  const related = await answerBeside(found, index);
  const numbers = (hits: typeof exact): string =>
    hits.map(({ record }) => record.path.split('/')[2]).join();
  return [numbers(exact), related.map(({ hits }) => numbers(hits)).join(';')];
};

test.each([
  // One sentence has the words apart; another has one of them only.
  ['课程改革', ['1', '2']],
  // What every plan speaks of may stand in another sentence of the record.
  ['教师培训', ['5', '4']],
  ['课程', ['1,2,3', '']],
])('beside the few that have %s: %j', async (query, found) => {
  expect(await places(query)).toEqual(found);
});

test('what stands there literally asks for no vocabulary', async () => {
  const { exact, related } = await answer('课程改革', {
    ...index,
    related: () => Promise.reject(new Error('offline')),
  });
  expect([exact.length, related]).toEqual([1, []]);
});

import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/search/answer.ts';
import { answer } from '../../src/search/engine.ts';
import { recordTypes } from '../../src/search/named-records.ts';
import { type FoundRecord, packRecord, unpackRecord } from '../../src/search/records.ts';
import { makeIndex, makeRecord } from '../support/search-index.ts';

const section = (n: number): FoundRecord =>
  unpackRecord(
    packRecord(
      { path: `p/sections/${n}/`, type: 'section', section: n, idPrefix: '', sentences: ['部。'] },
      recordTypes,
    ),
    recordTypes,
  );
const index = makeIndex(
  [
    [
      makeRecord('p/tasks/1/', '修桥。', '修桥2项,共5座。'),
      makeRecord('p/tasks/2/', '疏浚河道。', '清淤十三万方。', '落实河长制。'),
      makeRecord('p/tasks/3/', '植树。'),
      makeRecord('p/tasks/4/', '护林。'),
      section(1),
      section(2),
    ],
  ],
  { numerals: ['一', '二'] },
);
const ask = (query: string): Promise<Answer> => answer(query, index);
const citedBy = async (query: string): Promise<string[]> =>
  (await ask(query)).cited.map(
    ({ record, best }) => record.path.slice(2) + (best === undefined ? '' : String(best + 1)),
  );

describe('a place', () => {
  test.each([
    ['第3项', 'tasks/3/'],
    ['3项', 'tasks/3/'],
    ['三项', 'tasks/3/'],
    ['第3', 'tasks/3/'],
    ['3', 'tasks/3/'],
    ['4条', 'tasks/4/'],
    ['2部分', 'sections/2/'],
    ['最后一项', 'tasks/4/'],
    ['最后一项任务', 'tasks/4/'],
    ['倒数第二项', 'tasks/3/'],
    ['最后一部分', 'sections/2/'],
    ['last section', 'sections/2/'],
    ['Task 3', 'tasks/3/'],
    ['item 3', 'tasks/3/'],
    ['Section 2', 'sections/2/'],
    ['Task 2, sentence 3', 'tasks/2/3'],
    ['task 2 sentence 3', 'tasks/2/3'],
  ])('%s is %s', async (query, path) => expect(await citedBy(query)).toEqual([path]));

  test.each(['2项', '5', '5座', '3项工程', 'task force 3', '最后'])('%s is none', async (query) =>
    expect(await citedBy(query)).toEqual([]),
  );

  test('a number that the text prints is what the text prints', async () => {
    const { exact } = await ask('2项');
    expect(exact.map(({ record }) => record.path)).toEqual(['p/tasks/1/']);
  });

  test.each([
    ['Task 9', { kind: 'task', count: 4 }],
    ['section 9', { kind: 'section', count: 2 }],
    ['倒数第九项', { kind: 'task', count: 4 }],
    ['9项', undefined],
    ['9', undefined],
  ])('of %s it is told how many there are: %j', async (query, wanting) =>
    expect((await ask(query)).wanting).toEqual(wanting),
  );
});

import { describe, expect, test } from 'vitest';
import { findCited } from '../../src/search/citations.ts';
import { packRecord, unpackRecord } from '../../src/search/records.ts';
import { recordTypes } from '../../src/search/named-records.ts';
import { makeIndex, makeRecord } from '../support/search-index.ts';

const section = (n: number): ReturnType<typeof makeRecord> =>
  unpackRecord(
    packRecord(
      { path: `p/sections/${n}/`, type: 'section', section: n, idPrefix: '', sentences: ['教改'] },
      recordTypes,
    ),
    recordTypes,
  );
const tasks = Array.from({ length: 12 }, (_, i) =>
  makeRecord(`p/tasks/${i + 1}/`, '加强。', '统筹。'),
);
// A plan whose sections begin with 二.
const index = makeIndex([tasks, [section(1), section(2)]], { numerals: ['二', '三'] });
const cited = async (query: string): Promise<string | undefined> => {
  const [hit] = await findCited(query, index);
  return hit && hit.record.path + (hit.best === undefined ? '' : `#${hit.best + 1}`);
};

describe('a citation', () => {
  test.each([
    ['第3项', 'p/tasks/3/'],
    ['第三项', 'p/tasks/3/'],
    ['第十二项任务', 'p/tasks/12/'],
    ['第3项第2句', 'p/tasks/3/#2'],
    ['第 3 项，第 2 句', 'p/tasks/3/#2'],
    ['（《工作计划》第3项第2句）', 'p/tasks/3/#2'],
    ['3.2', 'p/tasks/3/#2'],
    ['3.', 'p/tasks/3/'],
    ['任务3', 'p/tasks/3/'],
    ['t3s2', 'p/tasks/3/#2'],
    ['第二部分', 'p/sections/2/'],
    ['二、', 'p/sections/1/'],
    ['（三）', 'p/sections/2/'],
    ['https://example.org/p/tasks/3/#s2', 'p/tasks/3/#2'],
    ['https://example.org/jihua/p/tasks/3/', 'p/tasks/3/'],
    ['example.org/p/tasks/3?from=app', 'p/tasks/3/'],
    ['/p/full/#t3s2', 'p/tasks/3/#2'],
    ['/p/full/#p2', 'p/sections/2/'],
    ['/p/sections/1/', 'p/sections/1/'],
  ])('%s leads to %s', async (query, path) => expect(await cited(query)).toBe(path));

  test.each(['第13项', '第3项第9句', '九、', '3', '13.7', '教育', 'https://example.org/q/', '1/2'])(
    '%s leads nowhere',
    async (query) => expect(await cited(query)).toBeUndefined(),
  );
});

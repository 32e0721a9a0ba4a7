import { describe, expect, test } from 'vitest';
import { answer } from '../../src/search/engine.ts';
import type { Related } from '../../src/site/vocabulary.ts';
import { makeIndex, makeRecord, withEdges } from '../support/search-index.ts';

/** The tasks that a query leads to beyond those that have it, the best first, and what is marked in them. */
async function ledTo(
  query: string,
  tasks: readonly string[][],
  related: Partial<Related> = {},
): Promise<string[]> {
  const records = withEdges(tasks.map((task, i) => makeRecord(`p/tasks/${i + 1}/`, ...task)));
  const index = makeIndex([records], { mostRead: Infinity, related });
  const found = await answer(query, index);
  return found.related.flatMap(({ hits }) =>
    hits.map(({ record, ranges }) =>
      [
        record.path.split('/')[2],
        ...ranges.map(({ start, end }) => record.text.slice(start, end)),
      ].join(' '),
    ),
  );
}

describe('a meaning counts where it is a word', () => {
  const tasks = [['提高考试质量。'], ['推进高考改革,提高考试水平。']];
  const related = { drop: ['怎么'] };

  test('and not where it is the end of one and the beginning of the next', async () => {
    expect(await ledTo('怎么高考', tasks, related)).toEqual(['2 高考']);
  });

  test('but there too if it is no word anywhere', async () => {
    expect(await ledTo('怎么高考', tasks.slice(0, 1), related)).toEqual([]);
    const everyday: Related['everyday'] = [[['升学'], ['高考']]];
    expect(await ledTo('升学', tasks.slice(0, 1), { everyday })).toEqual(['1 高考']);
  });
});

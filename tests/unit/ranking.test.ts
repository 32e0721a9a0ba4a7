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

describe('what every plan speaks of', () => {
  const tasks = [
    ['首都建设。', '培训教师。'],
    ['改善学校卫生。', '教师编写教材。'],
    ['首都学校体检。', '家长参与。'],
  ];
  const related: Partial<Related> = {
    drop: ['怎么'],
    general: ['教师', '老师', '家长', '首都', '大学', '学校'],
    everyday: [
      [['老师'], ['教师']],
      [['近视'], ['学校卫生']],
      [['收钱'], ['体检']],
    ],
  };
  const ask = (query: string): Promise<string[]> => ledTo(query, tasks, related);

  test('does not answer while another word is known', async () => {
    expect(await ask('老师怎么近视')).toEqual(['2 学校卫生 教师']);
  });

  test('nor where another word is not', async () => {
    expect(await ask('老师电话')).toEqual([]);
    expect(await ask('老师')).toHaveLength(2);
  });

  test('side by side it names something, which a sentence has or has not', async () => {
    expect(await ask('首都教师')).toEqual([]);
    expect(await ask('学校首都')).toEqual(['3 首都学校']);
    expect(await ask('首都和教师')).not.toEqual([]);
  });

  test('half of a question is not answered by what is only near to the other half', async () => {
    expect(await ask('收钱火箭')).toEqual([]);
    expect(await ask('体检火箭')).toEqual(['3 体检']);
  });
});

test('a word of a question is not cut', async () => {
  const tasks = [['加强考核。'], ['改进命题。']];
  const everyday: Related['everyday'] = [[['怎么考'], ['命题']]];
  expect(await ledTo('教师怎么考核', tasks, { drop: ['怎么'], everyday })).toEqual(['1 考核']);
});

import { describe, expect, test } from 'vitest';
import { answer } from '../../src/search/engine.ts';
import { recordTypes } from '../../src/search/named-records.ts';
import { packRecord, unpackRecord } from '../../src/search/records.ts';
import { readEnglishNumber, stemOf } from '../../src/search/english.ts';
import { makeIndex, makeRecord } from '../support/search-index.ts';

const term = unpackRecord(
  packRecord(
    {
      path: 'glossary/river-chief-system/',
      type: 'term',
      section: undefined,
      idPrefix: '',
      sentences: ['河长制\n'],
    },
    recordTypes,
  ),
  recordTypes,
);
const texts = [
  '疏浚河道,落实河长制。',
  '改造小区,加装电梯。',
  '居民食堂,供老年人用餐。',
  '居民参与垃圾分类。',
  '居民停车,投资3亿元。',
  '居民护林。',
];
const index = makeIndex(
  [texts.map((text, i) => makeRecord(`p/tasks/${i + 1}/`, `${text.slice(0, 2)}。`, text))],
  {
    named: [term],
    english: () =>
      Promise.resolve([
        [['lift', 'elevator'], ['加装电梯']],
        [['elderly', 'old people'], ['老年人']],
        [['canteen'], ['食堂']],
        [['resident', 'neighbour'], ['居民']],
      ]),
  },
);
type Found = { words: string[]; missing: string[] | undefined; paths: string[] } | undefined;
const ask = async (query: string): Promise<Found> => {
  const [group] = (await answer(query, index)).related;
  if (!group) return undefined;
  expect(group.reason.kind).toBe('english');
  const paths = group.hits.map(({ record }) => record.path.replace('p/tasks/', ''));
  return { words: group.reason.words, missing: group.reason.missing, paths };
};

describe('a search in English', () => {
  test.each([
    ['elevator', ['加装电梯'], ['2/']],
    ['Lifts', ['加装电梯'], ['2/']],
    ['canteen for old people', ['食堂', '老年人'], ['3/']],
    ['how are elevators added', ['加装电梯'], ['2/']],
    ['river chief', ['河长制'], ['glossary/river-chief-system/', '1/']],
  ])('for %s finds %j', async (query, words, paths) => {
    expect(await ask(query)).toMatchObject({ words, paths });
  });

  test('finds what stands under several words of which no thing has all, and tells what is unknown', async () => {
    const found = await ask('elevator for the elderly with music');
    expect(found?.paths.toSorted()).toEqual(['2/', '3/']);
    expect(found?.missing).toEqual(['music']);
  });

  test.each(['resident spaceship', 'spaceship', 'how many'])(
    'finds nothing for %s',
    async (query) => expect(await ask(query)).toBeUndefined(),
  );

  test.each([
    ['enrollment', 'enrolment'],
    ['centers', 'centre'],
    ['neighbor', 'neighbours'],
    ['organization', 'organisation'],
    ['licence', 'license'],
    ['practice', 'practise'],
    ['policies', 'policy'],
    ['children', 'child'],
    ['trained', 'training'],
  ])('takes %s for %s', (one, other) => expect(stemOf(one)).toBe(stemOf(other)));

  test('a place is no quotation', () => expect(stemOf('cite')).not.toBe(stemOf('site')));

  test.each([
    ['400 million yuan', '400000000'],
    ['about 7.8 thousand', '7800'],
    ['10,000 people', '10000'],
    ['985 project', undefined],
    ['million', undefined],
  ])('reads the number of %s as %s', (said, digits) =>
    expect(readEnglishNumber(said)).toBe(digits),
  );

  test('finds a number by its value', async () => {
    const [group] = (await answer('300 million', index)).related;
    expect(group?.reason).toMatchObject({ kind: 'number', words: ['3亿元'] });
  });
});

import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/search/answer.ts';
import { answer } from '../../src/search/engine.ts';
import { recordTypes } from '../../src/search/named-records.ts';
import { type FoundRecord, unpackRecord } from '../../src/search/records.ts';
import { makeIndex, makeRecord, withEdges } from '../support/search-index.ts';

const thing = (type: string, path: string, ...texts: string[]): FoundRecord =>
  unpackRecord(
    [
      path,
      recordTypes.findIndex(([name]) => name === type),
      0,
      '',
      ...texts.map((text) => `${text}\n`),
    ],
    recordTypes,
  );

const named = [
  thing('target', 'targets/stops/', '停车泊位 20个'),
  thing('initiative', 'initiatives/#lead', '河长制行动', '落实河长制'),
  thing('note', 'notes/#qi', '疑为脱字', '其泊位'),
  thing('term', 'glossary/river-chief/', '河长制', '河长'),
  thing('term', 'glossary/waste/', '垃圾分类'),
  thing('guide', 'guides/about/', '怎样引用与分享'),
];
const records = withEdges([
  makeRecord('p/tasks/1/', '落实河长制。', '其泊位20个。'),
  makeRecord('p/tasks/2/', '推进垃圾分类。', '公开规划。'),
]);
const explanations = ['', '', '', '', '', '星号是原文隐去的字。'].join('\n');
const index = makeIndex([records], {
  mostRead: Infinity,
  named,
  explanations: () => Promise.resolve(explanations),
  related: {
    drop: ['什么', '什么是', '是什么意思', '怎么', '为什么'],
    everyday: [
      [['垃圾怎么分'], ['垃圾分类']],
      [['分类投放'], ['垃圾分类']],
    ],
    unmentioned: [[['火箭发射'], []]],
  },
});
const ask = (query: string): Promise<Answer> => answer(query, index);
const pathsOf = ({ named: hits }: Answer): string[] => hits.map(({ record }) => record.path);

describe('a question reaches what has a name', () => {
  test.each([
    ['什么是河长制', ['glossary/river-chief/', 'initiatives/#lead']],
    ['河长是什么意思', ['glossary/river-chief/']],
    ['什么是其泊位', ['notes/#qi']],
    ['什么的其泊位', ['notes/#qi']],
    ['怎么分享', ['guides/about/']],
    ['什么垃圾分类', ['glossary/waste/']],
    // 泊位 alone stands in too many names.
    ['什么泊位', []],
  ])('%s: %j, terms and notes before all else', async (query, paths) => {
    const found = await ask(query);
    expect(pathsOf(found)).toEqual(paths);
    expect(found.byQuestion === true).toBe(paths.length > 0);
  });

  test('with the sentences of the text, and nothing twice', async () => {
    const { related } = await ask('什么是河长制');
    expect(related.flatMap(({ hits }) => hits.map(({ record }) => record.path))).toEqual([
      'p/tasks/1/',
    ]);
  });

  test('or, if nothing has, what is explained', async () => {
    const { explained, missing } = await ask('为什么星号');
    expect(explained?.map(({ record }) => record.path)).toEqual(['guides/about/']);
    expect(missing).toEqual(['星号']);
  });
});

describe('what readers are known to say', () => {
  test.each([
    ['分类怎么投放', 'meaning'],
    ['投放分类', 'meaning'],
  ])('is understood in %s, too', async (query, kind) => {
    expect((await ask(query)).related.map(({ reason }) => [reason.kind, reason.said])).toEqual([
      [kind, '分类投放'],
    ]);
  });

  test('is known not to be spoken of in another order, too', async () => {
    expect(await ask('发射火箭')).toMatchObject({ unmentioned: '火箭发射', related: [] });
  });
});

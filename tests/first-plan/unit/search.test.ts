import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/search/engine.ts';
import { namedRecords, recordTypes } from '../../../src/search/named-records.ts';
import {
  type SearchRecord,
  packNames,
  packRecord,
  planRecords,
  unpackNames,
  unpackRecord,
} from '../../../src/search/records.ts';
import { packRelated, textOf, unpackRelated } from '../../../src/search/related.ts';
import type { Related } from '../../../src/site/vocabulary.ts';
import { readSite } from '../../../src/loaders/read-site.ts';
import { firstPlan } from '../../support/first-plan.ts';
import { openIndex } from '../../support/search-index.ts';
import { project } from '../../support/site.ts';

describe('named things', () => {
  const named = namedRecords(firstPlan, {
    guides: [
      {
        id: 'about',
        title: '怎样引用',
        description: '各有网址',
        headings: ['网址就是出处'],
        paragraphs: ['每一句都可以引用。'],
      },
    ],
    terms: [
      {
        id: 'used',
        term: '双师型',
        aliases: ['双师'],
        source: '编者',
        related: [],
        definition: '教师',
      },
      {
        id: 'unused',
        term: '火星移民',
        aliases: [],
        source: '编者',
        related: [],
        definition: '无',
      },
    ],
    audiences: readSite(project).audiences,
  });
  const find = (path: string): SearchRecord | undefined =>
    named.find((record) => record.path === path);

  test('a target has its number as printed and its indicator as its name, and its quotation', () => {
    expect(find('20xx/targets/t1-senior-high/')).toMatchObject({
      type: 'target',
      section: 1,
      sentences: ['计划7.8万人 普通高中招生\n', '普通高中计划招生7.8万人\n'],
    });
  });

  test.each([
    ['20xx/initiatives/#ten-hundred-thousand', 'initiative', '十百千万工程'],
    ['20xx/documents/#period-plan', 'document', '“*”规划'],
    [`20xx/notes/#${firstPlan.notes[0]?.id}`, 'note', firstPlan.notes[0]?.title ?? ''],
    ['20xx/audiences/preschool/', 'audience', '学前儿童'],
    ['glossary/used/', 'term', '双师型'],
  ])('%s is a record of its own', (path, type, name) => {
    expect(find(path)).toMatchObject({ type });
    expect(find(path)?.sentences[0]).toBe(`${name}\n`);
  });

  test('all come back from a manifest as they were', () => {
    expect(unpackNames(packNames(named, recordTypes), recordTypes)).toEqual(
      [...Map.groupBy(named, ({ type }) => type).values()]
        .flat()
        .map((record) => unpackRecord(packRecord(record, recordTypes), recordTypes)),
    );
  });

  test('a term that the plan does not use is not found in it', () => {
    expect(find('glossary/unused/')).toBeUndefined();
  });

  test('all that the plan names is there, each once', () => {
    const counts = Object.fromEntries(
      recordTypes.map(([type]) => [type, named.filter((record) => record.type === type).length]),
    );
    expect(counts).toMatchObject({
      target: firstPlan.targets.length,
      document: firstPlan.documents.length,
      initiative: firstPlan.initiatives.length,
      meeting: firstPlan.meetings.length,
      note: firstPlan.notes.length,
    });
    expect(new Set(named.map(({ path }) => path)).size).toBe(named.length);
  });

  test('a guide has its title, its description and its headings', () => {
    expect(find('guides/about/')?.sentences).toEqual([
      '怎样引用\n',
      '各有网址\n',
      '网址就是出处\n',
    ]);
  });

  test('no words run from one text into the next', () => {
    const record = find('guides/about/');
    if (!record) throw new Error('no guide');
    const { text, sentences } = unpackRecord(packRecord(record, recordTypes), recordTypes);
    expect(text).not.toContain('怎样引用各有');
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      '怎样引用',
      '各有网址',
      '网址就是出处',
    ]);
  });
});

test('vocabulary travels by places in the text, and comes back in words', () => {
  const records = planRecords(firstPlan).map((record) =>
    unpackRecord(packRecord(record, recordTypes), recordTypes),
  );
  const related: Related = {
    everyday: [
      [['减负'], ['课业负担']],
      [
        ['幼儿园', '托儿所'],
        ['学前教育', '0—3岁'],
      ],
    ],
    drop: ['请问', '吗'],
    general: ['孩子'],
    asked: [['怎样管', '谁来管'], [], ['几时开学']],
    unmentioned: [
      [['校车', '班车'], ['学校']],
      [['食堂'], []],
    ],
  };
  const packed = packRelated(related, textOf(records));
  expect(packed.words).toBe('减负\n幼儿园 托儿所');
  expect(packed.places).toMatch(/^\d+ 4\n\d+ 4 \d+ 4$/u);
  expect(unpackRelated(packed, records)).toEqual(related);
});

test('every clause of the plan, and of what it names, is found in traditional characters of any standard', async () => {
  const index = openIndex(project, firstPlan);
  const clauses = new Set(
    [...(await index.all()), ...index.named].flatMap(
      ({ text }) => text.match(/\p{Script=Han}{2,}/gu) ?? [],
    ),
  );
  const typed = new Map<string, string>();
  for (const to of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from: 'cn', to });
    for (const clause of clauses) typed.set(convert(clause), clause);
  }
  const lost: string[] = [];
  for (const [query, clause] of typed) {
    const { exact, named } = await answer(query, index);
    const isFound = [...exact, ...named].some(({ record }) => record.text.includes(clause));
    if (!isFound) lost.push(`${query} for ${clause}`);
  }
  expect(lost).toEqual([]);
});

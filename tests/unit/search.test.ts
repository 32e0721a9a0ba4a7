import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hit } from '../../src/search/answer.ts';
import { answer } from '../../src/search/engine.ts';
import { recordTypes } from '../../src/search/named-records.ts';
import { type Filters, countChoices, filterHits, readFilters } from '../../src/search/filters.ts';
import { alternativesOf, findVariants, fold } from '../../src/search/fold.ts';
import { isSimplified } from '../../src/search/gb2312.ts';
import { chooseDesign, encodingOf } from '../../src/search/index-design.ts';
import type { AudienceTasks } from '../../src/search/pagefind-index.ts';
import { findSpelled } from '../../src/search/pinyin.ts';
import {
  type SearchRecord,
  packRecord,
  packSections,
  unpackRecord,
  type PackedSection,
} from '../../src/search/records.ts';
import { makeSmallPlan } from '../support/small-plan.ts';
import { makeIndex, makeRecord } from '../support/search-index.ts';
import { findNear } from '../../src/search/slips.ts';

describe('fold', () => {
  test.each([
    ['７．８万', '7.8万'],
    ['ＡＢＣ', 'abc'],
    ['“两免一补”', '"两免一补"'],
    ['0—3岁', '0-3岁'],
    ['《办法》', '<办法>'],
  ])('%s becomes %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('folds a text as it folds its characters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'教育,，“”—－７7aＡ《<')), (characters) => {
        expect(fold(characters.join(''))).toBe(characters.map(fold).join(''));
      }),
    );
  });

  test('a query is looked up in the forms that the text has', () => {
    const variants = findVariants(['0—3岁,“双师型”']);
    expect(alternativesOf('０-3岁', variants)).toEqual(['0—3岁']);
    expect(alternativesOf('"双师型"', variants)).toContain('“双师型”');
  });
});

test.each([
  ['质', true],
  ['質', false],
  ['齄', true],
  ['啊', true],
  ['學', false],
])('%s is a simplified character: %s', (character, expected) =>
  expect(isSimplified(character)).toBe(expected),
);

describe('what is not needed is not loaded', () => {
  const refuse = (): never => {
    throw new Error('loaded');
  };
  const records = [[makeRecord('p/tasks/1/', '实施素质教育,了解学生。')]];

  test('the vocabulary and the sounds, for words of the text and forms of them', async () => {
    const index = makeIndex(records, {
      related: refuse,
      readings: refuse,
      sounds: refuse,
      traditional: () => Promise.resolve('質质'),
    });
    expect(await answer('素质', index)).toMatchObject({ form: undefined, blocks: 1 });
    expect(await answer('素質', index)).toMatchObject({ form: '素质', blocks: 1 });
    expect((await answer('第1项', index)).cited[0]?.record.path).toBe('p/tasks/1/');
  });

  test('the sounds, for a word that people say', async () => {
    const index = makeIndex(records, {
      sounds: refuse,
      related: { everyday: [[['减负'], ['素质教育']]] },
    });
    expect((await answer('减负', index)).related[0]?.reason.kind).toBe('meaning');
  });

  test('traditional characters, for words in simplified ones that mean something here', async () => {
    const index = makeIndex(records, {
      traditional: refuse,
      related: { everyday: [[['减负'], ['素质教育']]] },
    });
    const [group] = (await answer('减负', index)).related;
    expect(group?.hits[0]?.record.path).toBe('p/tasks/1/');
  });

  test('but for a simplified character that is a traditional one too, if the words then stand there', async () => {
    const index = makeIndex([[makeRecord('p/tasks/1/', '干部着力,效果显著。')]], {
      traditional: () => Promise.resolve('乾干著着顯显'),
    });
    expect(isSimplified('乾')).toBe(true);
    expect(await answer('乾部', index)).toMatchObject({ form: '干部', query: '乾部', blocks: 1 });
    expect(await answer('著力', index)).toMatchObject({ form: '着力', blocks: 1 });
    expect(await answer('顯著', index)).toMatchObject({ form: '显著', blocks: 1 });
    expect(await answer('著名', index)).toMatchObject({ form: undefined, blocks: 0 });
  });
});

describe.each([10, 5000])('the index design for %i records', (records) => {
  const design = chooseDesign(records);
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom(...'教育师0.9%“”<>&*—𠮷'), minLength: 1, maxLength: 8 }),
    { minLength: 1, maxLength: 3 },
  );
  /** The terms that an index of a page has, in their order. */
  const termsOf = (page: readonly string[]): string[] =>
    encodingOf(design)
      .encode(page)
      .split(/[\u200b ]/u)
      .map((term) => term.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&'));

  test('asks for a phrase that a page has exactly if one of its texts contains the words', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 3 }), (page, at, more) => {
        const all = Array.from(page.join(''));
        const start = at % all.length;
        const words = all.slice(start, start + 1 + more).join('');
        const phrase = design.phrase(words).replaceAll('"', '');
        expect(` ${termsOf(page).join(' ')} `.includes(` ${phrase} `)).toBe(
          page.some((text) => text.includes(words)),
        );
      }),
    );
  });

  test('asks for a phrase, or for nothing', () => {
    expect(design.phrase('教育')).toMatch(/^".+"$/u);
    expect(design.phrase('')).toBe('');
  });
});

test('a record comes back from a manifest with its sentences', () => {
  const record = {
    path: '20xx/tasks/3/',
    type: 'task',
    section: 1,
    idPrefix: 's',
    sentences: ['甲。', '乙丙。'],
  };
  expect(unpackRecord(packRecord(record, recordTypes), recordTypes)).toEqual({
    path: '20xx/tasks/3/',
    type: 'task',
    section: 1,
    idPrefix: 's',
    text: '甲。乙丙。',
    sentences: [
      { start: 0, end: 2 },
      { start: 2, end: 5 },
    ],
  });
});

test.each([
  [
    ['一、水利', '1.疏通水渠。', '二、交通', '2.修补道路。'],
    [
      ['一', '水利'],
      ['二', '交通'],
    ],
  ],
  [['1.疏通水渠。', '2.修补道路。'], [['', '']]],
])('%j has the sections %j in its manifest', (lines, sections) =>
  expect(packSections(makeSmallPlan(...lines).sections)).toEqual(sections),
);

describe('of many plans', () => {
  const plans = Array.from({ length: 9 }, (_, i) => [
    makeRecord(`p${i}/tasks/1/`, '农村教育。'),
    makeRecord(`p${i}/tasks/2/`, i === 7 ? '农村教师培训。' : '教师。'),
  ]);

  test('only the first are read, two at a time, until there are enough', async () => {
    const { exact, blocks, unread } = await answer('农村', makeIndex(plans), { wanted: 3 });
    expect(exact.map(({ record }) => record.path)).toEqual([
      'p0/tasks/1/',
      'p1/tasks/1/',
      'p2/tasks/1/',
      'p3/tasks/1/',
    ]);
    expect({ blocks, unread }).toEqual({ blocks: 9, unread: 5 });
  });

  test('all can be had, in the same order', async () => {
    const { exact, unread } = await answer('农村', makeIndex(plans), { wanted: Infinity });
    expect(exact.map(({ record }) => record.path.slice(0, 2))).toEqual([
      ...['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p7', 'p8'],
    ]);
    expect(unread).toBe(0);
  });

  test('words that stand in a plan, but seldom together, are sought until they are found', async () => {
    const { exact, blocks } = await answer('农村 教师', makeIndex(plans), { wanted: 1 });
    expect(exact.map(({ record }) => record.path)).toEqual(['p7/tasks/2/']);
    expect(blocks).toBe(9);
  });
});

describe('what has a name', () => {
  const guide = unpackRecord(
    packRecord(
      {
        path: 'guides/about/',
        type: 'guide',
        section: undefined,
        idPrefix: '',
        sentences: ['怎样引用\n', '农村教师看这里\n'],
      },
      recordTypes,
    ),
    recordTypes,
  );
  const tasks = [
    [makeRecord('p/tasks/1/', '农村教师。')],
    [makeRecord('p/tasks/2/', '学前教育。')],
  ];
  const index = makeIndex(tasks, {
    mostRead: Number.POSITIVE_INFINITY,
    named: [guide],
    related: { everyday: [[['怎样引用'], ['学前教育']]] },
    traditional: () => Promise.resolve('樣样'),
  });

  test('is found beside the tasks', async () => {
    const { exact, named } = await answer('农村教师', index);
    expect([...exact, ...named].map(({ record }) => record.path)).toEqual([
      'p/tasks/1/',
      'guides/about/',
    ]);
  });

  test('does not stand in the way of what is meant', async () => {
    const { exact, named, related } = await answer('怎样引用', index);
    expect(exact).toEqual([]);
    expect(named.map(({ record }) => record.path)).toEqual(['guides/about/']);
    expect(related[0]?.hits[0]?.record.path).toBe('p/tasks/2/');
  });

  test('is found in traditional characters', async () => {
    const { named, form } = await answer('怎樣引用', index);
    expect(named).toHaveLength(1);
    expect(form).toBe('怎样引用');
  });
});

describe('filters', () => {
  const hit = (type: SearchRecord['type'], n: number, section: number): Hit => ({
    record: unpackRecord(
      packRecord(
        { path: `p/${type}s/${n}/`, type, section, idPrefix: '', sentences: ['农村。'] },
        recordTypes,
      ),
      recordTypes,
    ),
    ranges: [{ start: 0, end: 2 }],
  });
  const hits = [hit('task', 1, 1), hit('task', 2, 1), hit('task', 3, 2), hit('target', 1, 1)];
  const audiences: AudienceTasks[] = [
    ['teachers', '教师', [1, 3]],
    ['students', '学生', [2]],
    ['parents', '家长', [9]],
  ];
  const sections: PackedSection[] = [
    ['一', '农村', ['（一）', '经费', [1]], ['（二）', '教师', [2]]],
    ['二', '城市'],
  ];
  const lists = { audiences, sections };
  const pathsOf = (filters: Filters): string[] =>
    filterHits(hits, filters, lists).map(({ record }) => record.path);

  test.each<[Filters, string[]]>([
    [{}, ['p/tasks/1/', 'p/tasks/2/', 'p/tasks/3/', 'p/targets/1/']],
    [{ audience: 'teachers' }, ['p/tasks/1/', 'p/tasks/3/']],
    [{ audience: 'teachers', section: '2' }, ['p/tasks/3/']],
    [{ type: 'target' }, ['p/targets/1/']],
    [{ group: '1.2' }, ['p/tasks/2/']],
    [{ group: '1.9' }, []],
    [{ group: 'x' }, []],
    [{ audience: 'nobody' }, []],
  ])('%j leave %j', (filters, paths) => expect(pathsOf(filters)).toEqual(paths));

  test('each choice tells what it would leave, the other filters being as they are', () => {
    const { all, audience, group, section } = countChoices(
      hits,
      { section: '1' },
      lists,
      recordTypes,
    );
    expect(audience).toEqual([
      { value: 'teachers', name: '教师', count: 1 },
      { value: 'students', name: '学生', count: 1 },
    ]);
    expect(section).toEqual([
      { value: '1', count: 3 },
      { value: '2', count: 1 },
    ]);
    expect(group).toEqual([
      { value: '1.1', name: '（一） 经费', count: 1 },
      { value: '1.2', name: '（二） 教师', count: 1 },
    ]);
    expect(all).toEqual({ type: 3, section: 4, group: 3, audience: 3 });
  });

  test('a choice that was made is offered still, though it leaves nothing', () => {
    const { audience } = countChoices(hits, { audience: 'parents' }, lists, recordTypes);
    expect(audience.find(({ value }) => value === 'parents')?.count).toBe(0);
  });

  test('come from an address, and nothing else does', () => {
    const address = new URLSearchParams('q=农村&audience=teachers&section=&scope=all');
    expect(readFilters(address)).toEqual({ audience: 'teachers' });
  });
});

test('every type of record has a label', () => {
  for (const [, label] of recordTypes) expect(label).toMatch(/^\p{Script=Han}+$/u);
});

describe('pinyin', () => {
  const readings = {
    推: 'tui',
    进: 'jin',
    素: 'su',
    质: 'zhi',
    教: 'jiao',
    育: 'yu',
    长: 'chang|zhang',
    重: 'zhong',
  };
  test.each([
    ['suzhi jiaoyu', '素质教育'],
    ['szjy', '素质教育'],
    ['suzhijy', '素质教育'],
    ['sz jiaoy', '素质教育'],
    ['zhang', undefined],
    ['zhangzhong', '长重'],
    ['x', undefined],
  ])('%s spells %s', (query, expected) => {
    expect(findSpelled(query, '推进素质教育长重', readings)[0]).toBe(expected);
  });
});

describe('slips', () => {
  const text = '加强农村教师培训,大力发展农村教育。';
  test.each([
    ['农存教师', '农村教师'],
    ['农教师', '农村教师'],
    ['农村的教师', '农村教师'],
    ['农教村师', '农村教师'],
  ])('%s is near %s', (query, near) => expect(findNear(query, text)).toContain(near));

  test('what is nowhere near has no neighbour', () => {
    expect(findNear('火星移民', text)).toEqual([]);
  });
});

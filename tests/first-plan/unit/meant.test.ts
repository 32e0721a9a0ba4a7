import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Answer } from '../../../src/search/answer.ts';
import { answer } from '../../../src/search/engine.ts';
import { levelOne } from '../../../src/search/gb2312.ts';
import { unpackSounds } from '../../../src/search/sounds.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';
import { openIndex, sounds } from '../../support/search-index.ts';
import { project } from '../../support/site.ts';

const index = openIndex(project, firstPlan);
const ask = (query: string): Promise<Answer> => answer(query, index);
const tasksOf = ({ exact, related }: Pick<Answer, 'exact' | 'related'>): number[] =>
  [...exact, ...related.flatMap(({ hits }) => hits)].flatMap(({ record }) => {
    const n = /\/tasks\/(\d+)\//u.exec(record.path)?.[1];
    return n === undefined ? [] : [Number(n)];
  });

type Asked = { query: string; kind: string; tasks: number[] };
const readQueries = (file: string): Asked[] =>
  parse(readFileSync(join(project, file), 'utf8')) as Asked[];

describe('of queries that were written down beforehand', () => {
  const dev = readQueries('tests/bench/queries/dev.yaml');
  const everyday = readQueries('tests/fixtures/search/everyday-queries.yaml');
  test.each([
    ['slip', dev.filter(({ kind }) => kind === 'slip'), 0.95],
    ['everyday', dev.filter(({ kind }) => kind === 'everyday'), 0.9],
    ['letters and numbers', dev.filter(({ kind }) => /letters|number/u.test(kind)), 0.95],
    ['the sixty', everyday, 0.95],
  ])('%s: a right task is among the first three', async (_name, queries, share) => {
    const missed: string[] = [];
    for (const { query, tasks } of queries) {
      const first = tasksOf(await ask(query)).slice(0, 3);
      if (!first.some((n) => tasks.includes(n))) missed.push(query);
    }
    expect(queries.length).toBeGreaterThan(10);
    expect(missed.length, missed.join()).toBeLessThanOrEqual((1 - share) * queries.length);
  });

  test('what is told to stand nowhere stands nowhere in the text', async () => {
    const text = firstSeed.replace(/\s/gu, '');
    const queries = [
      '我们区',
      '哪个区',
      '二年级孩子要学什么',
      '我们这个市',
      ...dev,
      ...everyday,
    ].map((one) => (typeof one === 'string' ? one : one.query));
    for (const query of queries) {
      const { missing, related } = await ask(query);
      for (const words of [...missing, ...related.flatMap(({ reason }) => reason.missing ?? [])]) {
        expect(text.includes(words), `${query}: ${words}`).toBe(false);
      }
    }
  });

  test('a word that is shortened is told as it was typed', async () => {
    const { related } = await ask('户口');
    expect(related[0]?.reason).toMatchObject({ kind: 'meaning', said: '户口' });
  });

  test('a spelling is not cut into others, and may be of what is not spoken of', async () => {
    expect((await ask('xiaowaipeixun')).related.map(({ reason }) => reason.said)).not.toContain(
      'ai',
    );
    expect(await ask('xiaofanzhuo')).toMatchObject({ form: '小饭桌', unmentioned: '小饭桌' });
  });

  test('false friends are not answered as if they had been found', async () => {
    const friends = dev.filter(({ kind }) => kind === 'false-friend');
    expect(friends.length).toBeGreaterThan(10);
    for (const { query } of friends) {
      const { exact, related, unmentioned, form } = await ask(query);
      expect(
        exact.filter(({ isSplinter }) => !isSplinter),
        query,
      ).toEqual([]);
      expect(form, query).toBeUndefined();
      const isTold =
        unmentioned !== undefined ||
        related.every(({ reason }) => (reason.missing ?? []).length > 0);
      expect(isTold, query).toBe(true);
    }
  });
});

describe('slips of the ear, made of words of the plan', () => {
  const readings = unpackSounds(sounds());
  const alike = new Map<string, string[]>();
  for (const character of levelOne()) {
    const [reading = ''] = readings.get(character) ?? [];
    alike.set(reading, [...(alike.get(reading) ?? []), character]);
  }
  /** The same words with other characters of the same sound in some places. */
  const slip = (words: string, places: readonly number[], seed: number): string =>
    Array.from(words, (character, i) => {
      const all = alike.get(readings.get(character)?.[0] ?? '') ?? [];
      const others = all.filter((other) => other !== character);
      return places.includes(i) ? (others[seed % others.length] ?? character) : character;
    }).join('');
  const names = [...firstPlan.initiatives, ...firstPlan.documents, ...firstPlan.meetings].flatMap(
    ({ mentions }) => mentions.flatMap(({ quote }) => quote.match(/\p{Script=Han}{4,8}/gu) ?? []),
  );
  const text = firstPlan.tasks.map(({ sentences }) => sentences.map((s) => s.text).join(''));

  test.each([[[1]], [[0, 2]], [[0, 1, 3]]])('in the places %j', async (places) => {
    const wrong: string[] = [];
    const all = [...new Set(names)];
    for (const [i, words] of all.entries()) {
      const slipped = slip(words, places, i * 7 + 1);
      const found = tasksOf(await ask(slipped)).slice(0, 3);
      const right = text.flatMap((task, n) => (task.includes(words) ? [n + 1] : []));
      if (right.length > 0 && !found.some((n) => right.includes(n))) wrong.push(slipped);
    }
    expect(all.length).toBeGreaterThan(20);
    expect(wrong.length, wrong.join()).toBeLessThanOrEqual(0.05 * all.length);
  });

  test('of two characters are offered, and not put in the place of what was typed', async () => {
    const { form, near, related } = await ask('师得');
    expect({ form, near }).toEqual({ form: undefined, near: ['师德'] });
    expect(related.map(({ reason }) => reason.kind)).toEqual(['sound']);
  });

  test('are left alone where the reader insists', async () => {
    const { form, exact } = await answer('两面一补', index, { asTyped: true });
    expect({ form, exact }).toEqual({ form: undefined, exact: [] });
  });
});

describe('the very words of the plan, copied with a number or without marks', () => {
  const headings = [
    ...firstPlan.tasks.map(({ n, title }) => ({
      typed: `${n}.${title.text}`,
      path: `/tasks/${n}/`,
    })),
    ...firstPlan.sections.flatMap(({ n, numeral, title }) =>
      title ? [{ typed: `${numeral}、${title.text}`, path: `/sections/${n}/` }] : [],
    ),
  ];

  test('every heading is found with its number, first, and nothing is put in its place', async () => {
    expect(headings.length).toBeGreaterThan(50);
    for (const { typed, path } of headings) {
      const { exact, form, missing } = await ask(typed);
      expect(exact[0]?.record.path, typed).toContain(path);
      expect({ form, missing }, typed).toEqual({ form: undefined, missing: [] });
    }
  });

  test.each([
    ['211工程', 23],
    ['五五普法', 35],
    ['手拉手学校', 3],
    ['双证书制度', 17],
    ['一把手工程', 22],
    ['实施学历证书和职业资格证书双证书制度', 17],
  ])('%s is found though quotation marks stand in it', async (query, task) => {
    const { exact } = await ask(query);
    expect(tasksOf({ exact, related: [] })).toContain(task);
  });

  test('sentences are found without any of their marks', async () => {
    for (const sentence of firstPlan.tasks.flatMap(({ sentences }) => sentences)) {
      const bare = sentence.text.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 60);
      if (!/\p{Script=Han}{4}/u.test(bare)) continue;
      expect((await ask(bare)).exact.length, bare).toBeGreaterThan(0);
    }
  });

  test.each([
    '找不到工作怎么办',
    '学生和学校',
    '企业和学校合作',
    '任务和责任',
    '我家附近有没有好学校',
  ])('of %s no word of the text and no particle is taken for a slip', async (query) => {
    expect((await ask(query)).form).toBeUndefined();
  });

  test('a decimal is the figure that the plan prints, and no place', async () => {
    const { cited, exact } = await ask('7.8');
    expect({ cited, tasks: tasksOf({ exact, related: [] }) }).toEqual({ cited: [], tasks: [1] });
    expect((await ask('3.2')).cited).toHaveLength(1);
  });

  test('the number of something else answers nothing', async () => {
    const { related } = await ask('113路公交');
    expect(related.map(({ reason }) => reason.kind)).not.toContain('number');
    const [first] = tasksOf(await ask('招生8.4万'));
    expect(first).toBe(1);
  });

  test.each([
    ['第42项', { kind: 'task', count: 41 }],
    ['第0项', { kind: 'task', count: 41 }],
    ['第五十项第2句', { kind: 'task', count: 41 }],
    ['第十一部分', { kind: 'section', count: 10 }],
    ['第3项', undefined],
    ['第3项第99句', undefined],
    ['第42项学校', undefined],
  ])('of %s it is told how many there are: %j', async (query, wanting) => {
    expect((await ask(query)).wanting).toEqual(wanting);
  });

  test('spellings may be typed apart', async () => {
    expect(tasksOf(await ask('nongcun jiaoshi peixun'))).toContain(3);
  });
});

describe('what is and what is not there', () => {
  test.each([
    ['校服', '学校服务'],
    ['化学', '化学校'],
  ])('%s is found in %s only as a splinter', async (query, words) => {
    const { exact } = await ask(query);
    expect(exact.length).toBeGreaterThan(0);
    expect(exact.some(({ record }) => record.text.includes(words))).toBe(true);
    expect(exact.every(({ isSplinter }) => isSplinter)).toBe(true);
  });

  test.each(['学校', '教师', '师德', '农村教', '两免一补', '就业'])(
    '%s is more than a splinter somewhere',
    async (query) => {
      const { exact } = await ask(query);
      expect(exact.some(({ isSplinter }) => !isSplinter)).toBe(true);
    },
  );

  test('a question leads with what is particular in it', async () => {
    const tasks = tasksOf(await ask('外地户口孩子能上公立学校吗'));
    expect([11, 36]).toContain(tasks[0]);
  });

  test('what stands nowhere is named', async () => {
    const [group] = (await ask('辅导员火星')).related;
    expect(group?.reason).toMatchObject({ words: ['辅导员'], missing: ['火星'] });
    expect(tasksOf({ exact: [], related: group ? [group] : [] })).toEqual([6]);
  });

  test('common words alone answer nothing', async () => {
    const { related, missing, near } = await ask('学生光刻机');
    expect({ related, missing, near }).toEqual({
      related: [],
      missing: ['光刻机'],
      near: [],
    });
  });

  test.each(['2.7万人', '000人', '.3万'])(
    'what is offered for %s cuts no number',
    async (query) => {
      for (const words of (await ask(query)).near) {
        expect(words).toMatch(/\p{L}/u);
        expect(words).not.toMatch(/^[.,]|^0/u);
      }
    },
  );

  test('two characters that only sound like a word and its particle are offered none of it', async () => {
    for (const query of ['火星', '及是']) expect((await ask(query)).near).toEqual([]);
  });

  test.each([
    ['shide', '师德'],
    ['jiuye指导', '指导'],
    ['suzhi教育', '素质教育'],
  ])('%s spells %s', async (query, words) => {
    const answered = await ask(query);
    const told = [answered.form, ...answered.related.flatMap(({ reason }) => reason.words)].join();
    expect(told).toContain(words);
  });

  test('English words lead to the term', async () => {
    const [group] = (await ask('special education')).related;
    expect(group?.hits[0]?.record.path).toBe('glossary/special-education/');
    expect(tasksOf({ exact: [], related: group ? [group] : [] })).toContain(14);
  });

  test('explanations are searched if nothing else answers, or on request', async () => {
    const [term] = index.named.filter(({ type }) => type === 'term');
    expect(term).toBeDefined();
    const explanations = (await index.explanations()).split('\n');
    const at = index.named.findIndex(({ type }, i) => type === 'term' && explanations[i] !== '');
    const words = (explanations[at] ?? '').slice(0, 12);
    const { explained } = await answer(words, index, { explain: true });
    expect(explained?.map(({ record }) => record.path)).toContain(index.named[at]?.path);
    expect((await ask('教师')).explained).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, SearchIndex } from '../../src/search/answer.ts';
import { answer } from '../../src/search/engine.ts';
import type { Related } from '../../src/site/vocabulary.ts';
import { makeIndex, makeRecord, sounds, withEdges } from '../support/search-index.ts';

/** A plan of another field than the first one's: nothing here may depend on that. */
const tasks = [
  ['疏浚城区河道。', '年内疏浚河道12.5公里,清淤30万立方米。', '落实河长制。'],
  ['改造老旧小区。', '为86个小区加装电梯,改造供水管网。', '引导居民参与议事协商。'],
  ['建设社区食堂。', '新建社区食堂40所,为老年人提供助餐服务。'],
  ['推进垃圾分类。', '开展垃圾分类宣传,引导居民参与。', '居民参与率达到九成。'],
  ['增加停车泊位。', '新增停车泊位2万个,错时开放单位停车场。', '方便居民停车。'],
  ['保护古树名木。', '普查古树名木,为1500株古树名木挂牌。'],
  ['办好社区学校。', '深化学校服务,引导居民参与学习。'],
];

function makePlan(related: Partial<Related> = {}): SearchIndex {
  const records = withEdges(tasks.map((task, i) => makeRecord(`p/tasks/${i + 1}/`, ...task)));
  return makeIndex([records], {
    related,
    mostRead: Infinity,
    sounds: () => Promise.resolve(sounds()),
  });
}

const sentenceOf = (task: number, sentence: number): number =>
  tasks.slice(0, task - 1).flat().length + sentence - 1;

const index = makePlan({
  everyday: [
    [
      ['挖泥', '清理河沟'],
      ['清淤', '疏浚'],
    ],
    [['装梯子'], ['加装电梯']],
    [['两万个'], ['古树名木']],
  ],
  drop: ['怎么', '有没有'],
  asked: tasks.flat().map((_, i) => (i === sentenceOf(3, 2) ? ['老人吃饭', '长者饭堂'] : [])),
  unmentioned: [
    [['地铁', '轨道交通'], ['停车泊位']],
    [['彩票'], []],
  ],
});
const ask = (query: string): Promise<Answer> => answer(query, index);
const led = ({ exact, related }: Answer): string[] =>
  [...exact, ...related.flatMap(({ hits }) => hits)].map(({ record, best }) =>
    [record.path.split('/')[2], best === undefined ? '' : `.${best + 1}`].join(''),
  );

describe('in any plan', () => {
  test.each([
    ['输浚河道', '疏浚河道'],
    ['古数名木', '古树名木'],
    ['辣鸡分类', '垃圾分类'],
    ['垃极芬类宣传', '垃圾分类宣传'],
    ['停车博位', '停车泊位'],
  ])('%s is heard as %s', async (query, form) => {
    const found = await ask(query);
    expect(found).toMatchObject({ form, isGuess: true });
    expect(found.exact.every(({ record }) => record.text.includes(form))).toBe(true);
  });

  test('words that name something are no slip of others', async () => {
    const named = [makeRecord('p/notes/#trees', '古数名木')];
    const found = await answer('古数名木', { ...index, named });
    expect(found).toMatchObject({ form: undefined, isGuess: false, named: [{ record: named[0] }] });
  });

  test('a slip in a question is mended there', async () => {
    const found = await ask('社区石堂有没有停车泊位');
    expect(found.form).toBe('社区食堂有没有停车泊位');
    expect(led(found).map((place) => place.split('.')[0])).toEqual(
      expect.arrayContaining(['3', '5']),
    );
  });

  test.each([
    ['挖泥', 'meaning', '1'],
    ['老人吃饭', 'meaning', '3.2'],
    ['饭堂', 'meaning', '3.2'],
    ['河沟', 'meaning', '1'],
    ['怎么清理河沟', 'meaning', '1'],
    ['怎么疏浚河沟', 'question', '1'],
    ['小区电梯', 'question', '2'],
    ['长者饭堂在哪', 'question', '3.2'],
    ['20000个', 'number', '5'],
    // A number is one, whatever editors have it for.
    ['两万个', 'number', '5'],
    ['三十万立方米', 'number', '1'],
    ['百分之九十', 'number', '4'],
  ])('%s is answered by %s with %s', async (query, kind, place) => {
    const found = await ask(query);
    expect(found.related[0]?.reason.kind).toBe(kind);
    const [first] = led(found);
    if (place?.includes('.')) expect(first).toBe(place);
    else expect(first?.split('.')[0]).toBe(place);
  });

  test('a record that has more of what was asked stands first', async () => {
    expect(led(await ask('停车方便居民'))[0]).toMatch(/^5/u);
  });

  test('what is not spoken of is said so, with what is nearest', async () => {
    const found = await ask('地铁几点开');
    expect(found.unmentioned).toBe('地铁');
    expect(found.related.map(({ reason }) => reason.kind)).toEqual(['nearest']);
    expect(led(found)[0]).toMatch(/^5/u);
    expect(await ask('彩票')).toMatchObject({ unmentioned: '彩票', related: [], exact: [] });
  });

  test('a splinter is told from a word, and what is meant comes with it', async () => {
    const school = makePlan({ unmentioned: [[['校服'], []]] });
    const { exact, unmentioned } = await answer('校服', school);
    expect(exact.map(({ isSplinter }) => isSplinter)).toEqual([true]);
    expect(unmentioned).toBe('校服');
  });

  test.each(['居民参与火箭发射', '天王星', 'qqqq', '🚀'])(
    '%s is not answered as if it had been found',
    async (query) => {
      const { exact, form, related } = await ask(query);
      expect({ exact, form }).toEqual({ exact: [], form: undefined });
      for (const { reason } of related) expect(reason.missing).not.toEqual([]);
    },
  );

  test('shows no more than was asked for, and nothing twice', async () => {
    for (const query of ['居民停车', '河道怎么疏浚', '社区老人']) {
      const places = (await ask(query)).related.flatMap(({ hits }) =>
        hits.map((hit) => hit.record.path),
      );
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

test('words of the text are always found literally, and nothing else is loaded for them', async () => {
  const refuse = (): never => {
    throw new Error('loaded');
  };
  const characters = fc.constantFrom(...'河道社区居民学校服务参与12.5%,。“”');
  const sentences = fc.array(fc.string({ unit: characters, minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(
      sentences,
      fc.nat(),
      fc.nat(),
      fc.nat({ max: 5 }),
      async (all, n, at, more) => {
        const records = withEdges(all.map((text, i) => makeRecord(`p/tasks/${i + 1}/`, text)));
        const text = all[n % all.length] ?? '';
        const start = at % text.length;
        const words = text.slice(start, start + 1 + more).trim();
        if (words === '') return;
        const { exact } = await answer(
          words,
          makeIndex([records], { mostRead: Infinity, readings: refuse, sounds: refuse }),
        );
        expect(exact.map(({ record }) => record.path).sort()).toEqual(
          all.flatMap((one, i) => (one.includes(words) ? [`p/tasks/${i + 1}/`] : [])).sort(),
        );
      },
    ),
    { numRuns: 300 },
  );
});

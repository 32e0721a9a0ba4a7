import { describe, expect, test } from 'vitest';
import { assign } from '../../src/comparison/assignment.ts';
import { type ComparedPlan, comparePlans } from '../../src/comparison/compare-plans.ts';
import { comparisonSchema } from '../../src/comparison/comparison.ts';
import { sameName } from '../../src/comparison/names.ts';
import { inOrderOfYears, nearestPlans, pairPlans } from '../../src/comparison/pairs.ts';
import { readDecisions } from '../../src/comparison/read-decisions.ts';
import { compareWords, cutWords } from '../../src/comparison/wording.ts';
import { readTargets } from '../../src/kinds/targets/read-targets.ts';
import { makeSmallPlan } from '../support/small-plan.ts';

type Figure = { task: number; quote: string; value: number; unit: string } & Record<
  string,
  unknown
>;

/** A plan of these tasks, numbered, under one section or under those that begin with 一、. */
function planOf(
  id: string,
  lines: readonly string[],
  figures: readonly Figure[] = [],
): ComparedPlan {
  let n = 0;
  const numbered = lines.map((line) =>
    /^[一二三四五六]、/u.test(line) ? line : `${(n += 1)}.${line}`,
  );
  const { plan, sections, tasks } = makeSmallPlan(...numbered);
  const entries = figures.map((figure, i) => ({
    id: `f${i + 1}`,
    kind: 'absolute',
    beneficiary: '人',
    ...figure,
  }));
  const targets = readTargets(JSON.stringify(entries), 't.yaml', { plan, sections, tasks }).map(
    ({ entry }) => entry,
  );
  return { plan: { id }, sections, tasks, targets, documents: [], initiatives: [] };
}

const lines = [
  '一、立德树人',
  '开齐思政课。全市中小学开齐开足思想政治课，组织优质课评比。建设一批思政实践基地，推动校内外协同育人。',
  '加强体育工作。保证学生每天校内体育活动时间，办好中小学生运动会和校园足球联赛。',
  '二、基础教育',
  '扩大学前教育资源。新建公办幼儿园，新增学位，鼓励街道和村集体办园，治理小区配套幼儿园。',
  '推进集团化办学。组建教育集团，实行教师轮岗，共享课程和场地，缩小校际差距。',
  '三、队伍建设',
  '培训乡村教师。分批选送乡村教师到城区学校跟岗学习，安排专家下乡指导，建立成长档案。',
  '改善教师待遇。落实乡村教师生活补助，修缮教师周转宿舍，组织教师健康体检。',
];

const pairsOf = (a: ComparedPlan, b: ComparedPlan): [number[], number[]][] =>
  comparePlans(a, b).tasks.map(({ earlier, later }) => [earlier, later]);

/** Pseudo-random numbers, the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let x = seed; ;) {
    x = (x * 1103515245 + 12345) % 2147483648;
    yield x / 2147483648;
  }
}

describe('every task is told once', () => {
  const pool = lines.filter((line) => !/^[一二三]、/u.test(line));
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('in pair %i of plans put together by chance', (seed) => {
    const random = numbers(seed);
    const clauses = pool.flatMap((line) => line.split(/(?<=[。，])/u));
    const make = (): string[] =>
      Array.from({ length: 2 + Math.floor(random.next().value * 8) }, () => {
        const kept = pool[Math.floor(random.next().value * pool.length)] ?? '';
        const words = Array.from(
          { length: 1 + Math.floor(random.next().value * 4) },
          () => clauses[Math.floor(random.next().value * clauses.length)] ?? '',
        );
        return random.next().value < 0.5 ? kept : `${words.join('').replace(/[，。]$/u, '')}。`;
      });
    const [a, b] = [planOf('a', make()), planOf('b', make())];
    const comparison = comparePlans(a, b);
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    const all = (plan: ComparedPlan) => plan.tasks.map(({ n }) => n);
    const told = (side: 'earlier' | 'later', rest: number[]) =>
      [...comparison.tasks.flatMap((match) => match[side]), ...rest].sort((x, y) => x - y);
    expect(told('earlier', comparison.dropped)).toEqual(all(a));
    expect(told('later', comparison.added)).toEqual(all(b));
    for (const { earlier, later, changes } of comparison.tasks) {
      expect(Math.min(earlier.length, later.length)).toBe(1);
      for (const { before, after, pieces } of changes) {
        const text = (kind: 'added' | 'removed') =>
          pieces
            .filter((piece) => piece.kind === kind || piece.kind === 'kept')
            .map((piece) => piece.text)
            .join('');
        const sentence = (plan: ComparedPlan, place: typeof before) =>
          plan.tasks[(place?.task ?? 0) - 1]?.sentences[(place?.sentence ?? 0) - 1]?.text.trim();
        if (before) expect(text('removed')).toBe(sentence(a, before));
        if (after) expect(text('added')).toBe(sentence(b, after));
      }
    }
  });
});

describe('tasks are matched by their words', () => {
  const plan = planOf('a', lines);

  test('a plan has kept all of itself, in any order and under any number', () => {
    const same = comparePlans(plan, planOf('b', lines));
    expect(same.tasks.map(({ kind, sure, share }) => ({ kind, sure, share }))).toEqual(
      plan.tasks.map(() => ({ kind: 'kept', sure: 'same', share: 1 })),
    );
    expect([same.added, same.dropped]).toEqual([[], []]);
    const turned = planOf('b', lines.filter((line) => !/^[一二三]、/u.test(line)).toReversed());
    expect(pairsOf(plan, turned)).toEqual([6, 5, 4, 3, 2, 1].map((n, i) => [[n], [i + 1]]));
  });

  test('the other way round the same tasks are matched', () => {
    const other = planOf(
      'b',
      lines.map((line) => line.replace('乡村教师', '农村教师').replace('中小学', '各学校')),
    );
    const back = pairsOf(other, plan).map(([a, b]) => [b, a]);
    expect(pairsOf(plan, other).sort()).toEqual(back.sort());
  });

  test('a title alone is a possible match; the words go before it', () => {
    const renamed = lines.map((line) =>
      line.startsWith('培训乡村教师')
        ? line.replace('培训乡村教师。', '改善教师待遇。')
        : line.startsWith('改善教师待遇')
          ? line.replace('改善教师待遇。', '培训乡村教师。')
          : line,
    );
    expect(pairsOf(plan, planOf('b', renamed))).toContainEqual([[5], [5]]);
    const only = comparePlans(
      planOf('a', ['加强队伍建设。选送乡村教师到城区学校跟岗学习。', lines[1] ?? '']),
      planOf('b', ['加强队伍建设。清理机关编外人员，严明会风会纪。', lines[1] ?? '']),
    ).tasks[0];
    expect(only).toMatchObject({
      sure: 'possible',
      reasons: [{ kind: 'title' }, { kind: 'words' }],
    });
    expect(only?.share).toBeLessThan(0.5);
  });

  test('what only official language has in common is no match', () => {
    const official = (title: string, end: string) =>
      `${title}。进一步加强组织领导，认真落实各项措施，${end}。`;
    const comparison = comparePlans(
      planOf('a', [
        official('加强校园安全工作', '做好消防检查和校车管理，排查食堂隐患'),
        official('改进督导评估', '办好督学培训，公布县区督导结果'),
        official('规范民办学校', '清理违规收费，核查办学许可'),
      ]),
      planOf('b', [
        official('推广普通话', '办好推广周，开展经典诵读和规范汉字书写比赛'),
        official('服务老年人学习', '开放场地图书，举办智能手机课堂'),
      ]),
    );
    expect([comparison.dropped, comparison.added]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });

  test('a task that was split or merged is told so, with how much of each part is there', () => {
    const [whole, first, second] = [
      '办好职业教育。建设数控实训基地，引进企业设备，校企联合培养技工。扩大社区教育，开放学校图书馆和体育场地，举办老年学堂。',
      '办好职业教育。建设数控实训基地，引进企业设备，校企联合培养技工。',
      '发展社区教育。扩大社区教育，开放学校图书馆和体育场地，举办老年学堂。',
    ];
    const [one, two] = [
      planOf('a', [whole, lines[1] ?? '']),
      planOf('b', [first, lines[1] ?? '', second]),
    ];
    const split = comparePlans(one, two);
    expect(split.tasks[0]).toMatchObject({ earlier: [1], later: [1, 3], kind: 'split' });
    expect(split.added).toEqual([]);
    const merged = comparePlans(two, one);
    expect(merged.tasks[0]).toMatchObject({ earlier: [1, 3], later: [1], kind: 'merged' });
  });

  test('a task that stands in another section is told so', () => {
    const moved = [...lines.slice(0, 2), ...lines.slice(3), lines[2] ?? ''];
    const found = comparePlans(plan, planOf('b', moved));
    expect(
      found.tasks.filter((match) => match.moved).map(({ earlier, later }) => [earlier, later]),
    ).toEqual([[[2], [6]]]);
    expect(found.sections.map(({ earlier, later }) => [earlier, later])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});

describe('changes are cut where words end', () => {
  test.each([
    ['培训60名校长', '培训80名校长', '60名', '80名'],
    ['招生7.8万人', '招生8万人', '7.8万人', '8万人'],
    ['不低于95%', '不低于98%', '95%', '98%'],
  ])('%s, %s', (before, after, removed, added) => {
    const pieces = compareWords(before, after);
    const of = (kind: string) =>
      pieces.filter((piece) => piece.kind === kind).map(({ text }) => text);
    expect(of('removed').join()).toContain(removed);
    expect(of('added').join()).toContain(added);
    expect(of('kept').join('')).not.toMatch(/\d|万|%/u);
  });

  test('a number with its unit is one word: 60名校长 have nothing of 名校', () => {
    expect(cutWords('培训60名校长')).toContain('60名');
    expect(cutWords('培训60名校长')).not.toContain('名校');
    expect(cutWords('培训60名校长').join('')).toBe('培训60名校长');
  });
});

describe('figures of one indicator stand side by side', () => {
  const before =
    '招生工作。普通高中计划招生6000人，新增学位600个，培训校长60名，培训教师60名，毛入园率达到95%。';
  const after =
    '招生工作。普通高中计划招生6500人，学位达到9000个，培训教师80名，培训校长60名，毛入园率达到96.5%。';
  const figures = (text: string, extra: Record<string, unknown>[]): Figure[] =>
    extra.map((one) => ({ task: 1, quote: text, value: 1, unit: '人', ...one }) as Figure);
  const a = planOf(
    'a',
    [before],
    figures(before, [
      {
        quote: '普通高中计划招生6000人',
        value: 6000,
        qualifier: '计划',
        indicator: '普通高中招生',
      },
      { quote: '新增学位600个', value: 600, unit: '个', indicator: '学位', indicatorId: 'places' },
      { quote: '培训校长60名', value: 60, unit: '名', indicator: '校长培训' },
      { quote: '培训教师60名', value: 60, unit: '名', indicator: '教师培训' },
      {
        quote: '毛入园率达到95%',
        value: 95,
        unit: '%',
        qualifier: '达到',
        kind: 'share',
        indicator: '毛入园率',
      },
    ]),
  );
  const b = planOf(
    'b',
    [after],
    figures(after, [
      {
        quote: '普通高中计划招生6500人',
        value: 6500,
        qualifier: '计划',
        indicator: '普通高中招生',
      },
      {
        quote: '学位达到9000个',
        value: 9000,
        unit: '个',
        qualifier: '达到',
        indicator: '学位',
        indicatorId: 'places',
      },
      { quote: '培训教师80名', value: 80, unit: '名', indicator: '教师培训' },
      { quote: '培训校长60名', value: 60, unit: '名', indicator: '校长培训' },
      {
        quote: '毛入园率达到96.5%',
        value: 96.5,
        unit: '%',
        qualifier: '达到',
        kind: 'share',
        indicator: '毛入园率',
      },
    ]),
  );

  test('by their names and never by their values; unlike kinds have no difference', () => {
    expect(comparePlans(a, b).figures).toEqual([
      { earlier: 'f1', later: 'f1', basis: 'proposed', difference: 500 },
      { earlier: 'f2', later: 'f2', basis: 'named', noDifference: 'nature' },
      { earlier: 'f3', later: 'f4', basis: 'proposed', difference: 0 },
      { earlier: 'f4', later: 'f3', basis: 'proposed', difference: 20 },
      { earlier: 'f5', later: 'f5', basis: 'proposed', difference: 1.5 },
    ]);
  });

  test('editors confirm and refuse, and each slip is told with its line', () => {
    const read = (...yaml: string[]) =>
      readDecisions(['- earlier: a', '  later: b', ...yaml, ''].join('\n'), 'c.yaml', [a, b]);
    const [decided] = read(
      '  targets:',
      '    - { earlier: f1, later: f1, decision: refuse }',
      '  tasks:',
      '    - { earlier: 1, later: 1, decision: confirm, why: 同一项 }',
    );
    const comparison = comparePlans(a, b, decided);
    expect(comparison.figures.map(({ earlier }) => earlier)).not.toContain('f1');
    expect(comparison.tasks[0]).toMatchObject({
      sure: 'confirmed',
      reasons: [{ kind: 'editor', why: '同一项' }, { kind: 'title' }, {}, {}, {}, {}, {}],
    });
    expect(() => read('  tasks:', '    - { earlier: 2, later: 1, decision: refuse }')).toThrow(
      'c.yaml:4: reference-missing',
    );
    expect(() => read('  targets:', '    - { earlier: f9, later: f1, decision: refuse }')).toThrow(
      'c.yaml:4: reference-missing',
    );
    expect(() => read('  targets:', '    - { earlier: f1, later: f2, decision: refuse }')).toThrow(
      'c.yaml:4: comparison-refusal',
    );
    const twice = '    - { earlier: 1, later: 1, decision: confirm }';
    expect(() => read('  tasks:', twice, twice)).toThrow('c.yaml:5: comparison-double');
    expect(() => readDecisions('- { earlier: a, later: c }\n', 'c.yaml', [a, b])).toThrow(
      'c.yaml:1: reference-missing',
    );
    expect(() => readDecisions('- { earlier: a, later: a }\n', 'c.yaml', [a, b])).toThrow(
      'another plan',
    );
  });
});

test.each([
  ['学前教育条例', '学前教育条例', 'same'],
  ['学前教育条例（草案）', '学前教育条例', 'near'],
  ['学前教育条例', '云溪市学前教育条例', 'near'],
  ['云溪市教育发展规划', '云溪市教育发展规划（2026—2030年）', 'near'],
  ['教育发展规划（2021—2025年）', '教育发展规划（2026—2030年）', undefined],
  ['学前教育条例', '关于贯彻学前教育条例', undefined],
  ['学前教育条例', '职业教育条例', undefined],
])('%s and %s: %s', (a, b, how) => {
  expect(sameName(a, b)).toBe(how);
});

test('pairs grow with the number of plans, not with its square', () => {
  const plans = ['2028', '2026', '2027'].map((year) => ({
    id: `p${year}`,
    year: { text: `${year}年` },
  }));
  expect(inOrderOfYears(plans).map(({ id }) => id)).toEqual(['p2026', 'p2027', 'p2028']);
  const ids = (named: { earlier: string; later: string }[]) =>
    pairPlans(plans, named).map(({ earlier, later }) => `${earlier.id} ${later.id}`);
  expect(ids([])).toEqual(['p2026 p2027', 'p2027 p2028']);
  expect(ids([{ earlier: 'p2026', later: 'p2028' }])).toHaveLength(3);
  expect(ids([{ earlier: 'p2026', later: 'p2027' }])).toHaveLength(2);
});

test('the plans nearest in time are told of, the latest first', () => {
  const plans = ['2030', '2026', '2028', '2027', '2031'].map((year) => ({
    id: year,
    year: { text: `${year}年` },
  }));
  const near = (id: string, most: number) => nearestPlans(plans, id, most).map((one) => one.id);
  expect(near('2027', 2)).toEqual(['2028', '2026']);
  expect(near('2031', 2)).toEqual(['2030', '2028']);
  expect(near('2026', 9)).toEqual(['2031', '2030', '2028', '2027']);
});

test('pairs are those whose scores add up to most, not the best first', () => {
  const scores = [
    [10, 9],
    [9, 0],
  ];
  expect(assign(2, 2, (i, j) => scores[i]?.[j] ?? 0)).toEqual([1, 0]);
  expect(assign(2, 1, (i) => i)).toEqual([undefined, 0]);
  expect(assign(0, 3, () => 1)).toEqual([]);
});

import fc from 'fast-check';
import type { Gold } from './draft-scores.ts';

/** A sentence made of parts, and what a draft should propose of it. */
type Sentence = { text: string; gold: Partial<Gold> };

/** Numbers as plans print them, with what they are in full. */
const number: fc.Arbitrary<{ printed: string; normalised: number }> = fc.oneof(
  fc.integer({ min: 2, max: 1999 }).map((n) => {
    return { printed: String(n), normalised: n };
  }),
  fc.integer({ min: 1000, max: 99_999 }).map((n) => {
    return { printed: n.toLocaleString('en'), normalised: n };
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }))
    .map(([whole, tenth]) => {
      return { printed: `${whole}.${tenth}万`, normalised: whole * 10_000 + tenth * 1000 };
    }),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9999 })).map(([a, b]) => {
    return { printed: `${a}亿${b}万`, normalised: a * 1e8 + b * 1e4 };
  }),
);
const percent = fc.integer({ min: 10, max: 999 }).map((tenths) => {
  return { printed: String(tenths / 10), normalised: tenths / 10 };
});

const counted = fc.constantFrom(
  ['新建幼儿园', '所'],
  ['培训教师', '人次'],
  ['新增学位', '个'],
  ['安排资金', '元'],
  ['招聘护士', '名'],
  ['改造管网', '公里'],
  ['建设实验室', '间'],
  ['更换图书', '册'],
  ['举办讲座', '场'],
  ['新增床位', '张'],
);
const shares = fc.constantFrom('巩固率', '覆盖率', '优良率', '就业率', '满意度');

/** Words before and after a number, which qualify it. */
const qualifiers = fc.constantFrom(
  ['', ''],
  ['', ''],
  ['不少于', ''],
  ['不低于', ''],
  ['超过', ''],
  ['约', ''],
  ['至少', ''],
  ['高于', ''],
  ['≥', ''],
  ['不超过', ''],
  ['', '以上'],
  ['', '左右'],
  ['达到', '以上'],
  ['控制在', '以内'],
);

const measured: fc.Arbitrary<Sentence> = fc
  .oneof(
    fc.tuple(counted, number).map(([[noun = '', unit = ''], size]) => ({ noun, unit, size })),
    fc.tuple(shares, percent).map(([noun, size]) => ({ noun, unit: '%', size })),
  )
  .chain(({ noun, unit, size: { printed, normalised } }) =>
    qualifiers.map(([before = '', after = '']): Sentence => {
      const qualifier = [before, after].filter(Boolean).join('…');
      const target = [...(qualifier ? [qualifier] : []), normalised, unit].join(' ');
      return { text: `${noun}${before}${printed}${unit}${after}`, gold: { targets: [target] } };
    }),
  );

const subjects = fc.constantFrom(
  '教师交流轮岗',
  '校园食品安全',
  '社区矫正',
  '城市更新',
  '中小企业融资',
  '公共数据开放',
  '乡村治理',
  '实验室安全',
  '科研诚信',
  '行政执法',
  '耕地保护',
  '人才公寓分配',
  '推进城乡融合的',
  '全市防汛',
);
const titles = fc.constantFrom(
  ['管理办法', 'measures'],
  ['实施意见', 'opinion'],
  ['工作方案', 'scheme'],
  ['实施细则', 'rules'],
  ['发展规划', 'plan'],
  ['工作指南', 'standard'],
  ['管理规定', 'regulation'],
  ['评价标准', 'standard'],
  ['应急预案', 'other'],
  ['工作规程', 'rules'],
  ['管理条例', 'regulation'],
  ['行动纲要', 'outline'],
);
const verbs = fc.constantFrom(
  '制定',
  '出台',
  '研究制定',
  '编制',
  '印发',
  '起草',
  '修订',
  '完善',
  '贯彻落实',
  '执行',
  '严格执行',
  '制定并实施',
);

const announced: fc.Arbitrary<Sentence> = fc
  .tuple(
    verbs,
    fc.uniqueArray(fc.tuple(subjects, titles), {
      minLength: 1,
      maxLength: 2,
      selector: ([one]) => one,
    }),
  )
  .map(([verb, names]) => {
    const documents = Object.fromEntries(
      names.map(([subject, [title = '', kind = '']]) => [`${subject}${title}`, kind]),
    );
    return { text: `${verb}${Object.keys(documents).join('和')}`, gold: { documents } };
  });

const titled: fc.Arbitrary<Sentence> = fc
  .tuple(verbs, subjects, titles)
  .map(([verb, subject, [title = '', kind = '']]) => {
    return {
      text: `${verb}《${subject}${title}》`,
      gold: { documents: { [`${subject}${title}`]: kind } },
    };
  });

const carried: fc.Arbitrary<Sentence> = fc
  .tuple(
    fc.constantFrom('实施', '启动', '深入推进', '继续实施', '组织开展', '大力开展'),
    fc.constantFrom(
      '青苗培育',
      '强基提质',
      '名师引领',
      '阳光助残',
      '河道清源',
      '智慧养老',
      '“暖心”服务',
      '“百校千师”',
    ),
    fc.constantFrom(
      ['工程', 'project'],
      ['行动', 'campaign'],
      ['计划', 'programme'],
      ['试点', 'project'],
      ['主题活动', 'campaign'],
      ['专项行动', 'campaign'],
    ),
  )
  .map(([verb, name, [head = '', kind = '']]) => {
    return { text: `${verb}${name}${head}`, gold: { initiatives: { [`${name}${head}`]: kind } } };
  });

const met: fc.Arbitrary<Sentence> = fc
  .tuple(
    fc.constantFrom('召开', '筹备召开', '举办', '承办'),
    fc.constantFrom('全市职业教育', '安全生产', '乡村振兴', '科技创新'),
    fc.constantFrom('工作会议', '推进会', '现场会', '座谈会', '论坛'),
  )
  .map(([verb, subject, head]) => {
    return {
      text: `${verb}${subject}${head}`,
      gold: { meetings: { [`${subject}${head}`]: 'planned' } },
    };
  });

/** Whom a task concerns, and what becomes of them: `code role`, to which the number of the task is added. */
const concerned: fc.Arbitrary<Sentence> = fc
  .oneof(
    fc
      .tuple(
        fc.constantFrom('为', '面向', '关心关爱', '资助', '做好服务，惠及'),
        fc.constantFrom(
          ['家庭经济困难学生', 'hardship-student'],
          ['家长', 'parent'],
          ['农村教师', 'rural-teacher'],
          ['随迁子女', 'migrant-children'],
        ),
      )
      .map(([verb, who]) => ({
        text: verb,
        who,
        rest: verb === '为' ? '提供服务' : '',
        role: 'beneficiary',
      })),
    fc
      .constantFrom(
        ['企业', 'enterprise'],
        ['区县', 'district'],
        ['职业院校', 'vocational-school'],
        ['骨干教师', 'teacher'],
      )
      .map((who) => ({ text: '组织', who, rest: '参与共建', role: 'performer' })),
    fc
      .constantFrom(
        ['民办学校', 'private-school'],
        ['幼儿园', 'kindergarten'],
        ['高校', 'university'],
      )
      .map((who) => ({ text: '加强对', who, rest: '的监督检查', role: 'supervised' })),
  )
  .map(({ text, who: [term = '', code = ''], rest, role }) => {
    return { text: `${text}${term}${rest}`, gold: { audiences: [`${code} ${role}`] } };
  });

/** What only looks like a figure, a name or a document. */
const others: fc.Arbitrary<Sentence> = fc
  .constantFrom(
    '深入学习三位一体的工作布局',
    '坚持党的全面领导',
    '9月底前完成',
    '在2027年3月1日前报送材料',
    '选派第一书记驻村',
    '师生比按1:15核定',
    '面向3—6岁儿童提供服务',
    '进一步提高认识',
    '落实各项规定',
    '丰富学生课外活动',
    '加强和改进作风',
    '广泛听取意见',
    '健全工作机制',
    '坚持“一盘棋”思想',
    '去年已完成改造30处',
    '发挥第三产业优势',
  )
  .map((text) => ({ text, gold: {} }));

/** A plan of such sentences, some to a task, with the bodies that are responsible. */
export function generatePlan(seed: number): { text: string; gold: Partial<Gold> } {
  const tasks = fc.sample(
    fc.tuple(
      fc.array(fc.oneof(measured, measured, announced, titled, carried, met, concerned, others), {
        minLength: 3,
        maxLength: 6,
      }),
      fc.uniqueArray(fc.constantFrom('办公室', '规划科', '人事科', '财务处', '督查室'), {
        minLength: 2,
        maxLength: 3,
      }),
      fc.constantFrom('，', '；', '。'),
    ),
    { seed, numRuns: 30 },
  );
  /** By the first mention of each. */
  const roles: Record<string, string> = {};
  const gold = {
    targets: [] as string[],
    audiences: [] as string[],
    documents: {},
    initiatives: {},
    meetings: {},
    responsible: roles,
  };
  const lines = tasks.map(([sentences, [lead = '', ...support], mark], i) => {
    for (const { gold: own } of sentences) {
      gold.targets.push(...(own.targets ?? []));
      for (const one of own.audiences ?? []) {
        const entry = `${i + 1} ${one}`;
        if (!gold.audiences.includes(entry)) gold.audiences.push(entry);
      }
      Object.assign(gold.documents, own.documents);
      Object.assign(gold.initiatives, own.initiatives);
      Object.assign(gold.meetings, own.meetings);
    }
    for (const [body, role] of [[lead, 'lead'], ...support.map((one) => [one, 'support'])])
      if (body && role) roles[body] ??= role;
    const bodies = `（牵头单位：${lead}；配合单位：${support.join('、')}）`;
    return `${i + 1}.工作之${i + 1}。${sentences.map(({ text }) => text).join(mark)}。${bodies}`;
  });
  return { text: ['一、工作任务', ...lines].join('\n'), gold };
}

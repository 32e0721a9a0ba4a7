import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type OutlineItem,
  composePlan,
  groupsOf,
  outlineOf,
  planParts,
} from '../../src/text/compose.ts';
import { PlanError } from '../../src/text/errors.ts';
import { limits } from '../../src/text/limits.ts';
import { writeOrdinal } from '../../src/text/numerals.ts';
import { type Reading, parsePlan } from '../../src/text/parse.ts';
import type { Structure } from '../../src/text/schema.ts';

const parse = (text: string, structure?: Structure): Reading =>
  parsePlan(text, { id: 'p', file: 'seeds/p.txt', title: '工作计划', structure });

const compose = (plan: Reading): string => composePlan(plan, plan.sections, plan.tasks);

function errorOf(text: string, structure?: Structure): PlanError {
  try {
    parse(text, structure);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error('parsed without an error');
}

test('reads markers with white space and invisible characters within', () => {
  const text =
    '第 一 章 总则\n（ 一 ）德育\n1 .甲。\n2\u200b．乙。\n（\u00a0二 )智育\n\u20601、丙。';
  const plan = parse(`工作计划\n${text}`);
  expect(plan.tasks.map((task) => task.title.text)).toEqual(['甲', '乙', '丙']);
  expect(plan.sections[0]?.groups.map((group) => group.numeral)).toEqual(['一', '二']);
  expect(compose(plan)).toBe(`工作计划\n${text}`);
});

describe('forms that plans come in', () => {
  const cases: [string, string, { sections: number; tasks: string[]; structure?: Structure }][] = [
    [
      '一、 and 1.',
      '一、德育\n1.甲。乙。\n2.丙。\n二、智育\n3.丁。',
      { sections: 2, tasks: ['甲', '丙', '丁'] },
    ],
    [
      'numbers that begin anew',
      '一、德育\n1、甲。\n2、乙。\n二、智育\n1、丙。',
      { sections: 2, tasks: ['甲', '乙', '丙'] },
    ],
    [
      'full-width digits and points',
      '一、德育\n１．甲。\n２．乙。',
      { sections: 1, tasks: ['甲', '乙'] },
    ],
    [
      '（一） under 一、',
      '一、德育\n（一）甲。\n(二)乙。\n二、智育\n（一）丙。',
      { sections: 2, tasks: ['甲', '乙', '丙'] },
    ],
    [
      'a level between',
      '一、德育\n（一）课堂\n1.甲。\n2.乙。\n（二）课外\n1.丙。',
      { sections: 1, tasks: ['甲', '乙', '丙'] },
    ],
    [
      'chapters and articles',
      '第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 分则\n第三条 丙。',
      { sections: 2, tasks: ['甲', '乙', '丙'] },
    ],
    ['articles only', '第一条 甲。\n第二条 乙。', { sections: 1, tasks: ['甲', '乙'] }],
    [
      'no task numbers',
      '一、德育\n甲。乙。\n丙。\n二、智育\n丁。',
      { sections: 2, tasks: ['甲', '丙', '丁'] },
    ],
    [
      'a level named by the editor',
      '一、甲。\n（1）小项\n二、乙。',
      { sections: 1, tasks: ['甲', '乙'], structure: { tasks: '一、' } },
    ],
    [
      'blank lines and paragraphs in a task',
      '一、德育\n1.甲。\n\n　　乙。\n\n\t丙。\n2.丁。',
      { sections: 1, tasks: ['甲', '丁'] },
    ],
    [
      'a decimal at the start of a line',
      '一、德育\n1.甲。\n7.8万人参加。\n2.乙。',
      { sections: 1, tasks: ['甲', '乙'] },
    ],
    ['circled numbers', '一、德育\n①甲。\n②乙。', { sections: 1, tasks: ['甲', '乙'] }],
  ];
  for (const newline of ['\n', '\r\n']) {
    test.each(cases)(`%s (${JSON.stringify(newline)})`, (_name, body, expected) => {
      const text = `\ufeff　工作计划\n\n${body}\n`.replaceAll('\n', newline);
      const plan = parse(text, expected.structure);
      expect(plan.sections).toHaveLength(expected.sections);
      expect(plan.tasks.map(({ title }) => title.text)).toEqual(expected.tasks);
      expect(compose(plan)).toBe(text);
    });
  }

  test('a title on two lines, a number, addressees, a signature', () => {
    const text =
      '工作\n计划\n市教〔2010〕5号\n各区县:\n现将要点印发。\n一、德育\n1.甲。\n\n某市教育局\n2010年3月1日\n';
    const plan = parse(text);
    expect(plan.front.map(({ kind }) => kind)).toEqual(['title', 'title', 'number', 'recipients']);
    expect(plan.general.map(({ text: words }) => words)).toEqual(['现将要点印发。']);
    expect(plan.closing.map(({ text: words }) => words)).toEqual(['某市教育局', '2010年3月1日']);
    expect(compose(plan)).toBe(text);
  });

  test('offsets count code points, not UTF-16 units', () => {
    const plan = parse('工作计划\n一、𠮷林\n1.甲。\n');
    expect(plan.sections[0]?.heading).toMatchObject({ start: 7, end: 9, text: '𠮷林' });
    expect(plan.tasks[0]?.sentences[0]).toMatchObject({ start: 12, end: 14 });
  });
});

describe('levels', () => {
  /** What stands in what: 一[(一)[1 2] (二)[3]]. */
  const outline = (body: string, structure?: Structure): string => {
    const text = `工作计划\n${body}\n`;
    const plan = parse(text, structure);
    expect(compose(plan)).toBe(text);
    const write = (items: readonly OutlineItem[]): string =>
      items
        .map((item) =>
          'task' in item ? String(item.task.n) : `${item.group.title.text}[${write(item.items)}]`,
        )
        .join(' ');
    return plan.sections
      .map((section) => {
        const tasks = section.tasks.flatMap((n) => plan.tasks[n - 1] ?? []);
        for (const task of tasks) {
          for (const group of groupsOf(task, section)) expect(group.tasks).toContain(task.n);
        }
        return `${section.title?.text ?? ''}[${write(outlineOf(section, tasks))}]`;
      })
      .join(' ');
  };

  test.each<[string, string, string, Structure?]>([
    ['two', '一、甲\n1.子。\n2.丑。', '甲[1 2]'],
    ['three', '一、甲\n（一）乙\n1.子。\n2.丑。\n（二）丙\n1.寅。', '甲[乙[1 2] 丙[3]]'],
    [
      'four',
      '第一章 甲\n一、乙\n（一）丙\n1.子。\n（二）丁\n1.丑。\n二、戊\n（一）己\n1.寅。\n第二章 庚\n一、辛\n（一）壬\n1.卯。',
      '甲[乙[丙[1] 丁[2]] 戊[己[3]]] 庚[辛[壬[4]]]',
    ],
    ['five', '第一章 甲\n一、乙\n（一）丙\n1.丁\n（1）子。\n（2）丑。', '甲[乙[丙[丁[1 2]]]]'],
    [
      'one more in one section than in another',
      '一、甲\n1.子。\n二、乙\n（一）丙\n1.丑。\n2.寅。\n（二）丁\n1.卯。',
      '甲[1] 乙[丙[2 3] 丁[4]]',
    ],
    [
      'other forms in one section than in another',
      '一、甲\n1.子。\n2.丑。\n二、乙\n（一）寅。\n（二）卯。',
      '甲[1 2] 乙[3 4]',
    ],
    [
      'none in a section that has only paragraphs',
      '一、甲\n总说一句。\n又说一句。\n二、乙\n1.子。',
      '甲[1] 乙[2]',
    ],
    [
      'a list in a task',
      '一、甲\n1.子：\n（1）一处；\n（2）二处。\n2.丑。\n二、乙\n1.寅。',
      '甲[1 2] 乙[3]',
    ],
    [
      'a list in a task, below groups',
      '一、甲\n（一）乙\n1.子。\n（1）一处。\n2.丑。',
      '甲[乙[1 2]]',
    ],
    [
      'a list in a task, in a form that numbers groups elsewhere',
      '一、甲\n1.丙\n（1）子。\n二、乙\n（一）丑。\n1.一处；\n2.二处。\n（二）寅。',
      '甲[丙[1]] 乙[2 3]',
    ],
    [
      'as the editor names them',
      '一、甲\n（一）乙\n1.丙\n（1）子。\n2.丁\n（1）丑。',
      '甲[乙[1 2]]',
      { sections: '一、', groups: ['（一）'], tasks: '1.' },
    ],
  ])('%s', (_name, body, expected, structure) => {
    expect(outline(body, structure)).toBe(expected);
  });

  test('every sentence knows its paragraph', () => {
    const plan = parse(
      '工作计划\n导语。又一句。\n再一段。\n一、德育\n1.甲。乙。\n丙。\n丁。戊。\n2.己。',
    );
    const paragraphs = [plan.general, ...plan.tasks.map(({ sentences }) => sentences)].map((all) =>
      all.map(({ paragraph }) => paragraph),
    );
    expect(paragraphs).toEqual([[1, 1, 2], [1, 1, 2, 3, 3], [1]]);
  });

  test('a section without groups, after one that has some, has none', () => {
    const plan = parse('工作计划\n一、德育\n（一）课堂\n1.甲。\n二、智育\n导语。\n2.乙。');
    expect(plan.tasks.map(({ section, group }) => [section, group])).toEqual([
      [1, 1],
      [2, undefined],
    ]);
    expect(plan.sections.map(({ groups, lead }) => [groups.length, lead.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('a list in a task stands in its text', () => {
    const plan = parse('工作计划\n一、甲\n1.子：\n（1）一处；\n2.丑。');
    expect(plan.tasks[0]?.sentences.map(({ text }) => text)).toEqual(['子：', '（1）一处；']);
  });
});

describe('what does not fit is an error with its line', () => {
  test.each<[string, string, string, number, Structure?]>([
    ['plan-title', '别的\n一、德育\n1.甲。', '“工作计划”', 1],
    ['structure-levels', '工作计划\n没有编号。', 'numbered lines', 2],
    [
      'structure-levels',
      '工作计划\n一、甲\n1.乙。\n二、丙\n1.丁。\n（一）戊。',
      'one form that numbers all tasks',
      4,
    ],
    ['section-title', '工作计划\n一、\n1.甲。', 'a title', 2],
    ['section-empty', '工作计划\n一、德育\n二、智育\n1.甲。', 'a task', 2],
    ['section-empty', '工作计划\n一、德育\n1.甲。\n二、智育', 'a task', 4],
    ['task-empty', '工作计划\n一、德育\n1.\n2.乙。', 'text after', 3],
    ['task-empty', '工作计划\n一、德育\n1.甲。\n2.', 'text after', 4],
  ])('%s: %j', (code, text, expected, line, structure) => {
    const error = errorOf(text, structure);
    expect(error).toMatchObject({ code, line, file: 'seeds/p.txt' });
    expect(error.expected).toContain(expected);
    expect(error.message.split('\n')).toHaveLength(1);
  });
});

describe('numbers are taken as they are printed, and those that do not count up are told', () => {
  test.each<[string, string, number]>([
    ['工作计划\n一、德育\n1.甲。\n三、智育\n2.乙。', 'section 2', 4],
    ['工作计划\n一、德育\n（二）课堂\n1.甲。', 'group 1', 3],
    ['工作计划\n一、德育\n1.甲。\n3.乙。', 'task 2', 4],
    ['工作计划\n一、德育\n1.甲。\n1.乙。', 'task 2', 4],
    ['工作计划\n一、德育\n2.甲。\n1.乙。', 'task 1', 3],
    ['工作计划\n一、德\n1.甲。\n二、智\n2.乙。\n三、体\n1.丙。', 'task 3', 7],
    ['工作计划\n一、德\n1.甲。\n2.乙。\n二、智\n2.丙。', 'task 3 or 1', 6],
  ])('%j: expected %s', (text, expected, line) => {
    const plan = parse(text);
    expect(plan.doubts[0]).toMatchObject({ kind: 'number', line, expected: { en: expected } });
    expect(compose(plan)).toBe(text);
  });
});

describe('what is larger than any plan', () => {
  const { lineCharacters, tasks } = limits;
  const line = (length: number): string => `工作计划\n1.甲。\n${'𠀀'.repeat(length)}\n`;

  test('a line may have 10,000 characters, whatever their units, and no more', () => {
    expect(parse(line(lineCharacters)).tasks[0]?.sentences).toHaveLength(2);
    expect(errorOf(line(lineCharacters + 1))).toMatchObject({
      code: 'plan-size',
      line: 3,
      expected: 'a line of at most 10000 characters',
      found: `10001, “${'𠀀'.repeat(24)}…”`,
    });
  });

  test('a plan may have 2,000 tasks, and no more', () => {
    const text = (count: number): string =>
      `工作计划\n${Array.from({ length: count }, (_, i) => `${i + 1}.甲`).join('\n')}`;
    expect(parse(text(tasks)).tasks).toHaveLength(2000);
    expect(errorOf(text(tasks + 9))).toMatchObject({
      code: 'plan-size',
      line: 2002,
      expected: 'at most 2000 tasks',
      found: 'task 2001, “2001.甲”',
    });
  });
});

describe('generated plans', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'教育学校师生0 9%“”,、（）*𠮷'),
    minLength: 0,
    maxLength: 12,
  });
  const sentence = fc
    .tuple(fc.constantFrom('推进', '加强', '建设'), words, fc.constantFrom('。', ';', '！', '?”'))
    .map((parts) => parts.join(''));
  const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const gap = fc.constantFrom('\n', '\r\n', '\n\n', '\n　　\n', ' \n\t');
  const indent = fc.constantFrom('', '　　', '\t');
  const forms = fc.constantFrom(
    { section: (n: number) => `${writeOrdinal(n)}、`, task: (n: number) => `${n}.` },
    {
      section: (n: number) => `${writeOrdinal(n)}、`,
      task: (n: number) => `（${writeOrdinal(n)}）`,
    },
    { section: (n: number) => `第${writeOrdinal(n)}章　`, task: (n: number) => `第${n}条 ` },
    {
      section: (n: number) => `第${n}部分：`,
      task: (n: number) => `${n}、`.replace(/\d/gu, (d) => '０１２３４５６７８９'[Number(d)] ?? d),
    },
  );
  const plans = fc
    .record({
      forms,
      restart: fc.boolean(),
      open: fc.constantFrom('', '\ufeff', '　'),
      sections: fc.array(
        fc.array(fc.tuple(text, fc.array(text, { maxLength: 2 }), gap, indent), {
          minLength: 1,
          maxLength: 5,
        }),
        { minLength: 1, maxLength: 5 },
      ),
    })
    .map(({ forms: form, restart, open, sections }) => {
      let n = 0;
      let source = `${open}工作计划\n`;
      sections.forEach((tasks, i) => {
        source += `${form.section(i + 1)}加强管理\n`;
        if (restart) n = 0;
        for (const [first, paragraphs, space, margin] of tasks) {
          n += 1;
          source += margin + form.task(n) + [first, ...paragraphs].join(space) + space;
        }
      });
      return { source, counts: sections.map((tasks) => tasks.length) };
    });

  test('are their parts put together, with as many tasks as were written', () => {
    fc.assert(
      fc.property(plans, ({ source, counts }) => {
        const plan = parse(source);
        expect(compose(plan)).toBe(source);
        expect(plan.sections.map(({ tasks }) => tasks.length)).toEqual(counts);
        const characters = Array.from(source);
        for (const part of planParts(plan, plan.sections, plan.tasks)) {
          expect(characters.slice(part.start, part.end).join('')).toBe(part.text);
        }
      }),
      { numRuns: 300 },
    );
  });
});

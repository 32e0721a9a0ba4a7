import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Term, checkTerms, findTermUses, termsInPlans } from '../../src/site/glossary.ts';
import { groupByLetter } from '../../src/site/letters.ts';
import type { PlanTree } from '../../src/kinds/tree.ts';
import { readGlossary } from '../../src/loaders/read-glossary.ts';
import { makeSmallPlan } from '../support/small-plan.ts';
import { workFolder } from '../support/site.ts';

const tree = makeSmallPlan(
  '一、甲',
  '1.𠮷教育。发展𠮷中等职业教育,职业教育也要发展;再发展职业教育。职业教育。',
  '2.收费。实行一费制。',
);
const term = (id: string, name: string, aliases: string[] = [], related: string[] = []): Term => ({
  id,
  term: name,
  aliases,
  related,
  source: '编者',
  definition: '甲。',
});
const usesIn = (task: number, ...terms: Term[]) => {
  const found = tree.tasks[task - 1];
  if (!found) throw new Error('no task');
  return findTermUses(found, terms).map((use) => ({ ...use, cut: tree.cut(use.span) }));
};

describe('the first use of a term in a task', () => {
  const vocational = term('v', '职业教育');
  const secondary = term('s', '中等职业教育', ['中职']);

  test('is in the words of the source, counted in code points', () => {
    expect(usesIn(1, vocational)).toMatchObject([
      { term: 'v', task: 1, sentence: 2, cut: '职业教育', span: { line: 3, text: '职业教育' } },
    ]);
  });

  test('leaves words to a longer term, and is the next use', () => {
    const uses = usesIn(1, vocational, secondary);
    expect(uses.map(({ term: id, cut }) => [id, cut])).toEqual([
      ['s', '中等职业教育'],
      ['v', '职业教育'],
    ]);
    expect(uses[1]?.span.start).toBe((uses[0]?.span.end ?? 0) + 1);
    expect(usesIn(1, secondary, vocational)).toEqual(uses);
  });

  test('may be that of an alias', () => {
    expect(usesIn(1, term('a', '职教', ['职业教育']))).toMatchObject([{ cut: '职业教育' }]);
  });

  test('is one, of however many forms', () => {
    expect(usesIn(1, term('a', '发展', ['职业教育', '教育']))).toHaveLength(1);
  });

  test('is none where the task does not use it', () => {
    expect(usesIn(2, vocational, secondary)).toEqual([]);
  });
});

describe('terms are checked against each other and the plans', () => {
  const plans = [tree as unknown as PlanTree];
  const check = (...terms: Term[]) =>
    checkTerms(terms.map((one, i) => ({ term: one, file: `${one.id}.mdx`, lineOf: () => i + 2 })));

  test('one that stands in no plan waits, and nothing published leads to it', () => {
    const terms = [term('a', '元宇宙', ['虚拟世界']), term('b', '收费', [], ['a'])];
    expect(termsInPlans(terms, plans).map(({ id, related }) => [id, related])).toEqual([['b', []]]);
  });

  test.each<[string, Term[], string]>([
    [
      'one term in two files',
      [term('a', '收费'), term('b', '收费')],
      'b.mdx:3: name-clash: expected a term that no other file explains; found “收费”, also in a.mdx:2',
    ],
    [
      'an alias that is a term',
      [term('a', '收费'), term('b', '一费制', ['收费'])],
      'b.mdx:3: name-clash',
    ],
    [
      'a related term that is not there',
      [term('a', '收费', [], ['c'])],
      'a.mdx:2: reference-missing: expected the id of another term; found “c”',
    ],
    ['a term related to itself', [term('a', '收费', [], ['a'])], 'reference-missing'],
  ])('%s is refused', (_case, terms, message) => {
    expect(() => check(...terms)).toThrow(message);
  });

  test.each([
    ['a number', '自1998年起实行。'],
    ['a title', '见《义务教育法》。'],
    ['a word of law', '依法设立的机构。'],
    ['a rule of the state', '由国家统一规定。'],
  ])('%s in a definition has a source that is not the editors alone', (_case, definition) => {
    const own = { ...term('a', '收费'), definition, source: '编者' };
    expect(() => check(own)).toThrow(
      'a.mdx:2: term-source: expected the source of what the definition of “收费” states of law, dates or numbers',
    );
    expect(() => check({ ...own, source: '编者，参照《教育法》（1995）' })).not.toThrow();
  });

  test('a term may stand there in another form, and be related to one that comes later', () => {
    expect(() => check(term('a', '一费制度', ['一费制'], ['b']), term('b', '收费'))).not.toThrow();
  });
});

describe('a definition', () => {
  const root = join(workFolder, 'glossary');
  const read = (text: string) => {
    mkdirSync(join(root, 'content/glossary'), { recursive: true });
    writeFileSync(
      join(root, 'content/glossary/fee.mdx'),
      `---\nterm: 收费\nsource: 编者\n---\n\n${text}\n`,
    );
    return readGlossary(root, [tree as unknown as PlanTree])[0]?.definition;
  };
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    ['a paragraph a line', '甲。\n\n乙。', '甲。\n乙。'],
    [
      'without the line breaks of the file',
      '向学生收取的\n费用，\n不含杂费。',
      '向学生收取的费用，不含杂费。',
    ],
    ['without a break that ends a line', '甲，  \n乙。', '甲，乙。'],
    [
      'with the space that a line break is between Latin words',
      '英文 tuition\nfee，\nLatin\n语。',
      '英文 tuition fee，Latin语。',
    ],
    ['without markup', '**甲**是`乙`。', '甲是乙。'],
  ])('is %s', (_case, text, definition) => {
    expect(read(text)).toBe(definition);
  });

  test.each([
    ['heading', '## 乙'],
    ['list', '- 乙'],
    ['table', '| 乙 |\n| --- |\n| 丙 |'],
    ['code', '```\n乙\n```'],
    ['blockquote', '> 乙'],
    ['thematicBreak', '***'],
  ])('has no %s', (type, text) => {
    expect(() => read(`甲。\n\n${text}`)).toThrow(
      `content/glossary/fee.mdx:8: mdx-syntax: expected a definition in paragraphs; found a block of another kind, ${type}`,
    );
  });
});

test('terms stand in the order of their pinyin under its first letter, and Latin words under theirs', () => {
  const terms = [
    '职级制',
    '办学章程',
    '重点学科',
    '211工程',
    '阿拉伯语',
    '薄弱学校',
    '保育费',
    '弹性学习制度',
    '德育',
    '实训基地',
    '十年规划',
    '实践教学',
    'WTO',
    '走读',
  ];
  const groups = groupByLetter(terms.map((name, i) => term(`t${i}`, name)));
  expect(groups.map(({ letter, terms: own }) => [letter, ...own.map((one) => one.term)])).toEqual([
    ['', '211工程'],
    ['A', '阿拉伯语'],
    ['B', '办学章程', '保育费', '薄弱学校'],
    ['D', '德育'],
    ['S', '十年规划', '实践教学', '实训基地'],
    ['T', '弹性学习制度'],
    ['W', 'WTO'],
    ['Z', '职级制', '重点学科', '走读'],
  ]);
});

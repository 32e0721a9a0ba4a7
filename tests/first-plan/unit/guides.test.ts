import { afterAll, describe, expect, test } from 'vitest';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGuides, readGuideOutlines } from '../../../src/loaders/guide-loader.ts';
import {
  type GuideReference,
  findMissingReference,
  findStraySentence,
  guideSchema,
} from '../../../src/site/guides.ts';
import { readMdx } from '../../../src/loaders/mdx.ts';
import { readSite } from '../../../src/loaders/read-site.ts';
import { firstPlan } from '../../support/first-plan.ts';
import { project, readText, workFolder } from '../../support/site.ts';
import { say } from '../../../src/text/say.ts';

const content = readSite(project);
const find = (component: string, attributes: Record<string, string> = {}) =>
  findMissingReference({ component, attributes }, content);

describe('what a component in a guide refers to', () => {
  test.each<[string, Record<string, string>]>([
    ['PlanLink', {}],
    ['TaskLink', { n: '41' }],
    ['TaskLink', { n: '3', s: '2', plan: '20xx' }],
    ['Sentence', { n: '3', s: '2' }],
    ['SectionLink', { n: '10' }],
    ['Target', { id: 't3-fund' }],
    ['Chart', { id: 'enrolment' }],
    ['Initiative', { id: firstPlan.initiatives[0]?.id ?? '' }],
    ['Documents', { status: 'draft' }],
    ['AudienceLink', { code: 'parent' }],
    ['EverySentence', { code: 'parent' }],
    ['ListLink', { to: 'notes' }],
    ['Term', { id: 'project-211' }],
  ])('is there: <%s> %j', (component, attributes) => {
    expect(find(component, attributes)).toBeUndefined();
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['TaskLink', { n: '42' }, 'a task of plan 20xx, 1 to 41', 'n=42'],
    ['TaskLink', {}, 'a task of plan 20xx, 1 to 41', 'n=nothing'],
    ['TaskLink', { n: '3', s: '0' }, 'a sentence of task 3, 1 to ', 's=0'],
    ['Sentence', { n: '42', s: '1' }, 'a task of plan 20xx, 1 to 41', 'n=42'],
    ['Sentence', { n: '3' }, 'the number of a sentence', 's=nothing'],
    ['Target', { id: '' }, 'a target of plan 20xx', 'id='],
    ['AudienceLink', { code: 'parents' }, 'an audience that plan 20xx concerns', 'code=parents'],
    ['EverySentence', { code: '' }, 'an audience that plan 20xx concerns', 'code='],
    ['Documents', {}, 'a status that documents of plan 20xx have', 'status=nothing'],
    ['ListLink', { to: 'toString' }, 'a list, one of full, search, data, glossary', 'to=toString'],
    ['TaskLink', { n: '3', plan: '19xx' }, 'a plan, one of 20xx', '“19xx”'],
    ['Marquee', {}, 'a component, one of PlanLink, TaskLink', '<Marquee>'],
    ['constructor', {}, 'a component, one of PlanLink, TaskLink', '<constructor>'],
  ])('is missed: <%s> %j', (component, attributes, expected, found) => {
    const missing = find(component, attributes);
    expect(missing && say(missing.expected)).toContain(expected);
    expect(missing && say(missing.found)).toBe(found);
  });

  test('is no audience of the list that the plan does not concern, for it has no page', () => {
    const concerns = firstPlan.concerns.filter(({ code }) => code !== 'parent');
    const without = { ...content, plans: [{ ...firstPlan, concerns }] };
    const reference = { component: 'AudienceLink', attributes: { code: 'parent' } };
    expect(content.audiences.map(({ code }) => code)).toContain('parent');
    expect(findMissingReference(reference, without)).toEqual({
      expected: { en: 'an audience that plan 20xx concerns', zh: '计划 20xx 涉及的受众' },
      found: { en: 'code=parent', zh: 'code=parent' },
    });
  });

  test('is no glossary without terms', () => {
    const reference = { component: 'ListLink', attributes: { to: 'glossary' } };
    expect(findMissingReference(reference, content)).toBeUndefined();
    expect(findMissingReference(reference, { ...content, terms: [] })?.found).toMatchObject({
      en: 'to=glossary',
    });
  });

  test('is no list that a plan does not have', () => {
    const bare = {
      ...content,
      plans: [{ ...firstPlan, targets: [], documents: [], notes: [], concerns: [] }],
    };
    for (const to of ['targets', 'documents', 'audiences', 'notes']) {
      const reference = { component: 'ListLink', attributes: { to } };
      expect(findMissingReference(reference, bare)?.found).toMatchObject({ en: `to=${to}` });
    }
    expect(
      findMissingReference({ component: 'ListLink', attributes: { to: 'full' } }, bare),
    ).toBeUndefined();
  });
});

describe('a component that is a block', () => {
  const root = join(workFolder, 'guides');
  const check = (text: string) => {
    mkdirSync(join(root, 'content/guides'), { recursive: true });
    writeFileSync(
      join(root, 'content/guides/g.mdx'),
      `---\ntitle: 甲\ndescription: 乙\norder: 1\n---\n\n${text}\n`,
    );
    checkGuides(root, content);
  };
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    ['Sentence', '见<Sentence n={1} s={2} />。', 7],
    ['Documents', '## <Documents status="draft" />', 7],
    ['Chart', '甲\n乙<Chart id="enrolment" />', 8],
    ['Chart', '**<Chart id="enrolment" />**', 7],
  ])('<%s> is refused inside a line: %j', (component, text, line) => {
    expect(() => check(text)).toThrow(
      `content/guides/g.mdx:${line}: mdx-syntax: expected <${component}> on a line of its own; found it inside a line of text`,
    );
  });

  test.each([
    ['after another', '<Sentence n={1} s={2} />\n<Sentence n={1} s={3} />'],
    ['between lines of text', '甲\n<Sentence n={1} s={2} />\n乙'],
    ['as an item of a list', '- <Documents status="draft" />'],
    ['under an item of a list', '- 甲：\n  <Chart id="enrolment" />'],
  ])('may stand on a line of its own %s, without a blank line', (_case, text) => {
    expect(() => check(text)).not.toThrow();
  });
});

describe('a sentence in a guide', () => {
  const sentence = (n: string, s: string): GuideReference => ({
    component: 'Sentence',
    attributes: { n, s },
  });
  const lead = (component: string, code: string): GuideReference => ({
    component,
    attributes: { code },
  });
  const find = (stray: GuideReference, ...others: GuideReference[]) =>
    findStraySentence(stray, [stray, ...others], content);

  test.each(['AudienceLink', 'EverySentence'])('is on a page that <%s> leads to', (component) => {
    expect(find(sentence('27', '4'), lead(component, 'parent'))).toBeUndefined();
    expect(
      find(sentence('14', '6'), lead(component, 'parent'), lead(component, 'preschool')),
    ).toBeUndefined();
    expect(find(sentence('14', '7'), lead(component, 'parent'))).toEqual({
      expected: {
        en: 'a sentence on a page that the guide leads to: parent',
        zh: '导读所指引的受众页面上有的句子：parent',
      },
      found: {
        en: 'sentence 7 of task 14, which is on none of them',
        zh: '第14项任务第 7 句，那些页面上都没有',
      },
    });
  });

  test('is any sentence where the guide leads to no audience', () => {
    expect(find(sentence('14', '7'))).toBeUndefined();
    const elsewhere = {
      ...lead('AudienceLink', 'parent'),
      attributes: { code: 'parent', plan: 'x' },
    };
    expect(find(sentence('14', '7'), elsewhere)).toBeUndefined();
  });

  test('is refused by its line', () => {
    const root = join(workFolder, 'stray-guides');
    mkdirSync(join(root, 'content/guides'), { recursive: true });
    writeFileSync(
      join(root, 'content/guides/g.mdx'),
      '---\ntitle: 甲\ndescription: 乙\norder: 1\n---\n\n见 <EverySentence code="parent" />。\n\n<Sentence n={14} s={7} />\n',
    );
    try {
      expect(() => checkGuides(root, content)).toThrow('content/guides/g.mdx:9: guide-sentence: ');
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

describe('the guides of this site', () => {
  const folder = 'content/guides';
  const guides = readdirSync(`${project}/${folder}`).map((name) => {
    const text = readText(project, folder, name);
    return { name, text, ...readMdx(text, `${folder}/${name}`, guideSchema) };
  });

  test('are for parents, teachers, heads of schools and the press, and two more', () => {
    expect(guides.map(({ data }) => data.title)).toEqual(
      expect.arrayContaining([
        '给家长',
        '给教师',
        '给学校管理者',
        '给记者与研究者',
        '数字看计划',
        '怎样引用与分享',
      ]),
    );
    expect(guides.filter(({ data }) => data.reader !== undefined).length).toBeGreaterThanOrEqual(4);
    expect(new Set(guides.map(({ data }) => data.order)).size).toBe(guides.length);
  });

  test('type no words and no figures of the plan', () => {
    const words = firstPlan.tasks
      .flatMap(({ sentences }) => sentences.map(({ text }) => text))
      .join('\n');
    for (const { name, text } of guides) {
      const typed = text.replace(/^---[^]*?---/u, '').replace(/<[^>]*>/gu, '\n');
      for (const line of typed.split('\n')) {
        for (let i = 0; i + 10 <= line.length; i += 1) {
          expect(words, name).not.toContain(line.slice(i, i + 10));
        }
      }
      for (const { quantity } of firstPlan.targets)
        expect(typed, name).not.toContain(quantity.text);
    }
  });

  test('promise every sentence only where it is counted', () => {
    for (const { name, text } of guides) {
      const promises = text
        .split('\n')
        .some((line) => /(?:归入|有关)[^。]*(?:每一句|逐句|全部)/u.test(line));
      expect(promises, name).toBe(text.includes('<EverySentence '));
    }
  });
});

test('what guides lead to within a line is named where search tells their words', () => {
  const paragraphs = readGuideOutlines(project, readSite(project)).flatMap(
    (guide) => guide.paragraphs,
  );
  expect(paragraphs.join('\n')).toContain(
    '见家长；孩子在读的学段，另见学前儿童、小学生、初中生、高中生；',
  );
  // Nothing is left of what was taken out.
  expect(paragraphs.filter((text) => /^[：，。]|[见：、]\s*[，。、；]/u.test(text))).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { DomUtils } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeAll } from '../../src/commands/write-all.ts';
import { readPages } from '../support/pages.ts';
import { listFiles, project, readText, runBuild, workFolder } from '../support/site.ts';

const root = join(workFolder, 'corrected');
const planFile = 'content/plans/p/plan.yaml';
const seedFile = 'seeds/p.txt';

const first = `工作计划
一、教学
1.改进课堂教学。教师每周集体备课一次。公开课请家长20人。
2.加强体育。每天锻炼一小时。
二、后勤
3.修缮校舍。暑假修好旧校舍30所。
4.办好食堂。公布每周菜谱。
`;
/** A task goes in before the third, and a word of the first is another. */
const second = `工作计划
一、教学
1.改进课堂教学。教师每周集体备课两次。公开课请家长20人。
2.加强体育。每天锻炼一小时。
3.开展劳动教育。
二、后勤
4.修缮校舍。暑假修好旧校舍30所。
5.办好食堂。公布每周菜谱。
`;
/** The task that was third at first goes out. */
const third = `工作计划
一、教学
1.改进课堂教学。教师每周集体备课两次。公开课请家长20人。
2.加强体育。每天锻炼一小时。
3.开展劳动教育。
二、后勤
4.办好食堂。公布每周菜谱。
`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

const content: Record<string, string> = {
  [seedFile]: first,
  'content/site.yaml': 'name: 网站\ndescription: 说明。\ncurrent: p\n',
  [planFile]: `# 注释\nid: p\ntitle: 工作计划\nsource: ${seedFile}\nsha256: ${sha256(first)} # 证明\n`,
  'content/plans/p/targets.yaml': `# 第3项的数字。
- id: lessons
  task: 1
  quote: 请家长20人
  value: 20
  unit: 人
  indicator: 公开课
  kind: absolute
  beneficiary: 学生
- { id: roof, task: 3, quote: 旧校舍30所, value: 30, unit: 所, indicator: 屋面, kind: absolute, beneficiary: 学生 }
`,
  'content/plans/p/relations.yaml': `- relation: measure
  reason: 第1项与第3、4项都写明了做到什么程度。
  from: { task: 1, quote: 集体备课 }
  to:
    task: 4 # 食堂
    quote: 第3项
`.replace('quote: 第3项', 'quote: 每周菜谱'),
  'content/plans/p/asked.yaml': '- { task: 3, sentence: 2, asked: [漏雨] }\n',
  'content/guides/about.mdx': `---
title: 导读
description: 说明。
order: 1
---

看 <TaskLink n={3} s={2} />、第4项和 [食堂](/p/tasks/4/#s2)。
`,
};

function correct(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    'node',
    ['src/commands/correct.ts', '--root', root, '--id', 'p', ...args],
    { cwd: project, encoding: 'utf8' },
  );
  return { code: status, stdout, stderr };
}

const build = (...args: string[]) => runBuild(['--root', root, ...args]);
const state = (): Record<string, string> =>
  Object.fromEntries(
    listFiles(root)
      .filter((file) => !/^(?:dist|\.cache)/u.test(file))
      .map((file) => [file, readText(root, file)]),
  );
const textOf = (path: string): string => {
  const page = readPages(join(root, 'dist')).find(({ file }) => file === `${path}index.html`);
  const [main] = page ? DomUtils.getElementsByTagName('main', page.document.children) : [];
  return main ? DomUtils.textContent(main).replace(/\s+/gu, '') : '';
};
const newFile = join(workFolder, 'corrected-new.txt');

beforeAll(() => {
  rmSync(root, { recursive: true, force: true });
  for (const [file, text] of Object.entries(content)) write(file, text);
  expect(build('--promise')).toMatchObject({ code: 0, stderr: '' });
});

describe('a text that was published', () => {
  test('may not be altered without a correction, even with its fingerprint', () => {
    const before = state();
    write(seedFile, second);
    write(planFile, readText(root, planFile).replace(sha256(first), sha256(second)));
    const { code, stderr } = build('--promise');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^public\/promised-words\.txt:\d+: permalink-words: expected \/p\/\S+ to say “\S+” as published, or a correction in content\/plans\/p\/plan\.yaml .*npm run correct.*; found “\S+”, and \d+ more that say something else\n$/u,
    );
    write(seedFile, first);
    write(planFile, content[planFile] ?? '');
    expect(state()).toEqual(before);
  });

  test('is not touched by a correction that is only tried, or that fails', () => {
    const before = state();
    writeFileSync(newFile, second);
    const { code, stdout } = correct(newFile, '--date', '2027-03-01');
    expect(code).toBe(0);
    expect(stdout).toContain('task 3 to 4 becomes 4 to 5');
    expect(stdout).toContain('nothing was written');

    const fails = (args: string[], message: string | RegExp): void => {
      const run = correct(...args);
      expect(run.code).toBe(1);
      expect(run.stderr).toMatch(message);
    };
    fails([newFile, '--write'], /^--what: expected/u);
    fails([newFile, '--what', '改', '--date', '2027-02-30', '--write'], /^--date: expected a day/u);
    fails([newFile, '--id', 'q', '--what', '改', '--write'], /^--id: .*found “q”/u);
    fails([join(root, seedFile), '--what', '改', '--write'], /^expected a corrected text/u);
    fails([`${newFile}.none`, '--what', '改', '--write'], /^expected the corrected text in/u);
    writeFileSync(newFile, second.replace('工作计划', '另一计划'));
    fails([newFile, '--what', '改', '--write'], /plan-title: /u);
    expect(state()).toEqual(before);
  });

  test('is not half written where one file cannot be', () => {
    const before = state();
    mkdirSync(join(root, `${seedFile}.folder`));
    expect(() =>
      writeAll(
        root,
        new Map([
          [planFile, 'x'],
          ['seeds/new/one.txt', 'x'],
          [`${seedFile}.folder`, 'a folder stands there'],
        ]),
      ),
    ).toThrow('nothing was written');
    rmSync(join(root, `${seedFile}.folder`), { recursive: true });
    expect(state()).toEqual(before);
  });
});

describe('a corrected text', () => {
  beforeAll(() => {
    writeFileSync(newFile, second);
    const run = correct(newFile, '--what', '增加“劳动教育”一项', '--date', '2027-03-01', '--write');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(build()).toMatchObject({ code: 0, stderr: '' });
  });

  test('keeps the earlier one, and every number of the editors has moved by itself', () => {
    expect(readText(root, 'seeds/p/2027-03-01.txt')).toBe(first);
    expect(readText(root, seedFile)).toBe(second);
    expect(readText(root, planFile)).toBe(
      `# 注释\nid: p\ntitle: 工作计划\nsource: ${seedFile}\nsha256: ${sha256(second)} # 证明\ncorrected:\n  - date: 2027-03-01\n    what: "增加“劳动教育”一项"\n    earlier: seeds/p/2027-03-01.txt\n    sha256: ${sha256(first)}\n`,
    );
    const moved = (file: string, ...changes: [string, string][]): void =>
      expect(readText(root, file)).toBe(
        changes.reduce((text, [from, to]) => text.replace(from, to), content[file] ?? ''),
      );
    moved(
      'content/plans/p/targets.yaml',
      ['# 第3项', '# 第4项'],
      ['roof, task: 3', 'roof, task: 4'],
    );
    moved('content/plans/p/relations.yaml', ['第3、4项', '第4、5项'], ['task: 4 #', 'task: 5 #']);
    moved('content/plans/p/asked.yaml', ['task: 3', 'task: 4']);
    moved(
      'content/guides/about.mdx',
      ['第4项', '第5项'],
      ['n={3}', 'n={4}'],
      ['/p/tasks/4/#s2', '/p/tasks/5/#s2'],
    );
  });

  test('tells on the page of the plan that and when, and shows the difference', () => {
    expect(textOf('p/')).toContain('更正2027-03-01增加“劳动教育”一项');
    const page = readText(root, 'dist/p/corrections/index.html');
    expect(page).toMatch(/<del>.*?一.*?<\/del>\s*<ins>.*?两.*?<\/ins>/su);
    expect(textOf('p/corrections/')).toContain('原第3—4项，现为第4—5项');
    expect(readFileSync(join(root, 'dist/p/corrections/2027-03-01.txt'), 'utf8')).toBe(first);
  });

  test('leads from each address that says something else to where its words are', () => {
    const notice = '2027-03-01更正以前，这个网址是原第3项“修缮校舍”，现为第4项';
    expect(textOf('p/tasks/3/')).toContain(notice);
    expect(textOf('p/tasks/3/1/')).toContain(
      '2027-03-01更正以前，这个网址是原第3项第1句“修缮校舍。”，现为第4项第1句',
    );
    expect(readText(root, 'dist/p/tasks/3/index.html')).toMatch(
      /<li id="roof">.*?<a href="\/p\/tasks\/4\/#roof">/su,
    );
    // A sentence that is no more has a page that leads on.
    expect(readText(root, 'dist/p/tasks/3/2/index.html')).toContain(
      '<meta http-equiv="refresh" content="0;url=/p/tasks/4/2/">',
    );
    for (const path of ['p/tasks/1/', 'p/tasks/2/']) expect(textOf(path)).not.toContain('更正以前');
  });

  test('once promised, is corrected again: what is taken out keeps its address', () => {
    expect(build('--promise')).toMatchObject({ code: 0, stderr: '' });
    const promised = readText(root, 'public/permalinks.txt').split('\n');
    writeFileSync(newFile, third);
    const run = correct(newFile, '--what', '删去一项', '--date', '2027-05-01', '--write');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('targets.yaml:10: task 4 is no more');
    expect(build()).toMatchObject({ code: 1 });
    const edit = (file: string, from: RegExp, to: string): void =>
      write(file, readText(root, file).replace(from, to));
    edit('content/plans/p/targets.yaml', /^- \{ id: roof.*\n/mu, '');
    edit('content/plans/p/asked.yaml', /[^]+/u, '[]\n');
    edit('content/guides/about.mdx', /<TaskLink n=\{0\} s=\{\d\} \/>/u, '食堂');
    expect(build('--promise')).toMatchObject({ code: 0, stderr: '' });
    expect(readText(root, 'public/permalinks.txt').split('\n')).toEqual(
      expect.arrayContaining(promised),
    );
    expect(textOf('p/tasks/5/')).toContain('原第5项“办好食堂”，现为第4项');
    expect(textOf('p/tasks/4/')).toContain('原第4项“修缮校舍”，已删去');
    expect(textOf('p/targets/roof/')).toContain('这个网址的内容已删去');
    expect(textOf('p/tasks/3/')).toContain('原第3项“修缮校舍”，已删去');
  });

  test('has only valid pages', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-inline-style': 'off',
        'require-sri': 'off',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'valid-id': ['error', { relaxed: true }],
        'wcag/h30': 'off',
      },
    });
    for (const { file, html } of readPages(join(root, 'dist')).filter(({ html: text }) =>
      text.includes('更正'),
    )) {
      const { results } = await validator.validateString(html);
      expect(
        results.flatMap(({ messages }) => messages),
        file,
      ).toEqual([]);
    }
  });
});

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ErrorCode, errorCatalogue } from '../../src/plan/errors.ts';
import { addSecondPlan, makeSite, readText, runBuild } from '../support/site.ts';

const planFile = 'content/plans/20xx/plan.yaml';
const targetsFile = 'content/plans/20xx/targets.yaml';
const chartsFile = 'content/plans/20xx/charts.yaml';
const numeralsFile = 'content/plans/20xx/numerals.yaml';
const seedFile = 'seeds/20xx-municipal-education-bureau-annual-work-plan.txt';
const everydayFile = 'content/vocabulary/everyday.yaml';
const guideFile = 'content/guides/about.mdx';

/** A site on disk, and the ways in which an editor can spoil it. */
class Draft {
  readonly root: string;
  constructor(root: string) {
    this.root = root;
  }
  edit(file: string, alter: (text: string) => string): void {
    const before = readText(this.root, file);
    const after = alter(before);
    if (after === before) throw new Error(`${file} was not altered`);
    writeFileSync(join(this.root, file), after);
  }
  write(file: string, content: string | Uint8Array): void {
    writeFileSync(join(this.root, file), content);
  }
  remove(file: string): void {
    rmSync(join(this.root, file), { recursive: true });
  }
  /** Alters the source and records its new SHA-256, as an editor who means it would. */
  editSeed(alter: (text: string) => string): void {
    this.edit(seedFile, alter);
    this.#sign();
  }
  writeSeed(bytes: Uint8Array): void {
    this.write(seedFile, bytes);
    this.#sign();
  }
  #sign(): void {
    const sha256 = createHash('sha256')
      .update(readFileSync(join(this.root, seedFile)))
      .digest('hex');
    this.edit(planFile, (text) => text.replace(/^sha256: .*$/mu, `sha256: ${sha256}`));
  }
}

type Case = [
  ErrorCode,
  string,
  (draft: Draft) => void,
  { file: string; line: number; says: string },
];

const cases: Case[] = [
  [
    'site-file',
    'no site.yaml',
    (d) => d.remove('content/site.yaml'),
    { file: 'content/site.yaml', line: 1, says: 'no file' },
  ],
  [
    'site-file',
    'a current plan that is not there',
    (d) => d.edit('content/site.yaml', (t) => t.replace('current: 20xx', 'current: 19xx')),
    { file: 'content/site.yaml', line: 4, says: '“19xx”' },
  ],
  [
    'plan-file',
    'no plan.yaml',
    (d) => d.remove(planFile),
    { file: planFile, line: 1, says: 'no file' },
  ],
  [
    'plan-file',
    'no plan at all',
    (d) => d.remove('content/plans'),
    { file: 'content/plans', line: 1, says: 'none' },
  ],
  [
    'plan-duplicate',
    'two plans with one id',
    (d) => {
      addSecondPlan(d.root);
      d.edit('content/plans/second/plan.yaml', (t) => t.replace('id: second', 'id: 20xx'));
    },
    { file: 'content/plans/second/plan.yaml', line: 1, says: '“20xx”' },
  ],
  [
    'plan-title',
    'another title',
    (d) => d.edit(planFile, (t) => t.replace('title: 教育局', 'title: 某教育局')),
    { file: seedFile, line: 1, says: '“教育局年度工作计划(市)”' },
  ],
  [
    'plan-quotation',
    'a year that is not in the source',
    (d) => d.edit(planFile, (t) => t.replace('year: 20*年', 'year: 2006年')),
    { file: planFile, line: 7, says: '“2006年”' },
  ],
  [
    'plan-quotation',
    'a date line left unexplained',
    (d) => d.edit(planFile, (t) => t.replace(/dateLine:\n.*\n.*\n/u, '')),
    { file: planFile, line: 1, says: 'no dateLine' },
  ],
  [
    'yaml-syntax',
    'broken YAML',
    (d) => d.edit(planFile, (t) => `${t}\nissuer: "未完\n`),
    { file: planFile, line: 15, says: 'Missing closing' },
  ],
  [
    'yaml-syntax',
    'a repeated key',
    (d) => d.edit(planFile, (t) => `${t}year: 20*年\n`),
    { file: planFile, line: 13, says: 'unique' },
  ],
  [
    'yaml-key',
    'an unknown key',
    (d) => d.edit(planFile, (t) => t.replace('year:', 'yaer:')),
    { file: planFile, line: 7, says: '“yaer”' },
  ],
  [
    'yaml-value',
    'a key left out',
    (d) => d.edit(planFile, (t) => t.replace(/^title:.*\n/mu, '')),
    { file: planFile, line: 1, says: 'nothing' },
  ],
  [
    'yaml-value',
    'a site code of nine digits',
    (d) => d.edit(planFile, (t) => `${t}siteCode: "123456789"\n`),
    { file: planFile, line: 13, says: '“123456789”' },
  ],
  [
    'seed-missing',
    'no source',
    (d) => d.remove(seedFile),
    { file: planFile, line: 4, says: 'no file' },
  ],
  [
    'seed-altered',
    'one character altered',
    (d) => d.edit(seedFile, (t) => t.replace('其士生', '博士生')),
    { file: planFile, line: 5, says: 'found' },
  ],
  [
    'seed-encoding',
    'not UTF-8',
    (d) => d.writeSeed(Uint8Array.of(0xbd, 0xcc, 0xd3, 0xfd)),
    { file: seedFile, line: 1, says: 'not' },
  ],
  [
    'seed-empty',
    'an empty source',
    (d) => d.writeSeed(new Uint8Array()),
    { file: seedFile, line: 1, says: '0 bytes' },
  ],
  [
    'seed-character',
    'a control character',
    (d) => d.editSeed((t) => t.replace('招生规模', '招生\u0007规模')),
    { file: seedFile, line: 11, says: 'U+0007' },
  ],
  [
    'structure-levels',
    'too many levels',
    (d) => d.editSeed((t) => `${t}\n（一）甲\n（1）乙\n①丙\n`),
    { file: seedFile, line: 111, says: '（1）' },
  ],
  [
    'section-number',
    'a section skipped',
    (d) => d.editSeed((t) => t.replace('十、坚持', '十一、坚持')),
    { file: seedFile, line: 103, says: 'section 11' },
  ],
  [
    'section-title',
    'a section without title',
    (d) => d.editSeed((t) => t.replace(/^十、.*$/mu, '十、')),
    { file: seedFile, line: 103, says: '“十、”' },
  ],
  [
    'section-empty',
    'a section without tasks',
    (d) => d.editSeed((t) => t.replace(/十、坚持[^]*$/u, '十、坚持从严治教\n')),
    { file: seedFile, line: 103, says: 'none' },
  ],
  [
    'task-number',
    'a task skipped',
    (d) => d.editSeed((t) => t.replace('\n17.', '\n18.')),
    { file: seedFile, line: 49, says: 'task 18' },
  ],
  [
    'task-number',
    'a task repeated',
    (d) => d.editSeed((t) => t.replace('\n17.', '\n16.')),
    { file: seedFile, line: 49, says: 'task 16' },
  ],
  [
    'task-number',
    'tasks out of order',
    (d) =>
      d.editSeed((t) =>
        t.replace('\n16.', '\n0.').replace('\n17.', '\n16.').replace('\n0.', '\n17.'),
      ),
    { file: seedFile, line: 47, says: 'task 17' },
  ],
  [
    'task-orphan',
    'a task before any section',
    (d) => d.editSeed((t) => t.replace(/\n一、.*\n/u, '\n')),
    { file: seedFile, line: 10, says: '“1.统筹' },
  ],
  [
    'task-empty',
    'a task without text',
    (d) => d.editSeed((t) => t.replace(/\n17\..*\n/u, '\n17.\n')),
    { file: seedFile, line: 49, says: '“17.”' },
  ],
  [
    'mdx-syntax',
    'a guide that does not compile',
    (d) => d.edit(guideFile, (t) => t.replace('<TaskLink n={3} />', '<TaskLink n={3}>')),
    { file: guideFile, line: 9, says: 'closing tag' },
  ],
  [
    'mdx-syntax',
    'a guide with code',
    (d) => d.edit(guideFile, (t) => `${t}\n{1 + 1}\n`),
    { file: guideFile, line: 23, says: 'code' },
  ],
  [
    'yaml-value',
    'a guide without order',
    (d) => d.edit(guideFile, (t) => t.replace('order: 1\n', '')),
    { file: guideFile, line: 1, says: 'nothing' },
  ],
  [
    'reference-missing',
    'a task that does not exist',
    (d) => d.edit(guideFile, (t) => t.replace('n={3} s', 'n={42} s')),
    { file: guideFile, line: 9, says: 'n=42' },
  ],
  [
    'reference-missing',
    'a sentence that does not exist',
    (d) => d.edit(guideFile, (t) => t.replace('s={2}', 's={10}')),
    { file: guideFile, line: 9, says: 's=10' },
  ],
  [
    'reference-missing',
    'a component that does not exist',
    (d) => d.edit(guideFile, (t) => t.replace('<PlanLink />', '<PlanLinks />')),
    { file: guideFile, line: 15, says: '<PlanLinks>' },
  ],
  [
    'quote-missing',
    'a quotation with a wrong character',
    (d) => d.edit(targetsFile, (t) => t.replace('安排4亿元', '安排4亿员')),
    {
      file: targetsFile,
      line: 125,
      says: 'task 3; found “从市本级预算中安排4亿员专项资金支持农村教育”; nearest: “从市本级预算中安排4亿元专项资金支持农村教育”',
    },
  ],
  [
    'quote-missing',
    'a quotation from another task',
    (d) =>
      d.edit(targetsFile, (t) => t.replace('task: 3\n  quote: 从市', 'task: 4\n  quote: 从市')),
    { file: targetsFile, line: 125, says: 'which stands in task 3; nearest: ' },
  ],
  [
    'quote-missing',
    'an occurrence too many',
    (d) => d.edit(numeralsFile, (t) => t.replace('occurrence: 3', 'occurrence: 4')),
    { file: numeralsFile, line: 41, says: '4 times in task 1; found 3' },
  ],
  [
    'quote-ambiguous',
    'a quotation that stands twice in its task',
    (d) =>
      d.edit(targetsFile, (t) =>
        t.replace('quote: 选派1000名城镇教师到农村支教', 'quote: 选派1000名'),
      ),
    {
      file: targetsFile,
      line: 157,
      says: '“选派1000名” 2 times: “选派1000名城镇教师到农”, “选派1000名大学生到农村”',
    },
  ],
  [
    'reference-missing',
    'a target of a task that does not exist',
    (d) => d.edit(targetsFile, (t) => t.replace('task: 25', 'task: 52')),
    { file: targetsFile, line: 387, says: 'task 52' },
  ],
  [
    'yaml-value',
    'a target in no place',
    (d) => d.edit(targetsFile, (t) => t.replace('  task: 1\n', '')),
    { file: targetsFile, line: 5, says: 'task, section and part' },
  ],
  [
    'yaml-value',
    'an unknown kind',
    (d) => d.edit(targetsFile, (t) => t.replace('kind: budget', 'kind: bugdet')),
    { file: targetsFile, line: 132, says: 't3-fund.kind' },
  ],
  [
    'target-duplicate',
    'an id given twice',
    (d) => d.edit(targetsFile, (t) => t.replace('id: t1-masters', 'id: t1-graduates')),
    { file: targetsFile, line: 65, says: 'in task 1; found “t1-graduates”, the id on line 32' },
  ],
  [
    'target-value',
    'two digits changed round',
    (d) => d.edit(targetsFile, (t) => t.replace('value: 6460', 'value: 6640')),
    { file: targetsFile, line: 35, says: '“计划招收6460人”, task 1: 6460人; found 6640' },
  ],
  [
    'target-value',
    'a zero too few in the normalised value',
    (d) => d.edit(targetsFile, (t) => t.replace('normalised: 78000', 'normalised: 7800')),
    { file: targetsFile, line: 10, says: '78000, which is 7.8万人' },
  ],
  [
    'target-value',
    'a quotation that cuts a quantity in two',
    (d) => d.edit(targetsFile, (t) => t.replace('招生7.8万人', '招生7.8')),
    { file: targetsFile, line: 8, says: 'no whole quantity' },
  ],
  [
    'target-unit',
    'another unit',
    (d) => d.edit(targetsFile, (t) => t.replace('unit: 人次', 'unit: 人')),
    { file: targetsFile, line: 169, says: '“人次”, the unit of 10000人次' },
  ],
  [
    'target-qualifier',
    'a qualifier left out',
    (d) => d.edit(targetsFile, (t) => t.replace('  qualifier: 不少于\n', '')),
    { file: targetsFile, line: 165, says: '“不少于”, as printed' },
  ],
  [
    'target-qualifier',
    'a qualifier that is not printed',
    (d) => d.edit(targetsFile, (t) => t.replace('value: 30\n', 'value: 30\n  qualifier: 以上\n')),
    { file: targetsFile, line: 223, says: 'no qualifier, as printed with 30' },
  ],
  [
    'target-total',
    'a part of nothing',
    (d) =>
      d.edit(targetsFile, (t) =>
        t.replace('of: t1-graduates\n  beneficiary: 硕', 'of: t1-students\n  beneficiary: 硕'),
      ),
    { file: targetsFile, line: 73, says: '“t1-students”, which is no target' },
  ],
  [
    'target-total',
    'a part in another unit than its total',
    (d) =>
      d.edit(targetsFile, (t) =>
        t.replace(
          /of: t1-undergraduates\n {2}beneficiary: 本科学生/u,
          'of: t3-fund\n  beneficiary: 本科学生',
        ),
      ),
    { file: targetsFile, line: 108, says: 'of kind budget in 元' },
  ],
  [
    'target-total',
    'a total without parts',
    (d) => d.edit(targetsFile, (t) => t.replace('kind: budget', 'kind: total')),
    { file: targetsFile, line: 132, says: 'or kind absolute' },
  ],
  [
    'target-parts',
    'parts that exceed their total',
    (d) =>
      d.edit(targetsFile, (t) =>
        t.replace(/of: t1-undergraduates(?=\n {2}beneficiary: 高等职业)/u, 'of: t1-graduates'),
      ),
    { file: targetsFile, line: 35, says: 'found 48460: t1-qishisheng 492' },
  ],
  [
    'target-addition',
    'numbers of attendances said to add up',
    (d) =>
      d.edit(targetsFile, (t) =>
        t.replace(
          /kind: absolute\n(?= {2}beneficiary: (?:农村居民|农村劳动力))/gu,
          'kind: absolute\n  addsTo: 培训\n',
        ),
      ),
    { file: targetsFile, line: 206, says: '人次, which do not add up' },
  ],
  [
    'ledger-leftover',
    'a number that nobody has classified',
    (d) => d.edit(numeralsFile, (t) => t.replace(/- task: 14\n.*\n.*\n/u, '')),
    {
      file: seedFile,
      line: 41,
      says: '“0” of task 14 whole in one entry of targets.yaml or numerals.yaml; found none for',
    },
  ],
  [
    'ledger-leftover',
    'a target left out',
    (d) => d.edit(targetsFile, (t) => t.replace(/- id: t18-[^]*?\n\n/u, '')),
    { file: seedFile, line: 51, says: '“250” of task 18' },
  ],
  [
    'ledger-double',
    'a target that is also a numeral',
    (d) => d.edit(numeralsFile, (t) => t.replace('quote: 第三产业', 'quote: 250万人次')),
    {
      file: numeralsFile,
      line: 111,
      says: 'also in t18-worker-training, content/plans/20xx/targets.yaml:',
    },
  ],
  [
    'ledger-double',
    'a date that plan.yaml explains',
    (d) => d.edit(numeralsFile, (t) => `${t}\n- { part: front, quote: 2022-04-04, kind: date }\n`),
    { file: numeralsFile, line: 160, says: 'in the front of the plan, which needs no entry' },
  ],
  [
    'ledger-numeral',
    'an entry without a numeral',
    (d) => d.edit(numeralsFile, (t) => t.replace('quote: 第三产业', 'quote: 产业')),
    { file: numeralsFile, line: 111, says: '“产业”' },
  ],
  [
    'vocabulary-word',
    'a word of the vocabulary in two entries',
    (d) => d.edit(everydayFile, (t) => t.replace('words: [小升初, ', 'words: [小升初, 幼升小, ')),
    { file: everydayFile, line: 13, says: '“幼升小”' },
  ],
  [
    'vocabulary-meaning',
    'a meaning that stands in no plan',
    (d) => d.edit(everydayFile, (t) => t.replace('means: [免试就近入学,', 'means: [免试就近入園,')),
    { file: everydayFile, line: 11, says: '“免试就近入園”' },
  ],
  [
    'yaml-value',
    'a form of chart that is unknown',
    (d) => d.edit(chartsFile, (t) => t.replace('form: stacked', 'form: pie')),
    { file: chartsFile, line: 7, says: 'enrolment.form' },
  ],
  [
    'yaml-value',
    'a chart without targets',
    (d) => d.edit(chartsFile, (t) => t.replace(/ {2}targets: \[t3-fund.*\n/u, '')),
    { file: chartsFile, line: 61, says: '`targets` or `groups`' },
  ],
  [
    'chart-duplicate',
    'two charts with one id',
    (d) => d.edit(chartsFile, (t) => t.replace('id: enrolment-growth', 'id: enrolment')),
    { file: chartsFile, line: 10, says: '“enrolment”, the id on line 5' },
  ],
  [
    'chart-target',
    'a target that does not exist',
    (d) => d.edit(chartsFile, (t) => t.replace('t3-practical-training', 't3-practical')),
    { file: chartsFile, line: 29, says: '“t3-practical”' },
  ],
  [
    'chart-target',
    'a target shown twice',
    (d) =>
      d.edit(chartsFile, (t) => t.replace('[t3-fund, t16-surcharge-share]', '[t3-fund, t3-fund]')),
    { file: chartsFile, line: 64, says: '“t3-fund”, for the second time' },
  ],
  [
    'chart-unit',
    'people beside schools',
    (d) =>
      d.edit(chartsFile, (t) => t.replace('t14-early-intervention]', 't22-village-graduates]')),
    {
      file: chartsFile,
      line: 39,
      says: 'targets in 所, as t3-art-equipment is, on one axis; found t22-village-graduates in 名',
    },
  ],
  [
    'chart-form',
    'a growth among bars',
    (d) => d.edit(chartsFile, (t) => t.replace('t14-early-intervention]', 't1-graduates-growth]')),
    { file: chartsFile, line: 39, says: 't1-graduates-growth, 9.1% of kind growth' },
  ],
  [
    'link-broken',
    'a link in a guide to a page that is not there',
    (d) => d.edit(guideFile, (t) => `${t}\n[那里](/20xx/tasks/99/)\n`),
    { file: 'guides/about/index.html', line: 1, says: '/20xx/tasks/99/' },
  ],
  [
    'permalink-lost',
    'a published address gone',
    (d) => {
      mkdirSync(join(d.root, 'public'));
      d.write('public/permalinks.txt', '/20xx/\n/20xx/tasks/42/\n');
    },
    { file: 'public/permalinks.txt', line: 2, says: '/20xx/tasks/42/' },
  ],
];

describe('bad input ends the build with one clear error and leaves dist as it was', () => {
  afterAll(() => rmSync(makeSite('bad-input'), { recursive: true }));

  test.each(cases)('%s: %s', (code, _name, spoil, { file, line, says }) => {
    const root = makeSite('bad-input');
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', 'index.html'), 'the last good site');
    spoil(new Draft(root));
    const { code: exit, stderr } = runBuild(['--root', root]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`${file}:${line}: ${code}: expected `);
    expect(stderr).toContain('; found ');
    expect(stderr).toContain(says);
    expect(exit).toBe(1);
    expect(readText(root, 'dist', 'index.html')).toBe('the last good site');
    expect(() => renameSync(join(root, 'dist.next'), join(root, 'x'))).toThrow('ENOENT');
  });

  test('every error of the catalogue has a case', () => {
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual(
      Object.keys(errorCatalogue).sort(),
    );
  });
});

import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ErrorCode, errorCatalogue } from '../../../src/text/errors.ts';
import { limits } from '../../../src/text/limits.ts';
import { refusedBuild } from '../../support/refused-build.ts';
import {
  addSecondPlan,
  annotatedSite,
  makeSite,
  project,
  readText,
  runBuild,
} from '../../support/site.ts';

const planFile = 'content/plans/20xx/plan.yaml';
const targetsFile = 'content/plans/20xx/targets.yaml';
const chartsFile = 'content/plans/20xx/charts.yaml';
const numeralsFile = 'content/plans/20xx/numerals.yaml';
const seedFile = 'seeds/20xx-municipal-education-bureau-annual-work-plan.txt';
const everydayFile = 'content/vocabulary/everyday.yaml';
const guideFile = 'content/guides/about.mdx';
const documentsFile = 'content/plans/20xx/documents.yaml';
const initiativesFile = 'content/plans/20xx/initiatives.yaml';
const meetingsFile = 'content/plans/20xx/meetings.yaml';
const phrasesFile = 'content/plans/20xx/phrases.yaml';
const audiencesFile = 'content/plans/20xx/audiences.yaml';
const relationsFile = 'content/plans/20xx/relations.yaml';
const responsibleFile = 'content/plans/20xx/responsible.yaml';
const notesFile = 'content/plans/20xx/notes.yaml';
const askedTermsFile = 'content/vocabulary/asked.yaml';
const unmentionedFile = 'content/vocabulary/unmentioned.yaml';
const askedSentencesFile = 'content/plans/20xx/asked.yaml';
const audienceListFile = 'content/vocabulary/audiences.yaml';

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
  append(file: string, ...lines: string[]): void {
    this.edit(file, (text) => `${text.trimEnd()}\n\n${lines.join('\n')}\n`);
  }
  /** Takes the entries that hold `words` out of a list in YAML. */
  dropEntries(file: string, words: RegExp): void {
    this.edit(file, (text) =>
      text
        .split(/^(?=- )/mu)
        .filter((entry) => !words.test(entry))
        .join(''),
    );
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

/** A line by its number, or by words to look for in the spoilt file, one after another. */
type Line = number | string[];

type Case = [ErrorCode, string, (draft: Draft) => void, { file: string; line: Line; says: string }];

function findLine(root: string, file: string, line: Line): number {
  if (typeof line === 'number') return line;
  const text = readText(root, file);
  const at = line.reduce((from, words) => {
    const found = text.indexOf(words, from);
    if (found < 0) throw new Error(`no “${words}” in ${file}`);
    return found;
  }, 0);
  return text.slice(0, at).split('\n').length;
}

/** Entries to append, in YAML's flow style, each on a line of its own. */
const document = (id: string, name: string, mention: string, more = ''): string =>
  `- { id: ${id}, name: "${name}", kind: other, status: cited, ${more}mentions: [{ ${mention} }] }`;
const note = (id: string, kind: string, quote: string): string =>
  `- { id: ${id}, kind: ${kind}, title: 甲, text: 乙, certainty: certain, mentions: [{ task: 1, quote: ${quote} }] }`;
const concern = (code: string): string =>
  `- { task: 1, code: ${code}, role: beneficiary, basis: explicit, quote: 计划招收6460人 }`;
const link = (from: number, to: number): string => {
  const words = new Map([
    [1, '计划招收6460人'],
    [41, '狠抓工作落实'],
  ]);
  const end = (task: number): string => `{ task: ${task}, quote: ${words.get(task) ?? '教育'} }`;
  return `- { relation: measure, reason: 丙, from: ${end(from)}, to: ${end(to)} }`;
};
const civilServants = 'task: 37, quote: 《公务员法》';

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
    { file: 'content/site.yaml', line: ['current: 19xx'], says: '“19xx”' },
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
    'file-name',
    'a file that nothing reads',
    (d) => d.write('content/plans/20xx/target.yaml', '[]'),
    { file: 'content/plans/20xx/target.yaml', line: 1, says: 'nearest: “targets.yaml”' },
  ],
  [
    'file-name',
    'a guide whose name is no address',
    (d) => d.write('content/guides/About.mdx', ''),
    { file: 'content/guides/About.mdx', line: 1, says: 'lower-case letters' },
  ],
  [
    'file-unreadable',
    'a folder where a file belongs',
    (d) => {
      d.remove(notesFile);
      mkdirSync(join(d.root, notesFile));
    },
    { file: notesFile, line: 1, says: 'found a folder' },
  ],
  [
    'file-size',
    'a source larger than any plan',
    (d) => d.editSeed((t) => `${t}\n${'天'.repeat(limits.sourceBytes)}`),
    { file: seedFile, line: ['天天'], says: 'at most 1000000 bytes' },
  ],
  [
    'plan-size',
    'a source that has lost its line breaks',
    (d) => d.editSeed((t) => `${t}\n${'天'.repeat(100_000)}`),
    { file: seedFile, line: ['天天'], says: 'a line of at most 10000 characters; found 100000' },
  ],
  [
    'file-encoding',
    'a file in GBK',
    (d) => d.write(notesFile, Buffer.from([0x23, 0x0a, 0x23, 0xb9, 0xa4])),
    { file: notesFile, line: 2, says: 'UTF-8' },
  ],
  [
    'file-character',
    'an escaped half of a surrogate pair',
    (d) => d.edit('content/site.yaml', (t) => t.replace(/^name: .*$/mu, 'name: "甲\\ud800"')),
    { file: 'content/site.yaml', line: ['name: "甲'], says: 'U+D800' },
  ],
  [
    'seed-outside',
    'a source that is a link out of seeds/',
    (d) => {
      renameSync(join(d.root, seedFile), join(d.root, 'elsewhere.txt'));
      symlinkSync('../elsewhere.txt', join(d.root, seedFile));
    },
    { file: planFile, line: ['source:'], says: 'a link to a file elsewhere' },
  ],
  [
    'yaml-value',
    'a plan at an address of the site’s own',
    (d) => {
      addSecondPlan(d.root);
      d.edit('content/plans/second/plan.yaml', (t) => t.replace('id: second', 'id: search'));
    },
    { file: 'content/plans/second/plan.yaml', line: ['id: search'], says: 'found “search”' },
  ],
  [
    'link-form',
    'a link in a guide that is no address',
    (d) => d.append(guideFile, '[那里](/%zz/)'),
    { file: guideFile, line: ['/%zz/'], says: '/%zz/' },
  ],
  [
    'permalink-list',
    'a list of published addresses without any',
    (d) => {
      mkdirSync(join(d.root, 'public'));
      d.write('public/permalinks.txt', '\n');
    },
    { file: 'public/permalinks.txt', line: 1, says: 'no address' },
  ],
  [
    'permalink-lost',
    'a published anchor gone from a page that is there',
    (d) => {
      mkdirSync(join(d.root, 'public'));
      d.write('public/permalinks.txt', '/annotated/tasks/1/\n/annotated/tasks/1/#s99\n');
    },
    { file: 'public/permalinks.txt', line: 2, says: '/annotated/tasks/1/#s99' },
  ],
  [
    'permalink-words',
    'a published sentence altered, and its fingerprint with it',
    (d) => {
      mkdirSync(join(d.root, 'public'));
      d.write('public/promised-words.txt', '/20xx/tasks/1/#s1 000000000000 统筹各级各类教育\n');
    },
    { file: 'public/promised-words.txt', line: 1, says: '/20xx/tasks/1/#s1' },
  ],
  [
    'comparison-double',
    'two plans compared twice',
    (d) => {
      addSecondPlan(d.root);
      d.write(
        'content/comparisons.yaml',
        '- { earlier: 20xx, later: second }\n- { earlier: second, later: 20xx }\n',
      );
    },
    { file: 'content/comparisons.yaml', line: 2, says: 'line 1' },
  ],
  [
    'comparison-refusal',
    'a match refused that nothing proposes',
    (d) => {
      addSecondPlan(d.root);
      d.write(
        'content/comparisons.yaml',
        '- earlier: 20xx\n  later: second\n  tasks:\n    - { earlier: 1, later: 1, decision: refuse }\n',
      );
    },
    { file: 'content/comparisons.yaml', line: 4, says: '1 and 1' },
  ],
  [
    'target-indicator',
    'two figures of one indicator and one scope',
    (d) =>
      d.edit(targetsFile, (t) =>
        t
          .replace(
            '  indicator: 普通高中招生\n',
            '  indicator: 普通高中招生\n  indicatorId: enrolment\n',
          )
          .replace(
            '  indicator: 中等职业教育招生\n',
            '  indicator: 中等职业教育招生\n  indicatorId: enrolment\n',
          ),
      ),
    { file: targetsFile, line: ['indicator: 中等职业教育招生', 'indicatorId'], says: 'enrolment' },
  ],
  [
    'date-order',
    'a change told before an earlier one',
    (d) =>
      d.write(
        'content/changes.yaml',
        '- { date: 2027-03-01, what: 甲 }\n- { date: 2027-02-01, what: 乙 }\n',
      ),
    { file: 'content/changes.yaml', line: 2, says: '2027-02-01' },
  ],
  [
    'yaml-value',
    'an error report that goes nowhere',
    (d) => d.append('content/site.yaml', 'errorReport: jyj@example.cn'),
    { file: 'content/site.yaml', line: ['errorReport'], says: 'mailto:' },
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
    { file: planFile, line: ['year: 2006年'], says: '“2006年”' },
  ],
  [
    'yaml-syntax',
    'broken YAML',
    (d) => d.edit(planFile, (t) => `${t}\nissuer: "未完`),
    { file: planFile, line: ['issuer: "未完'], says: 'Missing closing' },
  ],
  [
    'yaml-syntax',
    'a repeated key',
    (d) => d.edit(planFile, (t) => `${t}year: 20*年\n`),
    { file: planFile, line: ['dateLine:', 'year: 20*年'], says: 'unique' },
  ],
  [
    'yaml-key',
    'an unknown key',
    (d) => d.edit(planFile, (t) => t.replace('year:', 'yaer:')),
    { file: planFile, line: ['yaer: 20*年'], says: '“yaer”' },
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
    { file: planFile, line: ['siteCode: "123456789"'], says: '“123456789”' },
  ],
  [
    'seed-missing',
    'no source',
    (d) => d.remove(seedFile),
    { file: planFile, line: ['source:'], says: 'no file' },
  ],
  [
    'seed-altered',
    'one character altered',
    (d) => d.edit(seedFile, (t) => t.replace('其士生', '博士生')),
    { file: planFile, line: ['sha256:'], says: 'found' },
  ],
  [
    'original-text',
    'a text that is not what its original gives',
    (d) => {
      const page = '<html><body><p>别的文字。</p></body></html>';
      d.write('seeds/original.html', page);
      d.append(
        planFile,
        `original: { file: seeds/original.html, sha256: ${createHash('sha256').update(page).digest('hex')}, by: jihua html 1, encoding: utf-8 }`,
      );
    },
    { file: planFile, line: ['original:'], says: 'line 1' },
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
    'a section whose tasks are numbered in two ways',
    (d) => d.editSeed((t) => `${t}\n（一）甲\n`),
    {
      file: seedFile,
      line: 103,
      says: '（一） 1., none of them in every part of “十、坚持从严治教',
    },
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
    'task-empty',
    'a task without text',
    (d) => d.editSeed((t) => t.replace(/\n17\..*\n/u, '\n17.\n')),
    { file: seedFile, line: 49, says: '“17.”' },
  ],
  [
    'mdx-syntax',
    'a guide that does not compile',
    (d) => d.edit(guideFile, (t) => t.replace('<TaskLink n={3} />', '<TaskLink n={3}>')),
    { file: guideFile, line: ['<TaskLink n={3}>'], says: 'closing tag' },
  ],
  [
    'mdx-syntax',
    'a guide with code',
    (d) => d.append(guideFile, '{1 + 1}'),
    { file: guideFile, line: ['{1 + 1}'], says: 'code' },
  ],
  [
    'mdx-syntax',
    'a component in a guide with a spread',
    (d) => d.append(guideFile, '<TaskLink n={3} {...{ n: 99 }} />'),
    { file: guideFile, line: ['{...{'], says: 'whole numbers as attributes; found code, “...{' },
  ],
  [
    'mdx-syntax',
    'a sentence of the plan inside a line of a guide',
    (d) => d.append(guideFile, '见<Sentence n={1} s={2} />。'),
    { file: guideFile, line: ['见<Sentence'], says: '<Sentence> on a line of its own' },
  ],
  [
    'yaml-value',
    'a guide without order',
    (d) => d.edit(guideFile, (t) => t.replace(/^order: .*\n/mu, '')),
    { file: guideFile, line: 1, says: 'nothing' },
  ],
  [
    'reference-missing',
    'a task that does not exist',
    (d) => d.edit(guideFile, (t) => t.replace('n={3} s', 'n={42} s')),
    { file: guideFile, line: ['n={42} s'], says: 'n=42' },
  ],
  [
    'reference-missing',
    'a sentence that does not exist',
    (d) => d.edit(guideFile, (t) => t.replace('s={2}', 's={10}')),
    { file: guideFile, line: ['s={10}'], says: 's=10' },
  ],
  [
    'reference-missing',
    'a component that does not exist',
    (d) => d.edit(guideFile, (t) => t.replace('<PlanLink />', '<PlanLinks />')),
    { file: guideFile, line: ['<PlanLinks />'], says: '<PlanLinks>' },
  ],
  [
    'quote-missing',
    'a quotation with a wrong character',
    (d) => d.edit(targetsFile, (t) => t.replace('安排4亿元', '安排4亿员')),
    {
      file: targetsFile,
      line: ['quote: 从市本级预算中安排4亿员专项资金支持农村教育'],
      says: 'task 3; found “从市本级预算中安排4亿员专项资金支持农村教育”; nearest: “从市本级预算中安排4亿元专项资金支持农村教育”',
    },
  ],
  [
    'quote-missing',
    'a quotation from another task',
    (d) =>
      d.edit(targetsFile, (t) => t.replace('task: 3\n  quote: 从市', 'task: 4\n  quote: 从市')),
    {
      file: targetsFile,
      line: ['quote: 从市本级预算中安排4亿元专项资金支持农村教育'],
      says: 'which stands in task 3; nearest: ',
    },
  ],
  [
    'quote-missing',
    'an occurrence too many',
    (d) => d.edit(numeralsFile, (t) => t.replace('occurrence: 3', 'occurrence: 4')),
    {
      file: numeralsFile,
      line: ['meaning: 研究生招生', 'quote: 20*年'],
      says: '4 times in task 1; found 3',
    },
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
      line: ['quote: 选派1000名'],
      says: '“选派1000名” 2 times: “选派1000名城镇教师到农”, “选派1000名大学生到农村”',
    },
  ],
  [
    'reference-missing',
    'a target of a task that does not exist',
    (d) => d.edit(targetsFile, (t) => t.replace('task: 25', 'task: 52')),
    { file: targetsFile, line: ['quote: 加强14个大学科技园'], says: 'task 52' },
  ],
  [
    'yaml-value',
    'a target in no place',
    (d) => d.edit(targetsFile, (t) => t.replace('  task: 1\n', '')),
    { file: targetsFile, line: ['- id: t1-senior-high'], says: 'task, section and part' },
  ],
  [
    'yaml-value',
    'an unknown kind',
    (d) => d.edit(targetsFile, (t) => t.replace('kind: budget', 'kind: bugdet')),
    { file: targetsFile, line: ['kind: bugdet'], says: 't3-fund.kind' },
  ],
  [
    'target-duplicate',
    'an id given twice',
    (d) => d.edit(targetsFile, (t) => t.replace('id: t1-masters', 'id: t1-graduates')),
    {
      file: targetsFile,
      line: ['- id: t1-qishisheng', '- id: t1-graduates'],
      says: 'in task 1; found “t1-graduates”, the id on line ',
    },
  ],
  [
    'target-duplicate',
    'the id of a sentence',
    (d) => d.edit(targetsFile, (t) => t.replace('id: t1-masters', 'id: s2')),
    { file: targetsFile, line: ['- id: s2'], says: 'in task 1; found “s2”, the id of a sentence' },
  ],
  [
    'target-value',
    'two digits changed round',
    (d) => d.edit(targetsFile, (t) => t.replace('value: 6460', 'value: 6640')),
    {
      file: targetsFile,
      line: ['- id: t1-graduates', 'value: 6640'],
      says: '“计划招收6460人”, task 1: 6460人; found 6640',
    },
  ],
  [
    'target-value',
    'a zero too few in the normalised value',
    (d) => d.edit(targetsFile, (t) => t.replace('normalised: 78000', 'normalised: 7800')),
    {
      file: targetsFile,
      line: ['- id: t1-senior-high', 'normalised: 7800'],
      says: '78000, which is 7.8万人',
    },
  ],
  [
    'target-value',
    'a quotation that cuts a quantity in two',
    (d) => d.edit(targetsFile, (t) => t.replace('招生7.8万人', '招生7.8')),
    { file: targetsFile, line: ['- id: t1-senior-high', 'value: 7.8'], says: 'no whole quantity' },
  ],
  [
    'target-unit',
    'another unit',
    (d) => d.edit(targetsFile, (t) => t.replace('unit: 人次', 'unit: 人')),
    {
      file: targetsFile,
      line: ['- id: t3-rural-teacher-training', 'unit: 人'],
      says: '“人次”, the unit of 10000人次',
    },
  ],
  [
    'target-qualifier',
    'a qualifier left out',
    (d) => d.edit(targetsFile, (t) => t.replace('  qualifier: 不少于\n', '')),
    { file: targetsFile, line: ['- id: t3-rural-teacher-training'], says: '“不少于”, as printed' },
  ],
  [
    'target-qualifier',
    'a qualifier that is not printed',
    (d) => d.edit(targetsFile, (t) => t.replace('value: 30\n', 'value: 30\n  qualifier: 以上\n')),
    {
      file: targetsFile,
      line: ['- id: t3-cultural-activities', 'qualifier: 以上'],
      says: 'no qualifier, as printed with 30',
    },
  ],
  [
    'target-scope',
    'a scope that its sentence does not print',
    (d) => d.edit(targetsFile, (t) => t.replace('scope: 市属市管高校', 'scope: 市属高校')),
    {
      file: targetsFile,
      line: ['scope: 市属高校'],
      says: 't1-graduates: words of “积极发展研究生教育',
    },
  ],
  [
    'target-total',
    'a part of nothing',
    (d) =>
      d.edit(targetsFile, (t) =>
        t.replace('of: t1-graduates\n  beneficiary: 硕', 'of: t1-students\n  beneficiary: 硕'),
      ),
    {
      file: targetsFile,
      line: ['- id: t1-masters', 'of: t1-students'],
      says: '“t1-students”, which is no target',
    },
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
    {
      file: targetsFile,
      line: ['- id: t1-bachelors', 'of: t3-fund'],
      says: 'found “t3-fund”, 元: another unit than 人',
    },
  ],
  [
    'target-total',
    'a total without parts',
    (d) => d.edit(targetsFile, (t) => t.replace('kind: budget', 'kind: total')),
    { file: targetsFile, line: ['- id: t3-fund', 'kind: total'], says: 'or kind absolute' },
  ],
  [
    'target-parts',
    'parts that exceed their total',
    (d) =>
      d.edit(targetsFile, (t) =>
        t.replace(/of: t1-undergraduates(?=\n {2}beneficiary: 高等职业)/u, 'of: t1-graduates'),
      ),
    {
      file: targetsFile,
      line: ['- id: t1-graduates', 'value: 6460'],
      says: 'found 48460: t1-qishisheng 492',
    },
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
    { file: targetsFile, line: ['addsTo: 培训'], says: '人次, which do not add up' },
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
      line: ['quote: 250万人次'],
      says: 'also in t18-worker-training, content/plans/20xx/targets.yaml:',
    },
  ],
  [
    'ledger-double',
    'a date that plan.yaml explains',
    (d) => d.edit(numeralsFile, (t) => `${t}\n- { part: front, quote: 2022-04-04, kind: date }\n`),
    {
      file: numeralsFile,
      line: ['- { part: front, quote: 2022-04-04, kind: date }'],
      says: 'in the front of the plan, which needs no entry',
    },
  ],
  [
    'ledger-numeral',
    'an entry without a numeral',
    (d) => d.edit(numeralsFile, (t) => t.replace('quote: 第三产业', 'quote: 产业')),
    { file: numeralsFile, line: ['quote: 产业'], says: '“产业”' },
  ],
  [
    'ledger-title',
    'a title in 《》 that no document quotes',
    (d) => d.dropEntries(documentsFile, /《公务员法》/u),
    {
      file: seedFile,
      line: ['《公务员法》'],
      says: '“《公务员法》” of task 37 in a mention of documents.yaml; found none for “贯彻落实《公务员法》,加强公务员”',
    },
  ],
  [
    'ledger-quoted',
    'words in “” that nobody has classified',
    (d) => d.dropEntries(phrasesFile, /“人文奥运”/u),
    {
      file: seedFile,
      line: ['“人文奥运”'],
      says: '““人文奥运”” of task 8 in a mention of initiatives.yaml or documents.yaml, or in phrases.yaml; found none for “营造符合“人文奥运”要求的语言文”',
    },
  ],
  [
    'ledger-mask',
    'a mask that no note explains',
    (d) => d.write(notesFile, '[]\n'),
    { file: seedFile, line: ['*'], says: '“*” in a note of kind mask; found none for “' },
  ],
  [
    'ledger-responsible',
    'a body that is printed as responsible and that no entry names',
    (d) => {
      d.editSeed((text) =>
        text.replace('狠抓工作落实。', '狠抓工作落实（责任单位：办公室、督导处）。'),
      );
      d.write(
        responsibleFile,
        '- { id: office, name: 办公室, mentions: [{ task: 41, quote: 责任单位：办公室, role: lead }] }\n',
      );
    },
    {
      file: seedFile,
      line: ['督导处）'],
      says: '“督导处” of task 41 in a mention of responsible.yaml; found none for “位：办公室、督导处）。',
    },
  ],
  [
    'ledger-double',
    'words in “” that are a phrase twice',
    (d) => d.append(phrasesFile, '- { task: 8, quote: "“人文奥运”要求", kind: term }'),
    {
      file: phrasesFile,
      line: ['“人文奥运”要求'],
      says: 'words that no other entry claims; found ““人文奥运””, also in “人文奥运”, content/plans/20xx/phrases.yaml:',
    },
  ],
  [
    'ledger-double',
    'a mask that two notes explain',
    (d) => d.append(notesFile, note('again', 'mask, masks: year', '"20*年", occurrence: 1')),
    {
      file: notesFile,
      line: ['id: again'],
      says: 'again: words that no other entry claims; found “*”, also in ',
    },
  ],
  [
    'entry-duplicate',
    'two documents with one id',
    (d) =>
      d.append(
        documentsFile,
        document('again', '甲办法', civilServants),
        document('again', '乙办法', civilServants),
      ),
    {
      file: documentsFile,
      line: ['乙办法'],
      says: 'an id of its own; found “again”, the id on line ',
    },
  ],
  [
    'entry-duplicate',
    'a document with the id of a group of its list',
    (d) => d.append(documentsFile, document('draft', '甲办法', civilServants)),
    {
      file: documentsFile,
      line: ['id: draft'],
      says: '“draft”, the id of a group of the list: draft, revise, implement, cited',
    },
  ],
  [
    'entry-duplicate',
    'two notes with one id',
    (d) =>
      d.append(
        notesFile,
        note('again', 'doubtful', '高中阶段'),
        note('again', 'doubtful', '招生规模'),
      ),
    {
      file: notesFile,
      line: ['招生规模'],
      says: 'an id of its own; found “again”, the id on line ',
    },
  ],
  [
    'entry-duplicate',
    'two audiences with one code',
    (d) =>
      d.append(audienceListFile, '- { code: parent, name: 家长甲, group: family, definition: 甲 }'),
    {
      file: audienceListFile,
      line: ['家长甲'],
      says: 'a code of its own; found “parent”, the code on line ',
    },
  ],
  [
    'name-clash',
    'an alias that is the name of another document',
    (d) =>
      d.append(
        documentsFile,
        document('one', '甲办法', civilServants),
        document('two', '乙办法', civilServants, 'aliases: [甲办法], '),
      ),
    {
      file: documentsFile,
      line: ['id: two'],
      says: 'two: a name that no other entry has; found “甲办法”, also on line ',
    },
  ],
  [
    'name-clash',
    'a term that two files explain',
    (d) => {
      d.write('content/glossary/zz-one.mdx', '---\nterm: 教育局\nsource: 编者\n---\n\n甲。\n');
      d.write(
        'content/glossary/zz-two.mdx',
        '---\nterm: 教育局年度\naliases: [教育局]\nsource: 编者\n---\n\n乙。\n',
      );
    },
    {
      file: 'content/glossary/zz-two.mdx',
      line: 3,
      says: 'a term that no other file explains; found “教育局”, also in content/glossary/zz-one.mdx:2',
    },
  ],
  [
    'mention-name',
    'a mention without the name of what it mentions',
    (d) =>
      d.append(
        documentsFile,
        document('again', '公务员条例', civilServants, 'aliases: [公务员办法], '),
      ),
    {
      file: documentsFile,
      line: ['id: again'],
      says: 'again: words with “公务员条例” or “公务员办法”; found “《公务员法》”',
    },
  ],
  [
    'mention-action',
    'an action that the sentence does not print',
    (d) => d.append(documentsFile, document('again', '公务员', `${civilServants}, action: 废止`)),
    {
      file: documentsFile,
      line: ['id: again'],
      says: 'again: words of “贯彻落实《公务员法》,加强公务员队伍建设。”, task 37; found “废止”',
    },
  ],
  [
    'quote-missing',
    'a mention that is not found',
    (d) =>
      d.append(
        meetingsFile,
        '- { id: again, name: 甲, status: cited, mentions: [{ task: 3, quote: 安排4亿员 }] }',
      ),
    {
      file: meetingsFile,
      line: ['id: again'],
      says: 'again: words of task 3; found “安排4亿员”; nearest: “安排4亿元”',
    },
  ],
  [
    'yaml-value',
    'a summary of an initiative without the words it rests on',
    (d) =>
      d.append(
        initiativesFile,
        '- { id: again, name: 甲, kind: other, summary: 乙, mentions: [{ task: 1, quote: 高中 }] }',
      ),
    { file: initiativesFile, line: ['id: again'], says: '`summary` with `summaryQuote`' },
  ],
  [
    'audience-unknown',
    'a code that is not in the list of audiences',
    (d) => d.append(audiencesFile, concern('parents')),
    {
      file: audiencesFile,
      line: ['code: parents'],
      says: 'for task 1; found “parents”; nearest: “parent”',
    },
  ],
  [
    'audience-double',
    'one audience twice for the same words',
    (d) => d.append(audiencesFile, concern('parent'), concern('parent')),
    {
      file: audiencesFile,
      line: [concern('parent'), '\n', 'quote:'],
      says: 'parent once as beneficiary for these words of task 1; found “计划招收6460人”, also on line ',
    },
  ],
  [
    'audience-leftover',
    'a task that concerns nobody',
    (d) => d.dropEntries(audiencesFile, /\btask: 41\b/u),
    {
      file: seedFile,
      line: 109,
      says: 'an entry of audiences.yaml for task 41; found none for “狠抓工作落实”',
    },
  ],
  [
    'relation-self',
    'a task related to itself',
    (d) => d.append(relationsFile, link(1, 1)),
    {
      file: relationsFile,
      line: [link(1, 1)],
      says: 'another task than 1; found task 1, “计划招收6460人”',
    },
  ],
  [
    'relation-double',
    'two tasks related twice, there and back',
    (d) => d.append(relationsFile, link(1, 41), link(41, 1)),
    {
      file: relationsFile,
      line: [link(41, 1)],
      says: 'tasks 1 and 41 related once as measure; found the relation on line ',
    },
  ],
  [
    'reference-missing',
    'a link to a task that does not exist',
    (d) => d.append(relationsFile, link(1, 42)),
    {
      file: relationsFile,
      line: [link(1, 42)],
      says: 'relation of tasks 1 and 42: a task, 1 to 41; found task 42',
    },
  ],
  [
    'note-mask',
    'a note on a mask whose quotation holds none',
    (d) => d.append(notesFile, note('again', 'mask, masks: year', '高中阶段招生规模')),
    {
      file: notesFile,
      line: ['id: again'],
      says: 'again: a quotation with the “*” that it explains; found “高中阶段招生规模”; nearest: “调发展。20*年,高中阶段”',
    },
  ],
  [
    'note-reading',
    'a note that proposes what the text has',
    (d) => d.edit(notesFile, (t) => t.replace('reading: 其中博士生', 'reading: 其士生')),
    {
      file: notesFile,
      line: ['quote: 其士生'],
      says: 'doctoral-students: words that differ from its reading, task 1; found “其士生”, which is the reading',
    },
  ],
  [
    'mark-crossing',
    'a name that begins inside a figure and ends beyond it',
    (d) =>
      d.append(
        documentsFile,
        document('again', '万人,中等', 'task: 1, quote: "招生7.8万人,中等职业教育"'),
      ),
    {
      file: documentsFile,
      line: ['id: again'],
      says: 'again: words that hold “7.8万人”, or stand in them, or apart; found “万人,中等”, which cross those of t1-senior-high, content/plans/20xx/targets.yaml:',
    },
  ],
  [
    'term-source',
    'a definition with a date and no source',
    (d) =>
      d.write(
        'content/glossary/zz.mdx',
        '---\nterm: 教育局\nsource: 编者\n---\n\n1949年起的机构。\n',
      ),
    {
      file: 'content/glossary/zz.mdx',
      line: 3,
      says: 'the source of what the definition of “教育局” states of law, dates or numbers (“1949”); found “编者”',
    },
  ],
  [
    'guide-sentence',
    'a sentence that is on no page the guide leads to',
    (d) => d.append('content/guides/parents.mdx', '<Sentence n={14} s={7} />'),
    {
      file: 'content/guides/parents.mdx',
      line: ['<Sentence n={14} s={7} />'],
      says: 'on a page that the guide leads to: parent, preschool, primary, junior-high, senior-high, pupils, hardship-student, special-needs, migrant-children; found sentence 7 of task 14, which is on none of them',
    },
  ],
  [
    'reference-missing',
    'an audience that leads to one that is not there',
    (d) =>
      d.edit(audienceListFile, (t) =>
        t.replace('see: [kindergarten, parent]', 'see: [kindergarten, parents]'),
      ),
    {
      file: audienceListFile,
      line: ['see: [kindergarten, parents]'],
      says: 'preschool: the code of another audience; found “parents”',
    },
  ],
  [
    'reference-missing',
    'a term related to one that is not there',
    (d) =>
      d.write(
        'content/glossary/zz.mdx',
        '---\nterm: 教育局\nsource: 编者\nrelated:\n  - project-212\n---\n\n甲。\n',
      ),
    {
      file: 'content/glossary/zz.mdx',
      line: 5,
      says: 'the id of another term; found “project-212”',
    },
  ],
  [
    'mdx-syntax',
    'a term explained in a list',
    (d) =>
      d.write('content/glossary/zz.mdx', '---\nterm: 教育局\nsource: 编者\n---\n\n甲：\n\n- 乙\n'),
    { file: 'content/glossary/zz.mdx', line: 8, says: 'a definition in paragraphs' },
  ],
  [
    'yaml-value',
    'a term without a definition',
    (d) => d.write('content/glossary/zz.mdx', '---\nterm: 教育局\nsource: 编者\n---\n'),
    { file: 'content/glossary/zz.mdx', line: 1, says: 'a definition of “教育局”' },
  ],
  ...(
    [
      ['<Target id="t3-found" />', 'a target of plan 20xx; found id=t3-found'],
      ['<Chart id="pie" />', 'a chart of plan 20xx; found id=pie'],
      ['<Initiative id="none" />', 'an initiative of plan 20xx; found id=none'],
      [
        '<Documents status="lost" />',
        'a status that documents of plan 20xx have; found status=lost',
      ],
      [
        '<AudienceLink code="parents" />',
        'an audience that plan 20xx concerns; found code=parents',
      ],
      ['<Term id="project-212" />', 'a term of the glossary; found id=project-212'],
      ['<ListLink to="meeting" />', 'meetings, relations, notes; found to=meeting'],
      ['<SectionLink n={11} />', 'a section of plan 20xx, 1 to 10; found n=11'],
      ['<Sentence n={3} />', 'the number of a sentence; found s=nothing'],
      ['<TaskLink plan="19xx" n={3} />', 'a plan, one of 20xx; found “19xx”'],
    ] as const
  ).map(([component, says]): Case => [
    'reference-missing',
    `${component} in a guide`,
    (d) => d.append(guideFile, component),
    { file: guideFile, line: [component], says },
  ]),
  [
    'vocabulary-word',
    'a word of the vocabulary in two entries',
    (d) => d.edit(everydayFile, (t) => t.replace('words: [小升初, ', 'words: [小升初, 幼升小, ')),
    { file: everydayFile, line: ['- words: [幼升小'], says: '“幼升小”' },
  ],
  [
    'vocabulary-word',
    'a term that two entries of what people ask have',
    (d) => d.append(askedTermsFile, '- { term: 学前教育, asked: [上幼儿园大班] }'),
    { file: askedTermsFile, line: ['上幼儿园大班'], says: '“学前教育”' },
  ],
  [
    'vocabulary-word',
    'a word that stands twice among what a sentence is asked by',
    (d) =>
      d.edit(askedSentencesFile, (t) =>
        t.replace('asked: [各类学校一起发展, ', 'asked: [各类学校一起发展, 各类学校一起发展, '),
      ),
    { file: askedSentencesFile, line: 5, says: '“各类学校一起发展”' },
  ],
  [
    'vocabulary-word',
    'a word for two things that a plan may not speak of',
    (d) => d.append(unmentionedFile, '- { name: 班车, words: [校车] }'),
    { file: unmentionedFile, line: ['name: 班车'], says: '“校车”' },
  ],
  [
    'reference-missing',
    'what people ask for in a task that does not exist',
    (d) => d.append(askedSentencesFile, '- { task: 99, sentence: 1, asked: [哪里] }'),
    { file: askedSentencesFile, line: ['task: 99'], says: '1 to 41; found 99' },
  ],
  [
    'reference-missing',
    'what people ask for in a sentence that does not exist',
    (d) => d.append(askedSentencesFile, '- { task: 2, sentence: 99, asked: [哪里] }'),
    { file: askedSentencesFile, line: ['sentence: 99'], says: 'a sentence of task 2' },
  ],
  [
    'yaml-key',
    'a key that what people ask does not have',
    (d) => d.append(askedTermsFile, '- { term: 学校, ask: [哪里] }'),
    { file: askedTermsFile, line: ['ask: [哪里]'], says: 'nearest: “asked”' },
  ],
  [
    'yaml-value',
    'a form of chart that is unknown',
    (d) => d.edit(chartsFile, (t) => t.replace('form: stacked', 'form: pie')),
    { file: chartsFile, line: ['form: pie'], says: 'enrolment.form' },
  ],
  [
    'yaml-value',
    'a chart without targets',
    (d) => d.edit(chartsFile, (t) => t.replace(/ {2}targets: \[t3-fund.*\n/u, '')),
    { file: chartsFile, line: ['- id: money'], says: '`targets` or `groups`' },
  ],
  [
    'chart-duplicate',
    'two charts with one id',
    (d) => d.edit(chartsFile, (t) => t.replace('id: enrolment-growth', 'id: enrolment')),
    {
      file: chartsFile,
      line: ['targets:', '- id: enrolment'],
      says: '“enrolment”, the id on line ',
    },
  ],
  [
    'chart-target',
    'a target that does not exist',
    (d) => d.edit(chartsFile, (t) => t.replace('t3-practical-training', 't3-practical')),
    { file: chartsFile, line: ['- t3-practical'], says: '“t3-practical”' },
  ],
  [
    'chart-target',
    'a target shown twice',
    (d) =>
      d.edit(chartsFile, (t) => t.replace('[t3-fund, t16-surcharge-share]', '[t3-fund, t3-fund]')),
    {
      file: chartsFile,
      line: ['targets: [t3-fund, t3-fund]'],
      says: '“t3-fund”, for the second time',
    },
  ],
  [
    'chart-unit',
    'people beside schools',
    (d) =>
      d.edit(chartsFile, (t) => t.replace('t14-early-intervention]', 't22-village-graduates]')),
    {
      file: chartsFile,
      line: ['targets: [t3-art-equipment, t14-special-schools, t22-village-graduates]'],
      says: 'targets in 所, as t3-art-equipment is, on one axis; found t22-village-graduates in 名',
    },
  ],
  [
    'chart-scope',
    'students of the city beside those of its own colleges',
    (d) =>
      d.edit(chartsFile, (t) =>
        t.replace('t1-secondary-vocational]', 't1-secondary-vocational, t1-graduates]'),
      ),
    {
      file: chartsFile,
      line: ['t1-secondary-vocational, t1-graduates]'],
      says: 't1-graduates: 市属市管高校',
    },
  ],
  [
    'chart-title',
    'a number that the chart has not',
    (d) => d.edit(chartsFile, (t) => t.replace('计划录取8.4万人', '计划录取8.5万人')),
    { file: chartsFile, line: ['8.5万人'], says: '“计划8.5万人”; the chart has' },
  ],
  [
    'chart-title',
    'a floor called the least',
    (d) =>
      d.edit(chartsFile, (t) => t.replace('title: 职工培训', 'title: 农村教师培训最少，职工培训')),
    { file: chartsFile, line: ['最少'], says: 'found “最少”' },
  ],
  [
    'chart-sides',
    'those who give support beside those who receive it',
    (d) =>
      d.edit(chartsFile, (t) =>
        t.replace('[t11-migrant-schools]', '[t11-migrant-schools, t3-universities]'),
      ),
    {
      file: chartsFile,
      line: ['t3-universities]'],
      says: 'targets of those who receive support, as t11-migrant-schools is, in one group; found t3-universities, of those who give it',
    },
  ],
  [
    'chart-form',
    'a growth among bars',
    (d) => d.edit(chartsFile, (t) => t.replace('t14-early-intervention]', 't1-graduates-growth]')),
    {
      file: chartsFile,
      line: ['targets: [t3-art-equipment, t14-special-schools, t1-graduates-growth]'],
      says: 't1-graduates-growth of kind growth',
    },
  ],
  [
    'link-broken',
    'a link in a guide to a page that is not there',
    (d) => d.edit(guideFile, (t) => `${t}\n[那里](/annotated/tasks/99/)\n`),
    { file: 'guides/about/index.html', line: 1, says: '/annotated/tasks/99/' },
  ],
];

/** A fault in one line: file, line, code, what was expected, what was found. */
const faultForm = /^[^:\s]+:\d+: [a-z-]+: expected .+; found .+$/u;

type ToldFault = { code: string; file: string; line: number; expected: string; found: string } & {
  zh: { meaning: string; expected: string; found: string };
};

const lineOfFault = ({ code, file, line, expected, found }: ToldFault): string =>
  `${file}:${line}: ${code}: expected ${expected}; found ${found}`;

/** What is said in Chinese, without what it quotes: words of the input, of a file, of another program. */
const withoutQuoted = ({ meaning, expected, found }: ToldFault['zh']): string =>
  [meaning, expected, found].join('\n').replace(/“[^”]*”|`[^`]*`|（[^）]*）|\w*=\S+/gu, '');

const englishWords =
  /\b(?:an?|and|as|be|found|is|it|line|more|no|none|nothing|of|on|once|or|that|the|to|which|with)\b/u;

/** Faults that only built pages show: there the command runs as a person would run it, on a small site. */
const foundInPages: ReadonlySet<ErrorCode> = new Set(['link-broken', 'permalink-lost']);

describe('bad input ends the build with one clear error and leaves dist as it was', () => {
  afterAll(() => rmSync(makeSite('bad-input'), { recursive: true }));

  test.for(cases)('%s: %s', async ([code, name, spoil, { file, line, says }]) => {
    const i = cases.findIndex((one) => one[0] === code && one[1] === name);
    const isLate = foundInPages.has(code);
    const root = makeSite(`bad-input/${i}`, isLate ? annotatedSite : project);
    mkdirSync(join(root, 'dist', 'search'), { recursive: true });
    for (const own of ['404.html', 'llms.txt', 'icon.svg', 'search/pagefind.js']) {
      writeFileSync(join(root, 'dist', own), '');
    }
    writeFileSync(join(root, 'dist', 'index.html'), 'the last good site');
    spoil(new Draft(root));
    const { code: exit, stderr: json } = await (isLate ? runBuild : refusedBuild)([
      '--root',
      root,
      '--json',
    ]);
    const faults = JSON.parse(json) as ToldFault[];
    const stderr = faults.map(lineOfFault).join('\n');
    for (const told of stderr.split('\n')) expect(told).toMatch(faultForm);
    for (const { zh } of faults) expect(withoutQuoted(zh)).not.toMatch(englishWords);
    expect(stderr).toContain(`${file}:${findLine(root, file, line)}: ${code}: expected `);
    expect(stderr).toContain('; found ');
    expect(stderr).toContain(says);
    expect(exit).toBe(1);
    expect(readText(root, 'dist', 'index.html')).toBe('the last good site');
    expect(readdirSync(root).filter((one) => one.startsWith('dist'))).toEqual(['dist']);
    rmSync(root, { recursive: true });
  });

  describe('six faults in six files', () => {
    const spoilt = (): string => {
      const root = makeSite('bad-input/six');
      const draft = new Draft(root);
      draft.edit('content/site.yaml', (t) => t.replace('name:', 'nmae:'));
      draft.edit(targetsFile, (t) => t.replace('indicator:', 'indicater:'));
      draft.edit(meetingsFile, (t) => t.replace('status: planned', 'status: maybe'));
      draft.append(relationsFile, link(1, 1));
      draft.append(audienceListFile, '- { code: parent, name: 甲, group: family, definition: 乙 }');
      draft.append(guideFile, '{new Date()}');
      return root;
    };
    const wanted = [
      [guideFile, 'mdx-syntax'],
      [relationsFile, 'relation-self'],
      [meetingsFile, 'yaml-value'],
      [targetsFile, 'yaml-key'],
      ['content/site.yaml', 'yaml-key'],
      [audienceListFile, 'entry-duplicate'],
    ];

    test('are told in one run, by file and line, and a misspelt key with the nearest known one', () => {
      const { code, stderr } = runBuild(['--root', spoilt()]);
      const told = stderr.trimEnd().split('\n');
      expect(code).toBe(1);
      for (const line of told) expect(line).toMatch(faultForm);
      for (const [file, fault] of wanted) {
        expect(
          told.some((line) => line.startsWith(`${file}:`) && line.includes(`: ${fault}: `)),
        ).toBe(true);
      }
      const files = told.map((line) => line.slice(0, line.indexOf(':')));
      expect(files).toEqual(files.toSorted());
      expect(
        told.find((line) => line.startsWith(targetsFile) && line.includes(': yaml-key: ')),
      ).toMatch(/nearest: “indicator”; found “indicater”$/u);
    });

    test('are told in Chinese where the machine speaks it, or --lang asks for it', () => {
      const root = spoilt();
      const chinese = /^[^:\s]+:\d+: [a-z-]+（.*\p{Script=Han}.*）：应为：.+；实际为：.+$/u;
      const asked = runBuild(['--lang', 'zh', '--root', root]).stderr;
      for (const line of asked.trimEnd().split('\n')) expect(line).toMatch(chinese);
      expect(runBuild(['--root', root], { LANG: 'zh_CN.UTF-8' }).stderr).toBe(asked);
      const english = runBuild(['--root', root, '--lang=en'], { LANG: 'zh_CN.UTF-8' }).stderr;
      for (const line of english.trimEnd().split('\n')) expect(line).toMatch(faultForm);
      expect(runBuild(['--lang', 'zh', '--help']).stdout).toContain('--lang     en 或 zh');
    });

    test('are told as JSON with --json', () => {
      const { code, stderr } = runBuild(['--root', spoilt(), '--json']);
      const faults = JSON.parse(stderr) as Record<string, unknown>[];
      expect(code).toBe(1);
      expect(faults.map(({ file, code: fault }) => [file, fault])).toEqual(
        expect.arrayContaining(wanted),
      );
      for (const { line } of faults) expect(line).toBeGreaterThan(0);
    });
  });

  test('every error of the catalogue has a case', () => {
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual(
      Object.keys(errorCatalogue).sort(),
    );
  });
});

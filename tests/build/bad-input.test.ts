import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ErrorCode, errorCatalogue } from '../../src/plan/errors.ts';
import { addSecondPlan, makeSite, readText, runBuild } from '../support/site.ts';

const planFile = 'content/plans/20xx/plan.yaml';
const seedFile = 'seeds/20xx-municipal-education-bureau-annual-work-plan.txt';
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

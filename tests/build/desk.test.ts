import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPlan } from '../../src/commands/import.ts';
import { findViolations } from '../support/looks.ts';
import { launchBrowser } from '../support/browser.ts';
import { plainEnv, project, readText, runBuild, workFolder } from '../support/site.ts';

const root = join(workFolder, 'desk');
const folder = join(root, 'content/plans/2027');

const targets = `# yaml-language-server: $schema=../../../docs/schemas/targets.json
# 我的注：先看学校。

- id: t1-schools # 学校
  task: 1
  quote: 新建学校12所
  value: 12
  unit: 所
  indicator: '新建学校'
  kind: absolute
  review: pending
  proposed: 有单位“所”

- id: t2-rank
  task: 2
  quote: 保持前3名
  value: 3
  unit: 名
  qualifier: 前
  indicator: 名次
  kind: absolute
  review: pending
  proposed: 有单位“名”

# 写在两条之间的注
- id: t3-teachers
  task: 3
  quote: 培训教师450名
  value: 450
  unit: 名
  indicator: 培训
  kind: absolute
  review: pending
  proposed: 有单位“名”
`;

const refused = targets.replace(
  '  kind: absolute\n  review: pending\n  proposed: 有单位“名”\n\n# 写',
  '  kind: absolute\n  review: refused\n  proposed: 有单位“名”\n\n# 写',
);
const decided = refused
  .replace('  review: pending\n  proposed: 有单位“所”\n', '')
  .replace(
    'quote: 培训教师450名\n  value: 450\n  unit: 名\n  indicator: 培训\n  kind: absolute\n  review: pending\n  proposed: 有单位“名”\n',
    'quote: 培训教师450名\n  value: 450\n  unit: 名\n  indicator: 培训教师\n  label: 教师\n  kind: growth\n',
  );

const numerals = `# yaml-language-server: $schema=../../../docs/schemas/numerals.json

- task: 2
  quote: 保持前3名
  kind: ordinal
`;

let desk: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(folder.replace(/2027$/u, ''), { recursive: true });
  mkdirSync(join(root, 'public'));
  const source = join(root, 'plan.txt');
  const tasks = ['1.学位。新建学校12所。', '2.质量。成绩保持前3名。', '3.教师。培训教师450名。'];
  writeFileSync(source, `工作计划\n${tasks.join('\n')}\n`);
  await importPlan([source, '--id', '2027', '--root', root]);
  writeFileSync(join(root, 'content/site.yaml'), 'name: 甲\ndescription: 乙\ncurrent: "2027"\n');
  writeFileSync(join(folder, 'targets.yaml'), targets);
  desk = spawn('node', ['src/commands/desk.ts', '2027', '--root', root], {
    cwd: project,
    env: plainEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    desk.once('exit', () => reject(new Error(`the desk ended: ${said}`)));
    desk.stdout?.setEncoding('utf8').on('data', (words: string) => {
      said += words;
      const [found] = /http:\S+/u.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
});

afterAll(async () => {
  await browser.close();
  desk.kill();
  rmSync(root, { recursive: true, force: true });
});

const left = (n: number) => page.getByText(`还有 ${n} 条待定`, { exact: true }).first().waitFor();
const written = (name: string): string => readText(folder, `${name}.yaml`);

test('an editor accepts by a key, refuses and says what it is, changes by the form, and takes back', async () => {
  await left(3);
  await page.keyboard.press('a');
  await left(2);
  expect(written('targets')).toBe(
    targets.replace('  review: pending\n  proposed: 有单位“所”\n', ''),
  );
  await page.keyboard.press('u');
  await left(3);
  expect(written('targets')).toBe(targets);

  // As fast as one can type: each step waits for the one before.
  await page.keyboard.press('a');
  await page.keyboard.press('r');
  await left(1);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('其他数字');
  await page.keyboard.press('Enter');
  await page.getByLabel('类别').selectOption({ label: '序数' });
  await page.getByRole('button', { name: '添上' }).click();
  await page.getByText('已添上').waitFor();
  expect(written('numerals')).toBe(numerals);
  await page.getByText('没有错误').waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.getByLabel('指标', { exact: true }).fill('培训教师');
  await page.getByLabel('类别').selectOption({ label: '增长' });
  await page.getByText('更多字段').click();
  await page.getByLabel('简称').fill('教师');
  await page.getByLabel('数值', { exact: true }).fill('四百');
  await page.keyboard.press('Enter');
  await page.getByText('“数值”要填一个数').waitFor();
  await page.getByLabel('数值', { exact: true }).fill('450');
  await page.keyboard.press('Enter');
  await page.getByText('没有待定的了').first().waitFor();
  expect(written('targets')).toBe(decided);
});

test('the page beside it is the public page, with what waits marked', async () => {
  writeFileSync(join(folder, 'targets.yaml'), targets);
  rmSync(join(folder, 'numerals.yaml'));
  await page.reload();
  await left(3);
  const figure = page.frameLocator('iframe').locator('a.figure');
  await figure.filter({ hasText: '12所' }).waitFor();
  await expect
    .poll(() => figure.evaluate((link) => getComputedStyle(link, '::after').content))
    .toBe('"待定"');
  await page.keyboard.press('a');
  await left(2);
  writeFileSync(join(folder, 'targets.yaml'), decided);
  writeFileSync(join(folder, 'numerals.yaml'), numerals);
});

test('words that are chosen become another place of the entry that is shown', async () => {
  const initiatives = `- id: teachers
  name: 教师
  kind: project
  mentions:
    - task: 3
      quote: 教师
      occurrence: 1
`;
  writeFileSync(join(folder, 'initiatives.yaml'), initiatives);
  await page.reload();
  await page.getByLabel('也列出定了的').check();
  await page
    .locator('.quoted', { hasText: /^教师$/u })
    .first()
    .click();
  await page.getByRole('heading', { name: '教师' }).waitFor();
  // As with a caret in the text: the words are chosen once the shift key is up.
  await page.evaluate(() => {
    const pieces = Array.from(document.querySelectorAll('.source [data-start]'));
    const words = pieces.find(({ textContent }) => textContent.startsWith('培训教师'))?.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 2, words, 4);
  });
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: '“教师”的又一处' }).click();
  await page.getByText('已添上').waitFor();
  expect(written('initiatives')).toBe(
    `${initiatives}    - task: 3\n      quote: 教师\n      occurrence: 2\n`,
  );
  await page.keyboard.press('u');
  await page.getByText('已撤销').waitFor();
  expect(written('initiatives')).toBe(initiatives);
  rmSync(join(folder, 'initiatives.yaml'));
});

test('Enter opens what a form keeps back, and writes nothing', async () => {
  await page.reload();
  await page.getByLabel('也列出定了的').check();
  await page.locator('.quoted', { hasText: '培训教师' }).first().click();
  await page.getByText('更多字段').press('Enter');
  await page.getByLabel('简称').waitFor();
  expect(written('targets')).toBe(decided);
});

test('the desk itself can be used by everyone', async () => {
  expect(await findViolations(page)).toEqual([]);
});

test('a build accepts what the desk wrote, and has nothing of the desk', () => {
  expect(written('targets')).toBe(decided);
  const { code, stdout, stderr } = runBuild(['--root', root, '--promise']);
  expect(stderr).toBe('');
  expect(code, stdout).toBe(0);
  expect(stdout).not.toContain('wait');
  const pages = readText(root, 'dist/2027/tasks/1/index.html');
  expect(pages).not.toMatch(/待定|waiting\.css|desk/u);
});

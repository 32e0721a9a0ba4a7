import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSite } from '../../src/loaders/read-site.ts';
import {
  type Layout,
  type Weight,
  height,
  layOut,
  square,
  width,
} from '../../src/previews/layout.ts';
import { type Preview, describePreviews, describeSite } from '../../src/previews/previews.ts';
import { project } from '../support/site.ts';

const advanceOf = (_weight: Weight) => (character: string) => (/[ -~]/u.test(character) ? 0.55 : 1);
const lay = (preview: Preview): Layout => layOut(preview, advanceOf);

const real = ['.', 'tests/fixtures/annotated', 'tests/fixtures/bodies'].flatMap((root) => {
  const { site, plans } = readSite(join(project, root));
  return [describeSite(site), ...plans.flatMap((tree) => describePreviews(tree, site.name))];
});
const long: Preview = {
  path: 'p/tasks/1/preview.png',
  label: '第1项',
  numeral: '1',
  beside: '第一部分',
  words: '',
  plan: '工作计划',
  site: '在线阅读',
};
const extreme: Preview[] = [
  { ...long, words: '统' },
  { ...long, words: '统筹各级各类教育'.repeat(80) },
  { ...long, words: '，。、'.repeat(80) },
  { ...long, words: 'Pneumonoultramicroscopicsilicovolcanoconiosis '.repeat(9) },
  {
    ...long,
    words: '加强领导',
    plan: '关于印发年度工作计划的通知'.repeat(9),
    site: '阅读'.repeat(60),
  },
  {
    ...long,
    words: '加强领导',
    label: '第12345项',
    numeral: '12345',
    beside: '第一部分'.repeat(40),
  },
  {
    ...long,
    words: '资金',
    figure: { before: '不少于', number: '1234567.8', unit: '万人次', after: '左右' },
  },
  { ...long, words: '资金'.repeat(60), figure: { before: '', number: '7', unit: '人', after: '' } },
];

describe('layOut', () => {
  test.each([
    ['of the sites of this checkout', real],
    ['of extremes', extreme],
  ])(
    'keeps all words in the middle square, above and beside nothing else: %s',
    (_case, previews) => {
      expect(previews.length).toBeGreaterThan(5);
      for (const preview of previews) {
        const { lines, rule } = lay(preview);
        const at = `${preview.path} ${preview.words.slice(0, 20)}`;
        for (const line of lines) {
          // A closing mark may hang in the margin, of which something must be left.
          expect(line.left, at).toBeGreaterThanOrEqual(square.left + 32);
          expect(line.right, at).toBeLessThanOrEqual(square.right - 32);
          expect(line.baseline - line.size, at).toBeGreaterThan(0);
          expect(line.baseline, at).toBeLessThanOrEqual(height - 30);
          for (const { x, size } of line.characters) {
            // Of a mark that opens at the edge, the empty half is outside.
            expect(x + size / 2, at).toBeGreaterThanOrEqual(square.left);
            expect(x + size / 2, at).toBeLessThanOrEqual(square.right);
          }
        }
        const main = lines.filter(({ role }) => role === 'words' || role === 'figure');
        const head = lines.filter(({ role }) => role === 'label');
        const foot = lines.filter(({ role }) => role === 'plan' || role === 'site');
        expect(main.length, at).toBeGreaterThan(0);
        const top = Math.min(...main.map(({ baseline, size }) => baseline - size * 0.88));
        for (const line of head) expect(top, at).toBeGreaterThan(line.baseline);
        for (const line of main) expect(line.baseline + line.size * 0.1, at).toBeLessThan(rule);
        for (const line of foot) expect(line.baseline - line.size, at).toBeGreaterThan(rule);
        // One line does not run into the next.
        main.slice(1).forEach((line, i) => {
          expect(line.baseline - (main[i]?.baseline ?? 0), at).toBeGreaterThanOrEqual(line.size);
        });
      }
    },
  );

  test('is as large as social networks show, and its square as WeChat does', () => {
    expect([width, height]).toEqual([1200, 630]);
    expect([square.left, square.right]).toEqual([285, 915]);
  });

  test('sets main words so that a thumbnail of 120 pixels can be read: at least 8 of them a character', () => {
    for (const preview of real) {
      const { lines } = lay(preview);
      const largest = Math.max(...lines.map(({ size }) => size));
      const words = lines.filter(({ role }) => role === 'words').map(({ size }) => size);
      expect((largest * 120) / height, preview.path).toBeGreaterThanOrEqual(8);
      expect((Math.min(...words) * 120) / height, preview.path).toBeGreaterThanOrEqual(8);
    }
  });

  test('says the words of the page, shortened only with ……', () => {
    for (const preview of real) {
      const { lines } = lay(preview);
      const said = (role: string): string =>
        lines
          .filter((line) => line.role === role)
          .map(({ text }) => text)
          .join('');
      const words = said('words');
      const spaceless = (text: string): string => text.replace(/\s/gu, '');
      if (words.endsWith('……')) expect(preview.words.startsWith(words.slice(0, -2))).toBe(true);
      else expect(spaceless(words), preview.path).toBe(spaceless(preview.words));
      expect(said('label')).toBe(preview.label);
      const { before = '', number = '', unit = '', after = '' } = preview.figure ?? {};
      expect(said('figure')).toBe(before + number + unit + after);
      expect(said('plan')).toBe(preview.plan ?? '');
      expect(said('site')).toBe(preview.site);
    }
  });

  test('sets the number of a task large, and the figure of a target larger than its unit', () => {
    const [task] = lay({ ...long, words: '加强领导' }).lines;
    expect(task?.text).toBe('第1项');
    expect(task?.characters.map(({ size }) => size)).toEqual([40, 116, 40]);
    const figure = lay({
      ...long,
      words: '招生',
      figure: { before: '计划', number: '7.8', unit: '万人', after: '' },
    }).lines.find(({ role }) => role === 'figure');
    const sizeOf = (character: string) =>
      figure?.characters.find((placed) => placed.character === character)?.size ?? 0;
    expect(sizeOf('7')).toBeGreaterThan(2 * sizeOf('万'));
  });
});

describe('describePreviews', () => {
  test('has a picture for every section, task, sentence and target, each at an address of its own', () => {
    const paths = real.map(({ path }) => path);
    const { plans } = readSite(project);
    for (const { plan, sections, tasks, targets } of plans) {
      const wanted = [
        `${plan.id}/`,
        ...sections.map(({ n }) => `${plan.id}/sections/${n}/`),
        ...tasks.flatMap(({ n, sentences }) => [
          `${plan.id}/tasks/${n}/`,
          ...sentences.map((sentence) => `${plan.id}/tasks/${n}/${sentence.n}/`),
        ]),
        ...targets.map(({ id }) => `${plan.id}/targets/${id}/`),
      ];
      for (const page of wanted) expect(paths).toContain(`${page}preview.png`);
    }
    const { site } = readSite(project);
    const own = [describeSite(site), ...plans.flatMap((tree) => describePreviews(tree, site.name))];
    expect(new Set(own.map(({ path }) => path)).size).toBe(own.length);
    expect(new Set(own.map(({ path: _, ...said }) => JSON.stringify(said))).size).toBe(own.length);
  });
});

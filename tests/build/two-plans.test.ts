import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSite } from '../../src/loaders/read-site.ts';
import { planTexts, readPages } from '../support/pages.ts';
import {
  addSecondPlan,
  builtSite,
  listFiles,
  makeSite,
  project,
  readText,
  runBuild,
} from '../support/site.ts';

test('a second plan gets pages of its own and changes none of the first but the list of plans', () => {
  const root = makeSite('two-plans');
  addSecondPlan(root);
  expect(runBuild(['--root', root])).toMatchObject({ code: 0 });
  const both = `${root}/dist`;
  const alone = listFiles(builtSite);
  const promises = ['permalinks.txt', 'promised-words.txt'];

  const added = listFiles(both).filter((file) => !alone.includes(file));
  expect(added.filter((file) => !/search\/|embed\/|preview\.png$/u.test(file))).toEqual([
    'compare/20xx/second/comparison.json',
    'compare/20xx/second/index.html',
    'plans/index.html',
    'second/charts/index.html',
    'second/charts/map.csv',
    'second/charts/map.png',
    'second/charts/map.svg',
    'second/charts/map/index.html',
    'second/data/datapackage.json',
    'second/data/index.html',
    'second/data/plan.json',
    'second/data/plan.schema.json',
    'second/data/plan.txt',
    'second/data/sections.csv',
    'second/data/sentences.csv',
    'second/data/stratml-1.xml',
    'second/data/stratml-2.xml',
    'second/data/task.schema.json',
    'second/data/tasks.csv',
    'second/full/index.html',
    'second/general/1/index.html',
    'second/general/2/index.html',
    'second/general/3/index.html',
    'second/general/index.html',
    'second/index.html',
    'second/plan.docx',
    'second/plan.epub',
    'second/plan.md',
    'second/plan.pdf',
    'second/print/index.html',
    'second/sections/1/g1s1/index.html',
    'second/sections/1/index.html',
    'second/sections/2/index.html',
    'second/sections/index.html',
    'second/tasks/1.json',
    'second/tasks/1.md',
    'second/tasks/1/1/index.html',
    'second/tasks/1/2/index.html',
    'second/tasks/1/3/index.html',
    'second/tasks/1/index.html',
    'second/tasks/2.json',
    'second/tasks/2.md',
    'second/tasks/2/1/index.html',
    'second/tasks/2/2/index.html',
    'second/tasks/2/index.html',
    'second/tasks/3.json',
    'second/tasks/3.md',
    'second/tasks/3/1/index.html',
    'second/tasks/3/2/index.html',
    'second/tasks/3/index.html',
    'second/tasks/4.json',
    'second/tasks/4.md',
    'second/tasks/4/1/index.html',
    'second/tasks/4/2/index.html',
    'second/tasks/4/3/index.html',
    'second/tasks/4/index.html',
    'second/tasks/index.html',
  ]);
  // Each sentence and chart has a page to be set into others.
  const framed = added.filter((file) => file.endsWith('/embed/index.html'));
  expect(framed).toEqual(
    added
      .filter((file) =>
        /^second\/(?:(?:general|(?:tasks|sections)\/\d+)\/\w+|charts\/\w+)\/index\.html$/u.test(
          file,
        ),
      )
      .map((file) => file.replace('index.html', 'embed/index.html'))
      .sort(),
  );
  // Each of its pages that is passed on has a picture.
  const pictures = added.filter((file) => file.endsWith('preview.png'));
  const pictured = added.filter((file) =>
    /^(?!.*\/embed\/)second\/(?:(?:sections|tasks|general)\/\d.*\/)?index\.html$/u.test(file),
  );
  expect(pictures).toEqual(
    pictured.map((file) => file.replace('index.html', 'preview.png')).sort(),
  );
  const changed = alone.filter(
    (file) => !promises.includes(file) && readText(both, file) !== readText(builtSite, file),
  );
  // That there are other plans, the search of the first learns from a file of its own.
  const { site } = readSite(project);
  expect(changed.sort()).toEqual(
    [
      `${site.current}/index.html`,
      `${site.current}/search/manifest.json`,
      'index.html',
      'llms.txt',
    ].sort(),
  );
  expect(readText(both, 'index.html')).toContain('href="/second/"');

  // A plan whose figures are not annotated has no page of figures, and no link to one.
  expect(readText(both, 'second/index.html')).not.toContain('/targets/');
  expect(readText(both, site.current, 'index.html')).toContain(`href="/${site.current}/data/"`);

  const seed = readText(root, 'seeds/second.txt');
  for (const page of readPages(both).filter(({ file }) => file.startsWith('second/'))) {
    for (const { start, text } of planTexts(page).filter(({ text: words }) => words !== '')) {
      expect(seed.slice(start, start + text.length), page.file).toBe(text);
    }
  }
});

test('a plan that numbers its tasks and has no sections is published whole', () => {
  const root = makeSite('no-sections');
  const text = '某校工作要点\n1.开好家长会。每学期一次。\n2.修缮校舍。\n';
  writeFileSync(`${root}/seeds/third.txt`, text);
  mkdirSync(`${root}/content/plans/third`);
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(
    `${root}/content/plans/third/plan.yaml`,
    `id: third\ntitle: 某校工作要点\nsource: seeds/third.txt\nsha256: ${sha256}\n`,
  );
  expect(runBuild(['--root', root])).toMatchObject({ code: 0, stderr: '' });
  const [whole] = readPages(`${root}/dist`).filter(({ file }) => file === 'third/full/index.html');
  expect(whole && planTexts(whole).map((part) => part.text)).toContain('开好家长会。');
});

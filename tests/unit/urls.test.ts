import { afterEach, expect, test, vi } from 'vitest';
import * as urls from '../../src/urls.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each(['/a/b', '/a/b/'])('every address lies under the base %s', async (base) => {
  vi.stubEnv('BASE_URL', base);
  vi.resetModules();
  const { homeUrl, rootUrl, sectionUrl, searchUrl, taskUrl } = await import('../../src/urls.ts');
  expect(homeUrl()).toBe('/a/b/');
  expect(rootUrl('icon.svg')).toBe('/a/b/icon.svg');
  expect(searchUrl()).toBe('/a/b/search/');
  expect(sectionUrl('p', 3)).toBe('/a/b/p/sections/3/');
  expect(taskUrl('p', 12, 4)).toBe('/a/b/p/tasks/12/#s4');
});

test('no two places of the whole text have one id', () => {
  const [sections, groups, tasks] = [12, 12, 130];
  const ids: string[] = [];
  for (let section = 1; section <= sections; section += 1) {
    ids.push(urls.fullTextSectionId(section));
    for (let group = 1; group <= groups; group += 1) ids.push(urls.groupId(section, group));
  }
  for (let task = 1; task <= tasks; task += 1) {
    ids.push(urls.fullTextId(task));
    for (let sentence = 1; sentence <= 12; sentence += 1) {
      ids.push(urls.fullTextId(task, sentence));
    }
  }
  for (let sentence = 1; sentence <= 12; sentence += 1) ids.push(urls.generalId(sentence));
  expect(new Set(ids).size).toBe(ids.length);
});

test('addresses are those that were published', () => {
  expect(urls.fullUrl('p', { task: 3, sentence: 2 })).toBe('/p/full/#t3s2');
  expect(urls.fullUrl('p', { section: 3 })).toBe('/p/full/#p3');
  expect(urls.groupUrl('p', 3, 2)).toBe('/p/sections/3/#p3g2');
  expect(urls.taskTargetUrl('p', 3, 't3-fund')).toBe('/p/tasks/3/#t3-fund');
  expect(urls.targetUrl('p', 't3-fund')).toBe('/p/targets/t3-fund/');
  expect(urls.listedUrl('p', { path: 'documents', entries: 'anchors' }, 'law')).toBe(
    '/p/documents/#law',
  );
  expect(urls.listedUrl('p', { path: 'targets', entries: 'pages' }, 'law')).toBe('/p/targets/law/');
});

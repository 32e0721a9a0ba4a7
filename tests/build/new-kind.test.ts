import { describe, expect, test } from 'vitest';
import { readCsv } from '../support/csv.ts';
import { shareSite } from '../support/shared-sites.ts';
import { listFiles, project, readText } from '../support/site.ts';

/**
 * A kind that came last, 责任单位, is one folder, `src/kinds/responsible`, and one line of the registry. All
 * that follows comes of that.
 */
const { code, out } = await shareSite('bodies');
const page = (path: string): string => readText(out, 'bodies', path, 'index.html');

describe('one folder and one line give a new kind', () => {
  test('a build', () => {
    expect(code).toBe(0);
    const namers = listFiles(`${project}/src`, '.ts')
      .concat(listFiles(`${project}/src`, '.astro'))
      .filter((file) => !file.startsWith('kinds/responsible/'))
      .filter((file) => /\bresponsible\/kind/u.test(readText(project, 'src', file)));
    expect(namers).toEqual(['kinds/registry.ts']);
  });

  test('a page that lists it, in groups, with its sentences', () => {
    const html = page('responsible');
    for (const id of ['lead', 'support', 'personnel', 'basic-education', 'finance', 'safety']) {
      expect(html).toContain(`id="${id}"`);
    }
    expect(html).toContain('负责的<b>3</b>');
    expect(html).toContain('第1项第3句');
  });

  test('a way to it from the overview, the site map and the list for programs', () => {
    expect(page('')).toContain('href="/bodies/responsible/"');
    expect(page('')).toContain('4 个单位');
    expect(readText(out, 'sitemap.xml')).toContain('/bodies/responsible/');
    expect(readText(out, 'llms.txt')).toContain('/bodies/responsible/');
  });

  test('marks in its sentences', () => {
    expect(page('tasks/1')).toContain('<a href="/bodies/responsible/#personnel" class="cited">');
  });

  test('a group of search results', () => {
    const manifest = readText(out, 'bodies/search/manifest.json');
    expect(manifest).toContain('["responsible","责任单位"]');
    expect(manifest).toContain('bodies/responsible/#');
    expect(manifest).toContain('财务科');
  });

  test('a table, a list, a place in plan.json, its schema and the data package', () => {
    const rows = readCsv(readText(out, 'bodies/data/responsible.csv'));
    expect(rows.map((row) => [row['id'], row['task'], row['role'], row['printed']])).toEqual([
      ['personnel', '1', 'lead', '人事科'],
      ['personnel', '2', 'lead', '人事科'],
      ['basic-education', '1', 'support', '基教科'],
      ['basic-education', '3', 'lead', '基教科'],
      ['finance', '1', 'support', '财务科'],
      ['safety', '3', 'lead', '安全办'],
    ]);
    const json = (name: string) => JSON.parse(readText(out, 'bodies/data', name));
    expect(json('responsible.json')).toEqual(json('plan.json').responsible);
    expect(json('plan.schema.json').required).toContain('responsible');
    const names = json('datapackage.json').resources.map(({ path }: { path: string }) => path);
    expect(names).toContain('responsible.csv');
    expect(page('data')).toContain('responsible.csv');
  });
});

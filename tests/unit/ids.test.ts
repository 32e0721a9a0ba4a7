import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAudienceList } from '../../src/kinds/audiences/audiences.ts';
import { kinds } from '../../src/kinds/registry.ts';
import { idSchema, planFileSchema, siteWords } from '../../src/text/schema.ts';
import { parseYaml } from '../../src/text/yaml.ts';
import { project } from '../support/site.ts';

const plan = (id: string): string =>
  `title: 甲\nid: ${id}\nsource: seeds/a.txt\nsha256: ${'a'.repeat(64)}\n`;

/** Parts of addresses that pages give: folders and pages, no files and no parameters. */
const wordsOf = (folder: string): string[] =>
  readdirSync(join(project, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.astro'))
    .map((entry) => entry.name.replace(/\.astro$/u, ''))
    .filter((name) => /^[a-z]/u.test(name) && name !== 'index');

describe('an id may not be an address of the site’s own', () => {
  test.each([...siteWords, '"404"', 'index', 'constructor'])('a plan %s is refused', (id) => {
    expect(() => parseYaml(plan(id), 'plan.yaml', planFileSchema)).toThrow(
      /^plan\.yaml:2: yaml-value: expected id: an id that .*; found “/u,
    );
  });

  test('every page of the site and of a plan is among them', () => {
    for (const folder of ['src/pages', 'src/pages/[plan]']) {
      expect(siteWords).toEqual(expect.arrayContaining(wordsOf(folder)));
    }
  });

  test('a plan may have any other, words that hold one too', () => {
    for (const id of ['20xx', 'data-2024', 'research', 'index-1', '4040', 'x'.repeat(64)]) {
      expect(parseYaml(plan(`"${id}"`), 'plan.yaml', planFileSchema).data.id).toBe(id);
    }
  });

  test.each(['index', '404', 'constructor', 'x'.repeat(65), 'A', 'a b', '', '-a', '../a'])(
    'nothing may have the id “%s”',
    (id) => {
      expect(idSchema.safeParse(id).success).toBe(false);
    },
  );

  test('nor may an audience, and the error has its line', () => {
    const list = '- code: teacher\n  name: 甲\n  group: educator\n  definition: 乙\n';
    expect(() =>
      readAudienceList(`${list}${list.replace('teacher', 'index')}`, 'audiences.yaml'),
    ).toThrow(/^audiences\.yaml:5: yaml-value: expected 1\.code: an id that/u);
  });

  test('every kind that has ids asks for such', () => {
    for (const kind of kinds) {
      const shape = 'shape' in kind.schema ? (kind.schema.shape as Record<string, unknown>) : {};
      if ('id' in shape) expect(shape['id'], kind.name).toBe(idSchema);
    }
  });
});

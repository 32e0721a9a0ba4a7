import { describe, expect, test } from 'vitest';
import { readPages, withAttribute } from '../support/pages.ts';
import { builtSite, project } from '../support/site.ts';
import { readSite } from '../../src/loaders/read-site.ts';

const { site, plans } = readSite(project);
const plan = plans.find(({ plan: { id } }) => id === site.current)?.plan;
if (!plan) throw new Error(`no plan ${site.current}`);
const pages = readPages(builtSite);

/** The named metadata of a page. */
function metaOf(file: string): Record<string, string> {
  const page = pages.find((built) => built.file === file);
  if (!page) throw new Error(`${file} was not built`);
  return Object.fromEntries(
    withAttribute(page, 'name')
      .filter(({ name }) => name === 'meta')
      .map(({ attribs }) => [attribs['name'] ?? '', attribs['content'] ?? '']),
  );
}

describe('the metadata of a page, from which Zotero takes it,', () => {
  test.each([
    ['tasks/3/index.html', '：第3项'],
    ['tasks/3/6/index.html', '：第3项第6句'],
    ['full/index.html', ''],
  ])('names the plan and the part on %s', (file, part) => {
    const meta = metaOf(`${plan.id}/${file}`);
    const whole = [plan.title, plan.documentNumber].filter(Boolean).join('：');
    expect(meta).toMatchObject({
      citation_title: whole + part,
      citation_language: 'zh-CN',
      'DC.type': 'webpage',
    });
    // Only who is stated; and no date, for no plan states when it came out.
    expect(meta['citation_author']).toBe(plan.issuer);
    expect(Object.keys(meta).filter((name) => /date|publisher/iu.test(name))).toEqual([]);
  });

  test('says of data that they are data', () => {
    expect(metaOf(`${plan.id}/data/index.html`)['DC.type']).toBe('dataset');
  });

  test('is on every page', () => {
    for (const { file } of pages) expect(metaOf(file)['citation_title'] ?? '', file).not.toBe('');
  });
});

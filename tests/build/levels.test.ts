import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { readPages } from '../support/pages.ts';
import { shareSite } from '../support/shared-sites.ts';
import { project, readText } from '../support/site.ts';

/** A plan of four levels in its first section, of two in its second. */
const { out, stderr } = await shareSite('bodies');
const page = (path: string) => {
  const found = readPages(out).find(({ file }) => file === `bodies/${path}index.html`);
  if (!found) throw new Error(`no page ${path}: ${stderr}`);
  return found;
};

/** The texts of links in the navigation with this label, in order. */
const linksIn = (path: string, label: string): [string | undefined, string][] =>
  DomUtils.findAll(
    (element) => element.attribs['aria-label'] === label,
    page(path).document.children,
  )
    .flatMap((nav) => DomUtils.getElementsByTagName('a', nav.children))
    .map((link) => [link.attribs['href'], DomUtils.textContent(link)]);

describe('groups of tasks', () => {
  test('stand in the contents, around the tasks', () => {
    expect(linksIn('tasks/2/', '目录')).toEqual([
      ['/bodies/sections/1/', '一队伍建设'],
      ['/bodies/sections/1/#p1g1', '一在职教师'],
      ['/bodies/sections/1/#p1g2', '1培养'],
      ['/bodies/tasks/1/', '1培训教师'],
      ['/bodies/sections/1/#p1g3', '2引进'],
      ['/bodies/tasks/2/', '2招聘教师'],
    ]);
  });

  test('stand in the breadcrumb of a task, from the outermost', () => {
    expect(linksIn('tasks/2/', '当前位置').slice(-4, -1)).toEqual([
      ['/bodies/sections/1/', '队伍建设'],
      ['/bodies/sections/1/#p1g1', '在职教师'],
      ['/bodies/sections/1/#p1g3', '引进'],
    ]);
  });

  test('are headings of the whole text, one rank below another', () => {
    const headings = DomUtils.findAll(
      (element) => /^h[1-6]$/u.test(element.name),
      page('full/').document.children,
    ).map((heading) => `${heading.name} ${DomUtils.textContent(heading).trim()}`);
    expect(headings).toEqual([
      'h1 某县教育局工作要点',
      'h2 一、队伍建设',
      'h3 （一）在职教师',
      'h4 1.培养',
      'h5 （1）培训教师。',
      'h4 2.引进',
      'h5 （1）招聘教师。',
      'h2 二、校园安全',
      'h3 （1）排查隐患。',
    ]);
  });

  test('and sentences under a heading have addresses too', () => {
    const file = readText(out, 'bodies/sections/2/1/index.html');
    expect(file.replaceAll('<wbr>', '')).toContain('本部分只有一件事。</span></h1>');
    expect(file).toContain('href="/bodies/sections/2/#p2s1"');
    expect(readText(out, 'bodies/sections/2/index.html')).toContain('id="p2s1"');
  });

  test('and the text put together is still the source', () => {
    const article = DomUtils.getElementsByTagName('article', page('full/').document.children);
    const text = DomUtils.findAll((element) => 'data-plan-text' in element.attribs, article)
      .map((element) => DomUtils.textContent(element))
      .join('');
    expect(text).toBe(readText(project, 'tests/fixtures/bodies/seeds/bodies.txt'));
  });

  test('have their place in the data', () => {
    const { sections, tasks } = JSON.parse(readText(out, 'bodies/data/plan.json'));
    expect(sections[0].groups.map(({ n, parent, tasks: own }: never) => [n, parent, own])).toEqual([
      [1, undefined, [1, 2]],
      [2, 1, [1]],
      [3, 1, [2]],
    ]);
    expect(tasks.map(({ group }: { group?: number }) => group)).toEqual([2, 3, undefined]);
    expect(readText(out, 'bodies/data/stratml-1.xml')).toContain('在职教师');
  });
});

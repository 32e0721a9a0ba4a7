import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { dataFiles } from '../../src/exports/data-files.ts';
import { describeReport, describeTerms, writeJsonLd } from '../../src/exports/json-ld.ts';
import { tables } from '../../src/exports/tables.ts';
import { element } from '../../src/exports/xml.ts';
import { annotated, second } from '../support/published-plans.ts';

test('every table of mentions says where each stands', () => {
  for (const { name, columns, subject } of tables) {
    if (subject === 'structure') continue;
    expect(
      columns.map((column) => column.name),
      name,
    ).toEqual(expect.arrayContaining(['plan', 'task', 'sentence', 'start', 'end', 'quote']));
  }
});

test('the made-up plan has something for every file', () => {
  for (const { name, isOf } of dataFiles) expect(isOf?.(annotated.plan) ?? true, name).toBe(true);
});

test('what the plan does not use of the site’s lists is not in its data', () => {
  expect(annotated.plan.audiences.map(({ code }) => code)).toEqual(['rural', 'teacher', 'school']);
  expect(annotated.plan.terms.map(({ id }) => id)).toEqual(['dual-qualified', 'rural-student']);
});

const addresses = {
  plan: '/p/',
  data: '/p/data/',
  section: (n: number) => `/p/sections/${n}/`,
  task: (n: number) => `/p/tasks/${n}/`,
  file: (name: string) => `/p/data/${name}`,
};

test('the report’s audience are those whom the plan concerns', () => {
  expect(describeReport(annotated.plan, addresses)['audience']).toEqual([
    { '@type': 'Audience', audienceType: '农村学生' },
    { '@type': 'Audience', audienceType: '教师' },
    { '@type': 'Audience', audienceType: '学校' },
  ]);
  expect(describeReport(second.plan, addresses)).not.toHaveProperty('audience');
});

test('a glossary is a DefinedTermSet of its terms', () => {
  const urls = { glossary: '/glossary/', term: (id: string) => `/glossary/${id}/` };
  expect(describeTerms('名词解释', annotated.plan.terms, urls)).toMatchObject({
    '@type': 'DefinedTermSet',
    '@id': '/glossary/',
    name: '名词解释',
    hasDefinedTerm: [
      {
        '@type': 'DefinedTerm',
        '@id': '/glossary/dual-qualified/',
        termCode: 'dual-qualified',
        name: '双师型',
        alternateName: ['“双师型”教师'],
        description: '一种教师。\n第二段。',
        inDefinedTermSet: { '@id': '/glossary/' },
      },
      { '@id': '/glossary/rural-student/', name: '农村学生' },
    ],
  });
});

test('structured data cannot end its script element', () => {
  const data = { name: '</script><!--' };
  expect(writeJsonLd(data)).not.toContain('<');
  expect(JSON.parse(writeJsonLd(data))).toEqual(data);
});

test('XML gives back what was written, in an attribute and in a text', () => {
  const words = `a "b" 'c' <d> & &amp; ]]> \r\n\t x`;
  const { xml } = element('e', words, { left: undefined, name: words });
  // A reader of XML makes one line end of two, and a space of each in an attribute, but where they are references.
  expect(xml).toBe(
    `<e name="a &quot;b&quot; 'c' &lt;d&gt; &amp; &amp;amp; ]]&gt; &#13;&#10;&#9; x">` +
      `a &quot;b&quot; 'c' &lt;d&gt; &amp; &amp;amp; ]]&gt; &#13;\n\t x</e>`,
  );
  const [read] = parseDocument(xml, { xmlMode: true }).children;
  expect(read && 'attribs' in read && read.attribs).toEqual({ name: words });
  expect(read && DomUtils.textContent(read)).toBe(words);
});

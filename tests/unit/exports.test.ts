import { expect, test } from 'vitest';
import { dataFiles } from '../../src/exports/data-files.ts';
import { describeReport, describeTerms, writeJsonLd } from '../../src/exports/json-ld.ts';
import { tables } from '../../src/exports/tables.ts';
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

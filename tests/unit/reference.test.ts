import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { annotationFiles } from '../../src/kinds/registry.ts';
import {
  fileSchemas,
  listFields,
  makeFileSchema,
  makeReference,
  fileWords,
} from '../../src/reference/reference.ts';
import { listFiles, project, readText } from '../support/site.ts';

test('docs/ is what the schemas say today: `npm run reference` writes it', () => {
  const reference = makeReference();
  expect(
    listFiles(`${project}/docs/fields`)
      .map((file) => `fields/${file}`)
      .concat(listFiles(`${project}/docs/schemas`).map((file) => `schemas/${file}`))
      .sort(),
  ).toEqual([...reference.keys()].sort());
  for (const [path, content] of reference)
    expect(readText(project, 'docs', path), path).toBe(content);
});

test('every kind has a file in the reference', () => {
  for (const file of annotationFiles) expect(Object.keys(fileSchemas)).toContain(file);
});

test.each(Object.keys(fileSchemas))('every field of %s is explained, and no other', (name) => {
  const fields = listFields(name);
  expect(fields.length).toBeGreaterThan(0);
  for (const { meaning } of fields) expect(meaning).toMatch(/\p{Script=Han}/u);
  const paths = fields.map(({ path }) => path);
  for (const path of Object.keys(fileWords[name]?.fields ?? {})) expect(paths).toContain(path);
});

/** The schema of a file of content, by its path. */
const schemaOf = (file: string): string => {
  const name = file.split('/').at(-1)?.replace('.yaml', '') ?? '';
  const isShared = file.includes('vocabulary/') && ['audiences', 'asked'].includes(name);
  return isShared ? `vocabulary-${name}` : name;
};
const roots = [
  'content',
  ...['annotated', 'bodies', 'second'].map((name) => `tests/fixtures/${name}/content`),
];

describe.each(roots)('%s', (root) => {
  test.each(listFiles(`${project}/${root}`, '.yaml'))('%s is valid by the JSON Schema', (file) => {
    const validate = new Ajv({ strict: false, formats: { date: true } }).compile(
      makeFileSchema(schemaOf(file)),
    );
    validate(parse(readText(project, root, file)));
    expect(validate.errors).toBeNull();
  });
});

test.each(listFiles(`${project}/content`, '.yaml'))(
  '%s names its schema for editors’ tools',
  (file) => {
    const [first] = readText(project, 'content', file).split('\n');
    const up = '../'.repeat(file.split('/').length);
    expect(first).toBe(`# yaml-language-server: $schema=${up}docs/schemas/${schemaOf(file)}.json`);
  },
);

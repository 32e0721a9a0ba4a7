import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { readPages } from '../support/pages.ts';
import { parseCsv, readCsv } from '../support/csv.ts';
import { builtSite, listFiles, readText, runBuild, workFolder } from '../support/site.ts';

const folder = `${builtSite}/20xx/data`;
const pages = readPages(builtSite);
const page = (file: string) => {
  const found = pages.find((candidate) => candidate.file === file);
  if (!found) throw new Error(`${file} was not built`);
  return found;
};
const structuredData = (file: string): Record<string, unknown>[] =>
  DomUtils.getElementsByTagName('script', page(file).document.children)
    .filter(({ attribs }) => attribs['type'] === 'application/ld+json')
    .map((script) => JSON.parse(DomUtils.textContent(script)) as Record<string, unknown>);

type Resource = {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: {
    fields: { name: string; type: string; constraints?: { required: boolean } }[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
  };
};
const dataPackage = JSON.parse(readText(folder, 'datapackage.json')) as {
  $schema: string;
  licenses?: unknown;
  resources: Resource[];
};

describe('datapackage.json', () => {
  const { resources } = dataPackage;

  test('names every file of the folder, with its size and hash', () => {
    expect(resources.map(({ path }) => path).sort()).toEqual(
      listFiles(folder).filter((file) => !['datapackage.json', 'index.html'].includes(file)),
    );
    for (const { path, bytes, hash } of resources) {
      const content = readFileSync(`${folder}/${path}`);
      expect(bytes, path).toBe(content.length);
      expect(hash, path).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    }
  });

  test('is of version 2.0, and claims no licence', () => {
    expect(dataPackage.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(dataPackage).not.toHaveProperty('licenses');
  });

  test.each(resources.flatMap((resource) => (resource.schema ? [resource] : [])))(
    'describes the columns of $path, and what it says of them is so',
    ({ path, schema }) => {
      const text = readText(folder, path);
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(parseCsv(text)[0]).toEqual(schema?.fields.map(({ name }) => name));
      const rows = readCsv(text);
      const column = (name: string) => rows.map((row) => row[name]);
      for (const { name, type, constraints } of schema?.fields ?? []) {
        const values = column(name).filter((value) => value !== undefined);
        if (constraints?.required) expect(values, name).toHaveLength(rows.length);
        if (type === 'integer') for (const value of values) expect(value).toMatch(/^-?\d+$/u);
        if (type === 'number') for (const value of values) expect(Number(value)).not.toBeNaN();
      }
      // The profile of Table Schema 2.0 wants at least one, if any.
      expect(schema?.foreignKeys).not.toEqual([]);
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        const other = resources.find(({ name }) => name === reference.resource)?.path ?? path;
        const allowed = readCsv(readText(folder, other)).map(
          (row) => row[reference.fields[0] ?? ''],
        );
        for (const value of column(fields[0] ?? '')) {
          if (value !== undefined) expect(allowed).toContain(value);
        }
      }
    },
  );
});

test('ids of sections, tasks and sentences are anchors of the whole text', () => {
  const { html } = page('20xx/full/index.html');
  for (const name of ['sections', 'tasks', 'sentences']) {
    for (const { id } of readCsv(readText(folder, `${name}.csv`))) {
      if (id?.startsWith('g')) expect(page('20xx/index.html').html).toContain(`id="${id}"`);
      else expect(html, id).toContain(`id="${id}"`);
    }
  }
});

describe('the page about the data', () => {
  const { document } = page('20xx/data/index.html');
  const text = DomUtils.textContent(DomUtils.getElementsByTagName('main', document.children));

  test('links every file, with its size', () => {
    const hrefs = DomUtils.getElementsByTagName('a', document.children).map(
      ({ attribs }) => attribs['href'],
    );
    for (const file of listFiles(folder).filter((name) => name !== 'index.html')) {
      expect(hrefs).toContain(`/20xx/data/${file}`);
      const { length } = readFileSync(`${folder}/${file}`);
      expect(text).toContain(`${file} · ${length.toLocaleString('en')} 字节`);
    }
  });

  test('explains every column of every table', () => {
    const rows = DomUtils.getElementsByTagName('tbody', document.children).map((body) =>
      DomUtils.getElementsByTagName('code', body).map((code) => DomUtils.textContent(code)),
    );
    expect(rows).toEqual(
      dataPackage.resources.flatMap(({ schema }) =>
        schema ? [schema.fields.map(({ name }) => name)] : [],
      ),
    );
  });

  test('says that no licence is known', () => {
    expect(text).toContain('原文没有写明使用许可');
  });
});

describe('structured data', () => {
  test('is on the overview and on the page about the data, and nowhere else', () => {
    const having = pages.map(({ file }) => file).filter((file) => structuredData(file).length > 0);
    expect(having).toEqual(['20xx/data/index.html', '20xx/index.html']);
    expect(structuredData('20xx/index.html')[0]?.['@type']).toBe('Report');
    expect(structuredData('20xx/data/index.html')[0]?.['@type']).toBe('Dataset');
  });

  test('leads to pages and files that are there', () => {
    const built = new Set(listFiles(builtSite));
    const check = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (['@id', 'url', 'contentUrl'].includes(key)) {
          const path = String(inner).replace(/^\//u, '').replace(/\/$/u, '/index.html');
          expect(built, String(inner)).toContain(path);
        }
        check(inner);
      }
    };
    for (const file of ['20xx/index.html', '20xx/data/index.html']) check(structuredData(file));
  });

  test('has whole addresses where the site’s is known; the files stay the same', () => {
    const out = `${workFolder}/whole`;
    const args = ['--out', out, '--base', '/a/', '--site', 'https://example.org'];
    expect(runBuild(args)).toMatchObject({ code: 0 });
    expect(readText(out, '20xx/index.html')).toContain('"@id":"https://example.org/a/20xx/"');
    for (const file of listFiles(folder).filter((name) => name !== 'index.html')) {
      expect(readText(`${out}/20xx/data`, file), file).toBe(readText(folder, file));
    }
  });
});

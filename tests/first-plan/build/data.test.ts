import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { filesWords } from '../../../src/files/words.ts';
import { dataFiles } from '../../../src/exports/data-files.ts';
import { indicatorId, notStated } from '../../../src/exports/stratml.ts';
import type { Target } from '../../../src/kinds/targets/targets.ts';
import { strings } from '../../../src/words/strings.ts';
import { parseCsv, readCsv } from '../../support/csv.ts';
import { type BuiltPage, readPages } from '../../support/pages.ts';
import { origin, shareSite } from '../../support/shared-sites.ts';
import {
  annotatedSite,
  builtSite,
  listFiles,
  readText,
  runBuild,
  workFolder,
} from '../../support/site.ts';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const annotatedRoot = join(workFolder, 'annotated');
rmSync(annotatedRoot, { recursive: true, force: true });
cpSync(annotatedSite, annotatedRoot, { recursive: true });
const annotatedBuild = runBuild(['--root', annotatedRoot]);
if (annotatedBuild.code !== 0) throw new Error(`it does not build:\n${annotatedBuild.stderr}`);
const annotatedBuilt = `${annotatedRoot}/dist`;

/** The plan of this checkout, and a made-up one that has files of every kind. */
const sites = [
  ['20xx', builtSite],
  ['annotated', annotatedBuilt],
] as const;

const folder = `${builtSite}/20xx/data`;
const pages = readPages(builtSite);
const page = (file: string, site = builtSite): BuiltPage => {
  const found = (site === builtSite ? pages : readPages(site)).find(
    (candidate) => candidate.file === file,
  );
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
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
  };
};
type DataPackage = { $schema: string; licenses?: unknown; resources: Resource[] };

test('a site that has something of every kind is built, with every file', () => {
  expect(annotatedBuild).toMatchObject({ code: 0 });
  expect(listFiles(`${annotatedBuilt}/annotated/data`)).toEqual(
    ['index.html', 'datapackage.json', 'plan.txt', ...dataFiles.map(({ name }) => name)].sort(),
  );
});

describe.each(sites)('data of /%s', (plan, site) => {
  const data = `${site}/${plan}/data`;
  const dataPackage = JSON.parse(readText(data, 'datapackage.json')) as DataPackage;
  const { resources } = dataPackage;
  const { document } = page(`${plan}/data/index.html`, site);
  const text = DomUtils.textContent(DomUtils.getElementsByTagName('main', document.children));

  test('datapackage.json names every file of the folder, with its size and hash', () => {
    expect(resources.map(({ path }) => path).sort()).toEqual(
      listFiles(data).filter((file) => !['datapackage.json', 'index.html'].includes(file)),
    );
    for (const { path, bytes, hash } of resources) {
      const content = readFileSync(`${data}/${path}`);
      expect(bytes, path).toBe(content.length);
      expect(hash, path).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    }
  });

  test('datapackage.json is of version 2.0, and claims no licence', () => {
    expect(dataPackage.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(dataPackage).not.toHaveProperty('licenses');
  });

  test.each(resources.flatMap((resource) => (resource.schema ? [resource] : [])))(
    'datapackage.json describes the columns of $path, and what it says of them is so',
    ({ path, schema }) => {
      const csv = readText(data, path);
      expect(csv.startsWith('\ufeff')).toBe(true);
      expect(parseCsv(csv)[0]).toEqual(schema?.fields.map(({ name }) => name));
      const rows = readCsv(csv);
      expect(rows.length, 'a file without rows').toBeGreaterThan(0);
      const column = (name: string) => rows.map((row) => row[name]);
      for (const { name, type, constraints } of schema?.fields ?? []) {
        const values = column(name).filter((value) => value !== undefined);
        if (constraints?.required) expect(values, name).toHaveLength(rows.length);
        if (type === 'integer') for (const value of values) expect(value).toMatch(/^-?\d+$/u);
        if (type === 'number') for (const value of values) expect(Number(value)).not.toBeNaN();
        if (type === 'array')
          for (const value of values) expect(JSON.parse(value)).toBeInstanceOf(Array);
      }
      const keys = rows.map((row) => schema?.primaryKey?.map((name) => row[name]).join(' '));
      if (schema?.primaryKey) expect(new Set(keys).size).toBe(rows.length);
      // The profile of Table Schema 2.0 wants at least one, if any.
      expect(schema?.foreignKeys).not.toEqual([]);
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        const other = resources.find(
          ({ name }) => name === (reference.resource ?? path.replace('.', '-')),
        );
        if (!other) throw new Error(`${path} refers to ${reference.resource}`);
        const allowed = readCsv(readText(data, other.path)).map(
          (row) => row[reference.fields[0] ?? ''],
        );
        for (const value of column(fields[0] ?? '')) {
          if (value !== undefined) expect(allowed).toContain(value);
        }
      }
    },
  );

  test('plan.json is valid against plan.schema.json', () => {
    const schema = JSON.parse(readText(data, 'plan.schema.json')) as Record<string, unknown>;
    const formats = { date: /^\d{4}-\d{2}-\d{2}$/u };
    const validate = new Ajv2020({ strictTuples: false, formats }).compile(schema);
    validate(JSON.parse(readText(data, 'plan.json')));
    expect(validate.errors).toBeNull();
  });

  test('the page about the data links every file, with its size', () => {
    const hrefs = DomUtils.getElementsByTagName('a', document.children).map(
      ({ attribs }) => attribs['href'],
    );
    for (const file of listFiles(data).filter((name) => name !== 'index.html')) {
      expect(hrefs).toContain(`/${plan}/data/${file}`);
      const { length } = readFileSync(`${data}/${file}`);
      const afterName = text
        .split(file)
        .map((after) => /^[^，。]+，([\d.]+ \S?B)/u.exec(after)?.[1]);
      expect(afterName, file).toContain(filesWords.size(length));
    }
  });

  test('the page about the data explains every column of every table', () => {
    const rows = DomUtils.getElementsByTagName('tbody', document.children).map((body) =>
      DomUtils.getElementsByTagName('code', body).map((code) => DomUtils.textContent(code)),
    );
    expect(rows).toEqual(
      resources.flatMap(({ schema }) => (schema ? [schema.fields.map(({ name }) => name)] : [])),
    );
  });

  test('the page about the data says that no licence is known', () => {
    expect(text).toContain('原文没有写明使用许可');
  });
});

test('the page of figures, the tables, plan.json and StratML agree on every target', () => {
  const csv = readCsv(readText(folder, 'targets.csv'));
  const json = JSON.parse(readText(folder, 'targets.json')) as Target[];
  const whole = JSON.parse(readText(folder, 'plan.json')) as { targets: Target[] };
  const list = page('20xx/targets/index.html').document.children;
  const xml = parseDocument(readText(folder, 'stratml-2.xml'), { xmlMode: true }).children;
  const indicators = DomUtils.getElementsByTagName('PerformanceIndicator', xml);
  expect(csv.length).toBeGreaterThan(30);
  expect(json).toEqual(whole.targets);
  expect(json.map(({ id }) => id)).toEqual(csv.map(({ id }) => id));
  expect(indicators).toHaveLength(csv.length);
  const textsOf = (within: Element | undefined, name: string): string[] =>
    within
      ? DomUtils.getElementsByTagName(name, within.children).map((found) =>
          DomUtils.textContent(found).trim(),
        )
      : [];
  const shown = DomUtils.getElementsByTagName('table', list)
    .flatMap((table) => DomUtils.getElementsByTagName('tr', table))
    .filter(({ attribs }) => attribs['id'] !== undefined);
  expect(shown.map(({ attribs }) => attribs['id']).sort()).toEqual(csv.map(({ id }) => id).sort());

  csv.forEach((row, i) => {
    const { id = '', number = '', indicator, kind = '', task, sentence } = row;
    const unit = row['unit'] ?? '';
    const target = json[i];
    expect(target, id).toMatchObject({
      id,
      unit,
      indicator,
      kind,
      value: Number(row['value']),
      multiplier: Number(row['multiplier']),
      normalised: Number(row['normalised']),
      quantity: { text: number, start: Number(row['numberStart']), end: Number(row['numberEnd']) },
      span: { text: row['quote'], start: Number(row['start']), end: Number(row['end']) },
    });
    expect(target?.qualifier).toBe(row['qualifier']);
    expect(target?.upTo?.toString()).toBe(row['upTo']);

    const line = shown.find(({ attribs }) => attribs['id'] === id);
    const [printed = '', kindName, place] = textsOf(line, 'td');
    expect(printed, id).toContain(number);
    expect(textsOf(line, 'th'), id).toEqual([indicator]);
    const kindSaid = strings.targetKind[kind as Target['kind']];
    const ofTotal = csv.find((other) => other['id'] === row['of'])?.['qualifier'];
    // A part is as much planned as its total is.
    const inherited = kind === 'part' ? `随总数：${ofTotal}` : `随增长的指标：${ofTotal}`;
    expect(kindName, id).toBe(kind === 'part' ? kindSaid + inherited : kindSaid);
    if (task !== undefined) expect(place, id).toBe(`第${task}项第${sentence}句`);

    const own = page(`20xx/targets/${id}/index.html`).document.children;
    const [main] = DomUtils.getElementsByTagName('main', own);
    const facts = textsOf(main, 'dd');
    const grouped = Number(row['normalised']).toLocaleString('en', { useGrouping: 'min2' });
    expect(facts, id).toContain(`${grouped}${unit}`);
    expect(facts, id).toContain(
      row['qualifier'] ?? (ofTotal === undefined ? '原文没有限定词' : inherited),
    );
    expect(textsOf(main, 'h1')[0], id).toContain(number);
    expect(textsOf(main, 'h1')[0], id).toContain(indicator);

    const found = indicators.find(
      (candidate) => textsOf(candidate, 'Identifier')[0] === indicatorId(id),
    );
    expect(textsOf(found, 'MeasurementDimension'), id).toEqual([indicator]);
    expect(textsOf(found, 'UnitOfMeasurement'), id).toEqual([unit || notStated]);
    expect(textsOf(found, 'NumberOfUnits').map(Number), id).toEqual(
      [row['normalised'], row['upTo']].filter((end) => end !== undefined).map(Number),
    );
    expect(textsOf(found, 'DescriptorValue')[0], id).toBe(row['qualifier']);
    expect(textsOf(found, 'Description')[0], id).toBe(row['quote']);
  });
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

describe('structured data', () => {
  test('is on the overview and on the page about the data, and else of the glossary only', () => {
    const having = pages
      .map(({ file }) => file)
      .filter((file) => !file.startsWith('glossary/') && structuredData(file).length > 0);
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

  test('has whole addresses where the site’s is known; the files stay the same', async () => {
    const { code, out } = await shareSite('based');
    expect(code).toBe(0);
    expect(readText(out, '20xx/index.html')).toContain(`"@id":"${origin}/a/b/20xx/"`);
    for (const file of listFiles(folder).filter((name) => name !== 'index.html')) {
      expect(readText(`${out}/20xx/data`, file), file).toBe(readText(folder, file));
    }
  });
});

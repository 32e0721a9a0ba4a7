import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { dataFiles } from '../../src/exports/data-files.ts';
import { describeDataset, describeReport, writeJsonLd } from '../../src/exports/json-ld.ts';
import { indicatorId } from '../../src/exports/stratml.ts';
import { type PlanTree, planTreeSchema } from '../../src/plan/tree.ts';
import type { Target } from '../../src/plan/targets.ts';
import { readCsv } from '../support/csv.ts';
import { firstPlan, firstSeed } from '../support/first-plan.ts';
import { secondPlan, secondSeed } from '../support/second-plan.ts';
import { project, readText } from '../support/site.ts';

const write = (tree: PlanTree, name: string): string => {
  const file = dataFiles.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`no file ${name}`);
  return file.write(tree);
};
const slice = (seed: string, start: number, end: number): string =>
  Array.from(seed).slice(start, end).join('');

const [model] = firstPlan.targets;
if (!model) throw new Error('the plan has no targets');

/** Figures such as the first plan does not have: ranges, no unit, outside every task, perilous text. */
const oddTargets: Target[] = [
  { ...model, id: '1-range', value: 3, upTo: 5, normalised: 3, multiplier: 1, decimals: 0 },
  { ...model, id: 't01', unit: '', value: 1e-7, normalised: 1e21, qualifier: '不少于' },
  { ...model, id: 'lead', task: undefined, section: 2, indicator: '=1+1 <&> "甲",乙\n' },
  { ...model, id: 'general', task: undefined, part: 'general', beneficiary: "'@x" },
];
const oddPlan: PlanTree = { ...firstPlan, targets: oddTargets };

const trees = [
  ['the first plan', firstPlan, firstSeed],
  ['a plan of another form', secondPlan, secondSeed],
  ['odd figures', oddPlan, firstSeed],
] as const;

describe.each(trees)('tables of %s', (_name, tree, seed) => {
  const tables = ['targets', 'sections', 'tasks', 'sentences'] as const;

  test.each(tables)('%s.csv: offsets sliced from the source give the quotation', (name) => {
    for (const { start, end, quote } of readCsv(write(tree, `${name}.csv`))) {
      expect(slice(seed, Number(start), Number(end))).toBe(quote ?? '');
    }
  });

  test.each(tables)('%s.csv: every id is there once', (name) => {
    const ids = readCsv(write(tree, `${name}.csv`)).map(({ id }) => id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('targets.csv put back gives the same targets', () => {
    const read = readCsv(write(tree, 'targets.csv')).map(targetOf);
    expect(read.map((target) => ({ ...target, line: 0 }))).toEqual(
      // Which few figures a first page shows large says nothing of the figure.
      tree.targets.map(({ occurrence: _occurrence, key: _key, ...target }) => ({
        ...target,
        span: { ...target.span, line: undefined },
        quantity: { ...target.quantity, line: undefined },
        quote: target.span.text,
        line: 0,
      })),
    );
  });

  test('targets.json holds the same targets, and plan.json all there is', () => {
    const json = JSON.parse(write(tree, 'targets.json'), (_key, value) => value as unknown);
    expect(json).toEqual(JSON.parse(JSON.stringify(tree.targets)));
    const { $schema, ...plan } = JSON.parse(write(tree, 'plan.json')) as Record<string, unknown>;
    expect($schema).toBe('plan.schema.json');
    expect(plan).toEqual(JSON.parse(JSON.stringify(tree)));
  });

  test('every sentence of the plan is a row of sentences.csv, in order', () => {
    const rows = readCsv(write(tree, 'sentences.csv'));
    const all = [
      ...tree.plan.general,
      ...tree.sections.flatMap(({ lead, groups }) => [
        ...lead,
        ...groups.flatMap((group) => group.lead),
      ]),
      ...tree.tasks.flatMap(({ sentences }) => sentences),
    ].sort((a, b) => a.start - b.start);
    expect(rows.map(({ quote }) => quote)).toEqual(all.map(({ text }) => text));
  });
});

/** A target made of a row of targets.csv; `section` of a task's row is not its place. */
function targetOf(row: Record<string, string>): Record<string, unknown> {
  const number = (name: string): Record<string, number> =>
    row[name] === undefined ? {} : { [name]: Number(row[name]) };
  const text = (name: string): Record<string, string> =>
    row[name] === undefined ? {} : { [name]: row[name] };
  const span = (start?: string, end?: string, words?: string): Record<string, unknown> => ({
    start: Number(start),
    end: Number(end),
    line: undefined,
    text: words,
  });
  return {
    ...[
      'id',
      'plan',
      'part',
      'kind',
      'of',
      'addsTo',
      'indicator',
      'label',
      'beneficiary',
      'qualifier',
    ]
      .map(text)
      .reduce((all, field) => ({ ...all, ...field })),
    ...['task', 'sentence', 'value', 'upTo', 'decimals', 'multiplier', 'normalised']
      .map(number)
      .reduce((all, field) => ({ ...all, ...field })),
    ...(row['task'] === undefined ? number('section') : {}),
    unit: row['unit'] ?? '',
    quote: row['quote'],
    span: span(row['start'], row['end'], row['quote']),
    quantity: span(row['numberStart'], row['numberEnd'], row['number']),
  };
}

describe('plan.schema.json', () => {
  const schema = JSON.parse(write(firstPlan, 'plan.schema.json')) as Record<string, unknown>;
  const validate = new Ajv2020({ allErrors: true }).compile(schema);

  test.each(trees)('allows plan.json of %s, as the schemas of the content do', (name, tree) => {
    const { $schema, ...plan } = JSON.parse(write(tree, 'plan.json')) as Record<string, unknown>;
    validate({ $schema, ...plan });
    expect(validate.errors ?? []).toEqual([]);
    expect(planTreeSchema.safeParse(plan).success, name).toBe(true);
  });

  test('is one for all plans, and refuses what no plan is', () => {
    expect(write(secondPlan, 'plan.schema.json')).toBe(write(firstPlan, 'plan.schema.json'));
    const plan = JSON.parse(write(firstPlan, 'plan.json')) as { targets: unknown[] };
    expect(validate({ ...plan, targets: [{ ...model, kind: 'promise' }] })).toBe(false);
    expect(validate({ ...plan, more: 1 })).toBe(false);
  });
});

describe.each([
  ['stratml-1.xml', 'StrategicPlanISOVersion20140401.xsd'],
  ['stratml-2.xml', 'PerformancePlanOrReport20160216.xsd'],
])('%s', (name, xsd) => {
  const schema = readText(project, 'tests/fixtures/stratml', xsd);

  test.each(trees)('of %s is valid against its schema', async (_name, tree) => {
    const { valid, errors } = await validateXML({ xml: write(tree, name), schema });
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(valid).toBe(true);
  });

  test('with children in another order is not', async () => {
    const moved = write(firstPlan, name).replace(
      /(<Identifier>t02<\/Identifier>)\n(<SequenceIndicator>[^<]*<\/SequenceIndicator>)/u,
      '$2\n$1',
    );
    expect((await validateXML({ xml: moved, schema })).valid).toBe(false);
  });

  test('uses every identifier once', () => {
    // xmllint does not check that an xsd:ID is unique.
    for (const [, tree] of trees) {
      const document = parseDocument(write(tree, name), { xmlMode: true });
      const ids = find(document, 'Identifier').map((found) => DomUtils.textContent(found));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(tree.tasks.length);
    }
  });

  test('has the general requirement, every section and every task, word for word', () => {
    for (const [, tree, seed] of trees) {
      const document = parseDocument(write(tree, name), { xmlMode: true });
      const [mission] = find(document, 'Mission');
      expect(textIn(mission, 'Description')).toBe(wordsOf(tree.plan.general, seed));
      const goals = find(document, 'Goal').filter((goal) =>
        /^p\d+$/u.test(textIn(goal, 'Identifier') ?? ''),
      );
      expect(goals.map((goal) => textIn(goal, 'Name'))).toEqual(
        tree.sections.map(({ title }) => title?.text ?? '原文未载明'),
      );
      const objectives = find(document, 'Objective').filter((objective) =>
        /^t\d+$/u.test(textIn(objective, 'Identifier') ?? ''),
      );
      expect(objectives.map((objective) => textIn(objective, 'Description'))).toEqual(
        tree.tasks.map(({ sentences }) => wordsOf(sentences, seed)),
      );
    }
  });

  test('keeps the words of a group, for which the standard has no element', () => {
    expect(write(secondPlan, name)).toContain('所在组：（一）备课\n本节有一句导语。');
  });

  test('says nothing of an issuer or a date that the source does not give', () => {
    expect(write(firstPlan, name)).not.toMatch(/<Organization|Date>|<AdministrativeInformation/u);
    expect(write(firstPlan, name)).toContain('发文机关：原文未载明。');
    expect(write(secondPlan, name)).toContain(
      '<Organization>\n<Name>某市第二小学</Name>\n</Organization>',
    );
  });
});

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const find = (within: Document | Element, name: string): Element[] =>
  DomUtils.getElementsByTagName(name, within.children);
const textIn = (within: Element | undefined, name: string): string | undefined => {
  const [child] = within ? find(within, name) : [];
  return child && DomUtils.textContent(child);
};
const wordsOf = (
  parts: readonly { start: number; end: number }[],
  seed: string,
): string | undefined =>
  parts.length === 0 ? undefined : slice(seed, parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0);

test('stratml-2.xml, targets.csv and the data set’s variables agree on every target', () => {
  for (const [, tree] of trees) {
    const document = parseDocument(write(tree, 'stratml-2.xml'), { xmlMode: true });
    const indicators = new Map(
      find(document, 'PerformanceIndicator').map((found) => [textIn(found, 'Identifier'), found]),
    );
    const rows = readCsv(write(tree, 'targets.csv'));
    expect(indicators.size).toBe(rows.length);
    const { variableMeasured = [] } = describeDataset(tree, [], addresses) as {
      variableMeasured?: Record<string, unknown>[];
    };
    expect(variableMeasured).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      const found = indicators.get(indicatorId(row['id'] ?? ''));
      const results = found ? find(found, 'TargetResult') : [];
      expect(textIn(found, 'MeasurementDimension')).toBe(row['indicator']);
      expect(textIn(found, 'UnitOfMeasurement')).toBe(row['unit'] ?? '原文未载明');
      expect(results.map((result) => Number(textIn(result, 'NumberOfUnits')))).toEqual(
        [row['normalised'], row['upTo']].filter((end) => end !== undefined).map(Number),
      );
      for (const result of results) {
        expect(textIn(result, 'DescriptorValue')).toBe(row['qualifier']);
        expect(textIn(result, 'Description')).toBe(row['quote']);
      }
      expect(textIn(found, 'ReferentIdentifier')).toBe(
        row['of'] === undefined ? undefined : indicatorId(row['of']),
      );
      const other = textIn(found, 'OtherInformation');
      expect(other).toContain(`（${row['kind']}）`);
      expect(other).toContain(`受益者：${row['beneficiary']}。`);
      expect(other).toContain(`原文印作：${row['number']}。`);
      const owner = (found?.parent as Element | null) ?? undefined;
      if (row['task'] !== undefined) {
        expect(textIn(owner, 'Identifier')).toBe(`t${row['task'].padStart(2, '0')}`);
      }
      expect(variableMeasured[i]).toMatchObject({
        propertyID: row['id'],
        name: row['indicator'],
        description: row['quote'],
        ...(row['upTo'] === undefined
          ? { value: Number(row['normalised']) }
          : { minValue: Number(row['normalised']), maxValue: Number(row['upTo']) }),
      });
    });
  }
});

const addresses = {
  plan: '/p/',
  data: '/p/data/',
  section: (n: number) => `/p/sections/${n}/`,
  task: (n: number) => `/p/tasks/${n}/`,
  file: (name: string) => `/p/data/${name}`,
};

test('the report’s parts are the sections, and theirs the tasks', () => {
  for (const [, tree] of trees) {
    const report = describeReport(tree, addresses) as {
      hasPart: { '@id': string; hasPart: { '@id': string; name: string }[] }[];
    };
    expect(report.hasPart.map((part) => part['@id'])).toEqual(
      tree.sections.map(({ n }) => `/p/sections/${n}/`),
    );
    expect(report.hasPart.flatMap(({ hasPart }) => hasPart.map(({ name }) => name))).toEqual(
      tree.tasks.map(({ title }) => title.text),
    );
  }
});

test('structured data cannot end its script element', () => {
  const data = { name: '</script><!--' };
  expect(writeJsonLd(data)).not.toContain('<');
  expect(JSON.parse(writeJsonLd(data))).toEqual(data);
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { dataFiles } from '../../../src/exports/data-files.ts';
import { describeDataset, describeReport } from '../../../src/exports/json-ld.ts';
import { type PublishedPlan, publishedPlanSchema } from '../../../src/exports/published-plan.ts';
import { indicatorId } from '../../../src/exports/stratml.ts';
import { tables } from '../../../src/exports/tables.ts';
import type { Target } from '../../../src/kinds/targets/targets.ts';
import { readCsv } from '../../support/csv.ts';
import { annotated, first, second } from '../../support/published-plans.ts';
import { project, readText } from '../../support/site.ts';

const fileNamed = (name: string) => {
  const file = dataFiles.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`no file ${name}`);
  return file;
};
const write = (plan: PublishedPlan, name: string): string => fileNamed(name).write(plan);
const slice = (seed: string, start: number, end: number): string =>
  Array.from(seed).slice(start, end).join('');

const [model] = first.plan.targets;
if (!model) throw new Error('the plan has no targets');

/** Figures such as the first plan does not have: ranges, no unit, outside every task, perilous text. */
const oddTargets: Target[] = [
  { ...model, id: '1-range', value: 3, upTo: 5, normalised: 3, multiplier: 1, decimals: 0 },
  { ...model, id: 't01', unit: '', value: 1e-7, normalised: 1e21, qualifier: '不少于' },
  { ...model, id: 'lead', task: undefined, section: 2, indicator: '=1+1 <&> "甲",乙\n' },
  { ...model, id: 'general', task: undefined, part: 'general', beneficiary: "'@x" },
];
const oddPlan: PublishedPlan = { ...first.plan, targets: oddTargets };

const plans = [
  ['the first plan', first.plan, first.seed],
  ['a plan of another form', second.plan, second.seed],
  ['odd figures', oddPlan, first.seed],
  ['a plan with a little of everything', annotated.plan, annotated.seed],
] as const;

describe.each(plans)('tables of %s', (_name, plan, seed) => {
  test.each(tables)('$name, CSV: offsets sliced from the source give the words', ({ name }) => {
    for (const row of readCsv(write(plan, `${name}.csv`))) {
      for (const [start, end, words] of wordColumns) {
        expect(slice(seed, Number(row[start]), Number(row[end])), words).toBe(row[words] ?? '');
      }
    }
  });

  test.each(tables)('$name, CSV: no two rows have the same key', ({ name, key }) => {
    if (key.length === 0) return;
    const keys = readCsv(write(plan, `${name}.csv`)).map((row) =>
      key
        .map((column) => {
          expect(row).toHaveProperty(column);
          return row[column];
        })
        .join(' '),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(tables)(
    '$name, CSV: there is a row for each mention, and a file if there are any',
    ({ name, count }) => {
      const mentions = mentionsOf(plan)[name];
      expect(readCsv(write(plan, `${name}.csv`))).toHaveLength(mentions ?? 0);
      expect(count(plan)).toBe(mentions);
      expect(fileNamed(`${name}.csv`).isOf?.(plan)).toBe((mentions ?? 0) > 0);
    },
  );

  const withLists = tables.flatMap(({ name, lists }) => (lists ? [{ name, lists }] : []));

  test.each(withLists)('$name, CSV: put back, it gives the same records', ({ name, lists }) => {
    const rebuilt = rebuild[name]?.(readCsv(write(plan, `${name}.csv`)));
    for (const list of lists) {
      const records = withoutTools(plan[list]) as unknown[];
      expect(rebuilt?.[list], list).toEqual(records);
    }
  });

  test.each(withLists)('$name, JSON: holds the same records as plan.json', ({ name, lists }) => {
    const json: unknown = JSON.parse(write(plan, `${name}.json`));
    const whole = JSON.parse(write(plan, 'plan.json')) as Record<string, unknown>;
    expect(json).toEqual(
      lists.length === 1
        ? whole[lists[0]]
        : Object.fromEntries(lists.map((list) => [list, whole[list]])),
    );
    expect(fileNamed(`${name}.json`).isOf?.(plan)).toBe(fileNamed(`${name}.csv`).isOf?.(plan));
  });

  test('plan.json holds all there is', () => {
    const { $schema, ...json } = JSON.parse(write(plan, 'plan.json')) as Record<string, unknown>;
    expect($schema).toBe('plan.schema.json');
    expect(json).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  test('every sentence of the plan is a row of sentences.csv, in order', () => {
    const rows = readCsv(write(plan, 'sentences.csv'));
    expect(rows.map(({ quote }) => quote)).toEqual(sentencesOf(plan).map(({ text }) => text));
  });

  test('audiences and terms are those that the plan uses', () => {
    const codes = plan.concerns.map(({ code }) => code);
    expect(new Set(plan.audiences.map(({ code }) => code))).toEqual(new Set(codes));
    for (const { term, aliases, uses } of plan.terms) {
      for (const { span } of uses) expect([term, ...aliases]).toContain(span.text);
    }
  });
});

/** Columns of words, with those of their places. */
const wordColumns = [
  ['start', 'end', 'quote'],
  ['numberStart', 'numberEnd', 'number'],
  ['nameStart', 'nameEnd', 'printed'],
  ['summary_start', 'summary_end', 'summary_quote'],
  ['other_start', 'other_end', 'other_quote'],
] as const;

const sentencesOf = ({ plan, sections, tasks }: PublishedPlan) =>
  [
    ...plan.general,
    ...sections.flatMap(({ lead, groups }) => [...lead, ...groups.flatMap((group) => group.lead)]),
    ...tasks.flatMap(({ sentences }) => sentences),
  ].sort((a, b) => a.start - b.start);

/** How many rows each table must have. */
function mentionsOf(plan: PublishedPlan): Record<string, number> {
  const count = (things: readonly { mentions: readonly unknown[] }[]): number =>
    things.flatMap(({ mentions }) => mentions).length;
  return {
    sections: plan.sections.length,
    tasks: plan.tasks.length,
    sentences: sentencesOf(plan).length,
    targets: plan.targets.length,
    numerals: plan.numerals.length,
    documents: count(plan.documents),
    initiatives: count(plan.initiatives),
    meetings: count(plan.meetings),
    phrases: plan.phrases.length,
    audiences: plan.concerns.length,
    responsible: count(plan.responsible),
    links: plan.relations.length,
    notes: count(plan.notes),
    glossary: plan.terms.flatMap(({ uses }) => uses).length,
  };
}

/** Records without what helps editors and pages only; a line is known from its place. */
function withoutTools(records: unknown): unknown {
  return JSON.parse(
    JSON.stringify(records),
    function dropTools(this: unknown, key, value: unknown) {
      const isTool = ['occurrence', 'line'].includes(key) || (key === 'key' && value === true);
      return isTool ? undefined : value;
    },
  );
}

type Row = Record<string, string>;
type Records = Partial<Record<keyof PublishedPlan, unknown[]>>;

const texts = (row: Row, ...names: string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
const numbers = (row: Row, ...names: string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(texts(row, ...names)).map(([name, value]) => [name, Number(value)]),
  );
const listIn = (row: Row, name: string): unknown => JSON.parse(row[name] ?? '[]');
const span = (row: Row, start: string, end: string, words: string) => ({
  start: Number(row[start]),
  end: Number(row[end]),
  text: row[words],
});

/** A quotation; `section` of a row in a task is not its place. */
function anchored(whole: Row, prefix = ''): Record<string, unknown> {
  const row = Object.fromEntries(
    Object.entries(whole).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
  return {
    ...texts(row, 'part', 'quote'),
    ...numbers(row, 'sentence', row['task'] === undefined ? 'section' : 'task'),
    span: span(row, 'start', 'end', 'quote'),
  };
}

/** Rows of one thing, told by one column, in order. */
const grouped = (rows: Row[], column: string): [Row, ...Row[]][] =>
  [...Map.groupBy(rows, (row) => row[column]).values()] as [Row, ...Row[]][];

/** A thing with its mentions, in order. */
const mentioned = (
  rows: Row[],
  about: (row: Row) => Record<string, unknown>,
  mentionOf: (row: Row) => Record<string, unknown> = anchored,
): unknown[] =>
  grouped(rows, 'id').map((own) => {
    expect(own.map(({ mention }) => Number(mention))).toEqual(own.map((_, i) => i + 1));
    return {
      ...texts(own[0], 'id', 'plan'),
      ...about(own[0]),
      mentions: own.map((row) => mentionOf(row)),
    };
  });
const named =
  (...names: string[]) =>
  (row: Row): Record<string, unknown> => ({
    ...texts(row, 'name', 'note', ...names),
    aliases: listIn(row, 'aliases'),
  });
const nameMention = (row: Row): Record<string, unknown> => ({
  ...anchored(row),
  ...texts(row, 'action', 'role'),
  name: span(row, 'nameStart', 'nameEnd', 'printed'),
});

/** What a stranger makes of the rows of each table. */
const rebuild: Record<string, (rows: Row[]) => Records> = {
  targets: (rows) => ({
    targets: rows.map((row) => ({
      ...texts(row, 'id', 'plan', 'kind', 'of', 'addsTo', 'indicator', 'label', 'beneficiary'),
      ...texts(row, 'qualifier', 'scope', 'side', 'note'),
      ...numbers(row, 'value', 'upTo', 'decimals', 'multiplier', 'normalised'),
      ...anchored(row),
      unit: row['unit'] ?? '',
      quantity: span(row, 'numberStart', 'numberEnd', 'number'),
    })),
  }),
  numerals: (rows) => ({
    numerals: rows.map((row) => ({ ...texts(row, 'plan', 'kind', 'meaning'), ...anchored(row) })),
  }),
  documents: (rows) => ({ documents: mentioned(rows, named('kind', 'status'), nameMention) }),
  initiatives: (rows) => ({
    initiatives: mentioned(
      rows,
      (row) => ({
        ...named('kind', 'summary')(row),
        ...(row['summary'] === undefined ? {} : { summaryQuote: anchored(row, 'summary_') }),
      }),
      nameMention,
    ),
  }),
  meetings: (rows) => ({ meetings: mentioned(rows, named('status'), nameMention) }),
  responsible: (rows) => ({ responsible: mentioned(rows, named(), nameMention) }),
  phrases: (rows) => ({
    phrases: rows.map((row) => ({ ...texts(row, 'plan', 'kind', 'meaning'), ...anchored(row) })),
  }),
  audiences: (rows) => ({
    audiences: grouped(rows, 'code')
      .map(([row]) => ({
        ...texts(row, 'code', 'name', 'group', 'definition'),
        order: Number(row['order']),
        see: listIn(row, 'see'),
      }))
      .sort((a, b) => a.order - b.order),
    concerns: rows.map((row) => ({
      ...texts(row, 'plan', 'code', 'role', 'basis', 'why'),
      ...anchored(row),
    })),
  }),
  links: (rows) => ({
    relations: rows.map((row) => ({
      ...texts(row, 'plan', 'relation', 'reason'),
      ...(row['shared'] === undefined
        ? {}
        : { shared: { id: row['shared'], name: row['sharedName'] } }),
      from: anchored(row),
      to: { task: Number(row['other']), ...anchored(row, 'other_') },
    })),
  }),
  notes: (rows) => ({
    notes: mentioned(rows, (row) =>
      texts(row, 'kind', 'masks', 'title', 'text', 'reading', 'certainty'),
    ),
  }),
  glossary: (rows) => ({
    terms: grouped(rows, 'id').map((own) => ({
      ...texts(own[0], 'id', 'term', 'source', 'definition'),
      aliases: listIn(own[0], 'aliases'),
      related: listIn(own[0], 'related'),
      uses: own.map((row) => ({
        ...numbers(row, 'task', 'sentence'),
        span: span(row, 'start', 'end', 'quote'),
      })),
    })),
  }),
};

describe('plan.schema.json', () => {
  const schema = JSON.parse(write(first.plan, 'plan.schema.json')) as Record<string, unknown>;
  const validate = new Ajv2020({
    allErrors: true,
    strictTuples: false,
    formats: { date: true },
  }).compile(schema);

  test.each(plans)('allows plan.json of %s, as the schemas of the content do', (name, tree) => {
    const { $schema, ...plan } = JSON.parse(write(tree, 'plan.json')) as Record<string, unknown>;
    validate({ $schema, ...plan });
    expect(validate.errors ?? []).toEqual([]);
    expect(publishedPlanSchema.safeParse(plan).success, name).toBe(true);
  });

  test('is one for all plans, and refuses what no plan is', () => {
    expect(write(second.plan, 'plan.schema.json')).toBe(write(first.plan, 'plan.schema.json'));
    const plan = JSON.parse(write(first.plan, 'plan.json')) as { targets: unknown[] };
    expect(validate({ ...plan, targets: [{ ...model, kind: 'promise' }] })).toBe(false);
    expect(validate({ ...plan, more: 1 })).toBe(false);
    const { documents } = annotated.plan;
    expect(validate({ ...plan, documents })).toBe(true);
    expect(validate({ ...plan, documents: [{ ...documents[0], mentions: [] }] })).toBe(false);
  });
});

describe.each([
  ['stratml-1.xml', 'StrategicPlanISOVersion20140401.xsd'],
  ['stratml-2.xml', 'PerformancePlanOrReport20160216.xsd'],
])('%s', (name, xsd) => {
  const schema = readText(project, 'tests/fixtures/stratml', xsd);

  test.each(plans)('of %s is valid against its schema', async (_name, tree) => {
    const { valid, errors } = await validateXML({ xml: write(tree, name), schema });
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(valid).toBe(true);
  });

  test('with children in another order is not', async () => {
    const moved = write(first.plan, name).replace(
      /(<Identifier>t02<\/Identifier>)\n(<SequenceIndicator>[^<]*<\/SequenceIndicator>)/u,
      '$2\n$1',
    );
    expect((await validateXML({ xml: moved, schema })).valid).toBe(false);
  });

  test('uses every identifier once', () => {
    // xmllint does not check that an xsd:ID is unique.
    for (const [, tree] of plans) {
      const document = parseDocument(write(tree, name), { xmlMode: true });
      const ids = find(document, 'Identifier').map((found) => DomUtils.textContent(found));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(tree.tasks.length);
    }
  });

  test('has the general requirement, every section and every task, word for word', () => {
    for (const [, tree, seed] of plans) {
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
    expect(write(second.plan, name)).toContain('所在组：（一）备课\n本节有一句导语。');
  });

  test('names those whom each task concerns, with what they are to it, and the words', () => {
    for (const [, plan] of plans) {
      const document = parseDocument(write(plan, name), { xmlMode: true });
      const rows = readCsv(write(plan, 'audiences.csv'));
      for (const { n } of plan.tasks) {
        const [objective] = find(document, 'Objective').filter(
          (found) => textIn(found, 'Identifier') === `t${String(n).padStart(2, '0')}`,
        );
        const own = rows.filter(({ task }) => Number(task) === n);
        const codes = plan.audiences.filter(({ code }) => own.some((row) => row['code'] === code));
        const stakeholders = objective ? find(objective, 'Stakeholder') : [];
        const names = stakeholders.map((found) => textIn(found, 'Name'));
        expect(names.slice(0, codes.length)).toEqual(codes.map((audience) => audience.name));
        // No one is named twice, even if a figure's beneficiary has the name of an audience.
        expect(new Set(names).size).toBe(names.length);
        codes.forEach(({ code, definition }, i) => {
          const found = stakeholders[i];
          const roles = found ? find(found, 'Role') : [];
          const concerns = own.filter((row) => row['code'] === code);
          expect(textIn(found, 'Description')).toContain(definition);
          for (const { role, quote, why } of concerns) {
            const inRole = roles.find((one) => textIn(one, 'Name') === roleNames[role ?? '']);
            // The standard has a type for two of the roles; the others have none rather than a wrong one.
            if (name === 'stratml-2.xml') {
              expect(inRole && textIn(inRole, 'RoleType')).toBe(roleTypes[role ?? '']);
            }
            const words = textIn(name === 'stratml-2.xml' ? inRole : found, 'Description');
            expect(words).toContain(`“${quote}”`);
            if (why !== undefined) expect(words).toContain(`编者推断：${why}`);
          }
          const rolesWanted = new Set(concerns.map(({ role }) => role)).size;
          expect(roles).toHaveLength(name === 'stratml-2.xml' ? rolesWanted : 0);
        });
      }
    }
  });

  test('says nothing of an issuer or a date that the source does not give', () => {
    expect(write(first.plan, name)).not.toMatch(/<Organization|Date>|<AdministrativeInformation/u);
    expect(write(first.plan, name)).toContain('发文机关：原文未载明。');
    expect(write(second.plan, name)).toContain(
      '<Organization>\n<Name>某市第二小学</Name>\n</Organization>',
    );
  });
});

const roleNames: Record<string, string> = {
  beneficiary: '支持与服务对象',
  performer: '实施者',
  supervised: '评价与监管对象',
  affected: '涉及对象',
};
const roleTypes: Record<string, string> = { beneficiary: 'Beneficiary', performer: 'Performer' };

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
  for (const [, tree] of plans) {
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
      expect(other).toContain(`涉及的对象：${row['beneficiary']}。`);
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
  for (const [, tree] of plans) {
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

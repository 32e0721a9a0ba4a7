import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnnotations } from '../../src/kinds/annotations.ts';
import { countList, listedKinds, listsOf } from '../../src/kinds/lists.ts';
import { annotationFiles, kinds } from '../../src/kinds/registry.ts';
import { proveResponsible, readResponsible } from '../../src/kinds/responsible/responsible.ts';
import { tables } from '../../src/exports/tables.ts';
import { recordTypes } from '../../src/search/named-records.ts';
import { makeSmallPlan } from '../support/small-plan.ts';
import { annotated, second } from '../support/published-plans.ts';
import { project, readText } from '../support/site.ts';

describe('the registry of kinds', () => {
  test('has every folder of src/kinds', () => {
    const folders = readdirSync(join(project, 'src/kinds'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory(),
    );
    expect(folders).toHaveLength(kinds.length);
  });

  test.each([
    ['name', kinds.map(({ name }) => name)],
    ['file', annotationFiles],
    ['path of a list', listedKinds.map(({ list }) => list.path)],
    ['rank of a list', listedKinds.map(({ list }) => list.rank)],
    ['type of record', recordTypes.map(([type]) => type)],
    ['table', tables.map(({ name }) => name)],
    ['relation', kinds.flatMap(({ tie }) => tie?.relation ?? [])],
  ])('gives each a %s of its own', (_what, values: readonly unknown[]) => {
    expect(new Set(values).size).toBe(values.length);
  });

  test('puts a kind behind those it needs', () => {
    const names: readonly string[] = kinds.map(({ name }) => name);
    kinds.forEach(({ needs }, i) => {
      for (const other of needs as readonly string[]) {
        expect(names.indexOf(other)).toBeGreaterThanOrEqual(0);
        expect(names.indexOf(other)).toBeLessThan(i);
      }
    });
  });

  test('leads to the lists of a plan in the order of their ranks, and to no empty one', () => {
    const lists = listsOf(annotated.plan);
    expect(lists.slice(0, 3)).toEqual(['targets', 'audiences', 'documents']);
    expect(lists.at(-1)).toBe('notes');
    expect(lists).toHaveLength(listedKinds.length);
    expect(listsOf(second.plan)).toEqual([]);
    const { targets, ...others } = annotated.plan;
    expect(targets).not.toEqual([]);
    const without = { ...others, targets: [] };
    expect(countList('targets', without)).toBe(0);
    expect(listsOf(without)).toEqual(lists.slice(1));
  });

  test('is told in the README, file by file', () => {
    const readme = readText(project, 'README.md');
    for (const file of annotationFiles) expect(readme).toContain(`| \`${file}.yaml\``);
  });

  test.each(listedKinds.map((kind) => [kind.name, kind] as const))(
    'every entry of %s stands in a group of its list',
    (name, { list }) => {
      const { page } = list;
      if (!page) return;
      const entries = annotated.plan[name as keyof typeof annotated.plan] as unknown as never[];
      const groups = page.groups.map(({ id }) => id);
      for (const entry of entries) expect(groups).toContain(page.groupOf(entry));
    },
  );
});

describe('a file at fault', () => {
  const tree = makeSmallPlan('一、甲', '1.乙。投入5万元,贯彻《教育法》。');
  const read = (files: Record<string, string>) =>
    readAnnotations(
      tree,
      (name) =>
        files[name] === undefined ? undefined : { file: `${name}.yaml`, text: files[name] },
      [],
    );

  test('keeps back the proofs that rest on it, and the files that need it', () => {
    const faults = () =>
      read({ targets: '- { id: a }', charts: '- { id: b, title: 丙, form: bars, targets: [a] }' });
    expect(faults).toThrow('targets.yaml');
    expect(faults).not.toThrow('charts.yaml');
    expect(faults).not.toThrow('ledger-leftover');
  });

  test('keeps back no proof that does not', () => {
    expect(() => read({ targets: '- { id: a }', documents: '[]' })).toThrow('ledger-title');
  });
});

describe('bodies that are responsible for tasks', () => {
  const prove = (text: string, ...bodies: string[]) => {
    const tree = makeSmallPlan('一、甲', `1.乙。做事。${text}`);
    const entries = bodies.map((name, i) => ({
      id: `b${i}`,
      name,
      mentions: [{ task: 1, quote: name, role: 'lead' }],
    }));
    const { claims } = readResponsible(JSON.stringify(entries), 'r.yaml', tree);
    return () => proveResponsible(tree, claims);
  };

  test.each([
    ['（责任单位：基教科）', ['基教科']],
    ['（责任单位:基教科、人事科）', ['基教科', '人事科']],
    ['（牵头部门：基教科；配合部门：人事科、财务科）', ['基教科', '人事科', '财务科']],
    ['（责任单位：基教科（牵头）、人事科）', ['基教科', '人事科']],
    ['责任单位：基教科，各学校', ['基教科', '各学校']],
    ['（责任处室：基教科等）', ['基教科']],
  ])('%s: each is named', (text, bodies) => {
    expect(prove(text, ...bodies)).not.toThrow();
    const [, ...others] = bodies;
    expect(prove(text, ...others)).toThrow(`ledger-responsible: expected “${bodies[0]}”`);
  });

  test.each(['（责任到人：张某）', '明确责任单位和责任人。', '（另有说明）'])(
    '%s is no list of bodies',
    (text) => {
      expect(prove(text)).not.toThrow();
    },
  );

  test('says whether one leads or supports', () => {
    const tree = makeSmallPlan('一、甲', '1.乙。做事。（配合单位：人事科）');
    const read = (role: string) =>
      readResponsible(
        JSON.stringify([
          { id: 'a', name: '人事科', mentions: [{ task: 1, quote: '人事科', role }] },
        ]),
        'r.yaml',
        tree,
      );
    expect(read('support').entries[0]?.mentions[0]).toMatchObject({ role: 'support', task: 1 });
    expect(() => read('helper')).toThrow('yaml-value');
  });
});

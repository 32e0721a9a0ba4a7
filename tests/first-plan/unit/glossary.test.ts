import { describe, expect, test } from 'vitest';
import { findTermUses } from '../../../src/site/glossary.ts';
import { readSite } from '../../../src/loaders/read-site.ts';
import { firstPlan, firstSeed } from '../../support/first-plan.ts';
import { project } from '../../support/site.ts';

describe('the glossary', () => {
  const { terms } = readSite(project);
  const uses = firstPlan.tasks.flatMap((task) => findTermUses(task, terms));

  test('explains at least 40 terms, each with a source', () => {
    expect(terms.length).toBeGreaterThanOrEqual(40);
    for (const { definition, source, id } of terms)
      expect(`${definition}${source}`, id).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    '两免一补',
    '双师型',
    '订单式',
    '211工程',
    '985工程',
    '素质教育',
    '随班就读',
    '学分互认',
    '教师职务聘任制',
  ])('explains %s', (word) => {
    expect(terms.some(({ term: name, aliases }) => [name, ...aliases].join().includes(word))).toBe(
      true,
    );
  });

  test('every use stands in the source where it says, in a form of its term', () => {
    const codePoints = Array.from(firstSeed);
    for (const { term: id, span, task, sentence } of uses) {
      const found = terms.find((one) => one.id === id);
      expect(codePoints.slice(span.start, span.end).join('')).toBe(span.text);
      expect([found?.term, ...(found?.aliases ?? [])]).toContain(span.text);
      expect(firstPlan.tasks[task - 1]?.sentences[sentence - 1]?.text).toContain(span.text);
    }
  });

  test('every term is used in some task, once each', () => {
    const keys = uses.map(({ term: id, task }) => `${id} ${task}`);
    expect(new Set(keys).size).toBe(keys.length);
    const used = new Set(uses.map(({ term: id }) => id));
    const inTasks = firstPlan.tasks
      .flatMap(({ sentences }) => sentences.map(({ text }) => text))
      .join('\n');
    const unused = terms.filter(
      ({ id, term: name, aliases }) =>
        !used.has(id) && [name, ...aliases].some((form) => inTasks.includes(form)),
    );
    expect(unused.map(({ term: name }) => name)).toEqual([]);
  });
});

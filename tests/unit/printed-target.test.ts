import { expect, test } from 'vitest';
import { printTarget } from '../../src/kinds/targets/printed.ts';
import { readTargets } from '../../src/kinds/targets/read-targets.ts';
import { parsePlan } from '../../src/text/parse.ts';

const seed = '工作计划\n一、甲\n1.乙。谋划项目20个左右，在线率达到98%以上，收集率达到75%—80%。\n';
const { sections, tasks, ...plan } = parsePlan(seed, { id: 'p', file: 'f', title: '工作计划' });

test.each([
  ['20个', { value: 20, qualifier: '左右' }, '', '20', '个', '左右'],
  ['20个左右', { value: 20, qualifier: '左右' }, '', '20', '个', '左右'],
  ['98%', { value: 98, qualifier: '达到…以上' }, '达到', '98', '%', '以上'],
  ['达到98%以上', { value: 98, qualifier: '达到…以上' }, '达到', '98', '%', '以上'],
  ['75%—80%', { value: 75, upTo: 80, qualifier: '达到' }, '达到', '75%—80', '%', ''],
])('%s is set with its qualifier where the plan has it', (quote, fields, ...parts) => {
  const entry = { id: 'a', task: 1, indicator: '数', kind: 'absolute', quote, ...fields };
  const [read] = readTargets(JSON.stringify([entry]), 't.yaml', {
    plan: { id: 'p', ...plan },
    sections,
    tasks,
  });
  if (!read) throw new Error('no target');
  const { before, number, unit, after, text } = printTarget(read.entry);
  expect([before, number.text, unit.text, after]).toEqual(parts);
  expect(text).toBe(parts.join(''));
});

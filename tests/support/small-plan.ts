import { parsePlan } from '../../src/text/parse.ts';
import type { Plan, Section, Task } from '../../src/text/schema.ts';

/** A parsed plan that nothing is said of, and `cut`, which gives the words of a span of its source. */
export type SmallPlan = {
  plan: Plan;
  sections: Section[];
  tasks: Task[];
  cut: (span: { start: number; end: number }) => string;
};

/** A plan of these lines, under a title of its own. */
export function makeSmallPlan(...lines: string[]): SmallPlan {
  const text = `工作计划\n${lines.join('\n')}\n`;
  const { sections, tasks, ...parsed } = parsePlan(text, { id: 'p', file: 'f', title: '工作计划' });
  const plan: Plan = {
    id: 'p',
    title: '工作计划',
    source: 'f',
    sha256: '',
    ...parsed,
    sections: sections.map(({ n }) => n) as Plan['sections'],
    tasks: tasks.length,
  };
  const characters = Array.from(text);
  return { plan, sections, tasks, cut: ({ start, end }) => characters.slice(start, end).join('') };
}

import type { ChartLink } from '../charts/chart.ts';
import type { PlanTree } from '../kinds/tree.ts';
import { taskUrl } from '../urls.ts';
import { placeOf } from './places.ts';

/** The key of a task in the drawings of a plan as a whole. */
export const keyOf = (task: number): string => `t${task}`;

/** Where the tasks of a plan are, by their keys. */
export function linksOfTasks({ plan, tasks, sections }: PlanTree): Map<string, ChartLink> {
  return new Map(
    tasks.map(({ n }) => [
      keyOf(n),
      { ...placeOf({ plan: plan.id, task: n }, sections), href: taskUrl(plan.id, n) },
    ]),
  );
}

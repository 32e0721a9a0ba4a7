import type { TaskLinks } from '../../../exports/task-json.ts';
import { taskSchemaFile } from '../../../exports/task-json.ts';
import { getPlans } from '../../../queries.ts';
import type { Plan } from '../../../text/schema.ts';
import { dataFileUrl, taskFileUrl, taskUrl } from '../../../urls.ts';

export const getStaticPaths = async () =>
  (await getPlans()).flatMap(({ id, tasks }) =>
    Array.from({ length: tasks }, (_, i) => ({ params: { plan: id, n: String(i + 1) } })),
  );

/** The addresses of a task's files and of its neighbours', whole where the site's public address is known. */
export function taskLinks({ id, tasks }: Plan, n: number, site: URL | undefined): TaskLinks {
  const whole = (path: string): string => (site ? new URL(path, site).href : path);
  const file = (task: number): string => whole(taskFileUrl(id, task, 'json'));
  return {
    schema: whole(dataFileUrl(id, taskSchemaFile)),
    page: whole(taskUrl(id, n)),
    markdown: whole(taskFileUrl(id, n, 'md')),
    plan: whole(dataFileUrl(id, 'plan.json')),
    ...(n > 1 ? { previous: file(n - 1) } : {}),
    ...(n < tasks ? { next: file(n + 1) } : {}),
  };
}

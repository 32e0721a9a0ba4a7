import type { APIRoute } from 'astro';
import { writeTaskMarkdown } from '../../../files/markdown.ts';
import { taskFileWords } from '../../../files/words.ts';
import { getPlan, getTask } from '../../../queries.ts';
import { taskLinks } from './_task-files.ts';

export { getStaticPaths } from './_task-files.ts';

/** A task as Markdown. */
export const GET: APIRoute = async ({ params: { plan: id = '', n }, site }) => {
  const plan = await getPlan(id);
  const task = await getTask(id, Number(n));
  const { line } = task.marker ?? task.title;
  const { page } = taskLinks(plan, task.n, site);
  const origin = taskFileWords.origin(plan.title, task.n, line, page);
  return new Response(writeTaskMarkdown(task, origin), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};

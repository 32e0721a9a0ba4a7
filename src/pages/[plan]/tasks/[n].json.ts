import type { APIRoute } from 'astro';
import { writeTaskJson } from '../../../exports/task-json.ts';
import { getPublishedPlan } from '../data/_published-plan.ts';
import { taskLinks } from './_task-files.ts';

export { getStaticPaths } from './_task-files.ts';

/** A task as data: what `plan.json` has of it. */
export const GET: APIRoute = async ({ params: { plan = '', n }, site }) => {
  const published = await getPublishedPlan(plan);
  const links = taskLinks(published.plan, Number(n), site);
  return new Response(writeTaskJson(published, Number(n), links), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};

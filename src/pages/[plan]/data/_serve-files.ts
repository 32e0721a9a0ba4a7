import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlans } from '../../../queries.ts';
import { fileNamesOf, makeFile } from './_make-files.ts';
import { getPublishedPlan } from './_published-plan.ts';

/**
 * The route of the files of one format. Each format has a route of its own, with its ending in the
 * name: the development server asks for a closing slash where a route ends in a parameter.
 * @param format how the files' names end: `csv`
 */
export function serveFiles(format: string): { getStaticPaths: GetStaticPaths; GET: APIRoute } {
  const ending = `.${format}`;
  return {
    getStaticPaths: async () => {
      const plans = await Promise.all((await getPlans()).map(({ id }) => getPublishedPlan(id)));
      return plans.flatMap((published) =>
        fileNamesOf(published)
          .filter((name) => name.endsWith(ending))
          .map((name) => ({
            params: { plan: published.plan.id, file: name.slice(0, -ending.length) },
          })),
      );
    },
    GET: async ({ params: { plan = '', file = '' } }) => {
      const { content, mediaType } = await makeFile(await getPublishedPlan(plan), file + ending);
      return new Response(content, { headers: { 'Content-Type': `${mediaType}; charset=utf-8` } });
    },
  };
}

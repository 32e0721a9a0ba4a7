import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlanTree, getPlans } from '../../../queries.ts';
import { fileNames, makeFile } from './_make-files.ts';

/**
 * The route of the files of one format. Each format has a route of its own, with its ending in the
 * name: the development server asks for a closing slash where a route ends in a parameter.
 * @param format how the files' names end: `csv`
 */
export function serveFiles(format: string): { getStaticPaths: GetStaticPaths; GET: APIRoute } {
  const ending = `.${format}`;
  const files = fileNames
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
  return {
    getStaticPaths: async () =>
      (await getPlans()).flatMap(({ id }) => files.map((file) => ({ params: { plan: id, file } }))),
    GET: async ({ params: { plan = '', file = '' } }) => {
      const { content, mediaType } = await makeFile(await getPlanTree(plan), file + ending);
      return new Response(content, { headers: { 'Content-Type': `${mediaType}; charset=utf-8` } });
    },
  };
}

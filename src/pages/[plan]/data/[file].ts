import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlanTree, getPlans } from '../../../queries.ts';
import { fileNames, makeFile } from './_make-files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getPlans()).flatMap(({ id }) => fileNames.map((file) => ({ params: { plan: id, file } })));

/** The source document byte for byte, and every file made of it. */
export const GET: APIRoute = async ({ params }) => {
  const tree = await getPlanTree(params['plan'] ?? '');
  const { content, mediaType } = await makeFile(tree, params['file'] ?? '');
  return new Response(content, { headers: { 'Content-Type': `${mediaType}; charset=utf-8` } });
};

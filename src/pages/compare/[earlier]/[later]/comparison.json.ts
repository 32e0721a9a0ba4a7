import type { APIRoute } from 'astro';
import { writeComparisonJson } from '../../../../exports/comparison-json.ts';
import { getCompared, getComparedPaths } from './_compared.ts';

export const getStaticPaths = getComparedPaths;

/** A comparison as data: the numbers of tasks and the ids of figures and names in both plans. */
export const GET: APIRoute = async ({ params }) => {
  const { comparison } = await getCompared(params);
  return new Response(writeComparisonJson(comparison), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};

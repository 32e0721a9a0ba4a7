import type { APIRoute } from 'astro';
import * as queries from '../../../../queries.ts';
import { getComparedPaths } from './_compared.ts';

export const getStaticPaths = getComparedPaths;

/** A comparison as data: the numbers of tasks and the ids of figures and names in both plans. */
export const GET: APIRoute<Record<string, never>, { earlier: string; later: string }> = async ({
  params,
}) =>
  new Response(
    `${JSON.stringify(await queries.getComparison(params.earlier, params.later), null, 2)}\n`,
    { headers: { 'Content-Type': 'application/json; charset=utf-8' } },
  );

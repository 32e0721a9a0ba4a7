import type { APIRoute } from 'astro';
import { writeComparisonSchema } from '../../../../exports/comparison-json.ts';
import { getComparedPaths } from './_compared.ts';

export const getStaticPaths = getComparedPaths;

/** The JSON Schema of a comparison. */
export const GET: APIRoute = () =>
  new Response(writeComparisonSchema(), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getPlan, getPlans } from '../../../queries.ts';
import { settings } from '../../../settings.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getPlans()).map(({ id }) => ({ params: { plan: id } }));

/** The source document, byte for byte. */
export const GET: APIRoute = async ({ params }) => {
  const plan = await getPlan(params['plan'] ?? '');
  const bytes = await readFile(join(settings.root, plan.source));
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

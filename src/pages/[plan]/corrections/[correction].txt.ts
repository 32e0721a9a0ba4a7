import type { APIRoute } from 'astro';
import { getCorrections, getPlans } from '../../../queries.ts';

export async function getStaticPaths() {
  const plans = await getPlans();
  const all = await Promise.all(plans.map(({ id }) => getCorrections(id)));
  return all.flatMap(({ plan, corrections }) =>
    corrections.map(({ id }) => ({ params: { plan, correction: id } })),
  );
}

/** The text as it was until a correction, to the last byte. */
export const GET: APIRoute = async ({ params: { plan = '', correction } }) => {
  const { corrections } = await getCorrections(plan);
  const found = corrections.find(({ id }) => id === correction);
  if (!found) throw new Error(`no correction ${correction} of plan ${plan}`);
  return new Response(found.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

import type { APIRoute } from 'astro';
import type { PublishedPlan } from '../../exports/published-plan.ts';
import { type FileFormat, formats } from '../../files/formats.ts';
import { getPlans } from '../../queries.ts';
import { getPublishedPlan } from './data/_published-plan.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const made = new WeakMap<PublishedPlan, Map<string, Promise<Bytes>>>();

/** A whole plan as a file of this format, made once; undefined if a later step makes it. */
async function makePlanFile(
  plan: PublishedPlan,
  { name, make }: FileFormat,
): Promise<Bytes | undefined> {
  if (!make) return undefined;
  const files = made.get(plan) ?? new Map<string, Promise<Bytes>>();
  made.set(plan, files);
  const file = files.get(name) ?? Promise.resolve(make(plan));
  files.set(name, file);
  return file;
}

/** Every file of a whole plan with its size in bytes, which nobody knows yet of those that a later step makes. */
export async function weighPlanFiles(
  plan: PublishedPlan,
): Promise<(FileFormat & { bytes: number | undefined })[]> {
  return Promise.all(
    formats.map(async (format) => ({
      ...format,
      bytes: (await makePlanFile(plan, format))?.length,
    })),
  );
}

export const getStaticPaths = async () =>
  (await getPlans()).map(({ id }) => ({ params: { plan: id } }));

/** The route of the files of this name, one a plan. */
export function servePlanFile(name: string): APIRoute {
  return async ({ params: { plan = '' } }) => {
    const format = formats.find((each) => each.name === name);
    const content = format && (await makePlanFile(await getPublishedPlan(plan), format));
    if (!content) throw new RangeError(`no file ${name}`);
    const charset = format.mediaType.startsWith('text/') ? '; charset=utf-8' : '';
    return new Response(content, { headers: { 'Content-Type': format.mediaType + charset } });
  };
}

import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon } from '../icons/icon.ts';
import { iconSizes, siteIcon } from './_icon.ts';

export const getStaticPaths = (() =>
  iconSizes.map((size) => ({ params: { size: String(size) } }))) satisfies GetStaticPaths;

/** For installed sites. */
export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await drawIcon(siteIcon(0), Number(params['size']))), {
    headers: { 'Content-Type': 'image/png' },
  });

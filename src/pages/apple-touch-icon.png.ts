import type { APIRoute } from 'astro';
import { drawIcon } from '../icons/icon.ts';
import { siteIcon } from './_icon.ts';

/** For the home screens of phones. */
export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await drawIcon(siteIcon(0), 180)), {
    headers: { 'Content-Type': 'image/png' },
  });

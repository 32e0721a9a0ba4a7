import type { APIRoute } from 'astro';
import { drawIcon, packIco } from '../icons/icon.ts';
import { siteIcon } from './_icon.ts';

/** For browsers that take no SVG icon, and ask for this file without being told of it. */
export const GET: APIRoute = async () => {
  const sizes = [16, 32, 48];
  const images = await Promise.all(
    sizes.map(async (size) => ({ size, png: await drawIcon(siteIcon(), size) })),
  );
  return new Response(packIco(images), { headers: { 'Content-Type': 'image/x-icon' } });
};

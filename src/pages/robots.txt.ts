import type { APIRoute } from 'astro';
import { rootUrl } from '../urls.ts';

export const GET: APIRoute = ({ site, url }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(rootUrl('sitemap.xml'), site ?? url.origin)}\n`,
  );

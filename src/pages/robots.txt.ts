import type { APIRoute } from 'astro';
import { rootUrl } from '../urls.ts';

/** What robots may read: everything (RFC 9309). The sitemap is named where there is one. */
export const GET: APIRoute = ({ site }) => {
  const sitemap =
    site && import.meta.env.ONLY === 'zh'
      ? `\nSitemap: ${new URL(rootUrl('sitemap.xml'), site)}\n`
      : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};

import type { APIRoute } from 'astro';
import { getSite } from '../queries.ts';
import { colour } from '../styles/colours.ts';
import { strings } from '../words/strings.ts';
import { homeUrl, rootUrl } from '../urls.ts';

export const GET: APIRoute = async () => {
  const { name, description } = await getSite();
  const manifest = {
    name,
    description,
    lang: strings.language,
    start_url: homeUrl(),
    scope: homeUrl(),
    display: 'browser',
    background_color: colour('paper'),
    theme_color: colour('paper'),
    icons: [{ src: rootUrl('icon.svg'), sizes: 'any', type: 'image/svg+xml' }],
  };
  return new Response(JSON.stringify(manifest, null, 2));
};

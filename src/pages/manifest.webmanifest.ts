import type { APIRoute } from 'astro';
import { getSite } from '../queries.ts';
import { colour } from '../styles/colours.ts';
import { homeUrl, rootUrl } from '../urls.ts';
import { strings } from '../words/strings.ts';
import { iconSizes } from './_icon.ts';

/** What a phone needs to install the site (Web Application Manifest, W3C). */
export const GET: APIRoute = async () => {
  const { name } = await getSite();
  return Response.json(
    {
      name,
      lang: strings.language,
      id: homeUrl(),
      start_url: homeUrl(),
      scope: homeUrl(),
      // With a way back: links lead into the text and out of it.
      display: 'minimal-ui',
      background_color: colour('paper'),
      theme_color: colour('paper'),
      icons: iconSizes.map((size) => ({
        src: rootUrl(`icon-${size}.png`),
        sizes: `${size}x${size}`,
        type: 'image/png',
        // Its seal reaches to the edges, and its sheet stands in the middle: a phone may cut it round.
        purpose: 'any maskable',
      })),
    },
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
};

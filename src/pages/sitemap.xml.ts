import type { APIRoute } from 'astro';
import { getChartPaths, getGuides, getPlans, getPlansWithTargets, getTargets } from '../queries.ts';
import {
  chartUrl,
  dataUrl,
  fullUrl,
  guideUrl,
  guidesUrl,
  homeUrl,
  planUrl,
  searchUrl,
  sectionUrl,
  targetUrl,
  targetsUrl,
  taskUrl,
} from '../urls.ts';

/** Every page, for search engines (sitemaps.org protocol 0.9, which asks for whole addresses). */
export const GET: APIRoute = async ({ site, url }) => {
  const plans = await getPlans();
  const guides = await getGuides();
  const annotated = await getPlansWithTargets();
  const targets = (await Promise.all(annotated.map(({ id }) => getTargets(id)))).flat();
  const paths = [
    homeUrl(),
    ...plans.flatMap(({ id, sections, tasks }) => [
      planUrl(id),
      fullUrl(id),
      dataUrl(id),
      ...sections.map((n) => sectionUrl(id, n)),
      ...Array.from({ length: tasks }, (_, i) => taskUrl(id, i + 1)),
    ]),
    ...annotated.map(({ id }) => targetsUrl(id)),
    ...targets.map(({ plan, id }) => targetUrl(plan, id)),
    ...(await getChartPaths()).map(({ params: { plan, id } }) => chartUrl(plan, id)),
    guidesUrl(),
    searchUrl(),
    ...guides.map(({ id }) => guideUrl(id)),
  ];
  const entries = paths.map((path) => `<url><loc>${new URL(path, site ?? url.origin)}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};

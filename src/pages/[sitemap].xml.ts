import type { APIRoute } from 'astro';
import { codesOf } from '../kinds/audiences/audiences.ts';
import { chartIds, hasCharts } from '../plan-charts/plan-charts.ts';
import { listsOf } from '../kinds/lists.ts';
import { lastChangeOf } from '../site/changes.ts';
import {
  getChanges,
  getComparedPairs,
  getGuides,
  getPlanTrees,
  getSite,
  getTerms,
} from '../queries.ts';
import * as urls from '../urls.ts';
import { strings } from '../words/strings.ts';

/** A sitemap names whole addresses: there is none while the site's public one is not known. */
export const getStaticPaths = () =>
  import.meta.env.SITE && import.meta.env.ONLY === 'zh' ? [{ params: { sitemap: 'sitemap' } }] : [];

/**
 * Every page that search engines are to list (sitemaps.org protocol 0.9): not those of one sentence, whose words stand
 * on the page of their task.
 */
export const GET: APIRoute = async ({ site }) => {
  const trees = await getPlanTrees();
  const terms = await getTerms();
  const guides = await getGuides();
  const changes = await getChanges();
  const { editorsManual, languages } = await getSite();
  const paths = [
    urls.homeUrl(),
    ...trees.flatMap((tree) => {
      const { id, sections, tasks } = tree.plan;
      return [
        urls.planUrl(id),
        urls.fullUrl(id),
        urls.printUrl(id),
        urls.dataUrl(id),
        urls.sectionsUrl(id),
        urls.tasksUrl(id),
        ...(hasCharts(tree) ? [urls.chartsUrl(id)] : []),
        ...(tree.plan.general.length > 0 ? [urls.generalUrl(id)] : []),
        ...sections.map((n) => urls.sectionUrl(id, n)),
        ...Array.from({ length: tasks }, (_, i) => urls.taskUrl(id, i + 1)),
        ...listsOf(tree).map((list) => urls.listUrl(id, list)),
        ...tree.targets.map((target) => urls.targetUrl(id, target.id)),
        ...chartIds(tree).map((chart) => urls.chartUrl(id, chart)),
        ...codesOf(tree.concerns).map((code) => urls.audienceUrl(id, code)),
      ];
    }),
    ...trees
      .filter(({ plan }) => plan.corrected?.length)
      .map(({ plan }) => urls.correctionsUrl(plan.id)),
    ...(changes.length > 0 ? [urls.changesUrl()] : []),
    ...(trees.length > 1 ? [urls.plansUrl()] : []),
    ...(await getComparedPairs()).map(({ earlier, later }) =>
      urls.compareUrl(earlier.id, later.id),
    ),
    urls.guidesUrl(),
    urls.searchUrl(),
    urls.settingsUrl(),
    ...guides.map(({ id }) => urls.guideUrl(id)),
    urls.glossaryUrl(),
    ...terms.map(({ id }) => urls.termUrl(id)),
    ...(editorsManual ? [urls.manualUrl()] : []),
  ];
  const days = lastChangeOf(changes);
  const entries = paths.flatMap((path) => {
    const day = days.get(`/${path.slice(urls.homeUrl().length)}`);
    const changed = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
    const forms = (['zh', ...languages] as const).map((language) => ({
      tag: language === 'zh' ? strings.language : language,
      href: new URL(urls.inLanguage(path, language), site).href,
    }));
    // Each form of a page names them all (Google Search Central, localized versions).
    const links = forms.map(
      ({ tag, href }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`,
    );
    const others = forms.length > 1 ? links.join('') : '';
    return forms.map(({ href }) => `<url><loc>${href}</loc>${changed}${others}</url>`);
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${languages.length > 0 ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : ''}>
${entries.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};

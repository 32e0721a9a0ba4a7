import type { APIRoute } from 'astro';
import { formats, text } from '../files/formats.ts';
import { hasCharts } from '../plan-charts/plan-charts.ts';
import { countList, listedKind, listsOf } from '../kinds/lists.ts';
import { comparisonStrings as words } from '../comparison/words.ts';
import {
  getComparedPairs,
  getPlanTree,
  getPlans,
  getSectionsWithTasks,
  getSite,
} from '../queries.ts';
import { strings } from '../words/strings.ts';
import {
  chartsUrl,
  compareDataUrl,
  compareUrl,
  dataUrl,
  fullUrl,
  listUrl,
  planFileUrl,
  planUrl,
  plansUrl,
  sectionUrl,
  seedUrl,
  tasksUrl,
} from '../urls.ts';

/** A guide for programs that read: what the site is and where each plan's text stands (llmstxt.org). */
export const GET: APIRoute = async ({ site }) => {
  const { name, description, notice } = await getSite();
  const link = (text: string, path: string): string =>
    `[${text}](${site ? new URL(path, site) : path})`;
  const plans = await Promise.all(
    (await getPlans()).map(async (plan) => {
      const tree = await getPlanTree(plan.id);
      const sections = await getSectionsWithTasks(plan);
      return [
        `## ${plan.title}`,
        '',
        `- ${link(strings.source, seedUrl(plan))}: text/plain, UTF-8, SHA-256 ${plan.sha256}`,
        `- ${link(strings.full, fullUrl(plan.id))}`,
        `- ${link(strings.overview, planUrl(plan.id))}: ${strings.planSize(plan.sections.length, plan.tasks)}`,
        `- ${link(strings.data, dataUrl(plan.id))}`,
        `- ${link(strings.wholePlan, tasksUrl(plan.id))}: ${strings.sentencePages}`,
        ...(hasCharts(tree) ? [`- ${link(strings.charts.label, chartsUrl(plan.id))}`] : []),
        ...formats
          .filter(({ name, make }) => make && name !== text.name)
          .map(
            ({ name, label, mediaType }) =>
              `- ${link(label, planFileUrl(plan.id, name))}: ${mediaType}`,
          ),
        ...listsOf(tree).map(
          (list) =>
            `- ${link(listedKind(list).list.name, listUrl(plan.id, list))}: ${countList(list, tree)}`,
        ),
        ...sections.map(
          ({ section }) =>
            `- ${link(section.title?.text ?? strings.wholePlan, sectionUrl(plan.id, section.n))}`,
        ),
        '',
      ].join('\n');
    }),
  );
  const pairs = await getComparedPairs();
  const together =
    plans.length > 1
      ? [
          `## ${words.plans}`,
          '',
          `- ${link(words.plans, plansUrl())}`,
          ...pairs.flatMap(({ earlier, later }) => [
            `- ${link(words.pair(earlier.title, later.title), compareUrl(earlier.id, later.id))}`,
            `- ${link(words.data, compareDataUrl(earlier.id, later.id))}`,
          ]),
          '',
        ]
      : [];
  const told = [`# ${name}`, '', `> ${[notice, description].filter(Boolean).join('\n> ')}`, ''];
  return new Response([...told, ...together, ...plans].join('\n'));
};

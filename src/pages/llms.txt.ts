import type { APIRoute } from 'astro';
import { countList, listedKind, listsOf } from '../kinds/lists.ts';
import { getPlanTree, getPlans, getSectionsWithTasks, getSite } from '../queries.ts';
import { strings } from '../words/strings.ts';
import {
  chartsUrl,
  dataUrl,
  fullUrl,
  planUrl,
  listUrl,
  sectionUrl,
  seedUrl,
  tasksUrl,
} from '../urls.ts';

/** A guide for programs that read: what the site is and where each plan's text stands (llmstxt.org). */
export const GET: APIRoute = async ({ site }) => {
  const { name, description } = await getSite();
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
        `- ${link(strings.charts.label, chartsUrl(plan.id))}`,
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
  return new Response([`# ${name}`, '', `> ${description}`, '', ...plans].join('\n'));
};

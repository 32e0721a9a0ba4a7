import type { APIRoute } from 'astro';
import { isRetiredChart, retiredCharts } from '../../../kinds/charts/charts.ts';
import { writeChartCsv } from '../../../plan-charts/chart-csv.ts';
import { makeFile } from '../data/_make-files.ts';
import { getPublishedPlan } from '../data/_published-plan.ts';
import { getChartOf, getTablePaths } from './_charts.ts';

export const getStaticPaths = getTablePaths;

/** The numbers of a chart as a table; of a retired one, the open data that has them. */
export const GET: APIRoute = async ({ params }) => {
  const { plan = '', id = '' } = params;
  const content = isRetiredChart(id)
    ? (await makeFile(await getPublishedPlan(plan), retiredCharts[id].data)).content
    : writeChartCsv((await getChartOf(params)).figure);
  return new Response(content, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};

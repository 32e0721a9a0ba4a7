import type { APIRoute } from 'astro';
import { writeChartCsv } from '../../../plan-charts/chart-csv.ts';
import { getChartOf, getChartPaths } from './_charts.ts';

export const getStaticPaths = getChartPaths;

/** The numbers of a chart as a table. */
export const GET: APIRoute = async ({ params }) => {
  const { figure } = await getChartOf(params);
  return new Response(writeChartCsv(figure), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};

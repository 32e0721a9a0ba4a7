import type { APIRoute } from 'astro';
import { writeChartCsv } from '../../../../plan-charts/chart-csv.ts';
import { getChartedPaths, getComparedChart } from './_compared.ts';

export const getStaticPaths = getChartedPaths;

/** The figures of two plans that are of one indicator, as a table. */
export const GET: APIRoute = async ({ params }) => {
  const { chart } = await getComparedChart(params);
  return new Response(writeChartCsv(chart), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};

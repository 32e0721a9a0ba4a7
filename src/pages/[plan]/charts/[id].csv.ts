import type { APIRoute } from 'astro';
import { writeChartCsv } from '../../../exports/chart-csv.ts';
import { makeFigure } from '../../../exports/chart-figure.ts';
import { getChart, getChartPaths, getChartSource, getPlan } from '../../../queries.ts';

export const getStaticPaths = getChartPaths;

/** The numbers of a chart as a table. */
export const GET: APIRoute = async ({ params }) => {
  const plan = await getPlan(params['plan'] ?? '');
  const chart = await getChart(plan.id, params['id'] ?? '');
  const figure = makeFigure(chart, await getChartSource(plan));
  return new Response(writeChartCsv(figure), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};

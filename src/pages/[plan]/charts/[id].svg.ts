import type { APIRoute } from 'astro';
import { makeFigure } from '../../../exports/chart-figure.ts';
import { writeChartSvg } from '../../../exports/chart-svg.ts';
import { getChart, getChartPaths, getChartSource, getPlan } from '../../../queries.ts';

export const getStaticPaths = getChartPaths;

/** A chart as an SVG file that stands alone. */
export const GET: APIRoute = async ({ params }) => {
  const plan = await getPlan(params['plan'] ?? '');
  const chart = await getChart(plan.id, params['id'] ?? '');
  const figure = makeFigure(chart, await getChartSource(plan));
  return new Response(writeChartSvg(figure, plan.title), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};

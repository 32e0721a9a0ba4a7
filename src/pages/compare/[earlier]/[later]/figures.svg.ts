import type { APIRoute } from 'astro';
import { writeChartSvg } from '../../../../plan-charts/chart-svg.ts';
import { getChartedPaths, getComparedChart } from './_compared.ts';

export const getStaticPaths = getChartedPaths;

/** The figures of two plans side by side, as an SVG file that stands alone. */
export const GET: APIRoute = async ({ params }) => {
  const { chart, titles } = await getComparedChart(params);
  return new Response(writeChartSvg(chart, ...titles), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};

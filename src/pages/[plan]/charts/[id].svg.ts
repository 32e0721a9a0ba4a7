import type { APIRoute } from 'astro';
import { writeChartSvg } from '../../../plan-charts/chart-svg.ts';
import { getChartOf, getPicturePaths } from './_charts.ts';

export const getStaticPaths = getPicturePaths;

/** A chart as an SVG file that stands alone. */
export const GET: APIRoute = async ({ params }) => {
  const { plan, figure } = await getChartOf(params);
  return new Response(writeChartSvg(figure, plan.title), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};

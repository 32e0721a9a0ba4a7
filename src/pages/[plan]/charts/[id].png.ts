import type { APIRoute } from 'astro';
import { drawChartPng } from '../../../plan-charts/chart-png.ts';
import { writeChartSvg } from '../../../plan-charts/chart-svg.ts';
import { getChartOf, getPicturePaths } from './_charts.ts';

export const getStaticPaths = getPicturePaths;

/** A chart as an image, for documents that take no SVG. */
export const GET: APIRoute = async ({ params }) => {
  const { plan, figure } = await getChartOf(params);
  return new Response(await drawChartPng(writeChartSvg(figure, plan.title)), {
    headers: { 'Content-Type': 'image/png' },
  });
};

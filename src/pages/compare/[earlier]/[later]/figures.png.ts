import type { APIRoute } from 'astro';
import { drawChartPng } from '../../../../plan-charts/chart-png.ts';
import { writeChartSvg } from '../../../../plan-charts/chart-svg.ts';
import { getChartedPaths, getComparedChart } from './_compared.ts';

export const getStaticPaths = getChartedPaths;

/** The figures of two plans side by side, as an image. */
export const GET: APIRoute = async ({ params }) => {
  const { chart, titles } = await getComparedChart(params);
  return new Response(await drawChartPng(writeChartSvg(chart, ...titles)), {
    headers: { 'Content-Type': 'image/png' },
  });
};

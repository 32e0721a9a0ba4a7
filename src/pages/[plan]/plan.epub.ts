import { servePlanFile } from './_plan-files.ts';

export { getStaticPaths } from './_plan-files.ts';

export const GET = servePlanFile('plan.epub');

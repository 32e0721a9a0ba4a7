import { defineCollection } from 'astro:content';
import { guideLoader } from './loaders/guide-loader.ts';
import { siteLoader } from './loaders/site-loader.ts';
import { chartSchema } from './plan/charts.ts';
import { guideSchema } from './plan/guides.ts';
import { numeralSchema } from './plan/ledger.ts';
import { planSchema, sectionSchema, siteSchema, taskSchema } from './plan/schema.ts';
import { targetSchema } from './plan/targets.ts';

export const collections = {
  site: defineCollection({ loader: siteLoader('site'), schema: siteSchema }),
  plans: defineCollection({ loader: siteLoader('plans'), schema: planSchema }),
  sections: defineCollection({ loader: siteLoader('sections'), schema: sectionSchema }),
  tasks: defineCollection({ loader: siteLoader('tasks'), schema: taskSchema }),
  targets: defineCollection({ loader: siteLoader('targets'), schema: targetSchema }),
  numerals: defineCollection({ loader: siteLoader('numerals'), schema: numeralSchema }),
  charts: defineCollection({ loader: siteLoader('charts'), schema: chartSchema }),
  guides: defineCollection({ loader: guideLoader(), schema: guideSchema }),
};

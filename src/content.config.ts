import { defineCollection } from 'astro:content';
import { comparisonsFileSchema } from './comparison/decisions.ts';
import { planCorrectionsSchema } from './corrections/corrections.ts';
import { audienceSchema } from './kinds/audiences/audiences.ts';
import { planTreeSchema } from './kinds/tree.ts';
import { guideLoader } from './loaders/guide-loader.ts';
import { siteLoader } from './loaders/site-loader.ts';
import { changeSchema } from './site/changes.ts';
import { termSchema } from './site/glossary.ts';
import { guideSchema } from './site/guides.ts';
import { siteSchema } from './text/schema.ts';

/** A plan is one entry, its whole tree: nothing is taken apart that pages would have to put together again. */
export const collections = {
  site: defineCollection({ loader: siteLoader('site'), schema: siteSchema }),
  plans: defineCollection({ loader: siteLoader('plans'), schema: planTreeSchema }),
  comparisons: defineCollection({
    loader: siteLoader('comparisons'),
    schema: comparisonsFileSchema.element,
  }),
  changes: defineCollection({ loader: siteLoader('changes'), schema: changeSchema }),
  corrections: defineCollection({
    loader: siteLoader('corrections'),
    schema: planCorrectionsSchema,
  }),
  audiences: defineCollection({ loader: siteLoader('audiences'), schema: audienceSchema }),
  terms: defineCollection({ loader: siteLoader('terms'), schema: termSchema }),
  guides: defineCollection({ loader: guideLoader(), schema: guideSchema }),
};

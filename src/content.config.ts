import { defineCollection } from 'astro:content';
import { guideLoader } from './loaders/guide-loader.ts';
import { siteLoader } from './loaders/site-loader.ts';
import { audienceSchema, concernSchema } from './kinds/audiences/audiences.ts';
import { chartSchema } from './kinds/charts/charts.ts';
import { termSchema } from './site/glossary.ts';
import { guideSchema } from './site/guides.ts';
import { numeralSchema } from './kinds/numerals/numerals.ts';
import { linkSchema } from './kinds/relations/relations.ts';
import { documentSchema } from './kinds/documents/documents.ts';
import { initiativeSchema } from './kinds/initiatives/initiatives.ts';
import { meetingSchema } from './kinds/meetings/meetings.ts';
import { noteSchema } from './kinds/notes/notes.ts';
import { phraseSchema } from './kinds/phrases/phrases.ts';
import { planSchema, sectionSchema, siteSchema, taskSchema } from './text/schema.ts';
import { targetSchema } from './kinds/targets/targets.ts';

export const collections = {
  site: defineCollection({ loader: siteLoader('site'), schema: siteSchema }),
  plans: defineCollection({ loader: siteLoader('plans'), schema: planSchema }),
  sections: defineCollection({ loader: siteLoader('sections'), schema: sectionSchema }),
  tasks: defineCollection({ loader: siteLoader('tasks'), schema: taskSchema }),
  targets: defineCollection({ loader: siteLoader('targets'), schema: targetSchema }),
  numerals: defineCollection({ loader: siteLoader('numerals'), schema: numeralSchema }),
  charts: defineCollection({ loader: siteLoader('charts'), schema: chartSchema }),
  documents: defineCollection({ loader: siteLoader('documents'), schema: documentSchema }),
  initiatives: defineCollection({ loader: siteLoader('initiatives'), schema: initiativeSchema }),
  meetings: defineCollection({ loader: siteLoader('meetings'), schema: meetingSchema }),
  phrases: defineCollection({ loader: siteLoader('phrases'), schema: phraseSchema }),
  concerns: defineCollection({ loader: siteLoader('concerns'), schema: concernSchema }),
  links: defineCollection({ loader: siteLoader('links'), schema: linkSchema }),
  notes: defineCollection({ loader: siteLoader('notes'), schema: noteSchema }),
  audiences: defineCollection({ loader: siteLoader('audiences'), schema: audienceSchema }),
  terms: defineCollection({ loader: siteLoader('terms'), schema: termSchema }),
  guides: defineCollection({ loader: guideLoader(), schema: guideSchema }),
};

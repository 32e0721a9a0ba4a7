import * as words from './words.ts';
import { initiativesWords } from './words.ts';
import { defineKind } from '../kind.ts';
import { nameMark, nameThing, showNamed } from '../named.ts';
import {
  initiativeKinds,
  initiativeSchema,
  initiativesFileSchema,
  readInitiatives,
} from './initiatives.ts';
import { initiatives as table } from './table.ts';

/** Named programmes, projects, campaigns and policies. */
export const initiatives = defineKind({
  name: 'initiatives',
  file: 'initiatives',
  fileSchema: initiativesFileSchema,
  schema: initiativeSchema,
  needs: [],
  read: ({ text, file }, { plan }) => readInitiatives(text, file, plan),
  derive: null,
  ledger: null,
  tie: { relation: 'initiative', label: initiativesWords.label },
  mark: nameMark,
  list: {
    path: 'initiatives',
    rank: 4,
    entries: 'anchors',
    count: (entries) => entries.length,
    name: initiativesWords.initiatives,
    counted: initiativesWords.counted,
    page: {
      lead: initiativesWords.initiativesLead,
      description: initiativesWords.initiativesDescription,
      elsewhere: null,
      groups: initiativeKinds.map((id) => ({ id, title: initiativesWords.initiativeKind[id] })),
      groupOf: ({ kind }) => kind,
      show: (initiative) => showNamed(initiative, { summary: initiative.summary }),
    },
  },
  search: {
    type: 'initiative',
    label: initiativesWords.label2,
    things: (entries) => entries.map((e) => nameThing(e, e.summary ?? e.note)),
  },
  table,
  words,
});

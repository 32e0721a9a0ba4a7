import * as words from './words.ts';
import { audiencesWords } from './words.ts';
import { nameStrings as strings } from '../../words/strings.ts';
import { defineKind } from '../kind.ts';
import {
  codesOf,
  concernSchema,
  concernsFileSchema,
  proveConcerned,
  readConcerns,
} from './audiences.ts';
import { audiences as table } from './table.ts';

/** Whom each task concerns. Its list and search name the audiences, each once. */
export const concerns = defineKind({
  name: 'concerns',
  file: 'audiences',
  fileSchema: concernsFileSchema,
  schema: concernSchema,
  needs: [],
  // Without the controlled list no code can be checked; the fault is told there.
  read: ({ text, file }, { plan, audiences }) => {
    const entries = audiences ? readConcerns(text, file, plan, audiences) : undefined;
    return {
      entries: entries ?? [],
      claims: (entries ?? []).map(({ span, code }) => ({
        span,
        where: { file, line: 1, id: code },
      })),
      marked: [],
    };
  },
  derive: null,
  ledger: {
    speakers: ['concerns'],
    prove: (plan, claimsOf, audiences) => {
      const claims = claimsOf('concerns');
      if (claims && audiences) proveConcerned(plan, claims);
    },
  },
  tie: null,
  mark: null,
  list: {
    path: 'audiences',
    rank: 2,
    entries: 'pages',
    count: (entries) => codesOf(entries).length,
    name: strings.audiences,
    counted: audiencesWords.counted,
    page: null,
  },
  search: {
    type: 'audience',
    label: audiencesWords.label,
    things: (entries, { audiences }) => {
      const codes = codesOf(entries);
      return audiences
        .filter(({ code }) => codes.includes(code))
        .map(({ code, name }) => ({ id: code, texts: [name], place: {} }));
    },
  },
  table,
  words,
});

import { glossaryTableWords } from '../words.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { nameStrings } from '../../words/strings.ts';
import type { PublishedTerm } from '../published-plan.ts';
import {
  id,
  list,
  plan,
  quotation,
  required,
  sentence,
  task,
  text,
  toTasks,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

type UseRow = { plan: string; term: PublishedTerm; use: PublishedTerm['uses'][number] };

export const glossary = defineTable<PublishedPlan, UseRow>({
  name: 'glossary',
  subject: 'notes',
  title: nameStrings.glossary,
  description: glossaryTableWords.description,
  key: ['id', 'task'],
  lists: ['terms'],
  references: [toTasks],
  rows: ({ plan: { id: planId }, terms }) =>
    terms.flatMap((term) => term.uses.map((use) => ({ plan: planId, term, use }))),
  columns: [
    id(glossaryTableWords.id, (row) => row.term.id),
    plan((row) => row.plan),
    required(
      text(
        'term',
        glossaryTableWords.termTitle,
        glossaryTableWords.termDescription,
        (row) => row.term.term,
      ),
    ),
    list(
      'aliases',
      glossaryTableWords.aliasesTitle,
      glossaryTableWords.aliasesDescription,
      (row) => row.term.aliases,
    ),
    required(
      text(
        'definition',
        glossaryTableWords.definitionTitle,
        glossaryTableWords.definitionDescription,
        (row) => row.term.definition,
      ),
    ),
    required(
      text(
        'source',
        glossaryTableWords.sourceTitle,
        glossaryTableWords.sourceDescription,
        (row) => row.term.source,
      ),
    ),
    list(
      'related',
      glossaryTableWords.relatedTitle,
      glossaryTableWords.relatedDescription,
      (row) => row.term.related,
    ),
    required(task((row) => row.use.task, glossaryTableWords.task)),
    required(sentence((row) => row.use.sentence)),
    ...quotation<UseRow>(glossaryTableWords.quotation, (row) => row.use.span),
  ],
});

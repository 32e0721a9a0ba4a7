import { phrasesTableWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { Phrase } from './phrases.ts';
import { phraseKindNames } from './words.ts';
import {
  code,
  place,
  plan,
  quotation,
  required,
  text,
  toSections,
  toTasks,
} from '../../tables/columns.ts';
import { type Placed, placeIn } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

type PhraseRow = { phrase: Phrase; place: Placed };

export const phrases = defineTable<ParsedPlan & { phrases: readonly Phrase[] }, PhraseRow>({
  name: 'phrases',
  subject: 'names',
  title: phrasesTableWords.title,
  description: phrasesTableWords.description,
  key: ['start', 'end'],
  lists: ['phrases'],
  references: [toSections, toTasks],
  rows: (tree) => tree.phrases.map((phrase) => ({ phrase, place: placeIn(tree, phrase) })),
  columns: [
    plan(({ phrase }) => phrase.plan),
    ...place<PhraseRow>((row) => row.place),
    ...quotation<PhraseRow>(phrasesTableWords.quotation, ({ phrase }) => phrase.span),
    required(
      code('kind', phrasesTableWords.kindTitle, phraseKindNames, ({ phrase }) => phrase.kind),
    ),
    text(
      'meaning',
      phrasesTableWords.meaningTitle,
      phrasesTableWords.meaningDescription,
      ({ phrase }) => phrase.meaning,
    ),
  ],
});

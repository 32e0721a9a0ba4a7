import type { ParsedPlan } from '../../text/compose.ts';
import type { Phrase } from './phrases.ts';
import { phraseKindNames } from '../../words/kind-names.ts';
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
  title: '引号里的词语',
  description: '原文带引号而不是文件、工程或活动名称的词语，一行是一处。',
  key: ['start', 'end'],
  lists: ['phrases'],
  references: [toSections, toTasks],
  rows: (tree) => tree.phrases.map((phrase) => ({ phrase, place: placeIn(tree, phrase) })),
  columns: [
    plan(({ phrase }) => phrase.plan),
    ...place<PhraseRow>((row) => row.place),
    ...quotation<PhraseRow>('词语，连同引号。', ({ phrase }) => phrase.span),
    required(code('kind', '类别', phraseKindNames, ({ phrase }) => phrase.kind)),
    text('meaning', '意思', '编者的解释；没有则空。', ({ phrase }) => phrase.meaning),
  ],
});

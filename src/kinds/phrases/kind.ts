import * as words from './words.ts';
import { checkAll } from '../../text/faults.ts';
import { defineKind } from '../kind.ts';
import { findBracketed, proveSpoken, refuseDoubles } from '../name-ledger.ts';
import { phraseSchema, phrasesFileSchema, readPhrases } from './phrases.ts';
import { phrases as table } from './table.ts';

/** Words in “” that name no document and no initiative. */
export const phrases = defineKind({
  name: 'phrases',
  file: 'phrases',
  fileSchema: phrasesFileSchema,
  schema: phraseSchema,
  needs: [],
  read: ({ text, file }, { plan }) => readPhrases(text, file, plan),
  derive: null,
  // Every “” is one of these, or the name of an initiative or document.
  ledger: {
    speakers: ['documents', 'initiatives', 'phrases'],
    prove: (plan, claimsOf) => {
      const [initiatives, phrases] = [claimsOf('initiatives'), claimsOf('phrases')];
      if (!initiatives || !phrases) return;
      const quoted = findBracketed(plan, '“', '”');
      const claims = [...(claimsOf('documents') ?? []), ...initiatives, ...phrases];
      checkAll(
        () =>
          proveSpoken(plan, quoted, claims, {
            code: 'ledger-quoted',
            expected: {
              en: 'in a mention of initiatives.yaml or documents.yaml, or in phrases.yaml',
              zh: '写进 initiatives.yaml 或 documents.yaml 的 mentions，或 phrases.yaml',
            },
          }),
        () => refuseDoubles(quoted, [...phrases, ...initiatives]),
      );
    },
  },
  tie: null,
  mark: null,
  list: null,
  search: null,
  table,
  words,
});

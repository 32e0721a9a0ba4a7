import * as words from './words.ts';
import { documentsWords } from './words.ts';
import { defineKind } from '../kind.ts';
import { findBracketed, proveSpoken } from '../name-ledger.ts';
import { nameMark, nameThing, showNamed } from '../named.ts';
import {
  documentSchema,
  documentStatuses,
  documentsFileSchema,
  readDocuments,
} from './documents.ts';
import { documents as table } from './table.ts';

/** Laws, plans, schemes, opinions, standards: what is to be done with them. */
export const documents = defineKind({
  name: 'documents',
  file: 'documents',
  fileSchema: documentsFileSchema,
  schema: documentSchema,
  needs: [],
  read: ({ text, file }, { plan }) => readDocuments(text, file, plan),
  derive: null,
  // Every 《》 is the name of a document.
  ledger: {
    speakers: ['documents'],
    prove: (plan, claimsOf) => {
      const claims = claimsOf('documents');
      if (!claims) return;
      proveSpoken(plan, findBracketed(plan, '《', '》'), claims, {
        code: 'ledger-title',
        expected: { en: 'in a mention of documents.yaml', zh: '写进 documents.yaml 的 mentions' },
      });
    },
  },
  tie: { relation: 'document', label: documentsWords.label },
  mark: nameMark,
  list: {
    path: 'documents',
    rank: 3,
    entries: 'anchors',
    count: (entries) => entries.length,
    name: documentsWords.documents,
    counted: documentsWords.counted,
    page: {
      lead: documentsWords.documentsLead,
      description: documentsWords.documentsDescription,
      elsewhere: { before: documentsWords.documentsElsewhere, path: 'initiatives' },
      groups: documentStatuses.map((id) => ({ id, title: documentsWords.documentStatus[id] })),
      groupOf: ({ status }) => status,
      show: (document) =>
        showNamed(document, {
          label: document.kind === 'other' ? undefined : documentsWords.documentKind[document.kind],
          remarkOf: ({ action }) => action,
        }),
    },
  },
  search: {
    type: 'document',
    label: documentsWords.label2,
    things: (entries) => entries.map((e) => nameThing(e)),
  },
  table,
  words,
});

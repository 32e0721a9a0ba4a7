import * as words from './words.ts';
import { notesWords } from './words.ts';
import { checkAll } from '../../text/faults.ts';
import { nameStrings as strings } from '../../words/strings.ts';
import { defineKind } from '../kind.ts';
import { findRuns, proveSpoken, refuseDoubles } from '../name-ledger.ts';
import { type Note, noteKinds, noteSchema, notesFileSchema, readNotes } from './notes.ts';
import { notes as table } from './table.ts';
import { joining } from '../../words/joining-words.ts';

/** A note on a few words shows their sentences; one on many lists their places. */
const few = 3;

/** What readers look for by the words themselves; what is masked or let be seen is told by its title. */
const puzzles: ReadonlySet<Note['kind']> = new Set(['damaged', 'doubtful']);

/** What the editor judges. What is printed without a mask is a fact: of that there is no certainty to tell. */
function judgementsOf({ kind, reading, certainty }: Note): string[] {
  const said = [
    ...(reading === undefined ? [] : [strings.reading(reading, certainty)]),
    ...(kind === 'leak' ? [] : [notesWords.certainty[certainty]]),
  ];
  return said.length > 0 ? [notesWords.judgement(said.join(joining.semicolon))] : [];
}

/** Notes on masked, damaged and doubtful words. */
export const notes = defineKind({
  name: 'notes',
  file: 'notes',
  fileSchema: notesFileSchema,
  schema: noteSchema,
  needs: [],
  read: ({ text, file }, { plan }) => readNotes(text, file, plan),
  derive: null,
  // Every `*` has a note.
  ledger: {
    speakers: ['notes'],
    prove: (plan, claimsOf) => {
      const claims = claimsOf('notes');
      if (!claims) return;
      const masks = findRuns(plan, /\*/gu);
      checkAll(
        () =>
          proveSpoken(plan, masks, claims, {
            code: 'ledger-mask',
            expected: { en: 'in a note of kind mask', zh: '写进一条 kind 为 mask 的校注' },
          }),
        () => refuseDoubles(masks, claims),
      );
    },
  },
  tie: null,
  mark: {
    class: 'noted',
    spans: ({ mentions }) => mentions.map(({ span }) => span),
    isBeside: true,
  },
  list: {
    path: 'notes',
    rank: 8,
    entries: 'anchors',
    count: (entries) => entries.length,
    name: strings.notes,
    counted: notesWords.counted,
    page: {
      lead: notesWords.notesLead,
      description: notesWords.notesDescription,
      elsewhere: null,
      groups: noteKinds.map((id) => ({ id, title: notesWords.noteKind[id] })),
      groupOf: ({ kind }) => kind,
      show: (note) => ({
        id: note.id,
        name: note.title,
        printed: undefined,
        label: undefined,
        text: note.text,
        remarks: judgementsOf(note),
        places: note.mentions.map((mention) => ({ ...mention, remark: undefined })),
        isQuoted: note.mentions.length <= few,
      }),
    },
  },
  search: {
    type: 'note',
    label: notesWords.label,
    things: (entries) =>
      entries.map(({ id, kind, title, text, mentions }) => ({
        id,
        texts: [title, ...(puzzles.has(kind) ? new Set(mentions.map(({ quote }) => quote)) : [])],
        place: mentions[0],
        explanation: text,
      })),
  },
  table,
  words,
});

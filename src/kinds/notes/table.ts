import { notesTableWords, notesWords } from './words.ts';
import type { ParsedPlan } from '../../text/compose.ts';
import type { Note } from './notes.ts';
import { nameStrings } from '../../words/strings.ts';
import { maskedThingNames } from './words.ts';
import { code, required, text, toSections, toTasks } from '../../tables/columns.ts';
import { type MentionRow, aboutMention, listMentions } from '../mention-columns.ts';
import { defineTable } from '../../tables/table.ts';

export const notes = defineTable<ParsedPlan & { notes: readonly Note[] }, MentionRow<Note>>({
  name: 'notes',
  subject: 'notes',
  title: nameStrings.notes,
  description: notesTableWords.description,
  key: ['id', 'mention'],
  lists: ['notes'],
  references: [toSections, toTasks],
  rows: (plan) => listMentions(plan, plan.notes),
  columns: [
    ...aboutMention(notesTableWords.aboutMention),
    required(
      code('kind', notesTableWords.kindTitle, notesWords.noteKind, ({ thing }) => thing.kind),
    ),
    code('masks', notesTableWords.masksTitle, maskedThingNames, ({ thing }) => thing.masks),
    required(
      text(
        'title',
        notesTableWords.titleTitle,
        notesTableWords.titleDescription,
        ({ thing }) => thing.title,
      ),
    ),
    required(
      text(
        'text',
        notesTableWords.textTitle,
        notesTableWords.textDescription,
        ({ thing }) => thing.text,
      ),
    ),
    text(
      'reading',
      notesTableWords.readingTitle,
      notesTableWords.readingDescription,
      ({ thing }) => thing.reading,
    ),
    required(
      code(
        'certainty',
        notesTableWords.certaintyTitle,
        notesWords.certainty,
        ({ thing }) => thing.certainty,
      ),
    ),
  ],
});

import { audiences } from './tables/audiences.ts';
import { documents } from './tables/documents.ts';
import { glossary } from './tables/glossary.ts';
import { initiatives } from './tables/initiatives.ts';
import { links } from './tables/links.ts';
import { meetings } from './tables/meetings.ts';
import { notes } from './tables/notes.ts';
import { numerals } from './tables/numerals.ts';
import { phrases } from './tables/phrases.ts';
import { sections } from './tables/sections.ts';
import { sentences } from './tables/sentences.ts';
import type { Table } from './tables/table.ts';
import { targets } from './tables/targets.ts';
import { tasks } from './tables/tasks.ts';

/** The tables of a plan by subject. */
export const tables: readonly Table[] = [
  ...[sections, tasks, sentences],
  ...[targets, numerals],
  ...[documents, initiatives, meetings, phrases],
  ...[audiences, links],
  ...[notes, glossary],
];

import { audiences } from '../kinds/audiences/table.ts';
import { documents } from '../kinds/documents/table.ts';
import { glossary } from './tables/glossary.ts';
import { initiatives } from '../kinds/initiatives/table.ts';
import { links } from '../kinds/relations/table.ts';
import { meetings } from '../kinds/meetings/table.ts';
import { notes } from '../kinds/notes/table.ts';
import { numerals } from '../kinds/numerals/table.ts';
import { phrases } from '../kinds/phrases/table.ts';
import { sections } from './tables/sections.ts';
import { sentences } from './tables/sentences.ts';
import type { PublishedPlan } from './published-plan.ts';
import type { Table } from '../tables/table.ts';
import { targets } from '../kinds/targets/table.ts';
import { tasks } from './tables/tasks.ts';

/** The tables of a plan by subject. */
export const tables: readonly Table<PublishedPlan>[] = [
  ...[sections, tasks, sentences],
  ...[targets, numerals],
  ...[documents, initiatives, meetings, phrases],
  ...[audiences, links],
  ...[notes, glossary],
];

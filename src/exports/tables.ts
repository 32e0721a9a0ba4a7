import { kinds } from '../kinds/registry.ts';
import type { Table } from '../tables/table.ts';
import type { PublishedPlan } from './published-plan.ts';
import { glossary } from './tables/glossary.ts';
import { sections } from './tables/sections.ts';
import { sentences } from './tables/sentences.ts';
import { tasks } from './tables/tasks.ts';

/** The tables of a plan: its text, what each kind says of it, and the terms it uses. */
export const tables: readonly Table<PublishedPlan>[] = [
  ...[sections, tasks, sentences],
  ...kinds.flatMap(({ table }): Table<PublishedPlan>[] => (table ? [table] : [])),
  glossary,
];

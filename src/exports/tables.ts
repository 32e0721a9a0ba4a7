import { sections } from './tables/sections.ts';
import { sentences } from './tables/sentences.ts';
import type { Table } from './tables/table.ts';
import { targets } from './tables/targets.ts';
import { tasks } from './tables/tasks.ts';

/** The tables of a plan, the figures first. */
export const tables: readonly Table[] = [targets, sections, tasks, sentences];

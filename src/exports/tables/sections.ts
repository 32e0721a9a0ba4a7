import { sectionsTableWords } from '../words.ts';
import type { PublishedPlan } from '../published-plan.ts';
import type { Section } from '../../text/schema.ts';
import {
  characters,
  id,
  integer,
  marker,
  plan,
  quotation,
  required,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

export const sections = defineTable<PublishedPlan, Section>({
  name: 'sections',
  subject: 'structure',
  title: sectionsTableWords.title,
  description: sectionsTableWords.description,
  key: ['id'],
  references: [],
  rows: (tree) => tree.sections,
  columns: [
    id(sectionsTableWords.id, ({ n }) => `p${n}`),
    plan((section) => section.plan),
    required(
      integer(
        'section',
        sectionsTableWords.sectionTitle,
        sectionsTableWords.sectionDescription,
        ({ n }) => n,
      ),
    ),
    marker((section) => section.marker?.text),
    ...quotation<Section>(sectionsTableWords.quotation, ({ title }) => title),
    required(
      integer(
        'firstTask',
        sectionsTableWords.firstTaskTitle,
        sectionsTableWords.firstTaskDescription,
        ({ tasks: [first] }) => first,
      ),
    ),
    required(
      integer(
        'lastTask',
        sectionsTableWords.lastTaskTitle,
        sectionsTableWords.lastTaskDescription,
        ({ tasks }) => tasks.at(-1),
      ),
    ),
    characters(sectionsTableWords.characters, ({ length }) => length),
  ],
});

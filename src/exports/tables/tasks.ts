import { tasksTableWords } from '../words.ts';
import type { PublishedPlan } from '../published-plan.ts';
import type { Part, Task, Words } from '../../text/schema.ts';
import {
  characters,
  group,
  id,
  integer,
  marker,
  plan,
  quotation,
  required,
  section,
  text,
  toSections,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

export const tasks = defineTable<PublishedPlan, Task>({
  name: 'tasks',
  subject: 'structure',
  title: tasksTableWords.title,
  description: tasksTableWords.description,
  key: ['id'],
  references: [toSections],
  rows: (tree) => tree.tasks,
  columns: [
    id(tasksTableWords.id, ({ n }) => `t${n}`),
    plan((task) => task.plan),
    required(section((task) => task.section)),
    group((task) => task.group, tasksTableWords.group),
    required(
      integer('task', tasksTableWords.taskTitle, tasksTableWords.taskDescription, ({ n }) => n),
    ),
    marker((task) => task.marker?.text),
    required(
      text(
        'title',
        tasksTableWords.titleTitle,
        tasksTableWords.titleDescription,
        ({ title }) => title.text,
      ),
    ),
    ...quotation<Task>(tasksTableWords.quotation, ({ sentences }) => joinSentences(sentences)),
    required(
      integer(
        'sentences',
        tasksTableWords.sentencesTitle,
        tasksTableWords.sentencesDescription,
        ({ sentences }) => sentences.length,
      ),
    ),
    characters(tasksTableWords.characters, ({ length }) => length),
  ],
});

/** Sentences one after another, with the white space between them. */
function joinSentences(sentences: readonly [Part, ...Part[]]): Words {
  const [first] = sentences;
  const last = sentences.at(-1) ?? first;
  const words = sentences.map((part) => part.text + (part === last ? '' : part.after)).join('');
  return { start: first.start, end: last.end, text: words };
}

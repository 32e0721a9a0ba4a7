import { sentencesTableWords } from '../words.ts';
import type { PublishedPlan } from '../published-plan.ts';
import type { Sentence } from '../../text/schema.ts';
import type { PlanTree } from '../../kinds/tree.ts';
import {
  group,
  id,
  integer,
  plan,
  quotation,
  required,
  section,
  task,
  toSections,
  toTasks,
} from '../../tables/columns.ts';
import { defineTable } from '../../tables/table.ts';

type SentenceRow = {
  id: string;
  plan: string;
  section?: number;
  group?: number | undefined;
  task?: number;
  sentence: Sentence;
};

export const sentences = defineTable<PublishedPlan, SentenceRow>({
  name: 'sentences',
  subject: 'structure',
  title: sentencesTableWords.title,
  description: sentencesTableWords.description,
  key: ['id'],
  references: [toSections, toTasks],
  rows: listSentences,
  columns: [
    id(sentencesTableWords.id, (row) => row.id),
    plan((row) => row.plan),
    section((row) => row.section, sentencesTableWords.section),
    group((row) => row.group, sentencesTableWords.group),
    task((row) => row.task, sentencesTableWords.task),
    required(
      integer(
        'sentence',
        sentencesTableWords.sentenceTitle,
        sentencesTableWords.sentenceDescription,
        (row) => row.sentence.n,
      ),
    ),
    required(
      integer(
        'paragraph',
        sentencesTableWords.paragraphTitle,
        sentencesTableWords.paragraphDescription,
        (row) => row.sentence.paragraph,
      ),
    ),
    required(
      integer(
        'line',
        sentencesTableWords.lineTitle,
        sentencesTableWords.lineDescription,
        (row) => row.sentence.line,
      ),
    ),
    ...quotation<SentenceRow>(sentencesTableWords.quotation, ({ sentence }) => sentence),
  ],
});

/** Every sentence of a plan in the order of the source, named as on the page of the whole text. */
function listSentences({ plan: { id: planId, general }, ...tree }: PlanTree): SentenceRow[] {
  const rows = (
    all: readonly Sentence[],
    prefix: string,
    place: Pick<SentenceRow, 'section' | 'group' | 'task'>,
  ): SentenceRow[] =>
    all.map((sentence) => ({ id: `${prefix}${sentence.n}`, plan: planId, ...place, sentence }));
  return [
    ...rows(general, 'g', {}),
    ...tree.sections.flatMap(({ n, lead, groups }) => [
      ...rows(lead, `p${n}s`, { section: n }),
      ...groups.flatMap((found) =>
        rows(found.lead, `p${n}g${found.n}s`, { section: n, group: found.n }),
      ),
    ]),
    ...tree.tasks.flatMap(({ n, section: inSection, group: inGroup, sentences: all }) =>
      rows(all, `t${n}s`, { section: inSection, group: inGroup, task: n }),
    ),
  ].sort((a, b) => a.sentence.start - b.sentence.start);
}

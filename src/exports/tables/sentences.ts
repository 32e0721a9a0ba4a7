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
  title: '句子',
  description: '一行是一句：总的要求、各部分的导语、各项任务的每一句，按原文次序。',
  key: ['id'],
  references: [toSections, toTasks],
  rows: listSentences,
  columns: [
    id('句子的编号，即全文页上的锚点。', (row) => row.id),
    plan((row) => row.plan),
    section((row) => row.section, '；总的要求则空'),
    group((row) => row.group, '；不在组内则空'),
    task((row) => row.task, '；不在任务内则空'),
    required(
      integer('sentence', '句', '在任务、导语或总的要求之内是第几句。', (row) => row.sentence.n),
    ),
    required(
      integer(
        'paragraph',
        '段',
        '在任务、导语或总的要求之内是第几段。',
        (row) => row.sentence.paragraph,
      ),
    ),
    required(integer('line', '行', '原文第几行。', (row) => row.sentence.line)),
    ...quotation<SentenceRow>('这一句，照原文。', ({ sentence }) => sentence),
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

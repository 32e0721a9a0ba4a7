import type { Part, Section, Sentence, Span, Task } from '../plan/schema.ts';
import type { Target } from '../plan/targets.ts';
import type { PlanTree } from '../plan/tree.ts';
import { type Cell, type Column, writeCsv } from './csv.ts';

/** A table of a plan: `columns` says what each column is, `write` gives the CSV file. */
export type Table = {
  name: 'targets' | 'sections' | 'tasks' | 'sentences';
  title: string;
  description: string;
  columns: readonly Omit<Column<never>, 'cell'>[];
  /** Columns whose values are in a column of another table. */
  references: readonly { column: string; table: Table['name']; to: string }[];
  count: (tree: PlanTree) => number;
  write: (tree: PlanTree) => string;
};

type TableOf<Row> = Pick<Table, 'name' | 'title' | 'description' | 'references'> & {
  columns: readonly Column<Row>[];
  rows: (tree: PlanTree) => Row[];
};

function defineTable<Row>({ rows, columns, ...table }: TableOf<Row>): Table {
  return {
    ...table,
    columns,
    count: (tree) => rows(tree).length,
    write: (tree) => writeCsv(columns, rows(tree)),
  };
}

const id = <Row>(description: string, cell: (row: Row) => Cell): Column<Row> => ({
  name: 'id',
  type: 'string',
  title: '编号',
  description,
  required: true,
  cell,
});

const plan = <Row>(cell: (row: Row) => Cell): Column<Row> => ({
  name: 'plan',
  type: 'string',
  title: '计划',
  description: '计划的编号，即网址的第一段。',
  required: true,
  cell,
});

/** Where words stand in the source, and the words. */
const quotation = <Row>(what: string, span: (row: Row) => Place | undefined): Column<Row>[] => [
  {
    name: 'start',
    type: 'integer',
    title: '起点',
    description: '引文第一个字符在原文中的位置，从 0 数起。',
    cell: (row) => span(row)?.start,
  },
  {
    name: 'end',
    type: 'integer',
    title: '终点',
    description: '引文最后一个字符之后的位置。',
    cell: (row) => span(row)?.end,
  },
  {
    name: 'quote',
    type: 'string',
    title: '引文',
    description: what,
    cell: (row) => span(row)?.text,
  },
];

type Place = Pick<Span, 'start' | 'end' | 'text'>;

/** Sentences one after another, with the white space between them. */
function joinSentences(sentences: readonly [Part, ...Part[]]): Place {
  const [first] = sentences;
  const last = sentences.at(-1) ?? first;
  const text = sentences.map((part) => part.text + (part === last ? '' : part.after)).join('');
  return { start: first.start, end: last.end, text };
}

/** The kinds of targets in Chinese. */
export const kindNames: Record<Target['kind'], string> = {
  absolute: '独立的数',
  total: '总数',
  part: '其中数',
  growth: '增长',
  decline: '下降',
  share: '占比',
  budget: '资金',
};

function kindList(): string {
  return Object.entries(kindNames)
    .map(([kind, name]) => `${kind} ${name}`)
    .join('，');
}

type TargetRow = { target: Target; section: number | undefined };

const targets = defineTable<TargetRow>({
  name: 'targets',
  title: '数字目标',
  description: '一行是一个数字目标：原文怎样写，数值、单位、限定词是什么，数的是什么。',
  references: [
    { column: 'section', table: 'sections', to: 'section' },
    { column: 'task', table: 'tasks', to: 'task' },
    { column: 'of', table: 'targets', to: 'id' },
  ],
  rows: ({ targets: all, tasks }) =>
    all.map((target) => ({
      target,
      section:
        target.task === undefined
          ? target.section
          : tasks.find(({ n }) => n === target.task)?.section,
    })),
  columns: [
    id('数字的编号，发布以后不改。', ({ target }) => target.id),
    plan(({ target }) => target.plan),
    {
      name: 'part',
      type: 'string',
      title: '部位',
      description: '不在任何部分之内时：front 题头，general 总的要求，signature 落款。',
      cell: ({ target }) => target.part,
    },
    {
      name: 'section',
      type: 'integer',
      title: '部分',
      description: '所在部分的次序。',
      cell: ({ section }) => section,
    },
    {
      name: 'task',
      type: 'integer',
      title: '任务',
      description: '所在任务的次序，即任务网址里的数字。',
      cell: ({ target }) => target.task,
    },
    {
      name: 'sentence',
      type: 'integer',
      title: '句',
      description: '引文从任务（或所在部位）的第几句起。',
      cell: ({ target }) => target.sentence,
    },
    ...quotation<TargetRow>('写明这个数字的原文。', ({ target }) => target.span),
    {
      name: 'numberStart',
      type: 'integer',
      title: '数的起点',
      description: '数字连同单位在原文中的起点。',
      required: true,
      cell: ({ target }) => target.quantity.start,
    },
    {
      name: 'numberEnd',
      type: 'integer',
      title: '数的终点',
      description: '数字连同单位在原文中的终点。',
      required: true,
      cell: ({ target }) => target.quantity.end,
    },
    {
      name: 'number',
      type: 'string',
      title: '数',
      description: '数字连同单位，照原文。',
      required: true,
      cell: ({ target }) => target.quantity.text,
    },
    {
      name: 'value',
      type: 'number',
      title: '数值',
      description: '原文所印的数，未乘万、亿；范围取下限。',
      required: true,
      cell: ({ target }) => target.value,
    },
    {
      name: 'upTo',
      type: 'number',
      title: '上限',
      description: '范围的上限，全数；不是范围则空。',
      cell: ({ target }) => target.upTo,
    },
    {
      name: 'decimals',
      type: 'integer',
      title: '小数位',
      description: '原文印到小数点后几位。',
      required: true,
      cell: ({ target }) => target.decimals,
    },
    {
      name: 'multiplier',
      type: 'number',
      title: '倍数',
      description: '万为 10000，亿为 100000000，没有则为 1。',
      required: true,
      cell: ({ target }) => target.multiplier,
    },
    {
      name: 'normalised',
      type: 'number',
      title: '全数',
      description: '数值乘以倍数。',
      required: true,
      cell: ({ target }) => target.normalised,
    },
    {
      name: 'unit',
      type: 'string',
      title: '单位',
      description: '原文的单位；百分数为 %。',
      cell: ({ target }) => target.unit,
    },
    {
      name: 'qualifier',
      type: 'string',
      title: '限定词',
      description: '限定这个数的词，照原文；没有则空。',
      cell: ({ target }) => target.qualifier,
    },
    {
      name: 'kind',
      type: 'string',
      title: '类别',
      description: `编者所定：${kindList()}。`,
      required: true,
      cell: ({ target }) => target.kind,
    },
    {
      name: 'of',
      type: 'string',
      title: '所属',
      description: '其中数的总数，或增减的基数，用编号。',
      cell: ({ target }) => target.of,
    },
    {
      name: 'addsTo',
      type: 'string',
      title: '合成',
      description: '原文提到但没有给出数字的总体，由同名的各数相加而成。',
      cell: ({ target }) => target.addsTo,
    },
    {
      name: 'indicator',
      type: 'string',
      title: '指标',
      description: '数的是什么，编者概括。',
      required: true,
      cell: ({ target }) => target.indicator,
    },
    {
      name: 'label',
      type: 'string',
      title: '简称',
      description: '指标的简称，编者概括；没有另拟的空着。',
      cell: ({ target }) => target.label,
    },
    {
      name: 'beneficiary',
      type: 'string',
      title: '受益者',
      description: '惠及谁，编者概括。',
      required: true,
      cell: ({ target }) => target.beneficiary,
    },
  ],
});

const sections = defineTable<Section>({
  name: 'sections',
  title: '部分',
  description: '一行是计划的一个部分。',
  references: [],
  rows: (tree) => tree.sections,
  columns: [
    id('p 加部分的次序，即全文页上的锚点。', ({ n }) => `p${n}`),
    plan((section) => section.plan),
    {
      name: 'section',
      type: 'integer',
      title: '部分',
      description: '部分的次序，从 1 数起，即部分网址里的数字。',
      required: true,
      cell: ({ n }) => n,
    },
    {
      name: 'marker',
      type: 'string',
      title: '序号',
      description: '原文所印的序号；没有则空。',
      cell: ({ marker }) => marker?.text,
    },
    ...quotation<Section>('部分的标题；原文不分部分则空。', ({ title }) => title),
    {
      name: 'firstTask',
      type: 'integer',
      title: '首项',
      description: '第一项任务的次序。',
      required: true,
      cell: ({ tasks: [first] }) => first,
    },
    {
      name: 'lastTask',
      type: 'integer',
      title: '末项',
      description: '最后一项任务的次序。',
      required: true,
      cell: ({ tasks: numbers }) => numbers.at(-1),
    },
    {
      name: 'characters',
      type: 'integer',
      title: '字数',
      description: '部分的字数，不计空白。',
      required: true,
      cell: ({ length }) => length,
    },
  ],
});

const tasks = defineTable<Task>({
  name: 'tasks',
  title: '任务',
  description: '一行是一项任务，连同它的全文。',
  references: [{ column: 'section', table: 'sections', to: 'section' }],
  rows: (tree) => tree.tasks,
  columns: [
    id('t 加任务的次序，即全文页上的锚点。', ({ n }) => `t${n}`),
    plan((task) => task.plan),
    {
      name: 'section',
      type: 'integer',
      title: '部分',
      description: '所在部分的次序。',
      required: true,
      cell: ({ section }) => section,
    },
    {
      name: 'group',
      type: 'integer',
      title: '组',
      description: '部分之内所在组的次序；原文不分组则空。',
      cell: ({ group }) => group,
    },
    {
      name: 'task',
      type: 'integer',
      title: '任务',
      description: '任务在全计划的次序，从 1 数起，即任务网址里的数字。',
      required: true,
      cell: ({ n }) => n,
    },
    {
      name: 'marker',
      type: 'string',
      title: '序号',
      description: '原文所印的序号；没有则空。',
      cell: ({ marker }) => marker?.text,
    },
    {
      name: 'title',
      type: 'string',
      title: '题目',
      description: '任务的第一句，不带句末标点。',
      required: true,
      cell: ({ title }) => title.text,
    },
    ...quotation<Task>('任务的全文，不带序号。', (task) => joinSentences(task.sentences)),
    {
      name: 'sentences',
      type: 'integer',
      title: '句数',
      description: '任务有几句。',
      required: true,
      cell: (task) => task.sentences.length,
    },
    {
      name: 'characters',
      type: 'integer',
      title: '字数',
      description: '任务的字数，不计空白。',
      required: true,
      cell: ({ length }) => length,
    },
  ],
});

type SentenceRow = {
  id: string;
  plan: string;
  section?: number;
  group?: number | undefined;
  task?: number;
  sentence: Sentence;
};

const sentences = defineTable<SentenceRow>({
  name: 'sentences',
  title: '句子',
  description: '一行是一句：总的要求、各部分的导语、各项任务的每一句，按原文次序。',
  references: [
    { column: 'section', table: 'sections', to: 'section' },
    { column: 'task', table: 'tasks', to: 'task' },
  ],
  rows: listSentences,
  columns: [
    id('句子的编号，即全文页上的锚点。', (row) => row.id),
    plan((row) => row.plan),
    {
      name: 'section',
      type: 'integer',
      title: '部分',
      description: '所在部分的次序；总的要求则空。',
      cell: ({ section }) => section,
    },
    {
      name: 'group',
      type: 'integer',
      title: '组',
      description: '部分之内所在组的次序；不在组内则空。',
      cell: ({ group }) => group,
    },
    {
      name: 'task',
      type: 'integer',
      title: '任务',
      description: '所在任务的次序；不在任务内则空。',
      cell: ({ task }) => task,
    },
    {
      name: 'sentence',
      type: 'integer',
      title: '句',
      description: '在任务、导语或总的要求之内是第几句。',
      required: true,
      cell: ({ sentence }) => sentence.n,
    },
    {
      name: 'paragraph',
      type: 'integer',
      title: '段',
      description: '在任务、导语或总的要求之内是第几段。',
      required: true,
      cell: ({ sentence }) => sentence.paragraph,
    },
    {
      name: 'line',
      type: 'integer',
      title: '行',
      description: '原文第几行。',
      required: true,
      cell: ({ sentence }) => sentence.line,
    },
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
      ...groups.flatMap((group) =>
        rows(group.lead, `p${n}g${group.n}s`, { section: n, group: group.n }),
      ),
    ]),
    ...tree.tasks.flatMap(({ n, section, group, sentences: all }) =>
      rows(all, `t${n}s`, { section, group, task: n }),
    ),
  ].sort((a, b) => a.sentence.start - b.sentence.start);
}

/** The tables of a plan, the figures first. */
export const tables: readonly Table[] = [targets, sections, tasks, sentences];

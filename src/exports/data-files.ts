import { schemaFile, writeListsJson, writePlanJson, writePlanSchema } from './plan-json.ts';
import type { PublishedPlan } from './published-plan.ts';
import { writePerformancePlan, writeStrategicPlan } from './stratml.ts';
import type { Subject, Table } from '../tables/table.ts';
import { tables } from './tables.ts';

/** A file of a plan's open data. `name` is the tail of its address; `write` makes the whole file. */
export type DataFile = {
  name: string;
  subject: Subject;
  title: string;
  description: string;
  mediaType: string;
  /** What is in a CSV file. */
  table?: Table<PublishedPlan>;
  /** The name of the file that has the same content in another form. */
  twinOf?: string;
  /** Whether a plan has anything to put in it; every plan has, if this is left out. */
  isOf?: (plan: PublishedPlan) => boolean;
  write: (plan: PublishedPlan) => string;
};

/** The subjects of the files, in the order in which they are explained. */
export const subjects: readonly { subject: Subject; title: string }[] = [
  { subject: 'whole', title: '整份计划' },
  { subject: 'structure', title: '结构' },
  { subject: 'figures', title: '数字' },
  { subject: 'names', title: '文件、工程与会议' },
  { subject: 'relations', title: '相关人群与单位、相关任务' },
  { subject: 'notes', title: '校注与名词' },
];

/** The files made of the typed plan. Beside them stand the source, `plan.txt`, and `datapackage.json`. */
export const dataFiles: readonly DataFile[] = [
  {
    name: 'plan.json',
    subject: 'whole',
    title: '全部内容（JSON）',
    description:
      '计划的全部内容：题头、总的要求、部分、任务、句子，以及数字、名称、受众、关系、校注和名词，各有位置。',
    mediaType: 'application/json',
    write: writePlanJson,
  },
  {
    name: schemaFile,
    subject: 'whole',
    title: 'plan.json 的结构',
    description:
      'plan.json 里有哪些字段、各是什么类型（JSON Schema 2020-12），由检查内容的同一套规则生成。',
    mediaType: 'application/schema+json',
    write: writePlanSchema,
  },
  {
    name: 'stratml-1.xml',
    subject: 'whole',
    title: '战略计划（StratML 第 1 部分）',
    description:
      '按 ISO 17469-1：总的要求是使命，部分是目标，任务是子目标，有关的人、学校和部门是相关方。',
    mediaType: 'application/xml',
    write: writeStrategicPlan,
  },
  {
    name: 'stratml-2.xml',
    subject: 'whole',
    title: '绩效计划（StratML 第 2 部分）',
    description:
      '按 ISO 17469-2：在第 1 部分之外，每个数字目标是所在任务的一个绩效指标，相关方写明是支持与服务对象（Beneficiary）、实施者（Performer）、评价与监管对象还是涉及对象。',
    mediaType: 'application/xml',
    write: writePerformancePlan,
  },
  ...tables.flatMap(filesOf),
];

/** The files of a table: CSV, and JSON where the rows are made of lists. A plan without rows has neither. */
function filesOf(table: Table<PublishedPlan>): DataFile[] {
  const { name, subject, title, description, lists } = table;
  const isOf = (plan: PublishedPlan): boolean => table.count(plan) > 0;
  const csv: DataFile = {
    name: `${name}.csv`,
    subject,
    title: `${title}（CSV）`,
    description,
    mediaType: 'text/csv',
    table,
    isOf,
    write: table.write,
  };
  if (!lists) return [csv];
  return [
    csv,
    {
      name: `${name}.json`,
      subject,
      title: `${title}（JSON）`,
      description: `与 ${name}.csv 内容相同，结构与 plan.json 里的 ${lists.join('、')} 相同。`,
      mediaType: 'application/json',
      twinOf: csv.name,
      isOf,
      write: (plan) => writeListsJson(plan, lists),
    },
  ];
}

/** The source document as it is; it is read, not made. */
export const sourceFile: Omit<DataFile, 'write'> = {
  name: 'plan.txt',
  subject: 'whole',
  title: '原文',
  description: '原文件，逐字节不改。各文件里的位置都是在这个文件里数的。',
  mediaType: 'text/plain',
};

/** The description of the files for programs: see `writeDataPackage`. */
export const packageFile: Omit<DataFile, 'write'> = {
  name: 'datapackage.json',
  subject: 'whole',
  title: '数据包说明',
  description:
    '各文件的大小、SHA-256，各表的列与类型（Frictionless Data Package 2.0），供程序读取。',
  mediaType: 'application/json',
};

/** A file with its size in bytes and its SHA-256 as hexadecimal digits. */
export type WeighedFile = Omit<DataFile, 'write' | 'isOf'> & { bytes: number; sha256: string };

/** What can honestly be said of the licence: nobody has given one. */
export const licence = '原文没有写明使用许可；编者整理的数据也没有另行声明许可。';

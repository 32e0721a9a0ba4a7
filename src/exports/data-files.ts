import type { PlanTree } from '../plan/tree.ts';
import { schemaFile, writePlanJson, writePlanSchema, writeTargetsJson } from './plan-json.ts';
import { writePerformancePlan, writeStrategicPlan } from './stratml.ts';
import type { Table } from './tables/table.ts';
import { tables } from './tables.ts';

/** A file of a plan's open data. `name` is the tail of its address; `write` makes the whole file. */
export type DataFile = {
  name: string;
  title: string;
  description: string;
  mediaType: string;
  /** What is in a CSV file. */
  table?: Table;
  write: (tree: PlanTree) => string;
};

/** The files made of the typed plan. Beside them stand the source, `plan.txt`, and `datapackage.json`. */
export const dataFiles: readonly DataFile[] = [
  ...tables.map((table): DataFile => ({
    name: `${table.name}.csv`,
    title: `${table.title}（CSV）`,
    description: table.description,
    mediaType: 'text/csv',
    table,
    write: table.write,
  })),
  {
    name: 'targets.json',
    title: '数字目标（JSON）',
    description: '与 targets.csv 相同的数字目标，结构与 plan.json 里的 targets 相同。',
    mediaType: 'application/json',
    write: writeTargetsJson,
  },
  {
    name: 'plan.json',
    title: '全部内容（JSON）',
    description: '计划的全部内容：题头、总的要求、部分、任务、句子、数字目标和其他数字，各有位置。',
    mediaType: 'application/json',
    write: writePlanJson,
  },
  {
    name: schemaFile,
    title: 'plan.json 的结构',
    description:
      'plan.json 里有哪些字段、各是什么类型（JSON Schema 2020-12），由检查内容的同一套规则生成。',
    mediaType: 'application/schema+json',
    write: writePlanSchema,
  },
  {
    name: 'stratml-1.xml',
    title: '战略计划（StratML 第 1 部分）',
    description: '按 ISO 17469-1：总的要求是使命，部分是目标，任务是子目标。',
    mediaType: 'application/xml',
    write: writeStrategicPlan,
  },
  {
    name: 'stratml-2.xml',
    title: '绩效计划（StratML 第 2 部分）',
    description: '按 ISO 17469-2：在第 1 部分之外，每个数字目标是所在任务的一个绩效指标。',
    mediaType: 'application/xml',
    write: writePerformancePlan,
  },
];

/** The source document as it is; it is read, not made. */
export const sourceFile: Omit<DataFile, 'write'> = {
  name: 'plan.txt',
  title: '原文',
  description: '原文件，逐字节不改。各文件里的位置都是在这个文件里数的。',
  mediaType: 'text/plain',
};

/** The description of the files for programs: see `writeDataPackage`. */
export const packageFile: Omit<DataFile, 'write'> = {
  name: 'datapackage.json',
  title: '数据包说明',
  description:
    '各文件的大小、SHA-256，各表的列与类型（Frictionless Data Package 2.0），供程序读取。',
  mediaType: 'application/json',
};

/** A file with its size in bytes and its SHA-256 as hexadecimal digits. */
export type WeighedFile = Omit<DataFile, 'write'> & { bytes: number; sha256: string };

/** What can honestly be said of the licence: nobody has given one. */
export const licence = '原文没有写明使用许可；编者整理的数据也没有另行声明许可。';

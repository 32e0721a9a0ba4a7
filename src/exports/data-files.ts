import { dataFilesWords } from './words.ts';
import { schemaFile, writeListsJson, writePlanJson, writePlanSchema } from './plan-json.ts';
import type { PublishedPlan } from './published-plan.ts';
import { writePerformancePlan, writeStrategicPlan } from './stratml.ts';
import type { Subject, Table } from '../tables/table.ts';
import { taskSchemaFile, writeTaskSchema } from './task-json.ts';
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

/** The subjects of the files, in the order in which they are explained: tables that anyone can open first. */
export const subjects: readonly { subject: Subject; title: string }[] = (
  ['structure', 'figures', 'names', 'relations', 'notes', 'whole'] as const
).map((subject) => ({ subject, title: dataFilesWords.subjects[subject] }));

/** The files made of the typed plan. Beside them stand the source, `plan.txt`, and `datapackage.json`. */
export const dataFiles: readonly DataFile[] = [
  {
    name: 'plan.json',
    subject: 'whole',
    ...dataFilesWords.plan,
    mediaType: 'application/json',
    write: writePlanJson,
  },
  {
    name: schemaFile,
    subject: 'whole',
    ...dataFilesWords.schema,
    mediaType: 'application/schema+json',
    write: writePlanSchema,
  },
  {
    name: taskSchemaFile,
    subject: 'whole',
    ...dataFilesWords.taskSchema,
    mediaType: 'application/schema+json',
    write: writeTaskSchema,
  },
  {
    name: 'stratml-1.xml',
    subject: 'whole',
    ...dataFilesWords.strategicPlan,
    mediaType: 'application/xml',
    write: writeStrategicPlan,
  },
  {
    name: 'stratml-2.xml',
    subject: 'whole',
    ...dataFilesWords.performancePlan,
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
    title: dataFilesWords.csv(title),
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
      title: dataFilesWords.json(title),
      description: dataFilesWords.sameAs(name, lists),
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
  ...dataFilesWords.source,
  mediaType: 'text/plain',
};

/** The description of the files for programs: see `writeDataPackage`. */
export const packageFile: Omit<DataFile, 'write'> = {
  name: 'datapackage.json',
  subject: 'whole',
  ...dataFilesWords.dataPackage,
  mediaType: 'application/json',
};

/** A file with its size in bytes and its SHA-256 as hexadecimal digits. */
export type WeighedFile = Omit<DataFile, 'write' | 'isOf'> & { bytes: number; sha256: string };

/** What can honestly be said of the licence: nobody has given one. */
export const licence = dataFilesWords.licence;

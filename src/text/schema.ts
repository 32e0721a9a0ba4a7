import { z } from 'zod';
import { errorReportSchema } from './error-report.ts';
import { told } from './say.ts';

/** An array that is never empty, in its type too. */
export const atLeastOne = <Item extends z.ZodType>(item: Item) => z.tuple([item], item);

/** Ids that no thing may have: a page is `index.html`, hosts look for `404.html`, every object has a `constructor`. */
const reservedIds = ['404', 'constructor', 'index'];

/** Longer names do not fit into a file system: the folder of an id has its name, in UTF-8 of up to 255 bytes. */
const longestId = 64;

/** An id that is part of an address. */
export const idSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]*$/u,
    told({
      en: 'lower-case letters, digits and hyphens: it is an address',
      zh: '小写字母、数字和连字符，因为它是网址',
    }),
  )
  .refine((id) => id.length <= longestId, {
    error: told({ en: `at most ${longestId} characters`, zh: `至多 ${longestId} 个字` }),
  })
  .refine((id) => !reservedIds.includes(id), {
    error: told({
      en: `an id that the site does not use itself: not ${reservedIds.join(', ')}`,
      zh: `网站自己不用的编号：不能是 ${reservedIds.join('、')}`,
    }),
  });

/** The first parts of the site's own addresses, and the words that addresses of every plan have. */
export const siteWords = [
  'about',
  'audiences',
  'changes',
  'charts',
  'compare',
  'corrections',
  'data',
  'full',
  'general',
  'glossary',
  'guides',
  'offline',
  'plans',
  'print',
  'relations',
  'search',
  'sections',
  'settings',
  'targets',
  'tasks',
];

/** An id of a plan: the first part of its addresses. */
const planIdSchema = idSchema.refine((id) => !siteWords.includes(id), {
  error: told({
    en: `an id that is no address of the site's own: not ${siteWords.join(', ')}`,
    zh: `不与网站自己的网址相同的编号：不能是 ${siteWords.join('、')}`,
  }),
});

/**
 * Ids that pages keep for themselves: the target of the skip link, and what stands beside a text. They are
 * not published, and nothing else may have them.
 */
export const ownIdForm = /^(?:main$|aside-)/u;

/** Numbering families of Chinese official documents, outermost first (GB/T 9704-2012, 7.3.3; the 第…条 family is that of rules and charters). */
export const numberingForms = [
  '标题',
  '第一部分',
  '第一章',
  '第一节',
  'Ⅰ、',
  '壹、',
  '一、',
  '三月',
  '（一）',
  '第一阶段：',
  '第一条',
  '1.',
  '1.1',
  '（1）',
  '①',
  'A.',
  '任务一：',
  '第一，',
  '三月：',
  '一是',
] as const;

/** What no number tells: a line that is a heading for where it stands. */
export const headingForm: NumberingForm = '标题';

/** Headings that have no number: a line of its own, and the name of a time. */
export const namedForms: readonly NumberingForm[] = [headingForm, '三月'];

/** What numbers tasks in words, where nothing else numbers them: elsewhere such words begin sentences. */
export const wordForms: readonly NumberingForm[] = ['任务一：', '第一，', '三月：', '一是'];

const numberingFormSchema = z.enum(numberingForms);

/** Which numbering form marks which level. Levels that a plan does not have are left out. */
const structureSchema = z
  .strictObject({
    sections: numberingFormSchema.optional(),
    /** One level of groups, or several from the outermost. */
    groups: z.union([numberingFormSchema, z.array(numberingFormSchema).min(1)]).optional(),
    tasks: numberingFormSchema.optional(),
  })
  .refine((structure) => structure.sections !== undefined || structure.tasks !== undefined, {
    error: told({
      en: 'a form for sections or for tasks',
      zh: '部分（sections）或任务（tasks）的序号形式',
    }),
  })
  .refine((structure) => structure.groups === undefined || structure.sections !== undefined, {
    error: told({
      en: 'a form for sections, since groups stand in sections',
      zh: '也写部分（sections）的序号形式，因为小标题（groups）在部分里',
    }),
  });

/** A slice of the source: `start` and `end` in Unicode code points, `line` counted from 1. */
export const spanSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  line: z.int().positive(),
  text: z.string(),
});

/**
 * A span with the white space that follows it in the source. The parts of a plan, each with its
 * `after`, put back together are the source.
 */
const partSchema = spanSchema.extend({ after: z.string() });

/**
 * A sentence of a task: `n` counted within the task, `paragraph` too, both from 1. The mark of a list (——, ●)
 * stands before it and is none of its words; a row of a table is one sentence with its cells.
 */
const sentenceSchema = partSchema.extend({
  n: z.int().positive(),
  paragraph: z.int().positive(),
  mark: partSchema.optional(),
  cells: z.array(spanSchema).optional(),
});

/** What stands around the text of a plan (GB/T 9704-2012, 7.2 to 7.4), and around a web page's text. */
const matterKinds = [
  'title',
  'date',
  'number',
  'recipients',
  'issuer',
  'note',
  'attachments',
  'heading',
  'row',
  'copies',
  'imprint',
  'text',
  'furniture',
] as const;

const matterPartSchema = partSchema.extend({
  kind: z.enum(matterKinds),
  cells: z.array(spanSchema).optional(),
});

export const taskSchema = z.strictObject({
  plan: z.string(),
  /** Ordinal in the whole plan, from 1: the number in the task's address. */
  n: z.int().positive(),
  section: z.int().positive(),
  /** The innermost group of its section that it stands in. */
  group: z.int().positive().optional(),
  /** The number as the source prints it; absent where the source numbers no tasks. */
  marker: partSchema.optional(),
  /** The first sentence without its closing mark; of a task without a title, its first words. */
  title: spanSchema,
  /** The first sentence is long: no title. What stands in its place is a label for lists, never a heading. */
  isUntitled: z.literal(true).optional(),
  sentences: atLeastOne(sentenceSchema),
  /** Length of the task's text in characters (Unicode code points), white space left out. */
  length: z.int().positive(),
});

/** A heading and the paragraphs that stand between it and its first task. */
const headingFields = {
  n: z.int().positive(),
  /** The numeral as printed, for labels: 一, 3, 十二; of a heading that has none, its place among its like. */
  numeral: z.string(),
  marker: partSchema.optional(),
  heading: partSchema,
  title: spanSchema,
  lead: z.array(sentenceSchema),
  tasks: atLeastOne(z.int().positive()),
};

/**
 * A group of tasks within a section. Groups nest: they are counted within their section in the order of the
 * source, and each but the outermost names the group it stands in. `tasks` are those of inner groups too.
 */
const groupSchema = z.strictObject({
  ...headingFields,
  parent: z.int().positive().optional(),
});

export const sectionSchema = z.strictObject({
  ...headingFields,
  plan: z.string(),
  // A plan may number its tasks and have no sections: then one section without heading holds them.
  numeral: z.string().optional(),
  heading: partSchema.optional(),
  title: spanSchema.optional(),
  groups: z.array(groupSchema),
  length: z.int().positive(),
});

/** A day, `2026-03-01`, that the calendar has. */
export const daySchema = z.iso.date({
  error: told({ en: 'a day, such as 2026-03-01', zh: '一个日期，例如 2026-03-01' }),
});

/** The SHA-256 of a file. */
const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, told({ en: '64 hexadecimal digits', zh: '64 位十六进制数字' }));

/** A correction of a text that was published: when, what, and the text as it was until then. */
const correctionSchema = z.strictObject({
  date: daySchema,
  what: z.string().min(1),
  earlier: z
    .string()
    .regex(
      /^seeds\/[^/]+\/[^/]+\.txt$/u,
      told({ en: 'a .txt file in a folder of seeds/', zh: 'seeds/ 的文件夹里的一个 .txt 文件' }),
    ),
  sha256: sha256Schema,
  /** The title of the earlier text, if it was another. */
  title: z.string().min(1).optional(),
  /** Addresses of what the correction took out, such as a figure. Those of tasks and sentences are known. */
  gone: z
    .array(
      z.string().regex(
        /^\/\S+$/u,
        told({
          en: 'an address of the site, from its first slash',
          zh: '网站的网址，从第一个斜线写起',
        }),
      ),
    )
    .optional(),
});

/** The file that a text was converted from, kept as it came, and the conversion: a build repeats it. */
const originalSchema = z.strictObject({
  file: z
    .string()
    .regex(/^seeds\/[^/]+$/u, told({ en: 'a file in seeds/', zh: 'seeds/ 里的一个文件' })),
  sha256: sha256Schema,
  /** What converted it, with its version: jihua docx 1. */
  by: z.string().min(1),
  /** The encoding that its characters were read in, of a page or a text. */
  encoding: z.string().min(1).optional(),
  /** What an editor changed in the text before it was published. Then the conversion is not compared with it. */
  edited: z.string().min(1).optional(),
});
const dateLineSchema = z.strictObject({ text: z.string().min(1), meaning: z.string().min(1) });

/** What only the editor can say of a plan: `content/plans/<plan>/plan.yaml`. */
export const planFileSchema = z.strictObject({
  id: planIdSchema,
  title: z.string().min(1),
  source: z
    .string()
    .regex(/^seeds\/[^/]+$/u, told({ en: 'a file in seeds/', zh: 'seeds/ 里的一个文件' })),
  sha256: sha256Schema,
  original: originalSchema.optional(),
  structure: structureSchema.optional(),
  /** The year as the source prints it, masked or not; quoted, never deduced. */
  year: z.string().min(1).optional(),
  /** Lines of the source that give a date, and what that date is. */
  dateLine: z.union([dateLineSchema, atLeastOne(dateLineSchema)]).optional(),
  /** What an editor has looked for in the source and not found. */
  notStated: z.array(z.enum(['year', 'issuer', 'indexNumber', 'documentNumber'])).optional(),
  issuer: z.string().min(1).optional(),
  indexNumber: z.string().min(1).optional(),
  documentNumber: z.string().min(1).optional(),
  siteName: z.string().min(1).optional(),
  siteCode: z
    .string()
    .regex(/^\d{10}$/u, told({ en: '10 digits', zh: '10 位数字' }))
    .optional(),
  /** The corrections of the text since it was published, the first one first. */
  corrected: z.array(correctionSchema).optional(),
});

export const planSchema = planFileSchema.omit({ original: true }).extend({
  year: spanSchema.optional(),
  /** White space before the first part (a byte order mark included); nearly always empty. */
  before: z.string(),
  /** What stands before the title: the furniture of a web page, a notice with its own title, number and signature. */
  preface: z.array(matterPartSchema),
  /** The title, and what stands between it and the text. */
  front: z.array(matterPartSchema),
  /** The source has no title: the one in plan.yaml is the editor's. */
  isUntitled: z.literal(true).optional(),
  /** The general requirement (总的要求): what stands between the title and the first number. */
  general: z.array(sentenceSchema),
  sections: atLeastOne(z.int().positive()),
  tasks: z.int().positive(),
  /** What follows the text: the list of attachments, issuer and date of writing, notes, 抄送, imprint, attachments. */
  closing: z.array(matterPartSchema),
  /** Length of the source in characters (Unicode code points). */
  length: z.int().positive(),
});

/** What the editor says of the site itself: `content/site.yaml`. */
export const siteSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  /** The id of the plan that the home page presents. */
  current: z.string().min(1),
  /** Where readers tell of an error; without it the site does not ask for any. */
  errorReport: errorReportSchema.optional(),
  /** In which languages the interface is, beside Chinese: each has a folder of its own, `/en/`. */
  languages: z.array(z.enum(['en'])).default([]),
  /** The same in English, for its pages. */
  en: z
    .strictObject({
      name: z.string().min(1).optional(),
      description: z.string().min(1).optional(),
      notice: z.string().min(1).optional(),
    })
    .optional(),
  /** What every page says before all else: that a site is a trial, or its plans an invention. */
  notice: z.string().min(1).optional(),
  /** Whether the site shows the manual of its editors, `/about/editing/`. */
  editorsManual: z.boolean().default(false),
});

export type NumberingForm = z.infer<typeof numberingFormSchema>;
export type Structure = z.infer<typeof structureSchema>;
export type Span = z.infer<typeof spanSchema>;
/** Words and where they stand; their line does not matter. */
export type Words = Pick<Span, 'start' | 'end' | 'text'>;
export type Part = z.infer<typeof partSchema>;
export type Sentence = z.infer<typeof sentenceSchema>;
export type MatterKind = (typeof matterKinds)[number];
export type MatterPart = z.infer<typeof matterPartSchema>;
export type Task = z.infer<typeof taskSchema>;
export type Group = z.infer<typeof groupSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Original = z.infer<typeof originalSchema>;
export type PlanFile = z.infer<typeof planFileSchema>;
export type Plan = z.infer<typeof planSchema>;
export type Site = z.infer<typeof siteSchema>;

import { z } from 'zod';
import { namesOnePlace, placeRule, quotationFields } from '../../text/anchor.ts';
import { idSchema, spanSchema } from '../../text/schema.ts';
import { told } from '../../text/say.ts';
import { idIn } from '../references.ts';

/**
 * What a figure is: `total`, a whole whose parts are given too; `part` of the total that `of` names;
 * `growth` or `decline` of the figure that `of` names, in %; `share`, a percentage of something else; `budget`, money;
 * `absolute`, any other count.
 */
const targetKinds = ['absolute', 'total', 'part', 'growth', 'decline', 'share', 'budget'] as const;

/** The kinds that are said of another figure. */
const relatedKinds: readonly string[] = ['part', 'growth', 'decline'];

/** Whether those counted give support to others or are given it. */
const targetSides = ['gives', 'receives'] as const;

const entryFields = {
  /** Unique in the plan: the tail of an address. */
  id: idSchema,
  ...quotationFields,
  /** The number as printed: 7.8 of 7.8万人. Of a range, the lower end. */
  value: z.number(),
  /** The upper end of a range, in full. */
  upTo: z.number().optional(),
  /** The unit as printed, 元 or 亿元 of 3亿元; 个 for 大 (10大学科群); % for percentages. Taken from the words where it is left out. */
  unit: z.string().optional(),
  /** The number in full: 78000 of 7.8万人. */
  normalised: z.number().optional(),
  /** The words that qualify the number, as printed: 不少于, 左右, 计划. */
  qualifier: z.string().min(1).optional(),
  /** What is counted. */
  indicator: z.string().min(1),
  /** The same for one indicator in every plan, whatever its words: figures of two plans are compared by it. */
  indicatorId: idSchema.optional(),
  /** The same in a few words, for where room is short: charts and margin notes. */
  label: z.string().min(1).optional(),
  /** Whether it is one of the few figures that stand for the plan, large, on its first page. */
  key: z.boolean().optional(),
  kind: z.enum(targetKinds),
  /** The id of the whole of a part, or of the figure that grows; a growth whose figure the plan does not print has none. */
  of: idIn('targets').optional(),
  /** A whole which the plan names without a number, and which the figures that name it make up. */
  addsTo: z.string().min(1).optional(),
  /** Whom or what it is about, in a few words, where its indicator does not say so. */
  beneficiary: z.string().min(1).optional(),
  /** Of whom it is counted, where the sentence says so, as printed: 市属市管高校. Parts and growth have that of their total. */
  scope: z.string().min(1).optional(),
  /** What those counted do, where some support others: a chart sets no givers against receivers. */
  side: z.enum(targetSides).optional(),
  /** A word of the editor's, where the plan's words leave a question. */
  note: z.string().min(1).optional(),
};

/** `content/plans/<plan>/targets.yaml`: every numeric commitment or indicator, anchored by quotation. */
export const targetsFileSchema = z.array(
  z
    .strictObject(entryFields)
    .refine(namesOnePlace, placeRule)
    .refine(({ kind, of }) => kind !== 'part' || of !== undefined, {
      path: ['of'],
      error: told({
        en: 'with kind part, the id of the whole of which it is a part',
        zh: 'kind 是 part 时，要写它是哪个数的一部分，写那个数的编号',
      }),
    })
    .refine(({ kind, of }) => of === undefined || relatedKinds.includes(kind), {
      path: ['of'],
      error: told({
        en: 'no `of` but with kind part (the whole), growth or decline (what grows or declines)',
        zh: '只有 kind 是 part（属于哪个数）、growth 或 decline（哪个数增减）时才写 of',
      }),
    }),
);

/** A target in its place: what the editor wrote, checked, and what the source says of it. */
export const targetSchema = z.strictObject({
  ...entryFields,
  plan: z.string(),
  /** The unit as it was read; 元 of 3亿元. */
  unit: z.string(),
  normalised: z.number(),
  multiplier: z.number().positive(),
  /** Digits printed after the point: how far the number was rounded. */
  decimals: z.int().nonnegative(),
  /** The sentence of its place in which the quotation begins. */
  sentence: z.int().positive().optional(),
  /** The quotation in the source. */
  span: spanSchema,
  /** The number with its unit, inside the quotation: 7.8万人. */
  quantity: spanSchema,
});

export type TargetEntry = z.infer<typeof targetsFileSchema>[number];
export type Target = z.infer<typeof targetSchema>;

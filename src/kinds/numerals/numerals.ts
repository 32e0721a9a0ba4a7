import { z } from 'zod';
import {
  type AnchorTree,
  type Located,
  type Where,
  namesOnePlace,
  placeRule,
  quotationFields,
  resolveQuotation,
} from '../../text/anchor.ts';
import { PlanError, quoteBriefly } from '../../text/errors.ts';
import { readEach } from '../../text/faults.ts';
import { spanSchema } from '../../text/schema.ts';
import { type File, parseYaml } from '../../text/yaml.ts';

/** What a number is that is no target. */
const numeralKinds = [
  /** A year with places masked: 20*年. */
  'masked-year',
  'year',
  'date',
  /** Part of a name: “211”工程, 2008奥运会. */
  'name',
  /** 0—3岁. */
  'age-range',
  /** How far the plan looks ahead: 今后15年. */
  'horizon',
  /** Which congress or plenum: 十六届五中全会. */
  'session',
  /** Words made of numbers: “两免一补”. */
  'abbreviation',
  'slogan',
  'ordinal',
  'other',
] as const;

const entryFields = {
  ...quotationFields,
  kind: z.enum(numeralKinds),
  /** What the number means, in the editor's words, where it is not plain. */
  meaning: z.string().min(1).optional(),
};

/**
 * `content/plans/<plan>/numerals.yaml`: the numbers of the text that are no targets. List numbers and
 * what stands before the general requirement or after the text are known from their place.
 */
export const numeralsFileSchema = z.array(
  z.strictObject(entryFields).refine(namesOnePlace, placeRule),
);

export const numeralSchema = z.strictObject({
  ...entryFields,
  plan: z.string(),
  sentence: z.int().positive().optional(),
  span: spanSchema,
});

export type Numeral = z.infer<typeof numeralSchema>;

/**
 * Reads `numerals.yaml`.
 * @returns numerals in the order of the source
 * @throws PlanError yaml-…, ledger-numeral, reference-missing, quote-…
 */
export function readNumerals(
  { file, text }: File,
  tree: AnchorTree & { plan: { id: string } },
): Located<Numeral>[] {
  const { data, lineOf } = parseYaml(text, file, numeralsFileSchema);
  const numerals = readEach(data, (entry, i): Located<Numeral> => {
    const id = quoteBriefly(entry.quote);
    const whereOf = (key: string): Where => ({ file, line: lineOf([i, key]), id });
    if (!/[\p{Nd}零〇一二两三四五六七八九十百千万亿半双]/u.test(entry.quote)) {
      throw new PlanError('ledger-numeral', whereOf('quote'), {
        expected: {
          en: 'a quotation with a numeral, Arabic or Chinese',
          zh: '引文里有数字，阿拉伯数字或汉字都可以',
        },
        found: id,
      });
    }
    const { span, sentence } = resolveQuotation(tree, entry, whereOf('quote'));
    const place = sentence === undefined ? {} : { sentence };
    return { entry: { ...entry, plan: tree.plan.id, ...place, span }, whereOf };
  });
  return numerals.sort((a, b) => a.entry.span.start - b.entry.span.start);
}
